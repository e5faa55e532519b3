"""Cached parts of screens: what a page works out of cached answers, once instead of at every rerun.

The rules of `app.loaders` hold here too. Each part is named and keyed by all that it depends on:
the versions of its topics, and its limits (region, period, settings, person where they matter).
What comes from here is shared by all: read it, never change it.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st
from pandas.io.formats.style import Styler

from app.loaders import LARGE, Key
from app.painted import keep_painted

Part = TypeVar("Part")
Limits = tuple[Hashable, ...]
_SMALL_PARTS = 256


@st.cache_resource(max_entries=_SMALL_PARTS, show_spinner=False)
def _part(key: Key, name: str, limits: Limits, _make: Callable[[], Any]) -> Any:
    return _make()


def load_part(key: Key, name: str, limits: Limits, make: Callable[[], Part]) -> Part:
    """A small part of a screen: figures, sentences, a short table. `make` works it out.

    `key`: of `topic_key`, of all topics that it is made from. `limits`: with `name` they alone say
    what `make` makes.
    """
    made: Part = _part(key, name, limits, make)
    return made


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _styled(key: Key, name: str, limits: Limits, _make: Callable[[], Styler]) -> Styler:
    return keep_painted(_make().set_uuid(name))


def load_styled(key: Key, name: str, limits: Limits, make: Callable[[], Styler]) -> Styler:
    """A table in colours, its cells worked out once; `name` is its own on a page.

    `key`, `limits`: as of `load_part`.
    """
    return _styled(key, name, limits, make)
