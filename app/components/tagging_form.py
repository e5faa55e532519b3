"""The form for the chosen lines: services, target group, place, share, kind."""

from collections.abc import Sequence

import streamlit as st

from app.actions.penandaan import SHARE_BASES, SPENDING_KINDS, Snapshot, read_value
from app.components.tagging_place import choose_places
from app.format import escape_markdown, format_count
from app.tagging_drafts import TAGGED, Choice, Line
from app.tagging_words import name_service
from app.target_items import list_services
from app.text import penandaan as text

_CHOSEN, _PROPOSED = "pilih", "saran"
_REPLACE, _BESIDE = "ganti", "tambah"
_NONE = ""


def draw_form(
    lines: Sequence[Line], units: Sequence[str], owner_code: str, snapshot: Snapshot
) -> tuple[Choice, str | None]:
    """Draw the fields; returns the choice, and why its figure cannot be read, by code."""
    adds = _choose_adds(lines)
    items = _choose_items(lines)
    group = _choose_group() if items == () else None
    places = choose_places(owner_code, snapshot.year)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        basis = _choose_basis()
        value, fault = _type_value(basis, units)
    kind = _choose_kind()
    return Choice(items, group, places, kind, basis, value, adds), fault


def _choose_adds(lines: Sequence[Line]) -> bool:
    count = sum(line.status == TAGGED for line in lines)
    if not count:
        return False
    labels = {_REPLACE: text.ADDS_REPLACE, _BESIDE: text.ADDS_BESIDE}
    chosen = st.radio(
        text.ADDS_LABEL.format(count=format_count(count)),
        list(labels),
        format_func=labels.__getitem__,
        horizontal=True,
        key="penandaan_tambah",
    )
    return chosen == _BESIDE


def _choose_items(lines: Sequence[Line]) -> tuple[str, ...] | None:
    """The services; None: those proposed for each line."""
    proposed = sum(bool(line.items) for line in lines)
    if proposed:
        labels = {
            _CHOSEN: text.ITEMS_CHOSEN,
            _PROPOSED: text.ITEMS_PROPOSED.format(count=format_count(proposed)),
        }
        source = st.radio(
            text.ITEMS_FROM,
            list(labels),
            format_func=labels.__getitem__,
            horizontal=True,
            key="penandaan_layanan_dari",
        )
        if source == _PROPOSED:
            return None
    hinted = {item for line in lines for item in line.items}
    codes = [item.code for item in list_services()]
    chosen = st.multiselect(
        text.ITEMS_LABEL,
        [*(c for c in codes if c in hinted), *(c for c in codes if c not in hinted)],
        format_func=lambda code: _name(code, hinted),
        key="penandaan_layanan",
        placeholder=text.ITEMS_HINT,
        help=text.ITEMS_HELP,
    )
    return tuple(chosen)


def _name(code: str, hinted: set[str]) -> str:
    if code not in hinted:
        return name_service(code)
    item = next(each for each in list_services() if each.code == code)
    return text.SERVICE_PROPOSED.format(label=item.label, name=item.name)


def _choose_group() -> str | None:
    groups = dict.fromkeys(item.cluster for item in list_services())
    chosen: str = st.selectbox(
        text.GROUP_LABEL,
        [_NONE, *groups],
        format_func=lambda group: group or text.NO_GROUP,
        key="penandaan_kelompok",
        placeholder=text.CHOOSE,
        filter_mode=None,
        help=text.GROUP_HELP,
    )
    return chosen or None


def _choose_basis() -> str:
    chosen: str = st.segmented_control(
        text.SHARE_LABEL,
        SHARE_BASES,
        default=SHARE_BASES[0],
        format_func=text.SHARES.__getitem__,
        key="penandaan_bagian",
        required=True,
    )
    return chosen


def _type_value(basis: str, units: Sequence[str]) -> tuple[float | None, str | None]:
    if basis not in text.SHARE_VALUES:
        return None, None
    known = set(units)
    unit = known.pop() if len(known) == 1 else text.VOLUME_MIXED
    typed = st.text_input(
        escape_markdown(text.SHARE_VALUES[basis].format(unit=unit)),
        key=f"penandaan_nilai_{basis}",
        placeholder=text.SHARE_HINT.format(example=text.SHARE_EXAMPLES[basis]),
        width=260,
    )
    return read_value(typed or "", basis)


def _choose_kind() -> str | None:
    chosen: str = st.selectbox(
        text.KIND_LABEL,
        [_NONE, *SPENDING_KINDS],
        format_func=lambda kind: text.KINDS[kind] if kind else text.KIND_BY_ACCOUNT,
        key="penandaan_jenis",
        placeholder=text.CHOOSE,
        filter_mode=None,
        help=text.KIND_HELP,
        width=420,
    )
    return chosen or None
