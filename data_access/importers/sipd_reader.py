"""The child process that reads a budget file: `table_reader`, and JSON lists of records besides.

Run as `python -m data_access.importers.sipd_reader FILE LIMITS`.
"""

import json
import sys
from pathlib import Path
from typing import Any

from data_access.importers.cells import text_of
from data_access.importers.limits import MIB, TableLimits
from data_access.importers.refusal import Refused
from data_access.importers.table_reader import Rows, main, read

_DEEPEST = 4  # {"data": {"rows": [...]}} is deep enough
_BOM = b"\xef\xbb\xbf"


def read_budget(path: Path, limits: TableLimits) -> dict[str, Any]:
    """Read one file as `table_reader.read` does; a JSON list becomes a sheet with a header row."""
    with path.open("rb") as stream:
        start = stream.read(4096).removeprefix(_BOM).lstrip()[:1]
    is_json = path.suffix.casefold() == ".json"
    if not is_json and start not in {b"[", b"{"}:
        return read(path, limits)
    if not start:
        raise Refused("berkas_kosong")
    if path.stat().st_size > limits.file_bytes:
        raise Refused("berkas_terlalu_besar", batas_mb=limits.file_bytes // MIB)
    try:
        content = json.loads(path.read_bytes(), parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        if not is_json:
            return read(path, limits)  # a csv may begin with a bracket, too
        raise Refused("sipd_json_rusak") from error
    return {"sheets": {"": _tabulate(content, limits)}, "counted": {}, "findings": []}


def _tabulate(content: object, limits: TableLimits) -> Rows:
    """Make a table of records: keys in the order in which they appear first."""
    records = _find_records(content, _DEEPEST)
    if not records:
        raise Refused("sipd_json_bentuk")
    if len(records) > limits.rows:
        raise Refused("berkas_baris_terlalu_banyak", row=limits.rows, batas=limits.rows)
    keys: dict[str, int] = {}
    for record in records:
        for key in record:
            keys.setdefault(key, len(keys))
        if len(keys) > limits.columns:
            raise Refused("berkas_kolom_terlalu_banyak", batas=limits.columns)
    budget = [limits.cells, limits.characters]
    rows: Rows = [[text_of(key) for key in keys]]
    for number, record in enumerate(records, start=2):
        cells = [_text(record.get(key), number, limits) for key in keys]
        budget[0] -= len(cells)
        budget[1] -= sum(len(cell) for cell in cells if cell)
        if min(budget) < 0:
            raise Refused("berkas_sel_terlalu_banyak", row=number)
        rows.append(cells)
    return rows


def _find_records(content: object, depth: int) -> list[dict[str, object]]:
    """The longest list of records in the first levels of a document."""
    if isinstance(content, list):
        return content if content and all(isinstance(each, dict) for each in content) else []
    if not isinstance(content, dict) or depth == 0:
        return []
    found = [_find_records(each, depth - 1) for each in content.values()]
    return max(found, key=len, default=[])


def _text(value: object, row: int, limits: TableLimits) -> str | None:
    text = None if isinstance(value, dict | list) else text_of(value)
    if text is not None and len(text) > limits.cell_characters:
        raise Refused("sel_terlalu_panjang", row=row)
    return text


if __name__ == "__main__":
    sys.exit(main(read_budget))
