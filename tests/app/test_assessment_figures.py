"""The demonstration's assessment: evidence counted by hand, one pass, files equal the screen."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from analysis.monev import COMPONENTS, Assessment
from app.assessment_figures import assess, assess_all, is_provisional, tabulate
from app.assessment_words import write_evidence, write_score
from app.cli.export_request import ExportRequest
from app.cli.exporting_assessment import tabulate_assessment
from app.documents.exported import to_json, to_xlsx
from app.stage_board import read_board
from data_access.demo.assessment import make_assessment
from data_access.reads.penilaian import read_results
from data_access.reads.wilayah import read_region
from data_access.writes.demo_assessment import save_demo_assessment

KAB, KECAMATAN, TODAY = "99.01", "99.01.01", date(2026, 11, 21)


@pytest.fixture
def told(demo: Engine) -> Engine:
    """The demonstration with its evidence, whether or not it came with it."""
    if not read_results(demo, [KAB], 2025):
        codes = [f"{KAB}.{number:02d}" for number in range(1, 13)]
        save_demo_assessment(demo, "pembuat data demonstrasi", make_assessment(codes))
    return demo


def ask(path: Path, question: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(question).fetchone()[0])


def test_every_score_rests_on_evidence_that_the_database_has(told: Engine, database: Path) -> None:
    found = assess_all(told, KAB, 2026, TODAY)[KECAMATAN]
    rows = {(row.stage, row.criterion): row for row in found.evidence}
    filled = ask(
        database,
        "SELECT count(*) FROM isian WHERE period = '2026' AND value IS NOT NULL"
        f" AND unit_code LIKE '{KECAMATAN}.%'",
    )
    desa = ask(
        database,
        f"SELECT count(*) FROM wilayah WHERE level = 'desa' AND code LIKE '{KECAMATAN}.%'",
    )
    fill = rows["kecamatan.ansit", "lengkap"].facts
    assert (fill["filled"], fill["cells"]) == (filled, desa * 61)
    time = rows["kecamatan.ansit", "tepat_waktu"]
    assert (time.facts["done_on"], time.facts["due"]) == ("2026-01-12", "2026-01-15")
    late = rows["kecamatan.penandaan-perubahan", "tepat_waktu"]
    assert (late.fraction, late.is_open) == (0, False)  # due on 31 October, still not approved
    support = rows["kecamatan.publikasi", "lengkap"].facts
    assert (support["filled"], support["cells"], support["unit"]) == (1, 8, "tahapan")
    assert all(write_evidence(row) for row in found.evidence)


def test_whether_a_score_may_change_is_told_by_the_stages_alone(told: Engine) -> None:
    for year in (2024, 2025, 2026):
        board = read_board(told, KAB, year, TODAY)
        for code, found in assess_all(told, KAB, year, TODAY).items():
            assert is_provisional(board, code) == found.is_provisional


def test_one_region_alone_has_the_figures_that_it_has_among_all(told: Engine) -> None:
    everything = assess_all(told, KAB, 2025)
    for code in (KAB, KECAMATAN):
        alone = assess(told, code, 2025)
        assert tabulate([alone]).equals(tabulate([everything[code]]))
    assert list(everything) == [KAB, *(f"{KAB}.{number:02d}" for number in range(1, 13))]


def test_a_kabupaten_is_classed_once_all_its_kecamatan_are_done(told: Engine) -> None:
    now, before = assess(told, KAB, 2026), assess(told, KAB, 2025)
    assert now.class_name is None
    assert now.provisional_class is not None
    assert len(now.waiting) == 12
    assert before.class_name is not None
    assert before.waiting == ()


def test_a_total_is_the_weighted_mean_of_the_components_shown(told: Engine) -> None:
    for found in assess_all(told, KAB, 2026).values():
        assert found.total == pytest.approx(_mean(found))


def _mean(found: Assessment) -> float:
    parts = [part for part in found.components if part.score is not None]
    weights = sum(part.weight for part in parts)
    return sum(part.weight * part.score for part in parts if part.score is not None) / weights


def test_the_exported_scores_are_those_of_the_screen(told: Engine) -> None:
    region = read_region(told, KAB)
    assert region is not None
    exported = tabulate_assessment(ExportRequest(told, region, "2025", None, None))
    whole = json.loads(to_json(exported))
    shown = assess_all(told, KAB, 2025)
    assert whole["keterangan"]["Sifat"] == "simulasi, bukan penilaian resmi"
    assert len(whole["data"]) == len(shown)
    for row in whole["data"]:
        own = shown[row["code"]]
        assert row["nilai"] == pytest.approx(own.total)
        for part in own.components:
            assert row[part.code] == pytest.approx(part.score)
    official = {row["code"]: row["kelas_resmi"] for row in whole["data"] if row["kelas_resmi"]}
    assert official[KECAMATAN] == "Berdaya"
    book = load_workbook(BytesIO(to_xlsx(exported)), read_only=True)
    headings = [cell.value for cell in next(book.worksheets[0].iter_rows())]
    assert len(headings) == len(exported.columns) > len(COMPONENTS)


def test_a_score_a_hair_below_full_is_not_shown_as_full() -> None:
    assert [write_score(each) for each in (100, 99.96, 100 - 1e-9, 0)] == [
        "100,0",
        "99,9",
        "100,0",
        "0,0",
    ]
