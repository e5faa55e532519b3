"""The page Anggaran: whose budget, which snapshot, needs of which period, which priority places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from app import budget_loaders, budget_view_loaders, loaders, problem_loaders, stage_loaders
from app.budget_figures import BudgetData, BudgetGaps, Snapshot, find_owner, pick_snapshot
from app.budget_words import key_snapshot, name_snapshot
from app.components.problem_choice import make_pairing
from app.components.problem_settings import find_default
from app.components.selection import Selection
from app.coverage_figures import ONE_DOWN
from app.coverage_words import name_period
from app.format import format_count
from app.problem_figures import Pairing
from app.problem_sentences import write_settings
from app.target_words import name_region
from app.text import anggaran as text

KECAMATAN_LENGTH = 8
SNAPSHOT_KEY, PERIOD_KEY, PRIORITY_KEY = "potret", "periode_layanan", "prioritas"


@dataclass(frozen=True, slots=True)
class BudgetPlace:
    """Where is looked: a region inside the one that owns the budget (or the owner itself).

    `below`: the level of the rows. `marked`: a desa that was selected; it is looked at among those
    of its kecamatan.
    """

    owner_code: str
    code: str
    name: str
    below: str
    marked: str | None = None

    @property
    def is_owner(self) -> bool:
        """Whether all of the budget is looked at."""
        return self.code == self.owner_code


@dataclass(frozen=True, slots=True)
class Priority:
    """The desa that come first: their codes, how they were chosen, in words.

    `pairing`: what says which services lag, None where no period of services is known. `first`:
    the codes as `app.budget_view_loaders` asks for them.
    """

    kind: str
    codes: frozenset[str]
    words: str
    pairing: Pairing | None
    first: str


@dataclass(frozen=True, slots=True)
class BudgetLook:
    """One view: a place, a snapshot, what it is held against. Shared frames: read only."""

    place: BudgetPlace
    snapshot: Snapshot
    period: str | None
    priority: Priority
    data: BudgetData
    gaps: BudgetGaps
    amounts: pd.DataFrame
    names: Mapping[str, str]


def find_place(selection: Selection) -> BudgetPlace | None:
    """The selected region, a desa's or puskesmas' being its kecamatan; None for the nation."""
    if selection.region.level == "nasional":
        return None
    code = selection.code[:KECAMATAN_LENGTH]
    region = loaders.load_region(code) or selection.region
    marked = selection.code if selection.code != code else None
    return BudgetPlace(find_owner(code), code, name_region(code), ONE_DOWN[region.level], marked)


def choose_snapshot(owner_code: str, snapshots: Sequence[Snapshot]) -> Snapshot:
    """Let the person choose a snapshot; begins with the newest of the years begun."""
    by_key = {key_snapshot(each): each for each in snapshots}
    usual = pick_snapshot(snapshots, stage_loaders.load_today(owner_code).year)
    chosen = st.selectbox(
        text.SNAPSHOT_LABEL,
        list(by_key),
        index=snapshots.index(usual),
        format_func=lambda key: name_snapshot(by_key[key]),
        key=SNAPSHOT_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=220,
    )
    return by_key[chosen]


def choose_period(owner_code: str) -> str | None:
    """Let the person choose the period of services that needs are made from; None without any."""
    periods = problem_loaders.load_periods(owner_code)
    if not periods:
        st.selectbox(text.PERIOD_LABEL, [text.NO_PERIOD], disabled=True, width=260)
        return None
    chosen: str = st.selectbox(
        text.PERIOD_LABEL,
        periods,
        format_func=name_period,
        key=PERIOD_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=260,
    )
    return chosen


def choose_priority(
    selection: Selection, place: BudgetPlace, snapshot: Snapshot, period: str | None
) -> Priority:
    """Let the person choose which desa come first: problem places, or the lokus of a decree."""
    kind = st.segmented_control(
        text.PRIORITY_LABEL,
        list(text.PRIORITIES),
        default="masalah",
        format_func=text.PRIORITIES.__getitem__,
        key=PRIORITY_KEY,
        bind="query-params",
        required=True,
    )
    owner_code = place.owner_code
    pairing = make_pairing(selection, owner_code, period) if period else None
    if kind == "lokus":
        lokus = problem_loaders.load_lokus(place.code, snapshot.year)
        words = {"count": format_count(len(lokus)), "year": snapshot.year}
        codes = frozenset(lokus["wilayah_code"])
        said = text.PRIORITY_LOKUS.format(**words)
    else:
        settings = find_default(owner_code)[0]
        codes = frozenset[str]()
        if pairing is not None:
            codes = budget_view_loaders.load_problem_codes(pairing, settings, place.code)
        described = {"count": format_count(len(codes)), "settings": write_settings(settings)}
        kind, said = "masalah", text.PRIORITY_PROBLEMS.format(**described)
    return Priority(kind, codes, said, pairing, budget_view_loaders.join_codes(codes))


def choose_look(
    selection: Selection, place: BudgetPlace, snapshots: Sequence[Snapshot]
) -> BudgetLook:
    """Draw the choices and load what they ask for."""
    owner = place.owner_code
    with st.container(horizontal=True, vertical_alignment="bottom"):
        snapshot = choose_snapshot(owner, snapshots)
        period = choose_period(owner)
        priority = choose_priority(selection, place, snapshot, period)
    return BudgetLook(
        place,
        snapshot,
        period,
        priority,
        budget_loaders.load_budget(snapshot),
        budget_loaders.load_gaps(snapshot, period),
        budget_view_loaders.load_amounts(snapshot, place.code),
        budget_view_loaders.load_names(snapshot, period),
    )
