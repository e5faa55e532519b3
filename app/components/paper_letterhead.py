"""The letterhead and the signatories of a region's documents: as they stand, and their form."""

from collections.abc import Mapping

import streamlit as st

from app import entry_loaders, loaders, stage_loaders
from app.access import Account, NotAllowedError
from app.actions import letterhead as actions
from app.actions.letterhead import LetterheadResult, LetterheadSetting
from app.components.acknowledged import draw_said, end_run
from app.documents.meeting_reading import make_letterhead, name_region
from app.documents.paper import Letterhead
from app.format import escape_markdown
from app.text import surat as text
from app.text import tahapan as stage_text

_MESSAGE = "_pesan_kop_surat"
_SEPARATOR = ";"


def draw_letterheads(person: Account, code: str) -> None:
    """For the page Pengaturan: choose the region or one of its kecamatan, then its letterhead."""
    names = {place.code: place.name for place in stage_loaders.load_places(code)}
    chosen = st.selectbox(
        text.HEAD_REGION,
        list(names),
        format_func=names.__getitem__,
        key=f"kop_wilayah_{code}",
        placeholder=stage_text.CHOOSE,
    )
    if chosen is not None:
        draw_letterhead(person, chosen)


def draw_letterhead(person: Account, region_code: str) -> None:
    """A region's letterhead; its form for whoever may set it."""
    draw_said(_MESSAGE)
    path = loaders.load_path(region_code)
    stored = _load(region_code)
    region = name_region(path[-1])
    st.text(text.HEAD_INTRO.format(region=region))
    if not stored.lines:
        st.text(text.HEAD_DEFAULT)
    if not actions.may_set(person, region_code):
        _draw_shown(make_letterhead(stored, path))
        st.caption(text.HEAD_READ_ONLY)
        return
    if not stored.lines:
        _draw_shown(make_letterhead(stored, path))
    wanted = _draw_form(region_code, stored)
    if wanted is not None:
        _save(person, region_code, wanted)


def _load(region_code: str) -> LetterheadSetting:
    rows = stage_loaders.load_settings(region_code)
    return actions.pick_letterhead(rows, region_code)


def _draw_shown(head: Letterhead) -> None:
    st.text("\n".join(each for each in (*head.lines, head.address) if each))


def _draw_form(region_code: str, stored: LetterheadSetting) -> LetterheadSetting | None:
    # Made anew with every version, so that it never shows what is no longer so.
    key = f"kop_{region_code}_{stored.version}"
    with st.form(key, border=False, enter_to_submit=False):
        lines = st.text_area(
            text.HEAD_LINES,
            "\n".join(stored.lines),
            height=110,
            key=f"{key}_baris",
            placeholder=text.HEAD_LINES_HINT,
        )
        address = st.text_input(
            text.HEAD_ADDRESS,
            stored.address,
            max_chars=actions.MAX_ADDRESS,
            key=f"{key}_alamat",
            placeholder=text.HEAD_ADDRESS_HINT,
        )
        city = st.text_input(
            text.HEAD_CITY,
            stored.city,
            max_chars=actions.MAX_CITY,
            key=f"{key}_kota",
            placeholder=text.HEAD_CITY_HINT,
        )
        signers = st.text_area(
            text.HEAD_SIGNERS,
            "\n".join(f"{office}{_SEPARATOR} {name}".strip() for office, name in stored.signers),
            height=110,
            key=f"{key}_penanda_tangan",
            placeholder=text.HEAD_SIGNERS_HINT,
        )
        if not st.form_submit_button(text.HEAD_SAVE, type="primary"):
            return None
    return LetterheadSetting(
        tuple(lines.splitlines()), address, city, _read_signers(signers), stored.version
    )


def _read_signers(typed: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(_SEPARATOR) for line in typed.splitlines() if line.strip())
    return tuple((office.strip(), name.strip()) for office, _, name in pairs)


def _save(person: Account, region_code: str, wanted: LetterheadSetting) -> None:
    try:
        result = actions.set_letterhead(loaders.load_engine(), person, region_code, wanted)
    except NotAllowedError:
        st.error(text.HEAD_NOT_ALLOWED)
        return
    if result.fault is not None:
        # The form keeps what was typed.
        st.error(escape_markdown(_write_fault(result.fault)))
        return
    end_run(_MESSAGE, *_write_result(result, entry_loaders.load_person_names()))


def _write_fault(fault: str) -> str:
    length = actions.MAX_NAME if fault == "penanda_tangan" else actions.MAX_LINE
    counts = {"lines": actions.MAX_LINES, "signers": actions.MAX_SIGNERS, "length": length}
    return text.HEAD_FAULTS[fault].format(**counts)


def _write_result(result: LetterheadResult, names: Mapping[str, str]) -> tuple[str, str]:
    if result.conflict is None:
        return "success", text.HEAD_SAVED
    who = result.conflict.updated_by or ""
    return "error", text.HEAD_CONFLICT.format(who=names.get(who, who) or text.SOMEBODY)
