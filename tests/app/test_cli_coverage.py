"""`konvergensi export cakupan`, `target`, `ansit`: the figures of the screens, for scripts."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from click.testing import Result
from sqlalchemy import Engine

from app.coverage_figures import compute_coverage_table
from data_access.reads.isian import read_cells

Run = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("demo")


def test_exported_coverage_holds_the_figures_of_the_screens(run: Run, demo: Engine) -> None:
    done = run("export", "cakupan", "--wilayah", "99.01", "--periode", "2026")
    whole = json.loads(done.stdout)
    table = compute_coverage_table(demo, "99.01", "kecamatan", "2026")
    assert len(whole["data"]) == len(table) == 12 * 31
    reached = sum(row["status"] == "tercapai" for row in whole["data"])
    assert reached == int((table["status"] == "tercapai").sum())
    assert sum(row["pembilang"] or 0 for row in whole["data"]) == table["pembilang"].sum()
    assert whole["keterangan"]["Periode"].startswith("Analisis situasi 2026")
    assert "fiktif" in whole["keterangan"]["Perhatian"]


def test_the_newest_period_and_one_level_down_are_the_default(run: Run) -> None:
    whole = json.loads(run("export", "cakupan", "--wilayah", "99.01.03").stdout)
    assert whole["keterangan"]["Periode"].startswith("Semester I 2026")
    assert {row["region_code"][:8] for row in whole["data"]} == {"99.01.03"}


def test_another_level_may_be_asked_for(run: Run) -> None:
    done = run("export", "cakupan", "--wilayah", "99.01", "--tingkat", "desa")
    assert len(json.loads(done.stdout)["data"]) == 150 * 31


def test_targets_are_exported_with_the_document_that_counts(run: Run) -> None:
    done = run("export", "target", "--wilayah", "99.01", "--periode", "2025")
    rows = json.loads(done.stdout)["data"]
    assert {row["year"] for row in rows} == {2025}
    prevalence = {row["document"]: row["berlaku"] for row in rows if row["item_code"] == "PREV"}
    assert prevalence["RKPD"] == "ya"
    assert prevalence["RPJMD"] != "ya"


def test_entered_figures_are_exported_as_entered(run: Run, demo: Engine) -> None:
    done = run(
        *("export", "ansit", "--wilayah", "99.01.03", "--periode", "2026", "--format", "csv")
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    cells = read_cells(demo, "99.01.03", "2026").dropna(subset=["value"])
    filled = [v for row in rows for key, v in row.items() if key[:1] in "SID" and v != ""]
    numbers = [v for v in filled if v.isdigit()]
    assert len(numbers) == len(cells)
    assert sum(map(int, numbers)) == cells["value"].sum()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("cakupan", "--wilayah", "99.01", "--periode", "2031"), "Yang ada: 2025, 2025-S1"),
        (("cakupan", "--wilayah", "99.01.03", "--tingkat", "kabupaten"), "Tingkat kabupaten"),
        (("target", "--wilayah", "99.01.03"), "Belum ada target"),
        (("tidak-ada", "--wilayah", "99.01"), "prevalensi, cakupan, target, ansit"),
    ],
)
def test_what_cannot_be_exported_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("export", *arguments)
    assert done.exit_code != 0
    assert said in done.stdout + done.stderr
