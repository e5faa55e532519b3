"""The result of tagging: lines of spending by service, of one budget.

Source: guideline of 2024, Bab I D 2 b, 3 a and 3 b: details of activities, spending and actions by
indicator of service and target group, under the thematic sub kegiatan in SIPD.
"""

from functools import partial

import pandas as pd

from app.budget_figures import Snapshot
from app.budget_figures_cycle import tabulate_snapshots
from app.budget_words import name_service as name_budget_service
from app.budget_words import name_snapshot
from app.documents.exported import Exported
from app.documents.guideline_paper import Body
from app.documents.guideline_pictures import draw_bars
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.paper import Block, Heading, Paragraph, Table
from app.documents.penandaan import COLUMNS
from app.format import format_count, format_idr, format_idr_short, format_pct
from app.guideline_case import GuidelineCase
from app.guideline_lacks import OwnLacks
from app.guideline_list import GuidelineDocument
from app.tagging_figures import tabulate_tags
from app.text import anggaran as budget_text
from app.text import dokumen as text
from app.text import penandaan as tag_text
from app.text.narrative import join_names
from data_access.reads.penandaan import has_tags

# More rows than this drown a reader of paper: then a sub kegiatan is a row, lines are in Excel.
MOST_LINES = 350
_AGENCIES_NAMED = 4
_LINE_WIDTHS = (1, 4, 5, 7, 7, 4, 3, 4)
_ACTIVITY_WIDTHS = (1, 5, 7, 8, 3, 4)
_SUM_WIDTHS, _COMPARE_WIDTHS = (10, 3, 4, 3), (10, 4, 4, 4)


def build(case: GuidelineCase, document: GuidelineDocument) -> Body:
    """What was tagged in the budget that a document is about."""
    snapshot, wanted = find_snapshot(case, document)
    if snapshot is None:
        return Body(
            [Heading(text.PART_TAGS), Paragraph(text.NO_SNAPSHOT.format(snapshot=wanted))],
            basis=[(text.BASIS_BUDGET, wanted)],
            lacks=list_lacks(case, document),
        )
    tags = read_tags(case, snapshot)
    parts: list[Block] = [
        Heading(text.PART_TAG_SUMS),
        Paragraph(write_opening(case, snapshot, tags)),
        *_list_sums(tags),
        *_list_comparison(case, document),
        Heading(text.PART_TAGS),
        *_list_lines(tags),
    ]
    return Body(
        parts,
        basis=[
            (text.BASIS_BUDGET, name_snapshot(snapshot)),
            (tag_text.NOTE_SOURCE, tag_text.NOTE_SOURCE_TEXT),
            *(
                [(tag_text.NOTE_NOMENCLATURE, snapshot.nomenclature)]
                if snapshot.nomenclature
                else []
            ),
        ],
        remarks=[tag_text.NOTE_AMOUNT_TEXT, tag_text.NOTE_PLACE_TEXT],
        lacks=list_lacks(case, document),
        tables=(Exported(tags, COLUMNS, tag_text.SHEET, []),),
    )


def find_snapshot(case: GuidelineCase, document: GuidelineDocument) -> tuple[Snapshot | None, str]:
    """The budget that a document is about, and its name; None where it was not imported."""
    year = case.year + 1 if document.snapshot == "rencana" else case.year
    wanted = budget_text.KINDS_OF_SNAPSHOT[document.snapshot].format(year=year)
    return case.snapshot(document.snapshot, year), wanted


def list_lacks(case: GuidelineCase, document: GuidelineDocument) -> OwnLacks:
    """A budget and something tagged in it."""
    snapshot, wanted = find_snapshot(case, document)
    if snapshot is None:
        return OwnLacks((text.LACK_SNAPSHOT.format(snapshot=wanted),))
    if has_tags(case.engine, snapshot, _find_owner(case)):
        return OwnLacks()
    return OwnLacks(wished=(text.LACK_TAGS.format(snapshot=wanted),))


def read_tags(case: GuidelineCase, snapshot: Snapshot) -> pd.DataFrame:
    """The rows of `konvergensi export penandaan`: a kecamatan's are those of its own agency."""
    return tabulate_tags(case.engine, snapshot, _find_owner(case))


def _find_owner(case: GuidelineCase) -> tuple[str, str] | None:
    return (case.code, "setcam") if case.level == "kecamatan" else None


def write_opening(case: GuidelineCase, snapshot: Snapshot, tags: pd.DataFrame) -> str:
    """How much is tagged, in how many lines, sub kegiatan and agencies."""
    if tags.empty:
        return text.NO_TAGS.format(snapshot=name_snapshot(snapshot))
    return text.TAGS_OPENING.format(
        snapshot=name_snapshot(snapshot),
        region=case.region.name,
        amount=format_idr(int(tags["amount_idr"].sum())),
        lines=format_count(tags["line_id"].nunique()),
        activities=format_count(tags["activity_code"].nunique()),
        agencies=format_count(tags["agency"].nunique()),
        services=format_count(tags["label"].dropna().nunique()),
    )


def _list_sums(tags: pd.DataFrame) -> list[Block]:
    if tags.empty:
        return []
    groups = _sum_by(tags, tags["kelompok"].fillna(text.NO_GROUP))
    picture = draw_bars(
        list(groups.index),
        [float(each) for each in groups["amount_idr"]],
        [format_idr_short(each) for each in groups["amount_idr"]],
        text.CAPTION_GROUPS,
        width_pct=60,
    )
    blocks: list[Block] = [_make_sums(text.SUM_GROUP, groups)]
    blocks += [picture] if picture is not None else []
    by_kind = _sum_by(tags, tags["kind"].fillna(text.DASH))
    by_agency = _sum_by(tags, tags["agency"])
    return [
        *blocks,
        _make_sums(text.SUM_KIND, by_kind),
        _make_sums(text.SUM_AGENCY, by_agency),
    ]


def _sum_by(tags: pd.DataFrame, key: pd.Series) -> pd.DataFrame:
    """Lines and rupiah by key, the most money first."""
    rows = tags.assign(amount_idr=tags["amount_idr"].astype("int64")).groupby(key)
    sums = rows.agg(amount_idr=("amount_idr", "sum"), lines=("line_id", "nunique"))
    return sums.sort_values("amount_idr", ascending=False, kind="stable")


def _make_sums(heading: str, sums: pd.DataFrame) -> Table:
    whole = int(sums["amount_idr"].sum())
    rows = tuple(
        (
            str(name),
            format_count(row["lines"]),
            format_count(row["amount_idr"]),
            format_pct(100 * row["amount_idr"] / whole) if whole else text.DASH,
        )
        for name, row in sums.iterrows()
    )
    columns = make_columns((heading, *text.SUM_COLUMNS), _SUM_WIDTHS, 1, 2, 3)
    return Table(columns, rows, (text.SUM_TOTAL, "", format_count(whole), ""))


def _list_comparison(case: GuidelineCase, document: GuidelineDocument) -> list[Block]:
    """Before and after the change of the budget, service by service."""
    before = case.snapshot("murni", case.year)
    after = case.snapshot("perubahan", case.year)
    if document.snapshot != "perubahan" or before is None or after is None:
        return []
    amounts = {"murni": case.budget(before).amounts, "perubahan": case.budget(after).amounts}
    table = tabulate_snapshots(amounts, case.owner, case.code)
    write = partial(format_count, missing=text.DASH)
    rows = [
        (
            _name_row(row["item_code"]),
            write(row["murni_idr"]),
            write(row["perubahan_idr"]),
            write(row["selisih_idr"]),
        )
        for row in table.to_dict("records")
    ]
    columns = make_columns(text.COMPARE_COLUMNS, _COMPARE_WIDTHS, 1, 2, 3)
    return [
        Heading(text.PART_COMPARED, 2),
        Paragraph(text.COMPARED_NOTE, small=True),
        Table(columns, tuple(rows[:-1]), (text.SUM_TOTAL, *rows[-1][1:])),
    ]


def _name_row(code: object) -> str:
    if not isinstance(code, str):
        return text.NO_GROUP
    return name_budget_service(code) if code else text.SUM_TOTAL


def _list_lines(tags: pd.DataFrame) -> list[Block]:
    if tags.empty:
        return [Paragraph(text.TAGS_EMPTY)]
    blocks: list[Block] = []
    detailed = len(tags) <= MOST_LINES
    if not detailed:
        blocks.append(Paragraph(text.TAGS_MANY.format(count=format_count(len(tags)))))
    groups = tags["kelompok"].fillna(text.NO_GROUP)
    for group in dict.fromkeys(groups):
        rows = tags[groups == group]
        make = _make_lines if detailed else _make_activities
        blocks += [Heading(group, 2), make(rows, text.SUM_OF.format(group=group))]
    return blocks


def _make_lines(tags: pd.DataFrame, total_label: str) -> Table:
    rows = [
        (
            _name_service(row),
            str(row["agency"]),
            f"{row['activity_code']} {row['activity']}",
            _write_line(row),
            str(row["place"]),
            f"{_say(row['coefficient'])}",
            format_count(row["amount_idr"]),
        )
        for row in tags.to_dict("records")
    ]
    total = ("", total_label, "", "", "", "", "", format_count(int(tags["amount_idr"].sum())))
    return Table(make_columns(text.LINE_COLUMNS, _LINE_WIDTHS, 0, 7), number_rows(rows), total)


def _make_activities(tags: pd.DataFrame, total_label: str) -> Table:
    keys = ["label", "service", "activity_code", "activity"]
    typed = tags.assign(amount_idr=tags["amount_idr"].astype("int64"))
    sums = typed.groupby(keys, dropna=False, sort=False).agg(
        amount_idr=("amount_idr", "sum"),
        lines=("line_id", "nunique"),
        agency=("agency", lambda names: join_names(list(dict.fromkeys(names)), _AGENCIES_NAMED)),
    )
    rows = [
        (
            _name_service(row),
            str(row["agency"]),
            f"{row['activity_code']} {row['activity']}",
            format_count(row["lines"]),
            format_count(row["amount_idr"]),
        )
        for row in sums.reset_index().to_dict("records")
    ]
    total = ("", total_label, "", "", "", format_count(int(typed["amount_idr"].sum())))
    columns = make_columns(text.ACTIVITY_COLUMNS, _ACTIVITY_WIDTHS, 0, 4, 5)
    return Table(columns, number_rows(rows), total)


def _name_service(row: dict[str, object]) -> str:
    label = row["label"]
    return f"{label} {row['service']}" if isinstance(label, str) else str(row["service"])


def _write_line(row: dict[str, object]) -> str:
    return text.LINE_WORDS.format(account=_say(row["account"]), words=_say(row["description"]))


def _say(value: object) -> str:
    return value if isinstance(value, str) and value else text.DASH
