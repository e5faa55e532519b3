"""Programmes of desa and partners: may this person, is it whole, write."""

from dataclasses import asdict, replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.row_result import RowResult
from app.actions.stage_checks import FIRST_YEAR
from app.items import find_item
from data_access.importers.program import (
    APBDES,
    LONGEST_ACTIVITY,
    LONGEST_PARTNER,
    LONGEST_UNIT,
    PRIVATE,
)
from data_access.importers.program_values import ValueFault, read_rupiah, read_volume
from data_access.reads.masalah import read_problem_places
from data_access.reads.program_mitra import Program, read_program
from data_access.schema import PARTNER_SOURCES
from data_access.writes import program_mitra as writes
from data_access.writes.once import hash_content
from data_access.writes.program_mitra import (
    INVENTORY_STAGE,
    PART,
    ProgramDraft,
    find_part,
    to_draft,
)
from data_access.writes.tahapan import StageLockedError
from geo.codes import kind_of
from geo.escape import find_unsafe_characters

__all__ = [
    "APBDES",
    "INVENTORY_STAGE",
    "LONGEST_ACTIVITY",
    "LONGEST_PARTNER",
    "LONGEST_UNIT",
    "PART",
    "PRIVATE",
    "SOURCES",
    "Program",
    "ProgramDraft",
    "ProgramResult",
    "ValueFault",
    "find_part",
    "read_rupiah",
    "read_volume",
    "to_draft",
]

ACTION = "isi"
SOURCES = PARTNER_SOURCES
KECAMATAN_LENGTH = 8
_LONGEST = {"activity": LONGEST_ACTIVITY, "partner": LONGEST_PARTNER, "unit": LONGEST_UNIT}

ProgramResult = RowResult[Program]


def add_program(
    engine: Engine,
    person: Account | None,
    kecamatan_code: str,
    year: int,
    draft: ProgramDraft,
    token: str,
) -> ProgramResult:
    """Record a programme; `token` stands for the form, so that three clicks record one.

    Raises NotAllowedError, and ValueError for a year, desa, source or service that does not exist.
    """
    author = demand(person, ACTION, kecamatan_code, PART)
    check_year(year)
    cleaned = clean_draft(draft)
    fault = _find_fault(engine, kecamatan_code, cleaned)
    if fault is not None:
        return ProgramResult(fault=fault)
    # A form that was mended after a refusal is another save than the one before.
    key = hash_content([token, asdict(cleaned), year])
    try:
        done = writes.add_program(engine, author.username, cleaned, year, key=key)
    except StageLockedError as error:
        return ProgramResult(locked_state=error.state)
    return _to_result(done)


def change_program(
    engine: Engine, person: Account | None, base: Program, draft: ProgramDraft
) -> ProgramResult:
    """Change a programme from how the person saw it (`base`), within its kecamatan.

    Raises NotAllowedError.
    """
    author = demand(person, ACTION, base.wilayah_code[:KECAMATAN_LENGTH], PART)
    owned = _own(engine, author, base)
    if owned is None:
        return ProgramResult(is_gone=True)
    cleaned = clean_draft(draft)
    kecamatan = owned.wilayah_code[:KECAMATAN_LENGTH]
    fault = _find_fault(engine, kecamatan, cleaned, owned.wilayah_code)
    if fault is not None:
        return ProgramResult(fault=fault)
    try:
        done = writes.change_program(engine, author.username, owned, cleaned)
    except StageLockedError as error:
        return ProgramResult(locked_state=error.state)
    return _to_result(done)


def remove_program(engine: Engine, person: Account | None, base: Program) -> ProgramResult:
    """Remove a programme as the person saw it; history keeps it. Raises NotAllowedError."""
    author = demand(person, ACTION, base.wilayah_code[:KECAMATAN_LENGTH], PART)
    owned = _own(engine, author, base)
    if owned is None:
        return ProgramResult(is_gone=True)
    try:
        done = writes.remove_program(engine, author.username, owned)
    except StageLockedError as error:
        return ProgramResult(locked_state=error.state)
    return _to_result(done)


def check_year(year: int) -> None:
    """Raise ValueError for a year that no cycle has."""
    if not FIRST_YEAR <= year <= datetime.now(UTC).year + 1:
        raise ValueError(f"no programmes are recorded in {year}")


def clean_draft(draft: ProgramDraft) -> ProgramDraft:
    """The draft with tidy words: one line each, none of only spaces."""
    return replace(
        draft,
        activity=" ".join(draft.activity.split()),
        partner=" ".join((draft.partner or "").split()) or None,
        unit=" ".join((draft.unit or "").split()) or None,
    )


def _to_result(done: writes.ProgramOutcome) -> ProgramResult:
    fault = "ganda" if done.is_double else None
    return ProgramResult(done.number, fault, done.theirs, done.is_gone)


def _own(engine: Engine, author: Account, base: Program) -> Program | None:
    """The programme by the desa that is stored, on the version that was seen."""
    stored = read_program(engine, base.id)
    if stored is None:
        return None
    demand(author, ACTION, stored.wilayah_code[:KECAMATAN_LENGTH], PART)
    return replace(stored, version=base.version)


def _find_fault(
    engine: Engine, kecamatan_code: str, draft: ProgramDraft, kept_desa: str = ""
) -> str | None:
    """Why a draft cannot be stored; raises ValueError for what no form offers.

    `kept_desa`: the desa that the programme has already, though it may no longer be in force.
    """
    _check_choices(engine, kecamatan_code, draft, kept_desa)
    if not draft.activity:
        return "kegiatan_kosong"
    for name, longest in _LONGEST.items():
        words = getattr(draft, name) or ""
        if len(words) > longest:
            return "panjang"
        if find_unsafe_characters(words):
            return "tanda"
    if draft.source == PRIVATE and not draft.partner:
        return "mitra_kosong"
    if draft.volume is not None and not draft.unit:
        return "satuan_kosong"
    is_kelurahan = kind_of(draft.wilayah_code) == "kelurahan"
    return "kelurahan" if draft.source == APBDES and is_kelurahan else None


def _check_choices(
    engine: Engine, kecamatan_code: str, draft: ProgramDraft, kept_desa: str
) -> None:
    places = read_problem_places(engine, kecamatan_code)
    desa = set(places.loc[places["level"] == "desa", "code"])
    if draft.wilayah_code not in desa | {kept_desa}:
        raise ValueError(f"{draft.wilayah_code} is no desa of {kecamatan_code}")
    item = find_item(draft.item_code) if draft.item_code is not None else None
    if draft.item_code is not None and (item is None or item.group != "capaian"):
        raise ValueError(f"no service {draft.item_code}")
    if draft.source not in SOURCES or draft.amount_idr < 0 or (draft.volume or 0) < 0:
        raise ValueError(f"no programme {draft}")
