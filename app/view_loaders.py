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
    return freeze(_make(), name)


def load_styled(key: Key, name: str, limits: Limits, make: Callable[[], Styler]) -> Styler:
    """A table in colours, its cells worked out once; `name` is its own on a page.

    `key`, `limits`: as of `load_part`.
    """
    return _styled(key, name, limits, make)


def freeze(styler: Styler, name: str) -> Styler:
    """Work out a Styler's cells now, so that drawing it does not, and many may draw it at once.

    Streamlit asks pandas for cells and colours at every rerun, 10 to 60 ms a table; the answers
    are kept on the Styler itself. Cells that read as their values do are left out, since Streamlit
    begins with those.
    """
    styler.set_uuid(name)
    computed: Any = styler
    computed._compute()
    answer = dict(computed._translate(False, False))
    plain = computed.data.astype(str).to_numpy(dtype=object)
    answer["body"] = [_pick_written(row, plain[at]) for at, row in enumerate(answer["body"])]
    vars(styler).update(_compute=lambda: styler, _translate=lambda *_args, **_named: answer)
    return styler


def _pick_written(row: list[dict[str, Any]], plain: Any) -> list[dict[str, Any]]:
    cells = [cell for cell in row if cell["type"] == "td"]
    return [
        {"id": cell["id"], "display_value": cell["display_value"]}
        for cell, value in zip(cells, plain, strict=False)  # more cells than are drawn are cut
        if str(cell["display_value"]) != value
    ]
