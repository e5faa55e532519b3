"""`konvergensi export anggaran` and `celah-dana`: the figures of the screen, for scripts."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result
from sqlalchemy import Engine

from app.actions.databases import create_database
from tests.budget_example import add_example
from tests.budget_rows import KABUPATEN, KECAMATAN, add_places

Run = Callable[..., Result]


@pytest.fixture
def example(engine: Engine) -> None:
    create_database(engine, kind="nyata")
    add_example(engine)


@pytest.mark.usefixtures("example")
def test_tagged_lines_are_exported_a_row_a_tag(run: Run) -> None:
    whole = json.loads(run("export", "anggaran", "--wilayah", KABUPATEN).stdout)
    assert sum(row["amount_idr"] for row in whole["data"]) == 22_000_001
    assert whole["keterangan"]["Potret anggaran"] == "APBD murni 2026"
    inside = json.loads(run("export", "anggaran", "--wilayah", KECAMATAN).stdout)
    assert len(inside["data"]) == 3


@pytest.mark.usefixtures("example")
def test_gaps_are_exported_one_level_down_and_unknown_ones_are_null(run: Run) -> None:
    whole = json.loads(run("export", "celah-dana", "--wilayah", KABUPATEN).stdout)
    assert len(whole["data"]) == 2 * 30
    assert {row["gap_idr"] for row in whole["data"]} == {None}
    own = ("--wilayah", KABUPATEN, "--tingkat", "kabupaten")
    rows = json.loads(run("export", "celah-dana", *own).stdout)["data"]
    assert len(rows) == 30
    assert next(row for row in rows if row["label"] == "IBU-1")["apbd_idr"] == 10_000_000


@pytest.mark.usefixtures("example")
def test_an_unknown_snapshot_or_level_is_refused_with_those_there_are(run: Run) -> None:
    done = run("export", "anggaran", "--wilayah", KABUPATEN, "--periode", "2025-murni")
    assert done.exit_code == 1
    assert "2026-murni" in done.stderr
    bad = run("export", "celah-dana", "--wilayah", KECAMATAN, "--tingkat", "provinsi")
    assert "kecamatan, desa" in bad.stderr


def test_a_region_without_budget_says_so(run: Run, engine: Engine) -> None:
    create_database(engine, kind="nyata")
    add_places(engine)
    done = run("export", "anggaran", "--wilayah", KABUPATEN)
    assert done.exit_code == 1
    assert "belum mempunyai anggaran" in done.stderr
