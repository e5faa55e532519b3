"""A table on its way out, in any format: json for scripts, csv, Excel."""

import json
import math
from dataclasses import dataclass

import pandas as pd

from app.documents.columns import Column, Notes
from app.documents.csv import write_csv
from app.documents.excel import write_workbook


@dataclass(frozen=True, slots=True)
class Exported:
    """One figure of the screens as a table: rows in their order, columns with words, notes."""

    table: pd.DataFrame
    columns: list[Column]
    sheet: str
    notes: Notes


def encode(exported: Exported, form: str) -> bytes:
    """Write a table as "json", "csv" or "xlsx"."""
    writers = {"json": to_json, "csv": to_csv, "xlsx": to_xlsx}
    return writers[form](exported)


def to_xlsx(exported: Exported) -> bytes:
    """An Excel workbook: the table and a sheet of notes."""
    return write_workbook(exported.table, exported.columns, exported.sheet, exported.notes)


def to_csv(exported: Exported) -> bytes:
    """A CSV file with the same columns."""
    return write_csv(exported.table, exported.columns)


def to_json(exported: Exported) -> bytes:
    """JSON for scripts: "keterangan" (the notes) and "data", a record a row; null unknown."""
    keys = [column.key for column in exported.columns]
    records = exported.table[keys].to_dict("records")
    data = [{key: _plain(value) for key, value in record.items()} for record in records]
    whole = {"keterangan": dict(exported.notes), "data": data}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False).encode()


def _plain(value: object) -> object:
    """Whole counts as integers, what is missing as null."""
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
