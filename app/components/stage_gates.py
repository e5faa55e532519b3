"""What a stage waits for from below, Bappeda's leave to go on, and its statement on the data."""

import streamlit as st

from analysis.gates import is_held_up
from analysis.stages import Stage
from app import stage_loaders
from app.access import Account, may
from app.actions import tahapan as actions
from app.components.stage_actions import take_step
from app.format import escape_markdown
from app.loaders import load_engine
from app.stage_words import write_gate, write_moment
from app.text import tahapan as text

BELOW_WORDS = {"kabupaten": "kecamatan", "provinsi": "kabupaten/kota"}


def draw_gates(person: Account, region_code: str, year: int, stage: Stage) -> None:
    """Name those who have not finished; let Bappeda open the gate with a reason."""
    _draw_exceptions(region_code, year, stage)
    gates = stage_loaders.load_gates(region_code, year, stage.code)
    status = stage_loaders.load_status(region_code, year, stage.code)
    if not gates or status is None or status.is_final:
        return
    places = stage_loaders.load_places(region_code)
    names = {place.code: place.name for place in places}
    for gate in gates:
        words = escape_markdown(write_gate(gate, names, len(places) - 1))
        if gate.blocks:
            st.warning(f"{words} {text.GATE_BLOCKS}", icon=":material/hourglass_top:")
        else:
            st.info(f"{words} {text.GATE_WARNS}")
    if is_held_up(gates) and may(person, "lewati_gerbang", region_code):
        _draw_override(person, region_code, year, stage)


def _draw_exceptions(region_code: str, year: int, stage: Stage) -> None:
    opened = stage_loaders.load_exceptions(region_code, year)
    mine = (opened["wilayah_code"] == region_code) & (opened["stage"] == stage.code)
    for row in opened[mine].itertuples(index=False):
        when = write_moment(row.at, region_code)
        words = text.GATE_OPENED.format(reason=row.reason, who=row.actor, when=when)
        st.info(escape_markdown(words), icon=":material/lock_open:")


def _draw_override(person: Account, region_code: str, year: int, stage: Stage) -> None:
    with st.popover(text.GATE_OVERRIDE, icon=":material/lock_open:"):
        key = f"gerbang_{region_code}_{year}_{stage.code}"
        reason = st.text_area(
            text.GATE_REASON, key=f"{key}_alasan", placeholder=text.GATE_REASON_HINT
        )
        if st.button(text.GATE_OVERRIDE, key=key, type="primary"):
            take_step(
                "gerbang",
                lambda: actions.override_gate(
                    load_engine(),
                    person,
                    region_code=region_code,
                    year=year,
                    stage=stage.code,
                    reason=reason,
                ),
            )


def draw_statement(person: Account, region_code: str, year: int) -> None:
    """Bappeda's statement that the data from below are official: what was said, and saying it."""
    place = stage_loaders.load_places(region_code)[0]
    below = BELOW_WORDS.get(place.level)
    if below is None:
        return
    st.subheader(text.STATEMENT_TITLE, anchor=False)
    st.text(text.STATEMENT_INTRO.format(below=below))
    said = stage_loaders.load_statements(region_code, year)
    if said.empty:
        st.text(text.STATEMENT_NONE.format(year=year))
    for row in said.itertuples(index=False):
        when = write_moment(row.at, region_code)
        st.text(text.STATEMENT_MADE.format(text=row.text, who=row.actor, when=when))
    if may(person, "nyatakan", region_code):
        default = text.STATEMENT_DEFAULT.format(below=below, region=place.name, year=year)
        _draw_stating(person, region_code, year, default)


def _draw_stating(person: Account, region_code: str, year: int, default: str) -> None:
    key = f"nyatakan_{region_code}_{year}"
    words = st.text_area(text.STATEMENT_LABEL, default, key=f"{key}_bunyi", height=80)
    if st.button(text.STATEMENT_BUTTON, key=key):
        take_step(
            "pernyataan",
            lambda: actions.state_official(
                load_engine(), person, region_code=region_code, year=year, text=words
            ),
        )
