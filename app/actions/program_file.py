"""A table of programmes that somebody hands in: read, held against what is stored, all or nothing.

One kecamatan and one year a table.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.left_files import PREFIX
from app.actions.measurement_inputs import table_limits
from app.actions.outcome import ImportOutcome, summarise
from app.actions.program import ACTION, PART, SOURCES, check_year
from app.actions.uploads import Upload, make_safe_name
from app.program_words import SOURCE_WORDS, list_service_words
from data_access.database import open_read
from data_access.importers.program import (
    KnownPrograms,
    ProgramFile,
    ProgramRow,
    read_program_file,
)
from data_access.importers.program import write_number as name_number
from data_access.reads.masalah import read_problem_places
from data_access.reads.program_mitra import Program, find_programs, read_programs
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.program_file import (
    KIND,
    ChangedRow,
    ProgramFileOutcome,
    ProgramSet,
    save_programs,
)
from data_access.writes.program_mitra import Identity, to_draft
from data_access.writes.tahapan import StageLockedError
from geo.findings import Finding

__all__ = [
    "ImportOutcome",
    "ProgramCheck",
    "Upload",
    "check_programs",
    "name_number",
    "store_programs",
]


@dataclass(frozen=True, slots=True)
class ProgramCheck:
    """What a table holds: findings, and what it adds and changes."""

    findings: tuple[Finding, ...]
    data: ProgramSet
    unchanged: int = 0

    @property
    def preview(self) -> pd.DataFrame:
        """What would be stored: desa, source, activity, amount_idr, is_new."""
        drafts = [(row.draft, False) for row in self.data.changed]
        drafts += [(draft, True) for draft in self.data.added]
        rows = [(d.wilayah_code, d.source, d.activity, d.amount_idr, new) for d, new in drafts]
        columns = ["desa_code", "source", "activity", "amount_idr", "is_new"]
        return pd.DataFrame(rows, columns=columns)


def check_programs(
    engine: Engine, person: Account | None, upload: Upload, kecamatan_code: str, year: int
) -> ImportOutcome:
    """Read and check a table as `store_programs` would, and store nothing.

    Raises NotAllowedError.
    """
    demand(person, ACTION, kecamatan_code, PART)
    check_year(year)
    with _stored(upload) as path:
        return _to_outcome(_check(engine, path, kecamatan_code, year))


def store_programs(
    engine: Engine, person: Account | None, upload: Upload, kecamatan_code: str, year: int
) -> ImportOutcome:
    """Check a table once more and store all that it adds and changes, or nothing.

    Raises NotAllowedError.
    """
    author = demand(person, ACTION, kecamatan_code, PART)
    check_year(year)
    with _stored(upload) as path:
        checked = _check(engine, path, kecamatan_code, year)
        outcome = _to_outcome(checked)
        if outcome.error_count or not (checked.data.added or checked.data.changed):
            return outcome
        info = BatchInfo(
            KIND,
            upload.name,
            hash_file(path),
            author.username,
            options={"wilayah": kecamatan_code, "tahun": year},
            report=summarise(outcome.findings, outcome.figures),
        )
    return _save(engine, checked, outcome, info)


def _save(
    engine: Engine, checked: ProgramCheck, outcome: ImportOutcome, info: BatchInfo
) -> ImportOutcome:
    try:
        done = save_programs(engine, checked.data, info)
    except StageLockedError as error:
        values = {"tahun": str(error.year), "keadaan": error.state}
        return ImportOutcome([Finding("program_terkunci", "galat", values=values)])
    findings = _describe_refusal(done)
    if findings:
        return ImportOutcome(findings)
    return ImportOutcome(outcome.findings, outcome.figures, done.written)


def _describe_refusal(done: ProgramFileOutcome) -> list[Finding]:
    """What somebody else did between the check and the save."""
    found = [_describe_moved(each) for each in done.moved]
    found += [Finding("program_hilang", "galat", values={"nomor": n}) for n in done.gone]
    found += [
        Finding("program_sudah_ada", "galat", values={"kegiatan": draft.activity})
        for draft in done.doubled
    ]
    return found


def _describe_moved(program: Program, row: ProgramRow | None = None) -> Finding:
    values = {"kegiatan": program.activity, "pelaku": program.updated_by}
    sheet, line = (row.sheet, row.row) if row is not None else (None, None)
    return Finding("program_sudah_berubah", "galat", sheet, line, None, values)


def _check(engine: Engine, path: Path, kecamatan_code: str, year: int) -> ProgramCheck:
    stored = _read_stored(engine, kecamatan_code, year)
    file = read_program_file(
        path, _read_known(engine, kecamatan_code, year, stored), table_limits()
    )
    return _compare(file, stored, kecamatan_code, year)


def _read_stored(engine: Engine, kecamatan_code: str, year: int) -> dict[int, Program]:
    numbers = read_programs(engine, kecamatan_code, year)["id"].tolist()
    with open_read(engine) as connection:
        return find_programs(connection, numbers)


def _read_known(
    engine: Engine, kecamatan_code: str, year: int, stored: dict[int, Program]
) -> KnownPrograms:
    places = read_problem_places(engine, kecamatan_code)
    names = dict(zip(places["code"], places["name"], strict=True))
    desa = set(places.loc[places["level"] == "desa", "code"])
    sources = {**{each: each for each in SOURCES}, **SOURCE_WORDS}
    return KnownPrograms(
        names.get(kecamatan_code, kecamatan_code),
        year,
        {code: name for code, name in names.items() if code in desa},
        sources,
        list_service_words(),
        frozenset(stored),
    )


def _compare(
    file: ProgramFile, stored: dict[int, Program], kecamatan_code: str, year: int
) -> ProgramCheck:
    findings = list(file.findings)
    by_identity: dict[Identity, int] = {to_draft(p).identity: p.id for p in stored.values()}
    renamed = {row.number for row in file.rows if row.number is not None}
    added, changed, unchanged = [], [], 0
    for row in file.rows:
        base = stored.get(row.number) if row.number is not None else None
        same = by_identity.get(row.draft.identity)
        if base is not None and to_draft(base) == row.draft:
            unchanged += 1
        elif base is not None and base.version != row.version:
            findings.append(_describe_moved(base, row))
        elif same is not None and same not in renamed:
            values = {"kegiatan": row.draft.activity}
            found = Finding("program_sudah_ada", "galat", row.sheet, row.row, None, values)
            findings.append(found)
        elif base is not None:
            changed.append(ChangedRow(base.id, base.version, row.draft))
        else:
            added.append(row.draft)
    data = ProgramSet(kecamatan_code, year, tuple(added), tuple(changed))
    return ProgramCheck(tuple(findings), data, unchanged)


def _to_outcome(checked: ProgramCheck) -> ImportOutcome:
    figures: dict[str, int | str | None] = {
        "baru": len(checked.data.added),
        "berubah": len(checked.data.changed),
        "tetap": checked.unchanged,
    }
    return ImportOutcome(list(checked.findings), figures, preview=checked.preview)


@contextmanager
def _stored(upload: Upload) -> Iterator[Path]:
    """An upload as a file in a private folder for as long as it is read."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        path = Path(folder) / make_safe_name(upload.name)
        path.write_bytes(upload.content)
        yield path
