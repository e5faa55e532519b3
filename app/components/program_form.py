"""The form of one programme: what a person says of it, saved by one click."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app.actions.program import (
    LONGEST_ACTIVITY,
    LONGEST_PARTNER,
    LONGEST_UNIT,
    SOURCES,
    Program,
    ProgramDraft,
    ValueFault,
    read_rupiah,
    read_volume,
)
from app.components.row_form import OpenForm
from app.format import format_count, format_number
from app.program_words import name_desa, name_service, name_services
from app.text import program as text
from app.text.findings import SENTENCES

_NONE = ""  # an option that is None would count as nothing chosen


Open = OpenForm[Program, ProgramDraft]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was pressed and the form's content; `fault`: a sentence where a figure is unreadable."""

    draft: ProgramDraft | None
    fault: str
    is_saved: bool
    is_cancelled: bool


def draw_form(form: Open, desa: Mapping[str, str]) -> Filled:
    """Draw the fields of a form with what it starts from, and its buttons."""
    base = form.base
    with st.form(f"program_{form.token}", border=False, enter_to_submit=False):
        with st.grid(min_column_width=240):
            place = _choose(form, text.DESA, _list_desa(form, desa), _said(base, "wilayah_code"))
            source = _choose(form, text.SOURCE, text.SOURCES, _said(base, "source"))
            partner = _write(form, text.PARTNER, _said(base, "partner"), LONGEST_PARTNER)
        activity = _write(form, text.ACTIVITY, _said(base, "activity"), LONGEST_ACTIVITY)
        services = {_NONE: name_service(None), **name_services()}
        item = _choose(form, text.SERVICE, services, _said(base, "item_code"))
        with st.grid(min_column_width=160):
            volume = _write(form, text.VOLUME, _volume(base), 20)
            unit = _write(form, text.UNIT, _said(base, "unit"), LONGEST_UNIT)
            amount = _write(form, text.AMOUNT, _amount(base), 30)
        with st.container(horizontal=True):
            label = text.SAVE_NEW if base is None else text.SAVE_CHANGE
            saved = st.form_submit_button(label, type="primary", key=_key(form, "simpan"))
            cancelled = base is not None and st.form_submit_button(
                text.CANCEL, key=_key(form, "batal")
            )
    money, size = read_rupiah(amount), read_volume(volume)
    fault = _find_fault(text.AMOUNT, money) or _find_fault(text.VOLUME, size)
    for is_empty, code in (
        (money is None, "anggaran_kosong"),
        (not source, "sumber_kosong"),
        (not place, "desa_kosong"),
    ):
        fault = text.FAULTS[code] if is_empty else fault
    draft = None
    if not isinstance(money, ValueFault | None) and not isinstance(size, ValueFault):
        words = (partner, activity, item or None, size, unit, money)
        draft = ProgramDraft(place, source, *words)
    return Filled(draft, fault, saved, bool(cancelled))


def _list_desa(form: Open, desa: Mapping[str, str]) -> dict[str, str]:
    names = {code: name_desa(code, name) for code, name in desa.items()}
    if form.base is not None:
        names.setdefault(form.base.wilayah_code, form.base.wilayah_code)
    return names


def _choose(form: Open, label: str, names: Mapping[str, str], start: str | None) -> str:
    """One of some options; a new form begins with none, so that none is taken by oversight."""
    codes = list(names)
    hints = {text.SERVICE: text.SERVICE_HINT}
    usual = 0 if _NONE in names else None
    chosen = st.selectbox(
        label,
        codes,
        index=codes.index(start) if start in codes else usual,
        format_func=names.__getitem__,
        key=_key(form, _KEYS[label]),
        help=hints.get(label),
        placeholder=text.CHOOSE,
        filter_mode=None if len(codes) <= len(SOURCES) else "fuzzy",
    )
    return chosen or _NONE


_KEYS = {
    text.DESA: "desa",
    text.SOURCE: "sumber",
    text.PARTNER: "mitra",
    text.ACTIVITY: "kegiatan",
    text.SERVICE: "layanan",
    text.VOLUME: "volume",
    text.UNIT: "satuan",
    text.AMOUNT: "anggaran",
}
_HINTS = {
    text.PARTNER: text.PARTNER_HINT,
    text.VOLUME: text.VOLUME_HINT,
    text.UNIT: text.UNIT_HINT,
    text.AMOUNT: text.AMOUNT_HINT,
}


def _write(form: Open, label: str, start: str | None, longest: int) -> str:
    typed: str = st.text_input(
        label,
        value=start or "",
        max_chars=longest,
        key=_key(form, _KEYS[label]),
        help=_HINTS.get(label),
    )
    return typed


def _said(base: Program | None, name: str) -> str | None:
    words: str | None = getattr(base, name, None)
    return words


def _volume(base: Program | None) -> str:
    """As it is typed: three decimals would read as thousands, so four stand there."""
    if base is None or base.volume is None:
        return ""
    places = next((n for n in (0, 1, 2) if round(base.volume, n) == base.volume), 4)
    return format_number(base.volume, places)


def _amount(base: Program | None) -> str:
    return "" if base is None else format_count(base.amount_idr)


def _find_fault(field_name: str, value: Any) -> str:
    if not isinstance(value, ValueFault):
        return ""
    fault = SENTENCES[value.code].format(isi=value.text)
    return text.UNREAD.format(field=field_name, fault=fault)


def _key(form: Open, name: str) -> str:
    return f"program_{form.token}_{name}"
