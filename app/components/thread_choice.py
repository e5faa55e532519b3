"""Benang merah: where one looks, of which year, and which of the chains are shown."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.problem_settings import ProblemSettings
from analysis.thread import BREAKS
from app import problem_loaders, thread_loaders
from app.components.problem_choice import make_pairing
from app.components.problem_places import choose_level
from app.components.problem_settings import find_default
from app.components.selection import Selection
from app.components.stage_choice import choose_year
from app.coverage_words import name_period
from app.format import escape_markdown, format_count
from app.problem_figures import Pairing
from app.problem_sentences import describe_periods, write_settings
from app.text import benang as text
from app.text import screens
from app.thread_board import ChainBoard
from app.thread_figures import Deeds
from app.thread_words import Names

_LENGTHS = {2: "provinsi", 5: "kabupaten", 8: "kecamatan"}
_ALL = ""


@dataclass(frozen=True, slots=True)
class ThreadLook:
    """One view of the chains below a region. Shared frames: read only."""

    code: str
    year: int
    level: str
    pairing: Pairing
    settings: ProblemSettings
    threads: thread_loaders.Threads
    board: ChainBoard
    names: Names

    @property
    def deeds(self) -> Deeds:
        """What was said and done about the proposals."""
        return self.threads.deeds

    @property
    def settings_words(self) -> str:
        """The settings by which places are problem places."""
        return write_settings(self.settings)


def choose_look(selection: Selection, code: str) -> ThreadLook | int:
    """Draw the choices and load the chains; the year where it has no figures of services."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = choose_year(code)
        if str(year) not in problem_loaders.load_periods(code):
            return year
        pairing = make_pairing(selection, code, str(year))
        regions = problem_loaders.load_inputs(pairing).regions
        below = regions.loc[regions["code"].str.startswith(f"{code}."), "level"].unique()
        level = choose_level(below, _LENGTHS[len(code)])
    settings = find_default(code)[0]
    threads = thread_loaders.load_threads(pairing, settings, level, year)
    board = thread_loaders.load_board(pairing, settings, level, year)
    names = thread_loaders.load_names(code)
    return ThreadLook(code, year, level, pairing, settings, threads, board, names)


def draw_frame(look: ThreadLook) -> None:
    """Which periods, which settings, and with what the coverage is compared in the end."""
    pairing, later = look.pairing, look.threads.later
    period = text.FRAME_NO_LATER
    if later is not None:
        period = text.FRAME_LATER.format(period=name_period(later))
    settings = text.FRAME_SETTINGS.format(settings=look.settings_words)
    described = describe_periods(pairing.period, pairing.source, pairing.measured)
    st.caption(escape_markdown(f"{described} · {period} {settings}"))


def draw_counts(counts: Mapping[str, int]) -> None:
    """How many chains break where."""
    with st.grid(min_column_width=165):
        for code in BREAKS:
            st.metric(
                text.BREAKS[code],
                format_count(counts[code]),
                help=text.BREAKS_HELP[code],
                border=True,
            )


def choose_chains(look: ThreadLook) -> pd.DataFrame:
    """The chains of a kecamatan, an agency, a service or a break; all unless chosen otherwise."""
    chains = look.board.chains
    kept = None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for key, each in look.board.filters.items():
            if key == "kecamatan" and len(each.names) < 2:
                continue
            chosen = choose_one(each.label, each.names, f"benang_{key}")
            if chosen != _ALL:
                mine = each.codes == chosen
                kept = mine if kept is None else kept & mine
    return chains if kept is None else chains[kept]


def choose_one(label: str, names: Mapping[str, str], key: str) -> str:
    """One of some codes by name, "" for all of them."""
    options = {_ALL: text.ALL, **names}
    chosen: str = st.selectbox(
        label,
        list(options),
        format_func=lambda code: options.get(code, code),
        key=key,
        placeholder=text.CHOOSE,
        width=230,
    )
    return chosen


def draw_count(look: ThreadLook, shown: pd.DataFrame) -> None:
    """How many chains are shown of how many, in how many places."""
    total = look.threads.chains
    words = {"count": format_count(len(total)), "shown": format_count(len(shown))}
    if len(shown) == len(total):
        places = format_count(total["region_code"].nunique())
        level = screens.LEVEL_WORDS[look.level]
        st.text(text.COUNT.format(**words, places=places, level=level))
    else:
        st.text(text.COUNT_OF.format(**words))
