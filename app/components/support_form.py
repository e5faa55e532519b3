"""The form of one regulation or publication: what a person says of it, saved by one click."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from app.actions.dukungan import (
    EVERY_STAGE,
    LONGEST,
    REGULATION,
    Draft,
    PublicationDraft,
    RegulationDraft,
    Support,
    list_stages,
)
from app.components.row_form import OpenForm
from app.support_words import name_stage
from app.text import dukungan as text

_EARLIEST = date(1945, 8, 17)


Open = OpenForm[Support, Draft]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was pressed and the form's content; `fault`: what was not chosen, by code."""

    draft: Draft | None
    fault: str | None
    is_saved: bool
    is_cancelled: bool


def draw_form(form: Open, kind: str, region_code: str) -> Filled:
    """Draw the fields of a form with what it starts from, and its buttons."""
    base = form.base
    with st.form(f"dukungan_{form.token}", border=False, enter_to_submit=False):
        with st.grid(min_column_width=240):
            chosen_kind = _choose(form, "kind", text.FIELD_KIND, list(text.KINDS[kind]), kind)
            if kind == REGULATION:
                number = _write(form, "number", text.FIELD_NUMBER, text.NUMBER_HINT)
            day = _pick_day(form, kind)
            stages = [*list_stages(region_code), EVERY_STAGE]
            stage = _choose(form, "stage", text.FIELD_STAGE[kind], stages, kind)
        if kind == REGULATION:
            draft: Draft = RegulationDraft(
                chosen_kind, number, day, _write(form, "subject", text.FIELD_SUBJECT), stage
            )
        else:
            title = _write(form, "title", text.FIELD_TITLE)
            link = _write(form, "link", text.FIELD_LINK, text.LINK_HINT)
            draft = PublicationDraft(chosen_kind, title, day, link or None, stage)
        if base is None:
            st.caption(text.FILE_NOTE)
        with st.container(horizontal=True):
            label = text.SAVE_NEW if base is None else text.SAVE_CHANGE
            saved = st.form_submit_button(label, type="primary", key=_key(form, "simpan"))
            cancelled = base is not None and st.form_submit_button(
                text.CANCEL, key=_key(form, "batal")
            )
    fault = None if stage else "tahapan_kosong"
    fault = fault if chosen_kind else "jenis_kosong"
    return Filled(None if fault else draft, fault, saved, bool(cancelled))


def _choose(form: Open, name: str, label: str, codes: Sequence[str], kind: str) -> str:
    """One of some options; a new form begins with none, so that none is taken by oversight."""
    start = getattr(form.base, name, None)
    options = [*codes, *([start] if start and start not in codes else [])]
    chosen = st.selectbox(
        label,
        options,
        index=options.index(start) if start else None,
        format_func=text.KINDS[kind].__getitem__ if name == "kind" else name_stage,
        key=_key(form, name),
        placeholder=text.CHOOSE,
        filter_mode=None,
    )
    return chosen or ""


def _write(form: Open, name: str, label: str, hint: str | None = None) -> str:
    typed: str = st.text_input(
        label,
        value=getattr(form.base, name, None) or "",
        max_chars=LONGEST[name],
        key=_key(form, name),
        help=hint,
    )
    return typed


def _pick_day(form: Open, kind: str) -> date | None:
    base: Any = form.base
    start = None
    if base is not None:
        start = base.dated_on if kind == REGULATION else base.published_on
    day: date | None = st.date_input(
        text.FIELD_DATE[kind],
        value=start,
        min_value=min(_EARLIEST, start or _EARLIEST),
        format="DD/MM/YYYY",
        key=_key(form, "day"),
    )
    return day


def _key(form: Open, name: str) -> str:
    return f"dukungan_{form.token}_{name}"
