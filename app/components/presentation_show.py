"""A story on the wall: which slides the address asks for, the stage, into a page and back."""

from dataclasses import dataclass
from typing import Any, NoReturn

import streamlit as st

from analysis.meetings import level_of_meeting
from analysis.story import KINDS, list_slides
from app import loaders, presentation_loaders
from app.access import Account
from app.components.presentation_return import PAGE, RETURN, SHOW, SLIDE, forget_return
from app.components.presentation_stage import draw_stage
from app.components.selection import REGION_KEY
from app.meeting_words import name_region
from app.navigation import PAGES, pages_for
from app.presentation_deck import make_deck
from app.presentation_model import DrawnSlide
from app.text import presentasi as text

_STORY, _KIND, _YEAR, _MEETING = "naskah", "jenis", "siklus", "rapat_naskah"
_READY = "_presentasi_siap"
_FIRST_YEAR, _LAST_YEAR = 2024, 2100
Query = dict[str, str]


@dataclass(frozen=True, slots=True)
class Deck:
    """What is shown: the slides, their title, and the address that leads to them."""

    slides: tuple[DrawnSlide, ...]
    title: str
    code: str
    query: Query


def start_show(
    *,
    story_id: int | None = None,
    code: str = "",
    year: int = 0,
    kind: str = "",
    meeting_id: int | None = None,
) -> NoReturn:
    """Open the stage with a saved story, or the ready one of a meeting, at its first slide."""
    query = {SHOW: "true", SLIDE: "1"}
    if story_id is not None:
        query[_STORY] = str(story_id)
    else:
        query |= {REGION_KEY: code, _YEAR: str(year), _KIND: kind}
        query |= {_MEETING: str(meeting_id)} if meeting_id is not None else {}
    forget_return()
    st.switch_page(PAGES / f"{PAGE}.py", query_params=query)


def keep_ready(
    code: str, year: int, kind: str, meeting_id: int | None, figures: dict[str, Any]
) -> None:
    """Keep the figures of a ready story for this tab: they hold until it is begun again."""
    title = text.DEFAULT_TITLE.format(kind=text.KINDS[kind], region=name_region(code), year=year)
    deck = make_deck(figures, list_slides(kind), title, loaders.load_layer_content)
    st.session_state[_READY] = ((code, year, kind, meeting_id), deck, title)


def draw_show(person: Account) -> None:
    """Draw the stage; where there is nothing to show, the way back to the page."""
    deck = _find_deck()
    if deck is None or not deck.slides:
        st.title(text.NOTHING_TITLE, anchor=False)
        st.text(text.NOTHING)
        st.page_link(PAGES / f"{PAGE}.py", label=text.BACK, icon=":material/arrow_back:")
        return
    names = {entry.name for entry in pages_for(person)[0]}
    event = draw_stage(
        deck.slides,
        start=_read_start(len(deck.slides)),
        title=deck.title,
        page_names={page: name for page, name in text.PAGES.items() if page in names},
        labels=text.SHOW_WORDS,
        key="presentasi_tayang",
    )
    if event.closed:
        _close(deck)
    if event.opened is not None and 0 <= event.opened < len(deck.slides):
        _open(deck, event.opened)


def _find_deck() -> Deck | None:
    asked = st.query_params.get(_STORY)
    if asked is None:
        return _find_ready()
    story = presentation_loaders.load_story(int(asked)) if asked.isdecimal() else None
    if story is None:
        return None
    slides = presentation_loaders.load_deck(story)
    return Deck(slides, story.title, story.wilayah_code, {_STORY: str(story.id)})


def _find_ready() -> Deck | None:
    """The ready story of the address, with the figures that this tab began with."""
    params = st.query_params
    code, kind = params.get(REGION_KEY, ""), params.get(_KIND, "")
    year, meeting = params.get(_YEAR, ""), params.get(_MEETING, "")
    known = kind in KINDS and level_of_meeting(code) is not None and loaders.load_region(code)
    if not known or not year.isdecimal() or not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    meeting_id = int(meeting) if meeting.isdecimal() else None
    asked = (code, int(year), kind, meeting_id)
    kept = st.session_state.get(_READY)
    if kept is None or kept[0] != asked:
        sources = sorted(set(loaders.load_datasets(code)["source"]))
        source = sources[0] if sources else None
        try:
            with st.spinner(text.PREPARING):
                figures = presentation_loaders.take_figures(
                    code, int(year), kind, source, meeting_id
                )
        except LookupError:
            return None
        keep_ready(code, int(year), kind, meeting_id, figures)
        kept = st.session_state[_READY]
    query = {REGION_KEY: code, _YEAR: year, _KIND: kind}
    query |= {_MEETING: meeting} if meeting_id is not None else {}
    return Deck(kept[1], kept[2], code, query)


def _read_start(count: int) -> int:
    asked = st.query_params.get(SLIDE, "1")
    return min(max(int(asked), 1), count) - 1 if asked.isdecimal() else 0


def _close(deck: Deck) -> NoReturn:
    forget_return()
    kept = {_STORY: deck.query[_STORY]} if _STORY in deck.query else {}
    st.switch_page(PAGES / f"{PAGE}.py", query_params={REGION_KEY: deck.code} | kept)


def _open(deck: Deck, index: int) -> NoReturn:
    """Go to the page behind a slide with the slide's own selection; the way back is kept."""
    slide = deck.slides[index].slide
    number = str(index + 1)
    # What belongs to a widget of that page cannot be handed over in the address.
    for key, value in slide.choices.items():
        st.session_state[key] = value
    st.session_state[RETURN] = {SHOW: "true", **deck.query, SLIDE: number}
    st.switch_page(PAGES / f"{slide.page}.py", query_params=slide.query)
