"""The command line brings budgets and their lists, and says what it did."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.reads.anggaran import read_activities, read_snapshots
from data_access.reads.batches import read_batches
from data_access.reads.tematik import read_thematic
from tests.app.conftest import Run
from tests.app.test_anggaran_actions import DISTRICT, HEAD, HEALTH, JUAI, KABUPATEN, WORKS
from tests.corpus.tables import write_csv

PLACE = ("--wilayah", KABUPATEN, "--tahun", "2026", "--potret", "murni")


@pytest.fixture
def budget(run: Run, tmp_path: Path) -> Path:
    """A new database that knows the kabupaten; gives a file of its budget."""
    assert run("db", "new").exit_code == 0
    names = {"63": "Kalimantan Selatan", KABUPATEN: "Balangan", JUAI: "Wilayah 63.11.01"}
    regions = write_csv(tmp_path / "daftar.csv", [("kode", "nama"), *names.items()])
    assert run("import", "wilayah", regions).exit_code == 0
    return write_csv(tmp_path / "rka.csv", [HEAD, HEALTH, WORKS, DISTRICT])


def test_a_dry_run_tells_each_skpd_and_stores_nothing(
    run: Run, budget: Path, engine: Engine
) -> None:
    done = run("import", "anggaran", budget, *PLACE, "--dry-run")
    assert done.exit_code == 0
    assert "Dinas Pekerjaan Umum [–]: 1 baris, Rp90.000.000; 1 baru" in done.stdout
    assert "Diperiksa: 3 baris belanja, Rp96.000.000." in done.stdout
    assert read_snapshots(engine, KABUPATEN) == ()


def test_a_budget_is_stored_once_under_the_name_of_who_runs_the_command(
    run: Run, budget: Path, engine: Engine
) -> None:
    done = run("import", "anggaran", budget, *PLACE, "--nomenklatur", "900.1-861/2026")
    assert done.exit_code == 0, done.stderr
    assert "Tersimpan: 3 baris belanja" in done.stdout
    again = run("import", "anggaran", budget, *PLACE, "--nomenklatur", "900.1-861/2026")
    assert "Tidak ada baris yang berubah" in again.stdout
    (snapshot,) = read_snapshots(engine, KABUPATEN)
    assert read_activities(engine, snapshot)["total_idr"].sum() == 96_000_000
    batch = read_batches(engine).iloc[0]
    assert (batch["kind"], batch["imported_by"]) == ("anggaran", "penguji")


def test_a_budget_of_a_kecamatan_is_refused_with_what_to_do(run: Run, budget: Path) -> None:
    refused = run("import", "anggaran", budget, "--wilayah", JUAI, *PLACE[2:])
    assert refused.exit_code == 1
    assert "tidak mempunyai APBD sendiri" in refused.stdout
    assert "Tidak ada yang disimpan" in refused.stderr


def test_the_two_lists_of_officials_come_in(
    run: Run, budget: Path, engine: Engine, shared_data: Callable[[str], Path]
) -> None:
    listed = shared_data("subkegiatan_TAG_STUNTING_2027.csv")
    accounts = shared_data("kode_rekening_belanja_permendagri_6level.csv")
    assert run("import", "tematik", listed, "--nomenklatur", "2027").exit_code == 0
    rows = read_thematic(engine, KABUPATEN)
    assert (rows["level"] == "kabupaten").sum() == 23
    done = run("import", "akun", accounts)
    assert "3.413 kode rekening" in done.stdout
    assert "Tidak ada yang berubah" in run("import", "akun", accounts).stdout
