"""Cached questions about stories for meetings; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from typing import Any

import streamlit as st

from analysis.story import read_slides
from app.loaders import LARGE, SMALL, Key, load_engine, load_layer_content, topic_key
from app.presentation_deck import make_deck
from app.presentation_figures import make_figures
from app.presentation_model import DrawnSlide
from data_access.reads import presentasi
from data_access.reads.presentasi import Story

__all__ = ["Story", "load_deck", "load_frozen", "load_stories", "load_story", "take_figures"]
_TOPIC = "presentasi"


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _stories(key: Key, code: str, year: int) -> tuple[Story, ...]:
    return presentasi.read_stories(load_engine(), code, year)


def load_stories(code: str, year: int) -> tuple[Story, ...]:
    """The stories of one region in a year of the cycle, the oldest first."""
    return _stories(topic_key(_TOPIC), code, year)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _story(key: Key, story_id: int) -> Story | None:
    return presentasi.read_story(load_engine(), story_id)


def load_story(story_id: int) -> Story | None:
    """One story by its number, None where there is none."""
    return _story(topic_key(_TOPIC), story_id)


@st.cache_resource(max_entries=SMALL, show_spinner=False)
def _frozen(key: Key, story_id: int) -> dict[str, Any] | None:
    return presentasi.read_frozen(load_engine(), story_id)


def load_frozen(story_id: int) -> dict[str, Any] | None:
    """The frozen figures of a story, None while none are frozen."""
    return _frozen(topic_key(_TOPIC), story_id)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _deck(key: Key, story: Story) -> tuple[DrawnSlide, ...]:
    frozen = load_frozen(story.id)
    if frozen is None:
        return ()
    slides = read_slides(story.slides, story.kind)
    return make_deck(frozen, slides, story.title, load_layer_content)


def load_deck(story: Story) -> tuple[DrawnSlide, ...]:
    """The slides of a story with frozen figures, laid out; empty while none are frozen.

    Only the story itself renews them: figures that change behind move no slide.
    """
    database, _ = topic_key()
    return _deck((database, (story.id, story.version)), story)


def take_figures(
    code: str, year: int, kind: str, source: str | None, meeting_id: int | None
) -> dict[str, Any]:
    """The figures as they stand now, for freezing: see `app.presentation_figures`; not cached."""
    return make_figures(load_engine(), code, year, kind, source, meeting_id)
