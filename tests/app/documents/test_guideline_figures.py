"""Every figure of the year's documents is the one that `konvergensi export` gives."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
import typer
from sqlalchemy import Engine

from app.cli.export_request import ExportRequest
from app.cli.exporting_assessment import tabulate_assessment
from app.cli.exporting_budget import tabulate_budget, tabulate_gaps
from app.cli.exporting_coverage import tabulate_coverage, tabulate_entered, tabulate_targets
from app.cli.exporting_meetings import tabulate_commitments, tabulate_proposals
from app.cli.exporting_prevalence import tabulate_prevalence
from app.cli.exporting_support import tabulate_publications, tabulate_regulations
from app.cli.exporting_tags import tabulate_tags
from app.cli.exporting_year import tabulate_programmes, tabulate_stages
from app.documents import (
    guideline_assessment,
    guideline_review,
    guideline_semester,
    guideline_tagging,
)
from app.documents.exported import Exported
from app.documents.guideline_files import frame_document
from app.documents.guideline_paper import Framed
from app.documents.paper import Across, Block, Facts, Paragraph, Table
from app.format import (
    format_count,
    format_date,
    format_idr,
    format_number,
    format_pct,
    format_poin,
)
from app.guideline_case import GuidelineCase
from app.guideline_list import (
    ASSESSMENT,
    FIRST_HALF,
    MONITORING,
    PLAN,
    PUBLICATION,
    REGULATION,
    REVIEW,
    TAG_CHANGED,
    TAG_NEXT,
    find_document,
)
from app.text import dokumen as words
from app.text import penilaian as monev_words
from app.text import usulan as proposal_words
from data_access.database import make_engine
from data_access.reads.wilayah import read_region

YEAR, HALF = 2026, "2026-S1"
REGIONS = ("99", "99.01", "99.01.01")
# Deadlines are looked at on the day of an export: the documents are made on the same.
NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def place(demo_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    path = tmp_path_factory.mktemp("angka") / "demo.db"
    shutil.copy(demo_template, path)
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def without_pictures() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module, name in (
            (guideline_semester, "draw_heatmap"),
            (guideline_review, "draw_heatmap"),
            (guideline_review, "draw_prevalence_map"),
            (guideline_assessment, "draw_bars"),
            (guideline_tagging, "draw_bars"),
        ):
            patch.setattr(module, name, lambda *_, **__: None)
        yield


@pytest.fixture(scope="module", params=REGIONS)
def case(place: Engine, without_pictures: None, request: pytest.FixtureRequest) -> GuidelineCase:
    return GuidelineCase(place, request.param, YEAR, NOW)


def make(case: GuidelineCase, key: str) -> Framed:
    return frame_document(case, find_document(key))


def export(
    tabulate: Callable[[ExportRequest], Exported],
    case: GuidelineCase,
    period: str | None = None,
    level: str | None = None,
) -> pd.DataFrame:
    """What the command gives; no row where it ends with a message."""
    region = read_region(case.engine, case.code)
    assert region is not None
    try:
        return tabulate(ExportRequest(case.engine, region, period, None, level)).table
    except typer.Exit:
        return pd.DataFrame()


def flatten(blocks: tuple[Block, ...] | list[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += flatten(list(block.blocks)) if isinstance(block, Across) else [block]
    return found


def find_tables(framed: Framed, *headings: str) -> list[Table]:
    tables = [each for each in flatten(list(framed.paper.blocks)) if isinstance(each, Table)]
    return [
        table for table in tables if set(headings) <= {column.heading for column in table.columns}
    ]


def read_paragraphs(framed: Framed) -> str:
    blocks = flatten(list(framed.paper.blocks))
    return "\n".join(each.text for each in blocks if isinstance(each, Paragraph))


def read_facts(framed: Framed) -> dict[str, str]:
    blocks = flatten(list(framed.paper.blocks))
    return {
        label: value for each in blocks if isinstance(each, Facts) for label, value in each.rows
    }


def count(value: object) -> str:
    return format_count(value, words.DASH)  # type: ignore[arg-type]


def pct(value: object) -> str:
    return format_pct(value, missing=words.DASH)  # type: ignore[arg-type]


def test_services_of_a_half_year_stand_as_exported(case: GuidelineCase) -> None:
    (table,) = find_tables(make(case, FIRST_HALF), "Terjangkau")
    exported = export(tabulate_coverage, case, HALF, case.level)
    assert len(table.rows) == len(exported) == 31
    for row, own in zip(table.rows, exported.itertuples(index=False), strict=True):
        assert row[1:4] == (count(own.pembilang), format_pct(own.cakupan_pct), pct(own.target_pct))
        assert row[4:] == (own.status, count(own.perlu_dijangkau))


def test_people_of_the_target_groups_are_the_sums_of_what_was_entered(case: GuidelineCase) -> None:
    (table,) = find_tables(make(case, FIRST_HALF), "Desa terisi")
    exported = export(tabulate_entered, case, HALF)
    assert len(table.rows) == 16
    for code, _, amount, filled in table.rows:
        known = exported[code].dropna()
        assert amount.split()[0] == count(int(known.sum())), code
        assert filled.split()[0] == count(len(known)), code


@pytest.mark.parametrize(("key", "month"), [(FIRST_HALF, "june"), (REVIEW, "december")])
def test_programmes_and_what_was_spent_are_the_sums_of_the_export(
    case: GuidelineCase, key: str, month: str
) -> None:
    exported = export(tabulate_programmes, case, str(YEAR))
    spent = f"realisation_{month}_idr"
    (table,) = find_tables(make(case, key), "Sumber", "Program")
    assert table.total is not None
    groups = [exported[exported["source"] == row[0]] for row in table.rows]
    for row, mine in zip((*table.rows, table.total), (*groups, exported), strict=True):
        known = mine[mine[spent].notna()]
        assert row[1] == count(len(mine))
        assert row[2] == (count(int(mine["amount_idr"].sum())) if len(mine) else words.DASH)
        assert row[3] == (count(int(known[spent].sum())) if len(known) else words.DASH)
        if len(known):
            share = 100 * int(known[spent].sum()) / int(known["amount_idr"].sum())
            assert row[4] == format_pct(share)


def test_stages_stand_as_exported(case: GuidelineCase) -> None:
    framed = make(case, MONITORING)
    exported = export(tabulate_stages, case, str(YEAR))
    own, below = (exported[(exported["code"] == case.code) == mine] for mine in (True, False))
    (table,) = find_tables(framed, "Keadaan", "Terlambat")
    for row, stage in zip(table.rows, own.to_dict("records"), strict=True):
        assert row[1:3] == (stage["stage"], stage["state"])
        days = (pd.to_datetime(stage[name]) for name in ("due", "done"))
        assert row[3:5] == tuple(format_date(day, words.DASH) for day in days)
        assert row[5].split()[0] == (str(stage["late_days"]) if stage["late_days"] else words.DASH)
    late = int((own["late_days"] > 0).sum())
    done = int(own["done"].notna().sum())
    assert f"{done} dari {len(own)} tahapan" in read_paragraphs(framed)
    assert f"{late} tahapan lewat" in read_paragraphs(framed)
    for table in find_tables(framed, "Tahapan yang belum selesai"):
        for row in table.rows:
            mine = below[below["region"] == row[1]]
            assert row[2] == f"{mine['done'].notna().sum()} dari {len(mine)}"


@pytest.mark.parametrize("key", [MONITORING, REVIEW])
def test_commitments_of_the_regions_meetings_stand_as_exported(
    case: GuidelineCase, key: str
) -> None:
    exported = export(tabulate_commitments, case, str(YEAR))
    own = exported[exported["wilayah_code"] == case.code] if len(exported) else exported
    tables = find_tables(make(case, key), "Isi komitmen")
    shown = [(row[2], row[4]) for table in tables for row in table.rows]
    known = own[["statement", "state"]].itertuples(index=False, name=None) if len(own) else ()
    assert sorted(shown) == sorted(known)


def test_scores_and_classes_stand_as_exported(case: GuidelineCase) -> None:
    framed = make(case, ASSESSMENT)
    exported = export(tabulate_assessment, case, str(YEAR)).set_index("code")
    own = exported.loc[case.code]
    (table,) = find_tables(framed, "Bobot rubrik")
    scores = [format_number(own[code], 1, monev_words.NO_SCORE) for code in monev_words.COMPONENTS]
    assert [row[2] for row in table.rows] == scores
    assert read_facts(framed)[words.RESULT_TOTAL] == format_number(own["nilai"], 1)
    for table in find_tables(framed, "Klasifikasi"):
        for row in table.rows:
            mine = exported[exported["name"] == row[1]].iloc[0]
            each = [mine["nilai"], *(mine[code] for code in monev_words.COMPONENTS)]
            shown = [row[2], *row[4:]]
            assert shown == [format_number(value, 1, words.DASH) for value in each]


@pytest.mark.parametrize(
    ("key", "tabulate"), [(REGULATION, tabulate_regulations), (PUBLICATION, tabulate_publications)]
)
def test_regulations_and_publications_are_the_exports(
    case: GuidelineCase, key: str, tabulate: Callable[[ExportRequest], Exported]
) -> None:
    framed = make(case, key)
    exported = export(tabulate, case, str(YEAR))
    own = exported[exported["wilayah_code"] == case.code] if len(exported) else exported
    said = "Tentang" if key == REGULATION else "Judul atau kegiatan"
    (listed,) = find_tables(framed, said) or (None,)
    assert (len(listed.rows) if listed else 0) == len(own)
    for table in find_tables(framed, "Tahapan yang belum ada"):
        counted = [int(row[2]) for row in table.rows]
        assert sum(counted) == len(exported) - len(own)


def test_the_review_tells_coverage_at_both_ends_and_prevalence_as_exported(
    case: GuidelineCase,
) -> None:
    framed = make(case, REVIEW)
    before = export(tabulate_coverage, case, "2025-S1", case.level)
    after = export(tabulate_coverage, case, HALF, case.level)
    (table,) = find_tables(framed, "Semester I 2026")
    both = zip(before.itertuples(), after.itertuples(), strict=True)
    for row, (first, last) in zip(table.rows, both, strict=True):
        assert row[1:4] == (pct(first.cakupan_pct), pct(last.cakupan_pct), pct(last.target_pct))
        assert row[4] == format_poin(last.cakupan_pct - first.cakupan_pct, 1, words.DASH)
    (measured,) = find_tables(framed, "Prevalensi")
    exported = export(tabulate_prevalence, case, "2026-08", case.below_level).set_index("name")
    for row in measured.rows:
        mine = exported.loc[row[1]]
        assert row[2] == format_pct(mine["prevalensi_pct"])
        assert row[3:5] == (count(mine["stunting_jiwa"]), count(mine["diukur_jiwa"]))
        assert row[5] == format_poin(mine["perubahan_poin"], 1, words.DASH)


def test_the_review_tells_money_fates_and_the_next_year_as_exported(case: GuidelineCase) -> None:
    framed = make(case, REVIEW)
    said = read_paragraphs(framed)
    money = export(tabulate_budget, case, "2026-perubahan")
    if money.empty:
        assert words.NO_BUDGET in said
    else:
        assert format_idr(int(money["amount_idr"].sum())) in said
        assert format_idr(int(money["realised_idr"].sum())) in said
    proposals = export(tabulate_proposals, case, str(YEAR))
    agreed = proposals[proposals["decision"] == proposal_words.DECISIONS["disepakati"]]
    (fates,) = find_tables(framed, "Nasib")
    for row in fates.rows:
        known = agreed["fate"] == row[0]
        mine = agreed[agreed["fate"].isna() if row[0] == words.FATE_UNKNOWN else known]
        assert row[1:] == (count(len(mine)), count(int(mine["amount_idr"].fillna(0).sum())))
    assert sum(int(row[1]) for row in fates.rows) == len(agreed)
    (planned,) = find_tables(framed, "Bidang")
    following = agreed[agreed["execution_year"] == str(YEAR + 1)]
    for row in planned.rows:
        mine = following[following["bidang"] == row[0]]
        assert row[1:] == (count(len(mine)), count(int(mine["amount_idr"].fillna(0).sum())))
    _check_next_year(case, framed)


def _check_next_year(case: GuidelineCase, framed: Framed) -> None:
    gaps = export(tabulate_gaps, case, "2027-rencana", case.level)
    known = dict(zip(gaps["service"], gaps["gap_idr"], strict=True)) if len(gaps) else {}
    shown = [row for table in find_tables(framed, "Kebutuhan (Rp)") for row in table.rows]
    assert bool(shown) == bool(known)
    assert all(row[4] == count(known[row[0]]) for row in shown)
    targets = export(tabulate_targets, case, str(YEAR + 1))
    goal = read_facts(framed)[words.NEXT_PREVALENCE]
    if len(targets):
        mine = targets[
            (targets["item_code"] == "prevalensi") & (targets["wilayah_code"] == case.code)
        ]
        assert not len(mine) or goal in [format_pct(value) for value in mine["target_pct"]]
    else:
        assert goal in (words.DASH, "13,5 %")


def test_agreed_activities_are_those_of_the_exported_proposals(case: GuidelineCase) -> None:
    framed = make(case, PLAN)
    tables = find_tables(framed, "Kegiatan", "Pelaksana")
    if case.level == "provinsi":
        assert not tables
        return
    exported = export(tabulate_proposals, case, str(YEAR)).set_index("number")
    listed = framed.tables[0].table
    assert sum(len(table.rows) for table in tables) == len(listed)
    known = exported.loc[list(listed["number"])]
    assert (known["is_complete"] == proposal_words.YES).all()
    for name in ("amount_idr", "volume"):
        assert [float(each) for each in listed[name]] == [float(each) for each in known[name]]
    sums = [int(table.total[7].replace(".", "")) for table in tables if table.total]
    assert sum(sums) == int(known["amount_idr"].sum())


@pytest.mark.parametrize(
    ("key", "asked"), [(TAG_CHANGED, "2026-perubahan"), (TAG_NEXT, "2027-rencana")]
)
def test_tags_of_every_budget_are_the_exports(case: GuidelineCase, key: str, asked: str) -> None:
    framed = make(case, key)
    exported = export(tabulate_tags, case, asked)
    if exported.empty:
        assert not framed.tables
        return
    pd.testing.assert_frame_equal(framed.tables[0].table, exported)
    whole = int(exported["amount_idr"].sum())
    assert format_idr(whole) in read_paragraphs(framed)
    sums = [table.total for table in find_tables(framed, "Bagian", "Baris")]
    assert [total[2] for total in sums if total] == [format_count(whole)] * 3
