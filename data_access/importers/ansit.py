"""A filled-in entry workbook, read back: every cell a count, or named with what is wrong."""

from dataclasses import dataclass, field
from pathlib import Path

from analysis.entry_form import BASE_HEADINGS, KIND, META_KEYS, META_SHEET, EntryForm
from data_access.importers.ansit_sheet import SheetReading
from data_access.importers.cells import quoted, shown
from data_access.importers.limits import MIB, TableLimits
from data_access.importers.numbers import Fault, read_count
from data_access.importers.rows import cell
from data_access.importers.tables import Rows, read_table_file
from data_access.reads.isian import CellKey
from geo.findings import Finding, Severity, has_errors

LIMITS = TableLimits(file_bytes=10 * MIB, unpacked_bytes=60 * MIB, rows=12_000, columns=200)
_READER = "data_access.importers.ansit_reader"


@dataclass(frozen=True, slots=True)
class FileCell:
    """One cell as the file leaves it, and as the workbook was made (version 0: nothing was there).

    `row` counts as Excel does; `column` is its letters with the item's code.
    """

    unit_code: str
    item_code: str
    value: int | None
    base_value: int | None
    base_version: int
    sheet: str
    row: int
    column: str

    @property
    def key(self) -> CellKey:
        """Which cell."""
        return self.unit_code, self.item_code

    @property
    def is_changed(self) -> bool:
        """Whether somebody typed something else than what stood there."""
        return self.value != self.base_value


@dataclass(slots=True)
class OpenedForm:
    """A workbook known to be a form: which one, its sheets as text, its cells when it was made."""

    wilayah_code: str = ""
    period: str = ""
    digest: str = ""
    sheets: dict[str, Rows] = field(default_factory=dict)
    base: dict[CellKey, tuple[int | None, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class AnsitFile:
    """Every readable cell of the party sheets that the file holds, changed or not.

    Cells that are no counts are left out and named in `findings`.
    """

    cells: list[FileCell] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def open_form(path: Path, limits: TableLimits = LIMITS) -> OpenedForm:
    """Read a workbook and recognise which form it is; a "galat" tells why it is none."""
    table = read_table_file(path, limits, reader=_READER)
    opened = OpenedForm(sheets=dict(table.sheets), findings=list(table.findings))
    if has_errors(opened.findings):
        return opened
    meta = opened.sheets.pop(META_SHEET, None)
    known = {} if meta is None else {shown(cell(r, 0)): shown(cell(r, 1)) for r in meta[:4]}
    if meta is None or known.get("susunan") != KIND or set(META_KEYS) - set(known):
        opened.findings.append(_report("ansit_bukan_templat"))
        return opened
    opened.wilayah_code, opened.period = known["kecamatan"], known["periode"]
    opened.digest = known["sidik"]
    base = _read_base(meta)
    if base is None:
        opened.findings.append(_report("ansit_lembar_tersembunyi"))
    opened.base = base or {}
    return opened


def read_form(opened: OpenedForm, form: EntryForm) -> AnsitFile:
    """Read every party sheet of an opened workbook by the form that it says it is."""
    file = AnsitFile()
    if opened.digest != form.digest:
        file.findings.append(_report("ansit_templat_lama"))
        return file
    titles = {sheet.title: sheet for sheet in form.sheets}
    present = [sheet for title, sheet in titles.items() if title in opened.sheets]
    absent = [title for title in titles if title not in opened.sheets]
    others = [name for name, rows in opened.sheets.items() if name not in titles and _holds(rows)]
    file.findings += [_report("ansit_lembar_asing", sheet=quoted(name)) for name in others]
    if not present:
        file.findings.append(_report("ansit_tanpa_lembar"))
    elif absent:
        found = ", ".join(absent)
        file.findings.append(_report("ansit_lembar_hilang", severity="catatan", lembar=found))
    for sheet in present:
        reading = SheetReading(form, sheet, opened.sheets[sheet.title])
        file.findings += reading.findings
        file.cells += [
            FileCell(unit, item, value, *opened.base.get((unit, item), (None, 0)), sheet.title, *at)
            for unit, item, value, at in reading.cells
        ]
    return file


def _holds(rows: Rows) -> bool:
    """Whether an unknown sheet is a table with codes; the guide and notes of one's own are not."""
    codes = sum(shown(cell(row, 0)).count(".") == 3 for row in rows)
    return codes > 0


def _read_base(meta: Rows) -> dict[CellKey, tuple[int | None, int]] | None:
    """Value and version of each cell when the workbook was made; None where it was changed."""
    heading = [shown(each) for each in (meta[len(META_KEYS)] if len(meta) > len(META_KEYS) else [])]
    if heading != list(BASE_HEADINGS):
        return None
    base: dict[CellKey, tuple[int | None, int]] = {}
    for row in meta[len(META_KEYS) + 1 :]:
        value, version = read_count(cell(row, 2)), read_count(cell(row, 3))
        if isinstance(value, Fault) or not isinstance(version, int) or version < 1:
            return None
        base[shown(cell(row, 0)), shown(cell(row, 1))] = (value, version)
    return base


def _report(
    code: str, *, severity: Severity = "galat", sheet: str | None = None, **values: object
) -> Finding:
    return Finding(code, severity, sheet, values=values)


__all__ = ["LIMITS", "AnsitFile", "FileCell", "OpenedForm", "open_form", "read_form"]
