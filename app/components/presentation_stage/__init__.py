"""The stage on which slides are shown: one fills the window, keys and large buttons lead on.

All slides travel to the browser at once; going on needs no server, and data that changes behind
moves nothing. The browser's part stands beside this file.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from app.presentation_model import (
    HEIGHT,
    WIDTH,
    DrawnSlide,
    PicturePart,
    describe_part,
)
from app.presentation_table import INSET, PADDING

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "konvergensi_presentasi",
    html='<div class="tayang"></div>',
    css=(_HERE / "stage.css").read_text(encoding="utf-8"),
    js=(_HERE / "stage.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class StageEvent:
    """What was asked for on the stage: to close it, or to open the page of a slide (from 0)."""

    closed: bool = False
    opened: int | None = None


def draw_stage(
    deck: Sequence[DrawnSlide],
    *,
    start: int,
    title: str,
    page_names: Mapping[str, str],
    labels: Mapping[str, str],
    key: str,
) -> StageEvent:
    """Show slides from `start` (from 0) on and tell what was asked for.

    `page_names`: the pages that this person may open, with what they are called on the button.
    """
    result = _mount(
        key=key,
        data={
            "width": WIDTH,
            "height": HEIGHT,
            "inset": INSET,
            "padding": PADDING,
            "start": start,
            "title": title,
            "labels": dict(labels),
            "slides": [_describe(each, page_names) for each in deck],
        },
        on_tutup_change=_ignore,
        on_buka_change=_ignore,
    )
    opened = result.get("buka")
    return StageEvent(bool(result.get("tutup")), None if opened is None else int(opened))


def _ignore() -> None:
    """Name an event without a callback: the page reads the event from the result."""


def _describe(drawn: DrawnSlide, page_names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": drawn.slide.title,
        "opens": page_names.get(drawn.slide.page, ""),
        "parts": [describe_part(part, _describe_picture) for part in drawn.parts],
    }


def _describe_picture(part: PicturePart) -> dict[str, Any]:
    content = base64.b64encode(part.picture.png).decode("ascii")
    return {
        "kind": "picture",
        "box": asdict(part.box),
        "alt": part.picture.alt,
        "src": f"data:image/png;base64,{content}",
    }
