"""Templates filled in and handed in again come in without a fault."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from sqlalchemy import Engine

from app.access import Account, Grant
from app.actions.uploads import Upload, UploadRequest, check_upload
from app.documents.templates import write_empty_template, write_measurement_template
from data_access.importers.regions_list import read_crosswalk, read_regions_list
from data_access.reads.wilayah import read_regions

OPERATOR = Account(1, "uji", "Uji", grants=(Grant("bappeda", "99.01"),))


def fill(content: bytes, path: Path, rows: list[list[object]], first_column: int = 1) -> Path:
    path.write_bytes(content)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=first_column):
            sheet.cell(number, place, value)
    assert book.sheetnames[1] == "Petunjuk"
    book.save(path)
    return path


def check(engine: Engine, path: Path, kind: str) -> list[tuple[str, str]]:
    request = UploadRequest(
        kind, Upload(path.name, path.read_bytes()), "2026-10", "e-PPGBM", "99.01"
    )
    found = check_upload(engine, OPERATOR, request).findings
    return [(each.code, each.severity) for each in found if each.severity != "catatan"]


def test_a_filled_template_of_measurements_comes_in_without_a_fault(
    demo: Engine, tmp_path: Path
) -> None:
    desa = read_regions(demo, "99.01", "desa")
    rows: list[list[object]] = [[120, 2, 8, 100, 0, 1] for _ in range(len(desa))]
    path = fill(write_measurement_template(desa), tmp_path / "t.xlsx", rows, 3)
    problems = [each for each in check(demo, path, "pengukuran") if each[0] != "deret_putus"]
    assert problems == []


def test_codes_in_the_template_are_locked_text_and_counts_are_free(tmp_path: Path) -> None:
    desa = pd.DataFrame({"code": ["62.10.01.2001"], "name": ["=1+1"]})
    path = tmp_path / "t.xlsx"
    path.write_bytes(write_measurement_template(desa))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.protection.sheet
    assert (sheet["A2"].value, sheet["A2"].number_format) == ("62.10.01.2001", "@")
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert sheet["A2"].protection.locked
    assert not sheet["C2"].protection.locked


def test_a_filled_template_of_surveys_comes_in_without_a_fault(
    demo: Engine, tmp_path: Path
) -> None:
    row: list[object] = ["99.01", "Arunika", 2026, "SSGI", 22.5, 20, 25, 400]
    path = fill(write_empty_template("survei"), tmp_path / "s.xlsx", [row])
    assert check(demo, path, "survei") == []


@pytest.mark.parametrize("kind", ["wilayah", "padanan"])
def test_filled_lists_come_in_without_a_fault(tmp_path: Path, kind: str) -> None:
    rows: dict[str, list[list[object]]] = {
        "wilayah": [["99.01", "Arunika"], ["99.01.10", "Baru"]],
        "padanan": [["9901", "99.01"], ["9901010", "99.01.10"]],
    }
    path = fill(write_empty_template(kind), tmp_path / "d.xlsx", rows[kind])
    read = read_regions_list if kind == "wilayah" else read_crosswalk
    file = read(path)
    assert not [each for each in file.findings if each.severity != "catatan"]
    assert len(file.rows) == 2
