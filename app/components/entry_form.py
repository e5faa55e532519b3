"""A form of a few fields over the same snapshot: one desa at a time, for a phone."""

from collections.abc import Mapping, Sequence

import streamlit as st

from app.entry_sheet import Sheet
from app.entry_words import explain_item, head_item
from app.format import escape_markdown
from app.items import Item
from app.text import isian as text


def draw_form(sheet: Sheet, previous: Mapping[tuple[str, str], str], period: str) -> None:
    """Draw one desa's items as fields, top to bottom, and take what was typed into the sheet.

    `previous`: figures of an earlier period as text, shown under the field that has one;
    `period` is that period's name.
    """
    names = dict(sheet.units)
    unit: str = st.selectbox(
        text.CHOOSE_DESA,
        list(names),
        format_func=names.__getitem__,
        key=f"isian_desa_{sheet.place.wilayah_code}",
        placeholder=text.CHOOSE,
    )
    for cluster, items in _cluster(sheet.items).items():
        if cluster:
            st.markdown(f"**{escape_markdown(cluster)}**")
        with st.grid(min_column_width=260):
            for item in items:
                _draw_field(sheet, unit, item, previous.get((unit, item.code)), period)


def _draw_field(sheet: Sheet, unit: str, item: Item, before: str | None, period: str) -> None:
    key = f"isian_{sheet.token}_{sheet.round}_{unit}_{item.code}"
    if key not in st.session_state:  # a field that was away starts with what had been typed
        st.session_state[key] = sheet.current_text((unit, item.code))
    with st.container():
        # The guideline's own words: escaped, they would be read aloud with their backslashes.
        typed = st.text_input(head_item(item), key=key, help=explain_item(item))
        if before is not None:
            st.caption(escape_markdown(text.PREVIOUS_FIELD.format(period=period, value=before)))
    sheet.type((unit, item.code), typed)


def _cluster(items: Sequence[Item]) -> dict[str, list[Item]]:
    """The fields under headings: the target group of a service, else the tab's own name."""
    clusters: dict[str, list[Item]] = {}
    for item in items:
        heading = item.cluster or text.GROUP_NAMES[item.group]
        clusters.setdefault(heading, []).append(item)
    return clusters
