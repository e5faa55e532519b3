"""The public page as Bappeda steers it: what is shown of a year, and withholding it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from app import loaders, stage_loaders
from app.access import Account, NotAllowedError, may
from app.actions import publik as actions
from app.actions.publik import Hold
from app.components.acknowledged import draw_said, end_run
from app.format import escape_markdown, format_date
from app.public_loaders import load_public_states, load_year_holds
from app.text import publik as text
from app.text import tahapan as stage_text

_MESSAGE = "_pesan_publik"
_KABUPATEN = 5


def draw_public_page(person: Account, code: str, year: int) -> None:
    """For the page Pengaturan: a region's public page of a year, and whether it is withheld."""
    draw_said(_MESSAGE)
    places = {place.code: place.name for place in stage_loaders.load_places(code)}
    chosen = st.selectbox(
        text.HOLD_REGION,
        list(places),
        format_func=places.__getitem__,
        key=f"publik_wilayah_{code}",
        placeholder=text.HOLD_CHOOSE,
    )
    if chosen is None:
        return
    st.text(text.HOLD_INTRO.format(name=places[chosen]))
    _draw_shown(chosen, year)
    st.link_button(text.HOLD_LINK, f"/publik/{chosen}/{year}", icon=":material/public:")
    _draw_hold(person, chosen, year, places)


def _draw_shown(code: str, year: int) -> None:
    states = load_public_states(code, year)
    columns = text.HOLD_COLUMNS
    table = pd.DataFrame(
        {
            columns["subject"]: [text.HOLD_SUBJECTS[each] for each in states],
            columns["state"]: [text.HOLD_STATES[each] for each in states.values()],
        }
    )
    st.markdown(f"**{escape_markdown(text.HOLD_SHOWN.format(year=year))}**")
    st.dataframe(table, hide_index=True, width="stretch", placeholder=stage_text.DASH)


def _draw_hold(person: Account, code: str, year: int, places: dict[str, str]) -> None:
    holds = load_year_holds(code, year)
    own = holds.get(code)
    above = holds.get(code[:_KABUPATEN]) if len(code) > _KABUPATEN else None
    if above is not None:
        st.warning(escape_markdown(text.HOLD_ABOVE.format(name=places[code[:_KABUPATEN]])))
    if own is not None:
        st.warning(escape_markdown(_describe(own)))
    if not may(person, actions.ACTION, code):
        st.caption(escape_markdown(text.HOLD_READ_ONLY.format(name=next(iter(places.values())))))
    elif own is not None:
        _draw_release(person, code, year)
    else:
        _draw_form(person, code, year)


def _describe(hold: Hold) -> str:
    day = stage_loaders.to_local(hold.wilayah_code, hold.updated_at).date()
    return text.HOLD_IS_HELD.format(date=format_date(day), who=hold.updated_by, reason=hold.reason)


def _draw_form(person: Account, code: str, year: int) -> None:
    key = f"publik_{code}_{year}"
    with st.form(key, enter_to_submit=False):
        reason = st.text_input(
            text.HOLD_REASON,
            key=f"{key}_alasan",
            max_chars=actions.MAX_WORDS,
            placeholder=text.HOLD_REASON_HINT,
        )
        st.caption(text.HOLD_PUBLIC)
        pressed = st.form_submit_button(text.HOLD_WITHHOLD.format(year=year), type="primary")
    if pressed:
        _finish(
            lambda: actions.withhold(
                loaders.load_engine(), person, region_code=code, year=year, reason=reason
            ),
            text.HOLD_WITHHELD.format(year=year),
        )


def _draw_release(person: Account, code: str, year: int) -> None:
    label = text.HOLD_RELEASE.format(year=year)
    if st.button(label, type="primary", key=f"publik_lepas_{code}_{year}"):
        _finish(
            lambda: actions.release(loaders.load_engine(), person, region_code=code, year=year),
            text.HOLD_RELEASED.format(year=year),
        )


def _finish(act: Callable[[], str | None], done: str) -> None:
    try:
        fault = act()
    except NotAllowedError:
        st.error(text.HOLD_NOT_ALLOWED)
        return
    if fault is not None:
        # The form keeps what was typed.
        st.error(escape_markdown(text.HOLD_FAULTS[fault]))
        return
    end_run(_MESSAGE, "success", done)
