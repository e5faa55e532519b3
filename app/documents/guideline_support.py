"""The lists of regulations and of publications that back the stages.

Source: guideline of 2024, Bab I D 5 and 6.
"""

from collections.abc import Iterable

import pandas as pd

from analysis.support import EVERY_STAGE, find_unsupported, list_supported
from app.documents.columns import Column
from app.documents.exported import Exported
from app.documents.guideline_paper import Body
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.paper import Block, Heading, Paragraph, Table
from app.format import format_count, format_date
from app.guideline_case import GuidelineCase
from app.guideline_lacks import OwnLacks
from app.guideline_list import find_level
from app.text import dokumen as text
from app.text import dukungan as support_text
from app.text.tahapan import SHORT_NAMES
from data_access.reads.dukungan import read_publications, read_regulations
from data_access.reads.stage_definitions import read_stages

REGULATION, PUBLICATION = "regulasi", "publikasi"
_READS = {REGULATION: read_regulations, PUBLICATION: read_publications}
_DATES = {REGULATION: "dated_on", PUBLICATION: "published_on"}
_WIDTHS = {REGULATION: (1, 4, 4, 4, 9, 5), PUBLICATION: (1, 4, 4, 8, 6, 5)}


def build(case: GuidelineCase, kind: str) -> Body:
    """The regulations or publications of a region and year, and of those right below."""
    rows = _READS[kind](case.engine, case.code, case.year, below=True)
    own = rows[rows["wilayah_code"] == case.code]
    below = rows[rows["wilayah_code"] != case.code]
    parts: list[Block] = [
        Heading(text.PART_SUPPORT[kind]),
        Paragraph(_write_opening(case, kind, own, below)),
        *([_make_table(kind, own)] if len(own) else []),
    ]
    if case.level != "kecamatan":
        parts += [Heading(text.PART_SUPPORT_BELOW), *_list_below(case, below)]
    return Body(
        parts,
        basis=[(text.BASIS_LIST, text.BASIS_LIST_VALUE[kind].format(year=case.year))],
        lacks=list_lacks(case, kind),
        tables=(_tabulate(kind, rows),),
    )


def list_lacks(case: GuidelineCase, kind: str) -> OwnLacks:
    """At least one regulation or publication, and one for every stage."""
    own = case.supported.get(kind)
    if own is None:
        return OwnLacks((text.LACK_SUPPORT[kind].format(year=case.year),))
    missing = find_uncovered(own, case.code)
    stages = ", ".join(missing)
    lack = text.LACK_SUPPORT_STAGES[kind].format(stages=stages)
    return OwnLacks(wished=(lack,)) if missing else OwnLacks()


def name_stage(short: str) -> str:
    """A stage by its short name; "semua" is all of them."""
    return support_text.ALL_STAGES if short == EVERY_STAGE else SHORT_NAMES.get(short, short)


def find_uncovered(stages: Iterable[str], region_code: str) -> tuple[str, ...]:
    """Names of the stages of a region's level that none of some rows supports."""
    supported = list_supported(read_stages(), find_level(region_code) or "")
    return tuple(name_stage(each) for each in find_unsupported(set(stages), supported))


def _count_unproven(kind: str, rows: pd.DataFrame) -> int:
    """How many rows have no file yet; a publication's link proves it as well."""
    bare = rows["file_count"] == 0
    return int((bare & rows["link"].isna()).sum() if kind == PUBLICATION else bare.sum())


def _write_opening(case: GuidelineCase, kind: str, own: pd.DataFrame, below: pd.DataFrame) -> str:
    if own.empty:
        return text.SUPPORT_NONE[kind].format(region=case.region.name)
    return text.SUPPORT_OPENING[kind].format(
        region=case.region.name,
        count=format_count(len(own)),
        bare=format_count(_count_unproven(kind, own)),
        below=format_count(len(below)),
    )


def _make_table(kind: str, rows: pd.DataFrame) -> Table:
    kinds = support_text.KINDS[kind]
    words = [
        (
            kinds.get(row["kind"], row["kind"]),
            row["number"] if kind == REGULATION else format_date(_day(row, kind), text.DASH),
            format_date(_day(row, kind), text.DASH) if kind == REGULATION else row["title"],
            row["subject"] if kind == REGULATION else _write_proof(row),
            name_stage(row["stage"]),
        )
        for row in rows.to_dict("records")
    ]
    columns = make_columns(text.SUPPORT_COLUMNS[kind], _WIDTHS[kind], 0)
    return Table(columns, number_rows(words))


def _day(row: dict[str, object], kind: str) -> pd.Timestamp | None:
    day = row[_DATES[kind]]
    return None if pd.isna(day) else day


def _write_proof(row: dict[str, object]) -> str:
    if isinstance(row["link"], str) and row["link"]:
        return row["link"]
    return text.WITH_FILE if row["file_count"] else text.DASH


def _list_below(case: GuidelineCase, below: pd.DataFrame) -> list[Block]:
    """How many each region right below has, and which stages have none."""
    rows = []
    for child in case.children.itertuples(index=False):
        codes = below["wilayah_code"]
        mine = below[(codes == child.code) | codes.str.startswith(f"{child.code}.")]
        missing = find_uncovered(mine["stage"], child.code)
        rows.append((str(child.name), format_count(len(mine)), ", ".join(missing) or text.DASH))
    if not rows:
        return []
    columns = make_columns(text.SUPPORT_BELOW_COLUMNS, (1, 6, 3, 14), 0, 2)
    return [Table(columns, number_rows(rows))]


def _tabulate(kind: str, rows: pd.DataFrame) -> Exported:
    day = _DATES[kind]
    keys = support_text.EXPORT_COLUMNS[kind]
    words = rows.assign(
        year=rows["year"].astype(str),
        kind=rows["kind"].map(support_text.KINDS[kind]),
        stage=[name_stage(stage) for stage in rows["stage"]],
        **{day: [None if pd.isna(each) else each.isoformat() for each in rows[day]]},
    )
    columns = [
        Column(key, heading, "count" if key == "file_count" else "text")
        for key, heading in keys.items()
    ]
    return Exported(words, columns, support_text.EXPORT_SHEETS[kind], [])
