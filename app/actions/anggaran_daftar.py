"""Importing the lists beside the budget: thematic sub kegiatan and names of accounts."""

from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from app.access import Account, NotAllowedError, demand, may_somewhere
from app.actions.outcome import Figures, ImportOutcome, summarise
from app.text.screens import LEVEL_WORDS
from data_access.importers.akun import read_account_file
from data_access.importers.tematik import ThematicRow, read_thematic_file
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_region
from data_access.writes.anggaran_daftar import (
    add_thematic,
    remove_thematic,
    save_accounts,
    save_thematic,
)
from data_access.writes.batches import BatchInfo, hash_file
from geo.codes import level_of
from geo.escape import find_unsafe_characters
from geo.findings import Finding, has_errors

__all__ = ["add_own_thematic", "import_accounts", "import_thematic", "remove_own_thematic"]

ACTION = "atur_target"
DEFAULT_LIST = "TAG STUNTING"
PREVIEW_ROWS = 50
MAX_CODE, MAX_NAME = 24, 500


def import_thematic(
    engine: Engine,
    path: Path,
    *,
    wilayah_code: str = NATION,
    nomenclature: str = DEFAULT_LIST,
    actor: str = "",
    person: Account | None = None,
    dry_run: bool = False,
) -> ImportOutcome:
    """Read, check and (unless `dry_run`) store a list of thematic sub kegiatan.

    "ID": the list that all regions see, for the command line only; a region's own list is its
    Bappeda's (NotAllowedError for others) and holds its own level. It replaces the list of the
    same nomenclature.
    """
    if person is not None:
        actor = demand(person, ACTION, wilayah_code).username
    file = read_thematic_file(path)
    rows, findings = list(file.rows), list(file.findings)
    if wilayah_code != NATION and not has_errors(findings):
        rows, more = _keep_level(engine, rows, wilayah_code)
        findings += more
    figures: Figures = {"rows": len(rows)}
    preview = pd.DataFrame(
        [(row.row, row.code, row.name) for row in rows[:PREVIEW_ROWS]],
        columns=["row", "kode", "nama"],
    )
    outcome = ImportOutcome(findings, figures, preview=preview)
    if dry_run or has_errors(findings):
        return outcome
    options = {"wilayah": wilayah_code, "nomenklatur": nomenclature}
    written = save_thematic(
        engine,
        {(row.level, row.code): row.name for row in rows},
        _info("tematik", path, actor, options, outcome),
        wilayah_code=wilayah_code,
        nomenclature=nomenclature,
    )
    return ImportOutcome(findings, figures, written, preview)


def import_accounts(
    engine: Engine,
    path: Path,
    *,
    actor: str = "",
    person: Account | None = None,
    dry_run: bool = False,
) -> ImportOutcome:
    """Read, check and (unless `dry_run`) store names of accounts; none is taken away.

    Raises NotAllowedError unless the person is a Bappeda.
    """
    if person is not None:
        if not may_somewhere(person, ACTION):
            raise NotAllowedError(ACTION, NATION, "")
        actor = person.username
    file = read_account_file(path)
    figures: Figures = {"rows": len(file.rows)}
    preview = pd.DataFrame(
        [(row.row, row.code, row.name) for row in file.rows[:PREVIEW_ROWS]],
        columns=["row", "kode", "nama"],
    )
    outcome = ImportOutcome(file.findings, figures, preview=preview)
    if dry_run or has_errors(file.findings):
        return outcome
    told = {row.code: (row.level, row.name) for row in file.rows}
    written = save_accounts(engine, told, _info("akun", path, actor, {}, outcome))
    return ImportOutcome(file.findings, figures, written, preview)


def add_own_thematic(
    engine: Engine, person: Account | None, *, wilayah_code: str, code: str, name: str
) -> bool:
    """Add a sub kegiatan to a region's own list; False where it stands there already.

    Raises NotAllowedError unless the person is its Bappeda, ValueError for a code or name that
    will not do.
    """
    known = demand(person, ACTION, wilayah_code)
    code, name = "".join(code.split()), " ".join(name.split())
    fits = 0 < len(code) <= MAX_CODE and 0 < len(name) <= MAX_NAME
    if not fits or not code.replace(".", "").isdigit() or find_unsafe_characters(name):
        raise ValueError(code)
    level = level_of(wilayah_code)
    return add_thematic(
        engine, known.username, wilayah_code=wilayah_code, level=level, code=code, name=name
    )


def remove_own_thematic(
    engine: Engine, person: Account | None, *, wilayah_code: str, nomenclature: str, code: str
) -> bool:
    """Take a sub kegiatan off a region's own list; NotAllowedError unless its Bappeda asks."""
    known = demand(person, ACTION, wilayah_code)
    return remove_thematic(
        engine,
        known.username,
        wilayah_code=wilayah_code,
        level=level_of(wilayah_code),
        nomenclature=nomenclature,
        code=code,
    )


def _keep_level(
    engine: Engine, rows: list[ThematicRow], wilayah_code: str
) -> tuple[list[ThematicRow], list[Finding]]:
    level = level_of(wilayah_code)
    kept = [row for row in rows if row.level == level]
    if not kept:
        values = {"tingkat": LEVEL_WORDS[level]}
        return [], [Finding("daftar_tanpa_tingkat", "galat", values=values)]
    if len(kept) == len(rows):
        return kept, []
    region = read_region(engine, wilayah_code)
    named = {"jumlah": len(rows) - len(kept), "wilayah": region.name if region else wilayah_code}
    return kept, [Finding("daftar_tingkat_lain", "catatan", values=named)]


def _info(
    kind: str, path: Path, actor: str, options: dict[str, str], outcome: ImportOutcome
) -> BatchInfo:
    report = summarise(outcome.findings, outcome.figures)
    return BatchInfo(kind, path.name, hash_file(path), actor, options, report)
