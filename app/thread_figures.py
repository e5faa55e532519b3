"""The benang merah as the screen, its file and the command line show it. No cache, no Streamlit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import pandas as pd
from sqlalchemy import Engine

from analysis.coverage_status import FAR, NEAR, REACHED, is_midyear
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2
from analysis.targets import find_target_year
from analysis.thread import build_chains
from analysis.thread_fate import share_realised
from analysis.thread_places import PlaceFinder
from app.problem_figures import ProblemInputs, ProblemList
from app.proposal_books import list_target_groups, service_of
from app.target_items import list_services
from data_access.reads import benang, tautan, usulan
from data_access.reads.benang import Cause, Promise
from data_access.reads.pengaturan import read_agencies
from data_access.reads.stage_definitions import read_agency_names
from data_access.reads.tautan import Link
from data_access.reads.usulan import Discussion, Proposal

__all__ = ["Cause", "Discussion", "Link", "Promise", "Proposal"]
PROBLEM_TYPES = (TYPE_1, TYPE_2, MIXED)
_KABUPATEN_LENGTH = 5
_BELOW_TARGET = (FAR, NEAR)
_NEED = ["region_code", "item_code", "tipe", "tertinggal"]
_FIGURES = ["cakupan_pct", "target_pct", "status", "perlu_dijangkau"]
RowT = TypeVar("RowT", Discussion, Link, Promise)


@dataclass(frozen=True, slots=True)
class Deeds:
    """All that was said and done about the proposals that touch a region in a year.

    By number of the proposal; `causes` by number of the problem; `agencies`: names by code.
    """

    scope_code: str
    year: int
    proposals: Mapping[int, Proposal]
    discussions: Mapping[int, tuple[Discussion, ...]]
    links: Mapping[int, tuple[Link, ...]]
    promises: Mapping[int, tuple[Promise, ...]]
    causes: Mapping[int, Cause]
    agencies: Mapping[str, str]


def read_deeds(engine: Engine, scope_code: str, year: int) -> Deeds:
    """Put the questions: proposals of a region, of those inside it and of those around it."""
    found = [
        *usulan.read_proposals_inside(engine, scope_code, year),
        *(
            each
            for code in benang.list_around(scope_code)
            for each in usulan.read_proposals_of(engine, code, year)
        ),
    ]
    ids = [each.id for each in found]
    return Deeds(
        scope_code,
        year,
        {each.id: each for each in found},
        _group(sort_discussions(usulan.read_discussions(engine, ids))),
        _group(tautan.read_links(engine, ids)),
        _group(benang.read_promises(engine, scope_code, year)),
        {each.masalah_id: each for each in benang.read_causes(engine, scope_code, year)},
        _read_agencies(engine, scope_code[:_KABUPATEN_LENGTH]),
    )


def sort_discussions(rows: Iterable[Discussion]) -> list[Discussion]:
    """Decisions of meetings above, the lowest region first: its meeting speaks before."""
    return sorted(rows, key=lambda each: (-len(each.wilayah_code), each.rembuk_id))


def pick_later(periods: Iterable[str], period: str) -> str | None:
    """The newest period whose figures speak of a later year, whole years beside whole years."""
    base = find_target_year(period)
    later = [
        each
        for each in periods
        if is_midyear(each) == is_midyear(period) and find_target_year(each) > base
    ]
    return max(later, key=lambda each: (find_target_year(each), each), default=None)


def find_needs(
    inputs: ProblemInputs, problems: ProblemList, lagging: pd.DataFrame, level: str, deeds: Deeds
) -> pd.DataFrame:
    """Each problem place of a level x its lagging services: where every chain begins.

    A service that has reached its target there is none of them. Where none lags, the place's
    lowest services stand there; where none is low, one row without a service. A service below its
    target that does not lag is there where a proposal answers it. Columns: region_code, item_code,
    tipe, tertinggal, cakupan_pct, target_pct, status, perlu_dijangkau.
    """
    table = problems.table
    places = table[table["tipe"].isin(PROBLEM_TYPES) & (table["level"] == level)]
    behind = _list_items(lagging[lagging["tertinggal"] & (lagging["status"] != REACHED)])
    below = _list_items(inputs.assessed[inputs.assessed["status"].isin(_BELOW_TARGET)])
    finder = PlaceFinder((p.id, p.places, list_items_of(p)) for p in deeds.proposals.values())
    rows: list[tuple[str, str | None, str, bool]] = []
    for code, kind in zip(places["region_code"], places["tipe"], strict=True):
        mine = behind.get(code, [])
        low = [each.item_code for each in problems.figures[code].worst]
        first: list[str | None] = [*(mine or low)] or [None]
        answered = (i for i in below.get(code, []) if i not in first and finder.find(code, i))
        rows += [(code, item, kind, item in mine) for item in (*first, *answered)]
    needs = pd.DataFrame(rows, columns=_NEED)
    figures = inputs.assessed[["region_code", "item_code", *_FIGURES]]
    return needs.merge(figures, "left", on=["region_code", "item_code"])


def _list_items(rows: pd.DataFrame) -> dict[str, list[str]]:
    found: dict[str, list[str]] = rows.groupby("region_code")["item_code"].agg(list).to_dict()
    return found


def tabulate_chains(deeds: Deeds, needs: pd.DataFrame, later: pd.DataFrame | None) -> pd.DataFrame:
    """The chains of `analysis.thread.build_chains`.

    `needs`: of `find_needs`. `later`: region_code, item_code, cakupan_pct of the later period.
    """
    proposals = deeds.proposals.values()
    return build_chains(
        needs,
        _frame(
            ["masalah_id", "place_code", "item_code", "cause"],
            ((c.masalah_id, c.place_code, c.item_code, c.cause) for c in deeds.causes.values()),
        ),
        frame_proposals(proposals),
        _frame(
            ["usulan_id", "decision"],
            ((each.usulan_id, each.decision) for each in _flatten(deeds.discussions)),
        ),
        _frame(
            ["usulan_id", "state"],
            ((each.usulan_id, each.state) for each in _flatten(deeds.promises)),
        ),
        _frame(
            ["usulan_id", "amount_idr", "realised_idr"],
            (
                (each.usulan_id, find_amount(each), find_realised(each))
                for each in _flatten(deeds.links)
                if each.newest is not None
            ),
        ),
        _compute_since(needs, later),
    )


def frame_proposals(proposals: Iterable[Proposal]) -> pd.DataFrame:
    """Proposals as the rules take them; one for a target group serves all of its services."""
    columns = ["usulan_id", "places", "items", "masalah_id", "cause", "decision", "fate"]
    rows = (
        (p.id, p.places, list_items_of(p), p.masalah_id, p.cause, p.decision, p.fate)
        for p in proposals
    )
    return _frame(columns, rows)


def list_items_of(proposal: Proposal) -> tuple[str | None, ...]:
    """The services that a proposal is for: its own, those of its target group, else (None,)."""
    if proposal.item_code is not None:
        return (proposal.item_code,)
    if proposal.target_group in list_target_groups():
        return tuple(i.code for i in list_services() if i.cluster == proposal.target_group)
    return (None,)


def find_amount(link: Link) -> int | None:
    """The rupiah that a line has for its proposal in the newest budget; None: not there."""
    line = link.newest
    if line is None:
        return None
    return line.total_idr if link.amount_idr is None else min(link.amount_idr, line.total_idr)


def find_realised(link: Link) -> int | None:
    """What of a line's realisation falls to its proposal; None: not told."""
    line = link.told
    if line is None:
        return None
    return share_realised(link.amount_idr, line.total_idr, line.realisation_idr)


def name_service_of(item_code: object) -> str | None:
    """A service in short; None where there is none."""
    item = service_of(item_code) if isinstance(item_code, str) else None
    return item.short if item is not None else None


def _compute_since(needs: pd.DataFrame, later: pd.DataFrame | None) -> pd.DataFrame:
    key = ["region_code", "item_code"]
    known = needs.dropna(subset=["item_code"]).drop_duplicates(key)[[*key, "cakupan_pct"]]
    if later is None:
        return known[key].assign(kenaikan_poin=float("nan"))
    after = later[[*key, "cakupan_pct"]].rename(columns={"cakupan_pct": "sesudah_pct"})
    both = known.merge(after, "left", on=key)
    return both[key].assign(kenaikan_poin=(both["sesudah_pct"] - both["cakupan_pct"]).round(9))


def _read_agencies(engine: Engine, owner_code: str) -> dict[str, str]:
    rows = read_agencies(engine, owner_code)
    own = rows[rows["wilayah_code"] == owner_code]
    return dict(read_agency_names()) | dict(zip(own["code"], own["name"], strict=True))


def _group(rows: Iterable[RowT]) -> dict[int, tuple[RowT, ...]]:
    found: defaultdict[int, list[RowT]] = defaultdict(list)
    for row in rows:
        found[row.usulan_id].append(row)
    return {number: tuple(each) for number, each in found.items()}


def _flatten(grouped: Mapping[int, tuple[RowT, ...]]) -> Iterable[RowT]:
    return (row for rows in grouped.values() for row in rows)


def _frame(columns: list[str], rows: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    # As objects: with numbers guessed, an unknown one would turn a column into floats.
    return pd.DataFrame(list(rows), columns=columns, dtype=object)
