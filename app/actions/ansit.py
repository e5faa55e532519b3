"""Taking in a filled-in entry workbook: recognise it, check every cell, store all or nothing."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from app.access import Account, NotAllowedError, demand, may
from app.actions.ansit_review import (
    ACTION,
    Review,
    describe_conflicts,
    describe_lock,
    review_file,
)
from app.actions.left_files import PREFIX
from app.actions.outcome import ImportOutcome, summarise
from app.actions.uploads import Upload, make_safe_name
from app.ansit_form import PARTIES
from data_access.importers.ansit import LIMITS, FileCell
from data_access.writes.ansit import KIND, FileSet, save_file
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.isian import CellChange, StagePart
from data_access.writes.tahapan import StageLockedError
from geo.findings import has_errors

__all__ = ["LARGEST_MB", "Upload", "check_ansit", "import_ansit", "parties_for", "save_ansit"]

LARGEST_MB = LIMITS.file_bytes >> 20


def parties_for(person: Account | None, kecamatan_code: str) -> list[str]:
    """The sheets that a person may hand in for a kecamatan."""
    return [party for party in PARTIES if may(person, ACTION, kecamatan_code, party)]


def check_ansit(
    engine: Engine, person: Account | None, upload: Upload, kecamatan_code: str
) -> ImportOutcome:
    """Read and check a workbook of a kecamatan as `save_ansit` would, and store nothing."""
    _demand_any(person, kecamatan_code)
    with _stored(upload) as path:
        return _outcome(review_file(engine, path, person, kecamatan_code))


def save_ansit(
    engine: Engine,
    person: Account | None,
    upload: Upload,
    kecamatan_code: str,
    *,
    warnings_seen: bool,
) -> ImportOutcome:
    """Check a workbook once more and store all of its changes or nothing.

    With warnings that the person has not seen nothing is stored either. Raises NotAllowedError
    unless the person enters for one of the kecamatan's parties; changes on the sheets of others
    are a "galat".
    """
    author = _demand_any(person, kecamatan_code)
    with _stored(upload) as path:
        checked = review_file(engine, path, author, kecamatan_code)
        for party in sorted({part.part for part in checked.parts.values()}):
            if not has_errors(checked.findings):
                demand(author, ACTION, kecamatan_code, party)
        outcome = _outcome(checked)
        if outcome.error_count or (outcome.warning_count and not warnings_seen):
            return outcome
        return _save(engine, checked, outcome, path, upload.name, author.username)


def import_ansit(engine: Engine, path: Path, *, actor: str, dry_run: bool = False) -> ImportOutcome:
    """Read, check and (unless `dry_run`) store a workbook of any kecamatan, by the command line."""
    checked = review_file(engine, path, None, None)
    outcome = _outcome(checked)
    if dry_run or outcome.error_count:
        return outcome
    return _save(engine, checked, outcome, path, path.name, actor)


def _demand_any(person: Account | None, kecamatan_code: str) -> Account:
    if person is None or not parties_for(person, kecamatan_code):
        raise NotAllowedError(ACTION, kecamatan_code, "")
    return person


@contextmanager
def _stored(upload: Upload) -> Iterator[Path]:
    """An upload as a file in a private folder for as long as it is read."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        path = Path(folder) / make_safe_name(upload.name)
        path.write_bytes(upload.content)
        yield path


def _save(
    engine: Engine, checked: Review, outcome: ImportOutcome, path: Path, name: str, actor: str
) -> ImportOutcome:
    form = checked.form
    if form is None or not checked.changed:
        return outcome
    info = BatchInfo(
        KIND,
        name,
        hash_file(path),
        actor,
        options={"wilayah": form.wilayah_code, "periode": form.period},
        report=summarise(outcome.findings, outcome.figures),
    )
    changes = tuple(_to_change(cell) for cell in checked.changed)
    data = FileSet(form.wilayah_code, form.period, checked.parts, changes)
    try:
        done = save_file(engine, data, info)
    except StageLockedError as error:
        part = StagePart(error.wilayah_code, error.year, error.stage, error.part)
        return replace(
            outcome, findings=[*outcome.findings, describe_lock(form, part, error.state)]
        )
    if done.conflicts:
        found = describe_conflicts(checked, done.conflicts)
        return replace(outcome, findings=[*outcome.findings, *found])
    return replace(outcome, written=done.written)


def _to_change(cell: FileCell) -> CellChange:
    return CellChange(
        cell.unit_code, cell.item_code, cell.value, cell.base_value, cell.base_version
    )


def _outcome(checked: Review) -> ImportOutcome:
    form, data = checked.form, checked.data
    if form is None or data is None:
        return ImportOutcome(checked.findings)
    cleared = sum(cell.value is None for cell in checked.changed)
    new = sum(cell.base_version == 0 for cell in checked.changed)
    figures: dict[str, int | str | None] = {
        "kecamatan": data.name,
        "periode": form.period,
        "terisi": sum(cell.value is not None for cell in checked.cells),
        "baru": new,
        "berubah": len(checked.changed) - new - cleared,
        "dikosongkan": cleared,
    }
    preview = pd.DataFrame(
        {
            "unit_code": [cell.unit_code for cell in checked.changed],
            "name": [form.units[cell.unit_code] for cell in checked.changed],
            "item_code": [cell.item_code for cell in checked.changed],
            "before": [checked.stored.get(cell.key, (None, 0))[0] for cell in checked.changed],
            "after": [cell.value for cell in checked.changed],
        }
    ).astype({"before": "Int64", "after": "Int64"})
    return ImportOutcome(checked.findings, figures, preview=preview)
