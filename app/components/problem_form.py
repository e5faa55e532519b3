"""The form of one problem: what a person says of it, saved by one click."""

from dataclasses import dataclass

import streamlit as st

from app.actions.masalah import ASPECTS, FACTORS, LONGEST, ProblemDraft
from app.ansit_loaders import Problem
from app.components.row_form import OpenForm
from app.format import escape_markdown
from app.problem_words import list_services, name_place, name_places, name_service
from app.stage_words import name_agency
from app.text import masalah as text

_TALL = 90
_NONE = ""  # an option that is None would count as nothing chosen


Open = OpenForm[Problem, ProblemDraft]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was pressed, the form's content, and the part it is recorded for."""

    draft: ProblemDraft
    part: str
    is_saved: bool
    is_cancelled: bool


def draw_form(form: Open, region_code: str, parts: list[str]) -> Filled:
    """Draw the fields of a form with what it starts from, and its buttons."""
    places = name_places(region_code)
    with st.form(f"masalah_{form.token}", border=False, enter_to_submit=False):
        part = _choose_part(form, region_code, parts)
        with st.grid(min_column_width=260):
            item = _choose_item(form)
            place = _choose_place(form, places)
            factor = _choose_factor(form)
        aspect = _choose_aspect(form)
        texts = _write_texts(form)
        with st.container(horizontal=True):
            label = text.SAVE_NEW if form.base is None else text.SAVE_CHANGE
            saved = st.form_submit_button(label, type="primary", key=_key(form, "simpan"))
            cancelled = form.base is not None and st.form_submit_button(
                text.CANCEL, key=_key(form, "batal")
            )
    draft = ProblemDraft(item, place, aspect, factor, *texts)
    return Filled(draft, part, saved, bool(cancelled))


def _choose_part(form: Open, region_code: str, parts: list[str]) -> str:
    if form.base is not None:
        return form.base.part
    if len(parts) == 1:
        return parts[0]
    chosen: str = st.selectbox(
        text.PART,
        parts,
        format_func=lambda code: name_agency(code, region_code),
        key=_key(form, "bagian"),
        placeholder=text.CHOOSE,
        filter_mode=None,
    )
    return chosen


def _choose_item(form: Open) -> str | None:
    codes = [_NONE, *list_services()]
    start = form.base.item_code if form.base is not None else None
    chosen: str = st.selectbox(
        text.ITEM,
        codes,
        index=codes.index(start) if start in codes else 0,
        format_func=lambda code: name_service(code or None),
        key=_key(form, "layanan"),
        placeholder=text.CHOOSE,
    )
    return chosen or None


def _choose_place(form: Open, places: dict[str, str]) -> str:
    codes = list(places)
    if form.base is not None and form.base.place_code not in codes:
        codes.append(form.base.place_code)
    chosen: str = st.selectbox(
        text.PLACE,
        codes,
        index=codes.index(form.base.place_code) if form.base is not None else 0,
        format_func=lambda code: name_place(code, places),
        key=_key(form, "tempat"),
        placeholder=text.CHOOSE,
    )
    return chosen


def _choose_factor(form: Open) -> str | None:
    codes = [_NONE, *FACTORS]
    start = form.base.factor if form.base is not None else None
    chosen: str = st.selectbox(
        text.FACTOR,
        codes,
        index=codes.index(start or _NONE),
        format_func=lambda code: text.FACTORS[code] if code else text.NO_FACTOR,
        key=_key(form, "faktor"),
        placeholder=text.CHOOSE,
        filter_mode=None,
    )
    return chosen or None


def _choose_aspect(form: Open) -> str:
    chosen: str = st.radio(
        text.ASPECT,
        ASPECTS,
        index=ASPECTS.index(form.base.aspect) if form.base is not None else 0,
        format_func=text.ASPECTS.__getitem__,
        captions=[text.ASPECT_HINTS[aspect] for aspect in ASPECTS],
        horizontal=True,
        key=_key(form, "sisi"),
    )
    return chosen


def _write_texts(form: Open) -> tuple[str, str, str, str]:
    base = form.base
    fields = (
        ("masalah", text.PROBLEM, base and base.problem, text.PROBLEM_HINT),
        ("penyebab", text.CAUSE, base and base.cause, None),
        ("rekomendasi", text.RECOMMENDATION, base and base.recommendation, None),
        ("usulan", text.PROPOSAL, base and base.proposal, text.PROPOSAL_HINT),
    )
    with st.grid(min_column_width=340):
        typed = [
            st.text_area(
                escape_markdown(label),
                value=start or "",
                max_chars=LONGEST,
                height=_TALL,
                help=hint,
                key=_key(form, name),
            )
            for name, label, start, hint in fields
        ]
    return typed[0], typed[1], typed[2], typed[3]


def _key(form: Open, name: str) -> str:
    return f"masalah_{form.token}_{name}"
