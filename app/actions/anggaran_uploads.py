"""Budgets and their lists handed in on the screen: checked first, then stored as a whole."""

from dataclasses import dataclass

from sqlalchemy import Engine

from app.access import Account, may
from app.actions.anggaran import (
    BudgetOutcome,
    BudgetRequest,
    import_budget,
    owners_for,
)
from app.actions.anggaran_daftar import ACTION, DEFAULT_LIST, import_accounts, import_thematic
from app.actions.outcome import ImportOutcome
from app.actions.uploads import HandLayout, Upload, stored_files
from data_access.importers.sipd import BUDGET_LIMITS

BUDGET, LISTS = "anggaran", "daftar_anggaran"
THEMATIC, ACCOUNTS = "tematik", "akun"
BUDGET_MB = BUDGET_LIMITS.file_bytes >> 20


@dataclass(frozen=True, slots=True)
class BudgetUpload:
    """A file of one snapshot as a person hands it in; see `BudgetRequest`."""

    file: Upload
    wilayah_code: str
    year: int
    kind: str
    nomenclature: str = ""
    layout: HandLayout | None = None


@dataclass(frozen=True, slots=True)
class ListUpload:
    """A list as a person hands it in: "tematik" for a region of theirs, or "akun"."""

    file: Upload
    kind: str
    wilayah_code: str
    nomenclature: str = ""


def budget_kinds_for(person: Account | None) -> list[str]:
    """What a person may bring of budgets and their lists."""
    kinds = [BUDGET] if owners_for(person) else []
    return [*kinds, LISTS] if lists_for(person) else kinds


def lists_for(person: Account | None) -> list[str]:
    """Regions whose own list of thematic sub kegiatan a person keeps."""
    codes = {grant.wilayah_code for grant in person.grants} if person else set()
    return sorted(code for code in codes if may(person, ACTION, code))


def check_budget(engine: Engine, person: Account, upload: BudgetUpload) -> BudgetOutcome:
    """Read and check a budget as `save_budget` would, and store nothing."""
    return _import_budget(engine, person, upload, dry_run=True)


def save_budget(engine: Engine, person: Account, upload: BudgetUpload) -> BudgetOutcome:
    """Check a budget once more and store all of it or nothing."""
    return _import_budget(engine, person, upload, dry_run=False)


def check_list(engine: Engine, person: Account, upload: ListUpload) -> ImportOutcome:
    """Read and check a list as `save_list` would, and store nothing."""
    return _import_list(engine, person, upload, dry_run=True)


def save_list(engine: Engine, person: Account, upload: ListUpload) -> ImportOutcome:
    """Check a list once more and store all of it or nothing."""
    return _import_list(engine, person, upload, dry_run=False)


def _import_budget(
    engine: Engine, person: Account, upload: BudgetUpload, *, dry_run: bool
) -> BudgetOutcome:
    with stored_files(upload.file) as (path,):
        if path is None:
            raise ValueError("an upload without a file")
        request = BudgetRequest(
            path, upload.wilayah_code, upload.year, upload.kind, upload.nomenclature, upload.layout
        )
        return import_budget(engine, request, person=person, dry_run=dry_run)


def _import_list(
    engine: Engine, person: Account, upload: ListUpload, *, dry_run: bool
) -> ImportOutcome:
    with stored_files(upload.file) as (path,):
        if path is None:
            raise ValueError("an upload without a file")
        if upload.kind == ACCOUNTS:
            return import_accounts(engine, path, person=person, dry_run=dry_run)
        return import_thematic(
            engine,
            path,
            wilayah_code=upload.wilayah_code,
            nomenclature=upload.nomenclature.strip() or DEFAULT_LIST,
            person=person,
            dry_run=dry_run,
        )
