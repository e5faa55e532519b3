"""An entry workbook held against what stands: its changes, and what speaks against them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from analysis.entry_form import EntryForm
from analysis.stages import can_enter
from app.access import Account, may
from app.actions.ansit_checks import check_figures
from app.actions.isian import check_part
from app.ansit_form import PARTIES, build_form
from app.items import find_entry_stage
from app.text.isian import EMPTY_VALUE
from data_access.importers.ansit import FileCell, OpenedForm, open_form, read_form
from data_access.importers.cells import quoted
from data_access.periods import parse_entry_period
from data_access.reads.ansit import FormData, read_form_data
from data_access.reads.isian import CellKey
from data_access.reads.tahapan import read_parts
from data_access.writes.isian import CellConflict, StagePart
from geo.findings import Finding, Severity, has_errors

ACTION = "isi"
_EXAMPLES = 5


@dataclass(slots=True)
class Review:
    """A workbook held against what stands.

    `changed`: the cells that would be written. `parts`: the part of the stage of each item of the
    sheets that they stand on. `stored`: value and version of each stored cell.
    """

    findings: list[Finding]
    data: FormData | None = None
    form: EntryForm | None = None
    cells: list[FileCell] = field(default_factory=list)
    changed: list[FileCell] = field(default_factory=list)
    parts: dict[str, StagePart] = field(default_factory=dict)
    stored: dict[CellKey, tuple[int | None, int]] = field(default_factory=dict)


def review_file(
    engine: Engine, path: Path, person: Account | None, kecamatan_code: str | None
) -> Review:
    """Read a workbook and find the cells that would change, and everything against changing them.

    `person`: whose sheets may change; None for the command line, which brings all.
    `kecamatan_code`: the one that it must be for, None where any will do.
    """
    opened = open_form(path)
    checked = Review(list(opened.findings))
    if has_errors(checked.findings):
        return checked
    refused = _check_place(opened, kecamatan_code)
    data = None if refused else read_form_data(engine, opened.wilayah_code, opened.period)
    if data is not None and not data.units:
        refused = _report("ansit_wilayah_tak_dikenal", kode=quoted(opened.wilayah_code))
    if refused is not None or data is None:
        checked.findings += [refused] if refused else []
        return checked
    checked.data = data
    checked.form = build_form(opened.wilayah_code, opened.period, data.units)
    file = read_form(opened, checked.form)
    checked.cells = file.cells
    checked.findings += file.findings
    _compare(engine, checked, person)
    return checked


def _check_place(opened: OpenedForm, kecamatan_code: str | None) -> Finding | None:
    """Hold the kecamatan and the period that a workbook says it is for against what may be."""
    code, period = opened.wilayah_code, opened.period
    if kecamatan_code is not None and code != kecamatan_code:
        return _report("ansit_wilayah_lain", kode=quoted(code), diminta=kecamatan_code)
    if not is_entry_period(code, period):
        return _report("ansit_periode_tak_dikenal", periode=quoted(period) or "-")
    return None


def is_entry_period(kecamatan_code: str, period: str) -> bool:
    """Tell whether figures are entered for a kecamatan in this period now."""
    found = find_entry_stage(period) if parse_entry_period(period) is not None else None
    if found is None:
        return False
    try:
        check_part(StagePart(kecamatan_code, found[1], found[0].code, PARTIES[0]))
    except ValueError:
        return False
    return True


def _compare(engine: Engine, checked: Review, person: Account | None) -> None:
    form, data = checked.form, checked.data
    if form is None or data is None:
        return
    stored = checked.stored = _read_stored(data.cells)
    checked.changed = [
        cell
        for cell in checked.cells
        if cell.is_changed and stored.get(cell.key, (None, 0))[0] != cell.value
    ]
    parties = {_party(form, cell) for cell in checked.changed}
    checked.parts = _make_parts(form, parties)
    checked.findings += [
        *_check_reach(form, checked.changed, person),
        *_check_locks(engine, form, checked),
        *_check_versions(form, checked),
        *_describe_cleared(checked.changed),
        *check_figures(form, data, checked.cells, parties),
    ]
    if not checked.changed and not has_errors(checked.findings):
        checked.findings.append(_report("ansit_tanpa_perubahan", severity="catatan"))


def _check_versions(form: EntryForm, checked: Review) -> list[Finding]:
    """Name each cell that somebody else changed since the workbook was made."""
    found = []
    for cell in checked.changed:
        value, version = checked.stored.get(cell.key, (None, 0))
        if version != cell.base_version:
            found.append(_describe_conflict(form, cell, value))
    return found


def describe_conflicts(review: Review, conflicts: Sequence[CellConflict]) -> list[Finding]:
    """Name the cells that a save found changed since the check."""
    cells = {cell.key: cell for cell in review.changed}
    form = review.form
    return [
        _describe_conflict(form, cells[each.ours.key], each.theirs)
        for each in conflicts
        if form is not None
    ]


def _describe_conflict(form: EntryForm, cell: FileCell, theirs: int | None) -> Finding:
    return _at(
        cell,
        "ansit_bentrok",
        butir=cell.item_code,
        desa=form.units[cell.unit_code],
        nilai=_shown(cell.value),
        kini=_shown(theirs),
    )


def _make_parts(form: EntryForm, parties: set[str]) -> dict[str, StagePart]:
    """The part of the stage that each item of the touched sheets belongs to."""
    found = find_entry_stage(form.period)
    if found is None:
        return {}
    stage, year = found
    return {
        item.code: StagePart(form.wilayah_code, year, stage.code, sheet.party)
        for sheet in form.sheets
        if sheet.party in parties
        for item in sheet.items
    }


def _check_reach(
    form: EntryForm, changed: Sequence[FileCell], person: Account | None
) -> list[Finding]:
    """Name each sheet that is changed by somebody who does not answer for it."""
    if person is None:
        return []
    foreign: dict[str, list[FileCell]] = {}
    for cell in changed:
        if not may(person, ACTION, form.wilayah_code, _party(form, cell)):
            foreign.setdefault(cell.sheet, []).append(cell)
    return [
        _at(cells[0], "ansit_bukan_bagian", perangkat=sheet, jumlah=len(cells))
        for sheet, cells in foreign.items()
    ]


def _check_locks(engine: Engine, form: EntryForm, checked: Review) -> list[Finding]:
    if not checked.parts:
        return []
    year = next(iter(checked.parts.values())).year
    states = {
        (each.stage, each.part): each.state
        for each in read_parts(engine, [form.wilayah_code], year)
    }
    return [
        describe_lock(form, part, states[part.stage, part.part])
        for part in sorted(set(checked.parts.values()), key=lambda each: each.part)
        if not can_enter(states.get((part.stage, part.part), "draf"))
    ]


def describe_lock(form: EntryForm, part: StagePart, state: str) -> Finding:
    """Say that a part is handed in or further, and takes no figures now."""
    sheet = next(each for each in form.sheets if each.party == part.part)
    return Finding(
        f"ansit_terkunci_{state}", "galat", sheet.title, values={"perangkat": sheet.title}
    )


def _describe_cleared(changed: Sequence[FileCell]) -> list[Finding]:
    cleared: dict[str, list[FileCell]] = {}
    for cell in changed:
        if cell.value is None:
            cleared.setdefault(cell.sheet, []).append(cell)
    return [
        _at(
            cells[0],
            "ansit_dikosongkan",
            "peringatan",
            jumlah=len(cells),
            contoh="; ".join(f"{cell.column} baris {cell.row}" for cell in cells[:_EXAMPLES]),
        )
        for cells in cleared.values()
    ]


def _read_stored(cells: pd.DataFrame) -> dict[tuple[str, str], tuple[int | None, int]]:
    return {
        (row.unit_code, row.item_code): (
            None if pd.isna(row.value) else int(row.value),
            int(row.version),
        )
        for row in cells.itertuples(index=False)
    }


def _party(form: EntryForm, cell: FileCell) -> str:
    sheet = form.sheet_of(cell.item_code)
    return sheet.party if sheet is not None else ""


def _shown(value: int | None) -> int | str:
    return EMPTY_VALUE if value is None else value


def _at(cell: FileCell, code: str, severity: Severity = "galat", **values: object) -> Finding:
    return Finding(code, severity, cell.sheet, cell.row, cell.column, values)


def _report(code: str, *, severity: Severity = "galat", **values: object) -> Finding:
    return Finding(code, severity, values=values)
