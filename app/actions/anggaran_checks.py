"""What is wrong, or to be known, about a budget before it is stored."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd

from analysis.budget_calendar import SNAPSHOT_STAGES, find_cycle_year
from app.access import Account, may
from app.actions.anggaran_outcome import BudgetRequest
from app.actions.stage_checks import FIRST_YEAR
from app.text import anggaran_masuk as text
from data_access.importers.sipd_lines import BudgetLine
from data_access.reads.wilayah import Region
from data_access.writes.anggaran import AgencyPlan, Pair, SnapshotPlan
from geo.escape import find_unsafe_characters
from geo.findings import Finding

OWNERS = ("kabupaten", "provinsi")
MAX_NOMENCLATURE = 40
PREVIEW_ROWS = 50
_EXAMPLES = 5
_PREVIEW = [
    "row",
    "skpd_name",
    "subkegiatan_code",
    "subkegiatan_name",
    "account_code",
    "description",
    "volume",
    "unit",
    "unit_price_idr",
    "total_idr",
]


def check_request(request: BudgetRequest, region: Region | None) -> list[Finding]:
    """Why there can be no such snapshot: its owner, year, kind or nomenclature."""
    findings = []
    if region is None:
        values = {"wilayah": request.wilayah_code}
        findings.append(Finding("anggaran_wilayah_asing", "galat", values=values))
    elif region.level not in OWNERS:
        findings.append(Finding("anggaran_pemilik", "galat", values={"wilayah": region.name}))
    if request.kind not in SNAPSHOT_STAGES:
        return [*findings, Finding("anggaran_potret", "galat", values={"isi": request.kind})]
    first, last = budget_years(request.kind)
    if not first <= request.year <= last:
        values = {"tahun": str(request.year), "awal": str(first), "akhir": str(last)}
        values["potret"] = text.SNAPSHOTS[request.kind]
        findings.append(Finding("anggaran_tahun", "galat", values=values))
    named = request.nomenclature or ""
    if len(named) > MAX_NOMENCLATURE or find_unsafe_characters(named):
        values = {"batas": str(MAX_NOMENCLATURE)}
        findings.append(Finding("anggaran_nomenklatur", "galat", values=values))
    return findings


def budget_years(kind: str) -> tuple[int, int]:
    """The first and last budget year whose snapshot of a kind belongs to a cycle of ours."""
    ahead = 1 - find_cycle_year(kind, 1)
    return FIRST_YEAR + ahead, datetime.now(UTC).year + 1 + ahead


def check_owners(person: Account, pairs: dict[str, Pair | None]) -> list[Finding]:
    """SKPD of a file whose lines a person who is not Bappeda may not bring."""
    foreign = [
        name for name, pair in pairs.items() if pair is None or not may(person, "isi", *pair)
    ]
    if not foreign:
        return []
    return [_name_some("anggaran_skpd_bukan_milik_anda", "galat", foreign)]


def check_titles(
    request: BudgetRequest, stated_year: int | None, states_change: bool | None
) -> list[Finding]:
    """Where the file's own title says another year or snapshot than the person."""
    findings = []
    if stated_year is not None and stated_year != request.year:
        values = {"berkas": str(stated_year), "dipilih": str(request.year)}
        findings.append(Finding("anggaran_judul_tahun", "peringatan", values=values))
    if states_change is not None and states_change != (request.kind == "perubahan"):
        code = "anggaran_judul_perubahan" if states_change else "anggaran_judul_bukan_perubahan"
        findings.append(Finding(code, "peringatan"))
    return findings


def describe_plan(
    plan: SnapshotPlan, tags: dict[int, int], request: BudgetRequest
) -> list[Finding]:
    """What storing would do that a person has to know, and what forbids it."""
    findings = [describe_lock(each.name, str(each.locked), request.kind) for each in plan.locked]
    unpaired = [each.name for each in plan.agencies if each.pair is None]
    if unpaired:
        findings.append(_name_some("anggaran_skpd_belum_dipasang", "peringatan", unpaired))
    gone = sum(len(each.gone) for each in plan.agencies)
    if gone:
        values = {"jumlah": gone, "skpd": _list([e.name for e in plan.agencies if e.gone])}
        findings.append(Finding("anggaran_baris_hilang", "peringatan", values=values))
    if tags:
        values = {"jumlah": sum(tags.values()), "baris": len(tags)}
        findings.append(Finding("anggaran_tanda_hilang", "peringatan", values=values))
    return findings


def describe_lock(name: str, state: str, kind: str) -> Finding:
    """The refusal of lines of an SKPD whose tags were handed in."""
    code = f"anggaran_terkunci_{state}"
    return Finding(code, "galat", values={"skpd": name, "potret": text.SNAPSHOTS[kind]})


def tabulate_agencies(
    lines: Sequence[BudgetLine], plan: SnapshotPlan, tags: dict[int, int]
) -> pd.DataFrame:
    """What the file means for each SKPD: see `BudgetOutcome.agencies`."""
    rows = [_tabulate(lines, each, tags) for each in plan.agencies]
    # As objects: None stays None where nobody tags an SKPD yet.
    table = pd.DataFrame(rows, dtype=object)
    whole = [name for name in table if name not in {"name", "owner_code", "agency", "is_locked"}]
    return table.astype(dict.fromkeys(whole, "Int64"))


def _tabulate(
    lines: Sequence[BudgetLine], plan: AgencyPlan, tags: dict[int, int]
) -> dict[str, object]:
    paired = [*plan.changed, *plan.refreshed, *plan.same]
    places = [*plan.new, *(place for place, _ in paired)]
    stored = [old for _, old in paired] + plan.gone
    owner_code, agency = plan.pair or (None, None)
    lost = [old.id for _, old in plan.changed] + [old.id for old in plan.gone]
    return {
        "name": plan.name,
        "owner_code": owner_code,
        "agency": agency,
        "line_count": len(places),
        "total_idr": sum(lines[place].total_idr for place in places),
        "before_idr": sum(old.figures.total_idr for old in stored) if stored else None,
        "new": len(plan.new),
        "changed": len(plan.changed),
        "refreshed": len(plan.refreshed),
        "gone": len(plan.gone),
        "same": len(plan.same),
        "lost_tags": sum(tags.get(number, 0) for number in lost),
        "is_locked": plan.locked is not None,
    }


def preview_lines(lines: Sequence[BudgetLine]) -> pd.DataFrame:
    """The first lines as they would be stored.

    Columns: row, skpd_name, subkegiatan_code, subkegiatan_name, account_code, description,
    volume, unit, unit_price_idr, total_idr.
    """
    rows = [[getattr(line, name) for name in _PREVIEW] for line in lines[:PREVIEW_ROWS]]
    return pd.DataFrame(rows, columns=_PREVIEW)


def _name_some(code: str, severity: str, names: Sequence[str]) -> Finding:
    values = {"jumlah": len(names), "skpd": _list(names)}
    return Finding(code, "galat" if severity == "galat" else "peringatan", values=values)


def _list(names: Sequence[str]) -> str:
    more = len(names) - _EXAMPLES
    return ", ".join(names[:_EXAMPLES]) + (f" (+{more})" if more > 0 else "")
