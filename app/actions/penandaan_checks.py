"""Whether tags say what can be meant: a service that exists, its own group, a place inside."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Engine

from analysis.budget_shares import share_of
from app.target_items import read_target_items
from data_access.reads.masalah import read_problem_places
from data_access.reads.penandaan import LineState
from data_access.writes.tag_drafts import LineFault, LineTags, TagDraft

MOST_LINES = 2_000
_ROUNDING_IDR = 1  # two halves of an odd sum: one is a rupiah smaller


def find_tag_faults(
    engine: Engine, lines: Sequence[LineTags], states: Mapping[int, LineState]
) -> tuple[LineFault, ...]:
    """Every line whose tags mean nothing, by code.

    layanan: no such service; kelompok: not the service's own target group, or none of the list;
    tempat: not in force inside the region of who tags; nilai: the amount is not the stated share.
    """
    owners = {state.owner_code for state in states.values() if state.owner_code is not None}
    places = {owner: set(read_problem_places(engine, owner)["code"]) for owner in sorted(owners)}
    found = []
    for line in lines:
        state = states.get(line.line_id)
        if state is None or state.owner_code is None:
            continue  # refused by what the write checks
        inside = places[state.owner_code]
        codes = (_find_fault(tag, state, inside) for tag in line.tags)
        code = next((each for each in codes if each), None)
        if code is not None:
            found.append(LineFault(code, line.line_id))
    return tuple(found)


def _find_fault(tag: TagDraft, state: LineState, inside: set[str]) -> str | None:
    services = {code: item.cluster for code, item in read_target_items().items() if code[0] == "I"}
    if tag.item_code is not None and tag.item_code not in services:
        return "layanan"
    groups = {services[tag.item_code]} if tag.item_code is not None else set(services.values())
    if tag.target_group not in {None, *groups}:
        return "kelompok"
    if tag.place_code is not None and tag.place_code not in inside:
        return "tempat"
    return None if _is_share(tag, state) else "nilai"


def _is_share(tag: TagDraft, state: LineState) -> bool:
    """Tell whether a share is as large as it is said to be; a divided one is a part of that."""
    try:
        stated = share_of(max(state.total_idr, 0), tag.basis, tag.basis_value, state.volume)
    except ValueError:
        return False
    if tag.is_divided:
        return tag.amount_idr <= stated
    return abs(tag.amount_idr - stated) <= _ROUNDING_IDR
