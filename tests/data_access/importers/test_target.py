"""A table of targets as somebody edits it: every bad cell by its place, nothing guessed."""

from pathlib import Path

import openpyxl
import pytest

from analysis.targets import PREVALENCE
from data_access.importers.target import (
    KnownTargets,
    PercentFault,
    TargetFile,
    read_target_file,
    read_target_pct,
)

REGION = "63.11"
KNOWN = KnownTargets(
    REGION,
    {
        PREVALENCE: ("RPJPD", "RPJMD", "RKPD"),
        "I01": ("RPJPD", "RPJMD", "RKPD", "Renja"),
        "I02": ("RPJPD", "RPJMD", "RKPD", "Renja"),
    },
)
HEAD = ["Kode wilayah", "Kode butir", "Butir", "Dokumen", 2025, 2026]


def write(path: Path, *rows: list[object], head: list[object] = HEAD) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Target"
    for row in (head, *rows):
        page.append(row)
    book.save(path)
    return path


def read(tmp_path: Path, *rows: list[object], head: list[object] = HEAD) -> TargetFile:
    return read_target_file(write(tmp_path / "t.xlsx", *rows, head=head), KNOWN)


def faults(file: TargetFile) -> list[tuple[str, int | None, str | None]]:
    return [(finding.code, finding.row, finding.column) for finding in file.findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18,40", 18.4),
        ("18.4", 18.4),
        ("18,4 %", 18.4),
        ("17%", 17.0),
        ("0", 0.0),
        ("100", 100.0),
        ("", None),
        ("-", None),
        ("\ue00018.400000000000002", 18.4),
    ],
)
def test_percents_are_read_as_officials_write_them(text: str, value: float | None) -> None:
    assert read_target_pct(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0,9", "target_di_bawah_satu"),
        ("1", "target_di_bawah_satu"),
        ("\ue0000.184", "target_di_bawah_satu"),
        ("101", "target_di_luar_batas"),
        ("-3", "target_di_luar_batas"),
        ("1.234", "target_rancu"),
        ("18,375", "target_rancu"),
        ("1e1", "target_tak_terbaca"),
        ("=18,4", "target_tak_terbaca"),
        ("sekitar 18", "target_tak_terbaca"),
        ("18,4,5", "target_tak_terbaca"),
        ("\ue0012026-04-18 00:00:00", "angka_tanggal"),
    ],
)
def test_what_is_no_percent_is_named_and_never_guessed(text: str, code: str) -> None:
    fault = read_target_pct(text)
    assert isinstance(fault, PercentFault)
    assert fault.code == code


def test_cells_come_with_their_place_and_a_blank_one_is_no_target(tmp_path: Path) -> None:
    file = read(tmp_path, [REGION, PREVALENCE, "Prevalensi", "RPJMD", 18.4, None])
    assert file.findings == []
    assert [(c.row, c.column, c.key, c.value) for c in file.cells] == [
        (2, "E (2025)", (PREVALENCE, "RPJMD", 2025), 18.4),
        (2, "F (2026)", (PREVALENCE, "RPJMD", 2026), None),
    ]


def test_every_fault_has_its_row_and_column_and_no_cell_is_given(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        [REGION, "I01", "", "Renja", "90", "delapan puluh"],
        [REGION, "I77", "", "Renja", "90", "90"],
        [REGION, "I02", "", "APBD", 0.9, "120"],
        ["63.12", "I02", "", "RKPD", "90", "90"],
        [REGION, "I01", "", "renja", "90", "90"],
        [REGION, PREVALENCE, "", "Renja", "18", "17"],
    )
    assert file.cells == []
    assert faults(file) == [
        ("target_tak_terbaca", 2, "F (2026)"),
        ("target_butir_tak_dikenal", 3, "B (Kode butir)"),
        ("target_dokumen_tak_dikenal", 4, "D (Dokumen)"),
        ("target_di_bawah_satu", 4, "E (2025)"),
        ("target_di_luar_batas", 4, "F (2026)"),
        ("target_wilayah_lain", 5, "A (Kode wilayah)"),
        ("target_baris_ganda", 6, "B (Kode butir)"),
        ("target_dokumen_tak_dikenal", 7, "D (Dokumen)"),
    ]
    assert {finding.sheet for finding in file.findings} == {"Target"}


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (["Kode wilayah", "Kode butir", "Butir", "Dokumen"], "target_tanpa_tahun"),
        (["Kode wilayah", "Kode butir", "Butir", "Dokumen", 2025, 2025], "target_tahun_tak_sah"),
        (["Kode wilayah", "Kode butir", "Butir", "Dokumen", 2099], "target_tahun_tak_sah"),
        (["Wilayah", "Butir", "Dokumen", 2025], "target_kolom_kurang"),
    ],
)
def test_a_changed_header_is_refused(tmp_path: Path, head: list[object], code: str) -> None:
    file = read(tmp_path, [REGION, "I01", "", "RKPD"], head=head)
    assert file.cells == []
    assert code in [finding.code for finding in file.findings]


def test_a_region_code_that_excel_made_a_number_is_still_that_region(tmp_path: Path) -> None:
    file = read(tmp_path, [63.11, "i01", "", "rkpd", "90", ""])
    assert file.findings == []
    assert file.cells[0].key == ("I01", "RKPD", 2025)
