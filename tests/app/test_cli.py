import csv
import io
import json
import math
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from sqlalchemy import Engine

from app.cli.exporting import EXPORTS
from app.documents.prevalensi import arrange
from app.figures import View, compute_prevalensi
from data_access.backup import check_database
from data_access.reads.batches import read_batches, read_identity
from data_access.reads.pengukuran import read_measurements
from tests.app.conftest import Run
from tests.corpus.tables import write_csv

CODES = {"62": "Kalimantan Tengah", "62.10": "Gunung Mas", "62.10.01": "Kurun",
         "62.10.01.2001": 'Soka"an', "62.10.01.2002": "O'o"}  # fmt: skip
PLAIN = ["kode", "nama", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi"]
AUGUST = ("--periode", "2025-08", "--sumber", "e-PPGBM")


@pytest.fixture
def listed(run: Run, tmp_path: Path) -> Path:
    """A new database that knows a few regions; gives a file of measurements for them."""
    assert run("db", "new").exit_code == 0
    regions = write_csv(tmp_path / "daftar.csv", [("kode", "nama"), *CODES.items()])
    assert run("import", "wilayah", regions).exit_code == 0
    first = ("62.10.01.2001", 'Soka"an', 60, 3, 7, 38, 2)
    second = ("62.10.01.2002", "O'o", 40, 1, 2, 17, 0)
    return write_csv(tmp_path / "agustus.csv", [PLAIN, first, second])


def test_a_new_database_says_what_to_do_next(run: Run, engine: Engine) -> None:
    made = run("db", "new")
    assert made.exit_code == 0
    assert "konvergensi import wilayah" in made.stdout
    assert read_identity(engine) == {"jenis": "nyata"}


def test_a_second_new_database_in_the_same_place_is_refused(run: Run, listed: Path) -> None:
    again = run("db", "new")
    assert again.exit_code == 1
    assert "Tidak ada yang diubah" in again.stderr
    assert "5" in run("db", "check").stdout


def test_the_check_counts_rows_and_says_that_all_is_well(run: Run, listed: Path) -> None:
    checked = run("db", "check")
    assert checked.exit_code == 0
    counts = dict(line.split() for line in checked.stdout.splitlines()[:-1])
    assert counts["wilayah"] == "5"
    assert counts["pengukuran"] == "0"
    assert "utuh" in checked.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("db", "check"),
        ("db", "upgrade"),
        ("db", "backup", "cadangan.db"),
        ("export", "prevalensi", "--wilayah", "62.10"),
    ],
)
def test_without_a_database_every_command_says_how_to_make_one(
    run: Run, database: Path, arguments: tuple[str, ...]
) -> None:
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert "konvergensi db new" in refused.stderr
    assert not database.exists()


def test_a_password_is_never_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.cli.opening import hide_password

    assert "rahasia" not in hide_password("postgresql://orang:rahasia@127.0.0.1/uji")


def test_an_upgrade_of_a_current_database_changes_nothing(
    run: Run, listed: Path, engine: Engine
) -> None:
    before = check_database(engine)
    assert run("db", "upgrade").exit_code == 0
    assert check_database(engine) == before


def test_backup_and_restore_bring_the_same_counts(
    run: Run, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.settings import read_settings

    before = run("db", "check").stdout
    file = tmp_path / "cadangan.db"
    assert run("db", "backup", file).exit_code == 0
    assert run("db", "backup", file).exit_code == 1
    assert run("db", "restore", file).exit_code == 1
    monkeypatch.setenv("KONVERGENSI_DATABASE_URL", f"sqlite:///{tmp_path / 'baru' / 'b.db'}")
    read_settings.cache_clear()
    assert run("db", "restore", file).exit_code == 0
    assert run("db", "check").stdout == before


def test_the_demonstration_takes_no_import_unless_it_is_asked_for(
    run: Run, demo: Engine, tmp_path: Path
) -> None:
    regions = write_csv(tmp_path / "daftar.csv", [("kode", "nama"), *CODES.items()])
    before = check_database(demo).counts
    refused = run("import", "wilayah", regions)
    assert refused.exit_code == 1
    assert "--ke-demo" in refused.stderr
    assert check_database(demo).counts == before
    assert run("import", "wilayah", regions, "--ke-demo").exit_code == 0
    assert check_database(demo).counts["wilayah"] == before["wilayah"] + len(CODES)


def test_the_demonstration_is_made_in_an_empty_place_only(run: Run, demo: Engine) -> None:
    refused = run("demo")
    assert refused.exit_code == 1
    assert "tidak kosong" in refused.stderr


def test_too_small_a_demonstration_is_refused_before_anything_is_made(
    run: Run, database: Path
) -> None:
    assert run("demo", "--desa", 12).exit_code == 2
    assert not database.exists()


@pytest.mark.parametrize("what", ["wilayah", "pengukuran", "survei"])
def test_a_missing_file_is_said_so(run: Run, listed: Path, tmp_path: Path, what: str) -> None:
    options = AUGUST if what == "pengukuran" else ()
    refused = run("import", what, tmp_path / "hilang.csv", *options)
    assert refused.exit_code == 1
    assert "hilang.csv tidak ada" in refused.stderr


@pytest.mark.parametrize("period", ["2025-13", "Agustus 2025", "2025", ""])
def test_a_period_that_is_no_month_is_refused(
    run: Run, listed: Path, engine: Engine, period: str
) -> None:
    refused = run("import", "pengukuran", listed, "--periode", period, "--sumber", "e-PPGBM")
    assert refused.exit_code == 1
    assert "2025-08" in refused.stderr
    assert read_measurements(engine, "62.10", "e-PPGBM").empty


@pytest.mark.parametrize("source", ["", "{{7*7}}", "<b>", "x" * 61])
def test_a_source_with_unsafe_marks_is_refused(run: Run, listed: Path, source: str) -> None:
    refused = run("import", "pengukuran", listed, "--periode", "2025-08", "--sumber", source)
    assert refused.exit_code == 1


def test_a_dry_run_checks_and_writes_nothing(run: Run, listed: Path, engine: Engine) -> None:
    before = check_database(engine).counts
    checked = run("import", "pengukuran", listed, *AUGUST, "--dry-run")
    assert checked.exit_code == 0
    assert "Diperiksa: 2 desa" in checked.stdout
    assert "13 balita stunting dari 70" in checked.stdout
    assert check_database(engine).counts == before
    assert len(read_batches(engine)) == 1


def test_measurements_are_stored_and_the_same_file_again_changes_nothing(
    run: Run, listed: Path, engine: Engine
) -> None:
    first = run("import", "pengukuran", listed, *AUGUST)
    assert "13 balita stunting dari 70 yang diukur = 18,57 %" in first.stdout
    before = check_database(engine).counts
    again = run("import", "pengukuran", listed, *AUGUST)
    assert again.exit_code == 0
    assert "Tidak ada yang berubah" in again.stdout
    assert check_database(engine).counts == before
    assert list(read_batches(engine)["imported_by"].unique()) == ["penguji"]


def test_a_corrected_mapping_of_names_is_no_unchanged_file(
    run: Run, listed: Path, tmp_path: Path, engine: Engine
) -> None:
    header = ["kecamatan", "nama", *PLAIN[2:]]
    named = write_csv(tmp_path / "nama.csv", [header, ("Kurun", "Sokan", 60, 3, 7, 38, 2)])
    mapping = tmp_path / "pemetaan.csv"
    columns = ("kecamatan_berkas", "nama_berkas", "kode")
    order = ("import", "pengukuran", named, *AUGUST, "--wilayah", "62.10", "--pemetaan", mapping)
    for code in ("62.10.01.2002", "62.10.01.2001"):
        write_csv(mapping, [columns, ("Kurun", "Sokan", code)])
        assert run(*order).exit_code == 0
        facts = read_measurements(engine, "62.10", "e-PPGBM")
        assert list(facts["unit_code"]) == [code]
    assert "Tidak ada yang berubah" in run(*order[:-2]).stdout


def test_surveys_are_imported(run: Run, listed: Path, tmp_path: Path, engine: Engine) -> None:
    from data_access.reads.pengukuran import read_surveys

    lines = [("kode", "tahun", "sumber", "prevalensi_pct", "bawah_pct", "atas_pct"),
             ("62.10", 2023, "SKI", "28,4", "24,1", "33,0")]  # fmt: skip
    file = write_csv(tmp_path / "survei.csv", lines, delimiter=";")
    done = run("import", "survei", file)
    assert "Tersimpan: 1 baris survei" in done.stdout
    row = read_surveys(engine, "62.10").iloc[0]
    assert (row["prevalensi_pct"], row["bawah_pct"], row["atas_pct"]) == (28.4, 24.1, 33.0)


# Exports


VIEW = View("99.01", "desa", "e-PPGBM", "2026-08", "2025-08")


@pytest.fixture
def table(demo: Engine) -> pd.DataFrame:
    """What the screens compute for the demonstration."""
    return arrange(compute_prevalensi(demo, VIEW))


def same(shown: object, meant: object) -> bool:
    if meant is None or meant is pd.NA or (isinstance(meant, float) and math.isnan(meant)):
        return shown in (None, "")
    if isinstance(meant, str):
        return shown == meant or (shown in (None, "") and meant == "")
    return math.isclose(float(shown), float(meant), rel_tol=1e-12)  # type: ignore[arg-type]


def test_exported_json_holds_the_figures_of_the_screens(run: Run, table: pd.DataFrame) -> None:
    done = run("export", "prevalensi", "--wilayah", "99.01")
    whole = json.loads(done.stdout)
    assert [row["code"] for row in whole["data"]] == list(table["code"])
    for row, meant in zip(whole["data"], table.to_dict("records"), strict=True):
        assert all(same(row[key], meant[key]) for key in row), row
    assert whole["keterangan"]["Periode"] == "Agustus 2026"
    assert whole["keterangan"]["Pembanding"] == "Agustus 2025"
    assert "fiktif" in whole["keterangan"]["Perhatian"]


def test_exported_csv_and_excel_hold_the_figures_of_the_screens(
    run: Run, table: pd.DataFrame, tmp_path: Path
) -> None:
    from app.documents.prevalensi import COLUMNS

    keys = [column.key for column in COLUMNS]
    printed = run("export", "prevalensi", "--wilayah", "99.01", "--format", "csv").stdout
    file = tmp_path / "p.xlsx"
    run("export", "prevalensi", "--wilayah", "99.01", "--format", "xlsx", "--out", file)
    sheet = openpyxl.load_workbook(file)["Prevalensi"]
    from_excel = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    from_csv = list(csv.reader(io.StringIO(printed)))[1:]
    for rows in (from_csv, from_excel):
        assert len(rows) == len(table)
        for row, meant in zip(rows, table[keys].to_dict("records"), strict=True):
            assert all(same(a, b) for a, b in zip(row, meant.values(), strict=True)), row


def test_an_export_may_be_of_kecamatan_of_an_earlier_period(run: Run, demo: Engine) -> None:
    done = run(
        *("export", "prevalensi", "--wilayah", "99.01", "--tingkat", "kecamatan"),
        *("--periode", "2024-02", "--sumber", "e-PPGBM"),
    )
    whole = json.loads(done.stdout)
    assert len(whole["data"]) == 12
    assert whole["keterangan"]["Pembanding"] == "tidak ada"
    assert {row["perubahan_poin"] for row in whole["data"]} == {None}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("prevalensi", "--wilayah", "11.01"), "11.01 tidak ada"),
        (("prevalensi", "--wilayah", "9901"), "9901 tidak ada"),
        (("prevalensi", "--wilayah", "99.01", "--periode", "1999-01"), "1999-01"),
        (("prevalensi", "--wilayah", "99.01", "--sumber", "lain"), "e-PPGBM"),
        (("prevalensi", "--wilayah", "99.01", "--format", "pdf"), "xlsx"),
        (("prevalensi", "--wilayah", "99.01", "--tingkat", "rt"), "kecamatan"),
        (("neraca", "--wilayah", "99.01"), "prevalensi"),
    ],
)
def test_an_export_of_what_is_not_there_says_what_there_is(
    run: Run, demo: Engine, arguments: tuple[str, ...], said: str
) -> None:
    refused = run("export", *arguments)
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert said in refused.stderr


def test_no_part_of_the_command_line_loads_the_screens_server() -> None:
    modules = sorted(
        {module for module, _ in EXPORTS.values()} | {"app.cli", "app.cli.digest_making"}
    )
    code = f"import sys, importlib\nfor each in {modules}: importlib.import_module(each)\n"
    done = subprocess.run(
        [sys.executable, "-c", code + "sys.exit('streamlit' in sys.modules)"], check=False
    )
    assert done.returncode == 0
