"""What looks wrong in the figures of an entry workbook, named at the cells where it stands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from analysis import plausibility
from analysis.coverage import add_denominators
from analysis.entry_form import EntryForm, FormSheet
from data_access import reference
from data_access.importers.ansit import FileCell
from data_access.reads.ansit import FormData
from data_access.reads.isian import CellKey
from geo.findings import Finding, Severity

# Several desa in one line of the report: each would be a line for every cell not yet filled.
_GATHERED = (plausibility.NUMERATOR_BLANK, plausibility.DENOMINATOR_BLANK)
_EXAMPLES = 5
Places = Mapping[CellKey, FileCell]


def check_figures(
    form: EntryForm, data: FormData, cells: Sequence[FileCell], parties: Iterable[str]
) -> list[Finding]:
    """Hold the figures as they would stand against each other and against the period before.

    Only what concerns a sheet of `parties` is told. What cannot be is a "galat" where one party
    answers for all of it; between parties, and where figures are only unlikely, a person looks.
    """
    places = {(cell.unit_code, cell.item_code): cell for cell in cells}
    facts = _merge(data.cells, cells)
    found = plausibility.check_facts(
        facts,
        data.previous[["unit_code", "item_code", "value"]],
        pd.Series(list(form.units)),
        add_denominators(reference.read_table("indikator"), reference.read_table("butir_tambahan")),
        factor=float(reference.read_threshold("isian_berubah_kali")),
        least=float(reference.read_threshold("isian_berubah_minimum")),
    )
    telling = _Telling(form, places, set(parties))
    rows = list(found.itertuples(index=False))
    single = [telling.tell(row) for row in rows if row.code not in _GATHERED]
    return [each for each in single if each is not None] + telling.gather(rows)


def _merge(stored: pd.DataFrame, cells: Sequence[FileCell]) -> pd.DataFrame:
    """The figures as they would stand after the import: unit_code, item_code, value."""
    known = stored[["unit_code", "item_code", "value"]]
    ours = pd.DataFrame(
        [(cell.unit_code, cell.item_code, cell.value) for cell in cells if cell.is_changed],
        columns=["unit_code", "item_code", "value"],
    ).astype({"value": "Int64"})
    both = pd.concat([known, ours], ignore_index=True)
    both = both.drop_duplicates(["unit_code", "item_code"], keep="last", ignore_index=True)
    return both.astype({"value": "Float64"}).astype({"value": "float64"})


class _Telling:
    """Turns rows of the rules into findings with their places."""

    def __init__(self, form: EntryForm, places: Places, parties: set[str]) -> None:
        self._form, self._places, self._parties = form, places, parties

    def tell(self, row: Any) -> Finding | None:
        """One desa's finding at its first cell on a sheet that is ours; None where none is."""
        items = _split(row.item_code)
        others = _split(row.compared_with) if row.compared_with[:1] in "SID" else []
        cell = self._find_place(row.unit_code, [*items, *others], row.code)
        if cell is None:
            return None
        values = {
            "desa": self._form.units[row.unit_code],
            "butir": self._name(items),
            "nilai": _number(row.value),
            "pembanding": self._name(others),
            "batas": _number(row.bound),
        }
        at_row_only = row.code == plausibility.ALL_ZERO
        column = None if at_row_only else cell.column
        severity = self._severity(row.code, [*items, *others])
        return Finding(f"ansit_{row.code}", severity, cell.sheet, cell.row, column, values)

    def gather(self, rows: Sequence[Any]) -> list[Finding]:
        """One finding an item for the blanks of all desa."""
        groups: dict[tuple[str, str], list[FileCell]] = {}
        partners: dict[tuple[str, str], str] = {}
        for row in rows:
            cell = self._places.get((row.unit_code, row.item_code))
            blank = row.code == plausibility.NUMERATOR_BLANK
            if row.code not in _GATHERED or cell is None or (blank and cell.value is not None):
                continue
            if self._party(row.item_code) in self._parties:
                groups.setdefault((row.code, row.item_code), []).append(cell)
                partners[row.code, row.item_code] = row.compared_with
        return [
            self._gathered(code, item, cells, partners[code, item])
            for (code, item), cells in groups.items()
        ]

    def _gathered(self, code: str, item: str, cells: list[FileCell], partner: str) -> Finding:
        first = min(cells, key=lambda cell: cell.row)
        rows = sorted(cell.row for cell in cells)
        values = {
            "butir": self._name([item]),
            "pembanding": self._name(_split(partner)),
            "jumlah": len(cells),
            "baris": ", ".join(map(str, rows[:_EXAMPLES])),
        }
        own = {self._party(each) for each in _split(partner)} <= {self._party(item)}
        severity: Severity = "peringatan" if own else "catatan"
        return Finding(f"ansit_{code}", severity, first.sheet, first.row, first.column, values)

    def _find_place(self, unit: str, items: Sequence[str], code: str) -> FileCell | None:
        if code == plausibility.ALL_ZERO:
            mine: Callable[[FileCell], bool] = lambda cell: cell.unit_code == unit  # noqa: E731
            return next((c for c in self._places.values() if mine(c) and self._ours(c)), None)
        cells = [self._places.get((unit, item)) for item in items]
        return next((cell for cell in cells if cell is not None and self._ours(cell)), None)

    def _ours(self, cell: FileCell) -> bool:
        return self._party(cell.item_code) in self._parties

    def _severity(self, code: str, items: Sequence[str]) -> Severity:
        impossible = code in (plausibility.PART_ABOVE_WHOLE, plausibility.NOT_YES_OR_NO)
        of_one = len({self._party(item) for item in items}) == 1
        return "galat" if impossible and of_one else "peringatan"

    def _party(self, item: str) -> str:
        sheet = self._sheet(item)
        return sheet.party if sheet is not None else ""

    def _sheet(self, item: str) -> FormSheet | None:
        return self._form.sheet_of(item)

    def _name(self, items: Sequence[str]) -> str:
        """The items as their columns are headed, with their codes."""
        headings = {item.code: item.heading for sheet in self._form.sheets for item in sheet.items}
        return " + ".join(f"{headings[each]} ({each})" for each in items if each in headings) or "-"


def _split(items: str) -> list[str]:
    return [each for each in items.split("+") if each]


def _number(value: float) -> int | str:
    return "-" if pd.isna(value) else int(value)
