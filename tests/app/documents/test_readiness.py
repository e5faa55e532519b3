from datetime import date
from io import BytesIO

import openpyxl
import pytest

from analysis.completeness import Fill
from app.documents import readiness
from tests.analysis.stage_cases import KECAMATAN, make_board, make_part

ANSIT, JUAI = "kecamatan.ansit", KECAMATAN[0].code
NAMES = {(JUAI, "verifikator", "plkb"): ["Ayu", "Budi", "Cici", "Dedi"]}


@pytest.fixture(autouse=True)
def plain_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.stage_words.name_agency", lambda code, region: code)


def tabulate():
    parts = [make_part(JUAI, ANSIT, part, "terverifikasi") for part in ("setcam", "puskesmas")]
    board = make_board(*parts, make_part(JUAI, ANSIT, "plkb", "diajukan"), today=date(2026, 1, 18))
    fills = {"2026": {(JUAI, "setcam"): Fill(5, 10), (JUAI, "plkb"): Fill(1, 10)}}
    return readiness.tabulate_board(board, NAMES, fills).set_index(["code", "stage"])


def test_a_row_says_state_days_who_is_waited_for_and_the_share() -> None:
    row = tabulate().loc[JUAI, "Analisis Situasi"]
    assert (row["state"], row["due"], row["days_left"]) == ("diajukan", date(2026, 1, 15), -3)
    assert row["days"] == "terlambat 3 hari"
    assert row["waiting"] == "verifikator plkb (Ayu, Budi, Cici, dan 1 lagi)"
    assert (row["filled"], row["cells"], row["share_pct"]) == (6, 20, 30)


def test_missing_is_left_empty_never_zero() -> None:
    row = tabulate().loc[JUAI, "Regulasi"]
    assert row[["filled", "cells", "share_pct", "due", "days_left"]].isna().all()


def test_excel_holds_every_row_and_explains_itself() -> None:
    table = tabulate().reset_index()
    notes = readiness.list_notes("Balangan", 2026, date(2026, 1, 18), "semua", demo=True)
    book = openpyxl.load_workbook(BytesIO(readiness.to_xlsx(table, notes)))
    page = book.worksheets[0]
    assert page.max_row == len(table) + 1
    assert [cell.value for cell in page[1]][:4] == ["Kode wilayah", "Wilayah", "Tahapan", "Keadaan"]
    explained = {row[0].value: row[1].value for row in book["Keterangan"].iter_rows()}
    assert explained["Keadaan per"] == "18 Januari 2026"
    assert explained["Perhatian"] == "Data demonstrasi fiktif"
