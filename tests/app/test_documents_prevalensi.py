import csv
import io
import json
from datetime import UTC, datetime
from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from sqlalchemy import Engine, update

from app.documents.prevalensi import COLUMNS, arrange, list_notes, to_csv, to_json, to_xlsx
from app.figures import View, compute_prevalensi
from data_access.database import open_write
from data_access.schema import Wilayah

VIEW = View("99.01", "desa", "e-PPGBM", "2026-08", "2025-08")
MADE = datetime(2026, 11, 21, 3, tzinfo=UTC)
HOSTILE = {
    "99.01.01.2001": "=1+1",
    "99.01.01.2002": "{{7*7}}",
    "99.01.01.2003": "<img src=x onerror=alert(1)>",
    "99.01.01.2004": "![](http://127.0.0.1:9/x)",
    "99.01.01.2005": 'Soka"an',
    "99.01.01.2006": "O'o",
}


@pytest.fixture
def table(demo: Engine) -> pd.DataFrame:
    return compute_prevalensi(demo, VIEW)


@pytest.fixture
def planted(demo: Engine) -> dict[str, str]:
    """Names that no import lets in, written into the database itself; by code."""
    codes = [code for code in compute_prevalensi(demo, VIEW)["code"] if code[:8] == "99.01.01"]
    named = dict(zip(codes, HOSTILE.values(), strict=False))
    assert len(named) == len(HOSTILE)
    with open_write(demo, "penguji") as connection:
        for code, name in named.items():
            connection.execute(update(Wilayah).where(Wilayah.code == code).values(name=name))
    return named


def notes(*, demo: bool = True) -> list[tuple[str, str]]:
    return list(list_notes("Kabupaten Arunika", VIEW, demo=demo, made_on=MADE))


def test_figures_in_the_workbook_are_numbers(table: pd.DataFrame) -> None:
    sheet = openpyxl.load_workbook(BytesIO(to_xlsx(table, notes())))["Prevalensi"]
    ordered = arrange(table)
    assert sheet.max_row == len(table) + 1
    for index, column in enumerate(COLUMNS, start=1):
        cells = [sheet.cell(row, index) for row in range(2, sheet.max_row + 1)]
        kinds = {cell.data_type for cell in cells if cell.value is not None}
        assert kinds <= ({"s"} if column.kind == "text" else {"n"}), column.key
        missing = [cell.value is None for cell in cells]
        if column.kind != "text":
            assert missing == ordered[column.key].isna().tolist(), column.key


def test_the_notes_hold_place_source_period_and_rules(table: pd.DataFrame) -> None:
    sheet = openpyxl.load_workbook(BytesIO(to_xlsx(table, notes())))["Keterangan"]
    said = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert said["Wilayah"] == "Kabupaten Arunika"
    assert said["Sumber"] == "e-PPGBM"
    assert (said["Periode"], said["Pembanding"]) == ("Agustus 2026", "Agustus 2025")
    assert "21 November 2026" in said["Dibuat"]
    assert said["Perhatian"] == "Data demonstrasi fiktif"
    assert "30" in said["Terlalu sedikit"]


def test_real_data_carry_no_mark_of_the_demonstration() -> None:
    assert "Perhatian" not in dict(notes(demo=False))


def test_missing_figures_are_null_in_json_and_never_zero(table: pd.DataFrame) -> None:
    whole = json.loads(to_json(table, notes()))
    silent = set(table.loc[table["stunting_jiwa"].isna(), "code"])
    assert silent
    for row in whole["data"]:
        if row["code"] in silent:
            figures = {key: value for key, value in row.items() if key.endswith(("_jiwa", "_pct"))}
            assert {v for k, v in figures.items() if k != "prevalensi_sebelum_pct"} == {None}
            assert row["peringkat"] is None
        else:
            assert isinstance(row["stunting_jiwa"], int)


def test_the_ranking_leads_and_regions_without_data_come_last(table: pd.DataFrame) -> None:
    ranks = arrange(table)["peringkat"]
    known = ranks.dropna()
    assert known.is_monotonic_increasing
    assert ranks.iloc[: len(known)].notna().all()
    assert len(ranks) == len(table)


def test_remarks_say_what_is_too_few_above_100_or_uncertain(table: pd.DataFrame) -> None:
    ordered = arrange(table)
    few = ordered["terlalu_sedikit"]
    assert few.any()
    assert ordered.loc[few, "keterangan"].str.contains("belum dapat disimpulkan").all()
    above = ordered["di_atas_100"]
    assert above.sum() == 1
    assert ordered.loc[above, "keterangan"].str.contains("melebihi sasaran").all()
    silent = ordered["stunting_jiwa"].isna()
    assert (ordered.loc[silent, "keterangan"] == "").all()


def test_planted_names_stay_text_in_every_file(demo: Engine, planted: dict[str, str]) -> None:
    table = compute_prevalensi(demo, VIEW)
    sheet = openpyxl.load_workbook(BytesIO(to_xlsx(table, notes())))["Prevalensi"]
    in_excel = {row[1].value: row[2] for row in sheet.iter_rows(min_row=2)}
    in_json = {row["code"]: row["name"] for row in json.loads(to_json(table, notes()))["data"]}
    text = to_csv(table).decode("utf-8-sig")
    in_csv = {row[1]: row[2] for row in list(csv.reader(io.StringIO(text)))[1:]}
    for code, name in planted.items():
        assert (in_excel[code].value, in_excel[code].data_type) == (name, "s")
        assert in_excel[code].hyperlink is None
        assert in_json[code] == name
        assert in_csv[code] == (f"'{name}" if name.startswith("=") else name)
