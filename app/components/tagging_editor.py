"""The tags of one line, one a row: to change, to add, to remove."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from app.actions.penandaan import SPENDING_KINDS, LineTags, TagDraft, read_rupiah
from app.format import format_count, format_idr
from app.tagging_drafts import TAGGED, Line, Plan, group_of
from app.tagging_words import name_place, name_service
from app.target_items import list_services
from app.text import penandaan as text
from app.text.screens import DASH

_MOST_PLACES = 1_500  # more than a list in a cell can hold
_COLUMNS = text.EDIT_COLUMNS


def draw_editor(line: Line, places: Mapping[str, str]) -> Plan:
    """Draw the tags of a line as a table; returns what they would become."""
    st.text(text.EDIT_INTRO)
    offered = {code: places[code] for code in list(places)[:_MOST_PLACES]}
    offered |= {t.place_code: name_place(t.place_code, places) for t in line.tags if t.place_code}
    edited = st.data_editor(
        _make_frame(line, offered),
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        column_config=_configure(offered),
        # Of this very version: an editor tells its edits by position.
        key=f"penandaan_ubah_{line.line_id}_{line.version}",
        placeholder=DASH,
    )
    plan = _read(line, edited, {name: code for code, name in offered.items()})
    _draw_left(line, plan)
    return plan


def _make_frame(line: Line, places: Mapping[str, str]) -> pd.DataFrame:
    rows = [
        {
            _COLUMNS["service"]: name_service(tag.item_code),
            _COLUMNS["group"]: tag.target_group or text.NO_GROUP,
            _COLUMNS["place"]: name_place(tag.place_code, places),
            _COLUMNS["kind"]: text.KINDS[tag.kind],
            _COLUMNS["amount"]: format_count(tag.amount_idr),
        }
        for tag in line.tags
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS.values()), dtype="object")


def _configure(places: Mapping[str, str]) -> dict[str, Any]:
    services = [text.NO_SERVICE, *(name_service(item.code) for item in list_services())]
    groups = [text.NO_GROUP, *dict.fromkeys(item.cluster for item in list_services())]
    select = st.column_config.SelectboxColumn
    return {
        _COLUMNS["service"]: select(options=services, width=300),
        _COLUMNS["group"]: select(options=groups, width=170),
        _COLUMNS["place"]: select(options=[text.NO_PLACE, *places.values()], width=200),
        _COLUMNS["kind"]: select(options=list(text.KINDS.values()), width=150),
        _COLUMNS["amount"]: st.column_config.TextColumn(width=130, alignment="right"),
    }


def _read(line: Line, edited: pd.DataFrame, codes: Mapping[str, str]) -> Plan:
    rows = edited.dropna(how="all").to_dict("records")
    made = [_read_row(line, row, codes) for row in rows]
    faults = [each for each in made if isinstance(each, str)]
    if faults:
        return Plan(faults={line.line_id: faults[0]})
    tags = tuple(each for each in made if isinstance(each, TagDraft))
    if not tags:
        return Plan(faults={line.line_id: "tanpa_tanda"})
    if sum(tag.amount_idr for tag in tags) > line.total_idr:
        return Plan(faults={line.line_id: "melebihi_baris"})
    return Plan((LineTags(line.line_id, line.version, TAGGED, tags),))


def _read_row(line: Line, row: dict[Any, Any], codes: Mapping[str, str]) -> TagDraft | str:
    services = {name_service(item.code): item.code for item in list_services()}
    kinds = {text.KINDS[kind]: kind for kind in SPENDING_KINDS}
    item = services.get(_cell(row, "service"))
    amount, fault = read_rupiah(_cell(row, "amount"))
    kind = kinds.get(_cell(row, "kind"), line.kind)
    if amount is None:
        return fault or "nilai_kosong"
    if not kind:
        return "jenis_kosong"
    typed = _cell(row, "group")
    group = group_of(item, None if typed in ("", text.NO_GROUP) else typed)
    place = codes.get(_cell(row, "place"))
    same = (t for t in line.tags if _says(t) == (item, group, place, kind, amount))
    stated = TagDraft(item, group, place, kind, amount, "rupiah", float(amount))
    return next(same, stated)  # what was not touched stays as it was stated


def _says(tag: TagDraft) -> tuple[object, ...]:
    return tag.item_code, tag.target_group, tag.place_code, tag.kind, tag.amount_idr


def _cell(row: dict[Any, Any], key: str) -> str:
    value = row.get(_COLUMNS[key])
    return "" if value is None or pd.isna(value) else str(value)


def _draw_left(line: Line, plan: Plan) -> None:
    tagged = sum(tag.amount_idr for each in plan.lines for tag in each.tags)
    if plan.lines:
        words = text.EDIT_LEFT.format(
            tagged=format_idr(tagged),
            total=format_idr(line.total_idr),
            left=format_idr(line.total_idr - tagged),
        )
        st.text(words)
