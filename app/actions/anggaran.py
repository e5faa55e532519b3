"""Importing a budget from SIPD: read and check a file, then store all of it or nothing."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError, demand, may
from app.actions.anggaran_checks import (
    budget_years,
    check_owners,
    check_request,
    check_titles,
    describe_lock,
    describe_plan,
    preview_lines,
    tabulate_agencies,
)
from app.actions.anggaran_outcome import BudgetOutcome, BudgetRequest
from app.actions.anggaran_pairing import suggest_pairs
from app.actions.outcome import summarise
from data_access.importers.layout_memory import (
    HandLayout,
    SheetSample,
    list_headers_of,
    sample_sheets,
)
from data_access.importers.sipd import (
    SipdFile,
    is_unknown,
    read_budget_file,
    read_budget_table,
)
from data_access.importers.sipd_columns import (
    MEANINGS,
    is_complete_budget,
    recall_budget_layout,
)
from data_access.importers.tables import TableFile
from data_access.reads.scope import NATION
from data_access.reads.tata_letak import RememberedLayout, read_layouts
from data_access.reads.wilayah import read_region
from data_access.writes.anggaran import SnapshotSet, plan_snapshot, save_snapshot
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.tahapan import StageLockedError
from data_access.writes.tata_letak import forget_layout, save_layout
from geo.findings import has_errors

__all__ = [
    "KIND",
    "MEANINGS",
    "BudgetOutcome",
    "BudgetRequest",
    "budget_years",
    "forget_budget_columns",
    "import_budget",
    "is_complete_budget",
    "owners_for",
    "remember_budget_columns",
]

KIND = "anggaran"
# Parties of a kecamatan whose money stands in the budget of another agency.
_NOT_OWNERS = frozenset({"puskesmas", "plkb"})


def owners_for(person: Account | None) -> list[str]:
    """Kabupaten and provinces whose budget a person may bring, or part of it, by their roles."""
    grants = person.grants if person else ()
    codes = {
        grant.wilayah_code[:5]
        for grant in grants
        if grant.role in {"bappeda", "operator"} and _brings_as(person, grant)
    }
    return sorted(codes)


def import_budget(
    engine: Engine,
    request: BudgetRequest,
    *,
    actor: str = "",
    person: Account | None = None,
    dry_run: bool = False,
) -> BudgetOutcome:
    """Read, check and (unless `dry_run`) store a file of a budget snapshot.

    Bappeda of the region brings any file; an operator one whose every SKPD is their own.
    NotAllowedError for who brings nothing of this budget. Without a person the command line
    writes as `actor`.
    """
    if person is not None:
        actor = _demand_any(person, request.wilayah_code).username
    findings = check_request(request, read_region(engine, request.wilayah_code))
    if has_errors(findings):
        return BudgetOutcome(findings)
    file, remembered, table = _read(engine, request)
    findings += [*file.findings, *check_titles(request, file.stated_year, file.states_change)]
    seen = BudgetOutcome(
        findings,
        {"rows": len(file.lines), "total_idr": sum(line.total_idr for line in file.lines)},
        preview=preview_lines(file.lines),
        sheet=file.sheet,
        samples=sample_sheets(table) if is_unknown(file) else (),
        remembered=remembered,
    )
    if has_errors(findings):
        return seen
    return _compare_and_store(engine, request, file, seen, person, actor, dry_run=dry_run)


def remember_budget_columns(
    engine: Engine,
    person: Account | None,
    wilayah_code: str,
    layout: HandLayout,
    sample: SheetSample,
) -> None:
    """Remember what the columns of a header row mean, for files of the same headers.

    Raises NotAllowedError for who brings nothing of this budget, ValueError where the columns do
    not suffice.
    """
    author = _demand_any(person, wilayah_code)
    if not is_complete_budget(layout.columns):
        raise ValueError("the columns name no sub kegiatan, account or total")
    headings = sample.rows[layout.header_index]
    save_layout(
        engine,
        author.username,
        kind=KIND,
        header_sha256=sample.digests[layout.header_index],
        columns=layout.columns,
        headings={meaning: headings[place] for meaning, place in layout.columns.items()},
    )


def forget_budget_columns(
    engine: Engine, person: Account | None, wilayah_code: str, header_sha256: str
) -> bool:
    """Forget the meaning of a header row; NotAllowedError as `remember_budget_columns`."""
    author = _demand_any(person, wilayah_code)
    return forget_layout(engine, author.username, kind=KIND, header_sha256=header_sha256)


def _brings_as(person: Account | None, grant: Grant) -> bool:
    code, agency = grant.wilayah_code, grant.agency
    return code != NATION and agency not in _NOT_OWNERS and may(person, "isi", code, agency)


def _demand_any(person: Account | None, wilayah_code: str) -> Account:
    """The person, where they bring at least part of this budget."""
    if person is not None and may(person, "isi", wilayah_code):  # Bappeda: for every agency
        return demand(person, "isi", wilayah_code)
    if person is None or wilayah_code not in owners_for(person):
        raise NotAllowedError("isi", wilayah_code, "")
    return person


def _read(
    engine: Engine, request: BudgetRequest
) -> tuple[SipdFile, RememberedLayout | None, TableFile]:
    """The file, by its own headers or by what was said of such headers, now or before."""
    table = read_budget_table(request.path)
    layout = request.layout
    if layout is not None and layout.header_index >= len(table.sheets.get(layout.sheet, [])):
        layout = None
    file = read_budget_file(request.path, year=request.year, layout=layout, table=table)
    if layout is not None or not is_unknown(file):
        return file, None, table
    headers = list_headers_of(table)
    remembered = read_layouts(engine, KIND, headers)
    known = recall_budget_layout(table, {key: each.columns for key, each in remembered.items()})
    if known is None:
        return file, None, table
    used = next(k for k, place in headers.items() if place == (known.sheet, known.header_index))
    again = read_budget_file(request.path, year=request.year, layout=known, table=table)
    return again, remembered[used], table


def _compare_and_store(
    engine: Engine,
    request: BudgetRequest,
    file: SipdFile,
    seen: BudgetOutcome,
    person: Account | None,
    actor: str,
    *,
    dry_run: bool,
) -> BudgetOutcome:
    names = dict.fromkeys(line.skpd_name for line in file.lines)
    data = SnapshotSet(
        request.wilayah_code,
        request.year,
        request.kind,
        (request.nomenclature or "").strip() or None,
        file.lines,
        suggest_pairs(engine, request.wilayah_code, names),
    )
    plan, tags = plan_snapshot(engine, data)
    if person is not None and not may(person, "isi", request.wilayah_code):
        foreign = check_owners(person, {each.name: each.pair for each in plan.agencies})
        if foreign:
            return replace(seen, findings=[*seen.findings, *foreign])
    findings = [*seen.findings, *describe_plan(plan, tags, request)]
    agencies = tabulate_agencies(file.lines, plan, tags)
    checked = replace(seen, findings=findings, agencies=agencies, figures=_count(seen, agencies))
    if dry_run or has_errors(findings):
        return checked
    return _store(engine, request, data, checked, actor)


def _count(seen: BudgetOutcome, agencies: pd.DataFrame) -> dict[str, int | str | None]:
    kinds = ("new", "changed", "refreshed", "gone", "same", "lost_tags")
    counts = {kind: int(agencies[kind].sum()) for kind in kinds}
    return {**seen.figures, "agencies": len(agencies), **counts}


def _store(
    engine: Engine, request: BudgetRequest, data: SnapshotSet, checked: BudgetOutcome, actor: str
) -> BudgetOutcome:
    options = {
        "wilayah": request.wilayah_code,
        "tahun": request.year,
        "potret": request.kind,
        "nomenklatur": data.nomenclature,
    }
    info = BatchInfo(
        KIND,
        request.path.name,
        hash_file(request.path),
        actor,
        options,
        summarise(checked.findings, checked.figures),
    )
    try:
        stored = save_snapshot(engine, data, info)
    except StageLockedError as error:
        refused = describe_lock(f"{error.part} ({error.wilayah_code})", error.state, request.kind)
        return replace(checked, findings=[*checked.findings, refused])
    return replace(checked, written=stored, stored=stored)
