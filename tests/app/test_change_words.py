"""Rows of history in words that an official understands, also as Excel."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from app.change_words import describe_row
from app.documents.history import write_history
from app.text import riwayat as text
from data_access.reads.riwayat import HistoryRow
from data_access.triggers import recorded_tables

NAMES = {"63.11.01.2001": "Awayan", "63.11": "Kabupaten Balangan", "63.11.01": "Paringin"}
Content = dict[str, Any] | None


def row(table: str, before: Content, after: Content) -> HistoryRow:
    action = "tambah" if before is None else "hapus" if after is None else "ubah"
    at = datetime(2026, 1, 14, 18, 5, tzinfo=UTC)
    return HistoryRow(1, at, "ani", "u1", table, "kunci", "63.11", action, before, after)


def words(table: str, before: Content, after: Content) -> tuple[str, str, str, str]:
    made = describe_row(row(table, before, after), lambda code: NAMES.get(code, code))
    return made.table, made.subject, made.before, made.after


CELL = {"period": "2026", "unit_code": "63.11.01.2001", "item_code": "S04", "version": 1}


def test_a_changed_figure_names_item_desa_and_period() -> None:
    before, after = CELL | {"value": 34}, CELL | {"value": 1234}
    assert words("isian", before, after) == (
        "Isian desa",
        "Ibu Hamil (orang) · Awayan · Analisis situasi 2026",
        "34",
        "1.234",
    )


def test_a_cleared_figure_is_not_known_and_never_zero() -> None:
    assert words("isian", CELL | {"value": 0}, CELL | {"value": None})[2:] == (
        "0",
        "belum diketahui",
    )
    assert words("isian", None, CELL | {"value": 0})[2:] == ("", "0")


def test_a_step_of_a_stage_names_stage_party_region_and_year() -> None:
    part = {
        "wilayah_code": "63.11.01",
        "year": 2026,
        "stage": "kecamatan.ansit",
        "part": "puskesmas",
        "note": None,
    }
    made = words("tahapan", part | {"state": "draf"}, part | {"state": "diajukan"})
    assert made == (
        "Tahapan",
        "Analisis Situasi · bagian Puskesmas · Paringin · tahun 2026",
        "keadaan: draf",
        "keadaan: diajukan",
    )


def test_a_changed_deadline_names_the_stage() -> None:
    key = {"wilayah_code": "63.11", "key": "tenggat.kecamatan.ansit", "reason": "SE 1"}
    before = key | {"value": {"bulan_hari": "01-15"}}
    after = key | {"value": {"bulan_hari": "01-31"}}
    made = words("pengaturan", before, after)
    assert made[1] == "Batas waktu Analisis Situasi · Kabupaten Balangan"
    assert "01-15" in made[2]
    assert "01-31" in made[3]


def test_measured_children_and_roles_are_named() -> None:
    measured = {"source": "e-PPGBM", "period": "2025-08", "unit_code": "63.11.01.2001"}
    made = words("pengukuran", measured | {"pendek_jiwa": 5}, measured | {"pendek_jiwa": None})
    assert made[1:] == ("Awayan · Agustus 2025 · e-PPGBM", "pendek: 5", "pendek: kosong")
    role = {"role": "operator", "wilayah_code": "63.11", "agency": "dinkes", "pengguna_id": 3}
    assert (
        words("peran_pengguna", None, role)[1] == "Operator · Dinas Kesehatan · Kabupaten Balangan"
    )


def test_an_item_of_no_known_code_is_shown_as_it_is() -> None:
    assert words("isian", None, CELL | {"item_code": "Z9", "value": 1})[1].startswith("Z9 ·")


@pytest.mark.parametrize("table", sorted(text.TABLES))
def test_no_row_is_left_without_words(table: str) -> None:
    made = describe_row(row("lain", None, {"name": table}), str)
    assert made.subject == table


def test_every_recorded_table_has_a_name() -> None:
    assert {recorded.table.name for recorded in recorded_tables()} <= set(text.TABLES)


def test_the_excel_file_holds_the_same_words_by_local_clocks() -> None:
    rows = [row("isian", CELL | {"value": 34}, CELL | {"value": 36})]
    content = write_history(rows, {"ani": "=Ani"}, NAMES, "WITA", [("Wilayah", "Balangan")])
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    header, line = ([cell.value for cell in each] for each in sheet.iter_rows())
    assert header[0] == "Waktu (WITA)"
    assert line[:3] == ["2026-01-15 02.05.00", "=Ani", "Isian desa"]
    assert line[5:7] == ["34", "36"]
    assert sheet["B2"].data_type == "s"
