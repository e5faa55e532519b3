"""Which budget and whose lines: those that this person can tag now stand first."""

import streamlit as st

from analysis.stages import can_enter
from app import tagging_loaders
from app.access import Account
from app.actions.penandaan import Snapshot, part_of, tags_for
from app.budget_words import key_snapshot, name_snapshot
from app.components.entry_frame import read_part_state
from app.tagging_view_loaders import load_owner_sums
from app.tagging_words import name_owner
from app.text import penandaan as text

SNAPSHOT_KEY, OWNER_KEY = "potret", "perangkat"
_OWNER_LENGTH = 5
Owner = tuple[str, str]
"""Region and agency that tag: ("99.01", "dinkes")."""


def choose_snapshot(person: Account, code: str) -> Snapshot | None:
    """One of the region's budgets, None where there is none.

    Unless chosen the newest one that this person can tag now, else the newest.
    """
    snapshots = tagging_loaders.load_snapshots(code)
    if not snapshots:
        return None
    by_key = {key_snapshot(each): each for each in snapshots}
    awaiting = [place for place, each in enumerate(snapshots) if _awaits(person, each)]
    chosen = st.selectbox(
        text.SNAPSHOT_LABEL,
        list(by_key),
        index=awaiting[0] if awaiting else 0,
        format_func=lambda key: name_snapshot(by_key[key]),
        key=SNAPSHOT_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=240,
    )
    return by_key[chosen]


def _awaits(person: Account, snapshot: Snapshot) -> bool:
    """Tell whether a part of this person's own takes tags of a budget now."""
    inside = f"{snapshot.wilayah_code}."
    return any(
        can_enter(read_part_state(part_of(*owner, snapshot.kind, snapshot.year))[0])
        for owner in _own_agencies(person)
        if f"{owner[0]}.".startswith(inside) and tags_for(person, *owner)
    )


def _own_agencies(person: Account) -> list[Owner]:
    """The agencies as which a person enters, where such an agency tags at all."""
    grants = [grant for grant in person.grants if grant.agency]
    return [(g.wilayah_code, g.agency) for g in grants if len(g.wilayah_code) in (2, 5, 8)]


def choose_owner(person: Account, snapshot: Snapshot, selected_code: str) -> Owner | None:
    """Whose lines: this person's own first, then those of the selected kecamatan."""
    owners = load_owner_sums(snapshot)
    found = [(str(o), str(a)) for o, a in zip(owners["owner_code"], owners["agency"], strict=True)]
    if not found:
        return None
    found.sort(key=lambda owner: _rank(person, owner, selected_code))
    names = {_label(person, owner): owner for owner in found}
    chosen = st.selectbox(
        text.OWNER_LABEL,
        list(names),
        key=f"{OWNER_KEY}_{snapshot.wilayah_code}_{selected_code}",
        placeholder=text.CHOOSE,
        width=360,
    )
    return names[chosen]


def _rank(person: Account, owner: Owner, selected_code: str) -> tuple[bool, bool, bool, Owner]:
    is_selected = owner[0] == selected_code[:8] and len(owner[0]) > _OWNER_LENGTH
    return owner not in _own_agencies(person), not tags_for(person, *owner), not is_selected, owner


def _label(person: Account, owner: Owner) -> str:
    name = name_owner(*owner)
    own = any((g.wilayah_code, g.agency) == owner for g in person.grants if g.role == "operator")
    return text.OWNER_OWN.format(agency=name) if own else name
