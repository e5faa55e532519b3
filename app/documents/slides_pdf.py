"""A story as PDF, 16:9, set by typst from the same parts as the screen; no file, no network.

The template is fixed and the slides are handed to it as data, so that no text is read as markup.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from app.documents.paper_text import clean_values
from app.presentation_measure import font_folder
from app.presentation_model import (
    Box,
    DrawnSlide,
    PicturePart,
    TextPart,
    describe_part,
)
from app.presentation_table import INSET, PADDING
from app.text import presentasi as text

_TEMPLATE = Path(__file__).with_name("slides.typ")
_INPUT, _PAGE_COLOR = "lembar", "#4b5563"


def write_pdf(deck: Sequence[DrawnSlide], title: str) -> bytes:
    """The slides as PDF, a page each, with their numbers."""
    return _compile(deck, title, "pdf")[0]


def write_pages(deck: Sequence[DrawnSlide], title: str, pixels_per_inch: float = 96) -> list[bytes]:
    """The slides as PNG pictures, to look at."""
    return _compile(deck, title, "png", pixels_per_inch)


def _compile(
    deck: Sequence[DrawnSlide], title: str, form: Any, pixels_per_inch: float | None = None
) -> list[bytes]:
    data = {
        "title": title,
        "inset": INSET,
        "padding": PADDING,
        "slides": [_to_data(each, at, len(deck)) for at, each in enumerate(deck, start=1)],
    }
    made = typst.compile(
        _TEMPLATE.read_bytes(),
        format=form,
        ppi=pixels_per_inch,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={_INPUT: json.dumps(clean_values(data), ensure_ascii=False)},
    )
    if made is None:
        raise RuntimeError("typst gave nothing back")
    return made if isinstance(made, list) else [made]


def _to_data(drawn: DrawnSlide, number: int, count: int) -> list[dict[str, Any]]:
    words = text.SHOW_WORDS["position"].format(number=number, count=count)
    page = TextPart(Box(832, 672, 400, 30), words, color=_PAGE_COLOR, align="kanan")
    return [describe_part(part, _describe_picture) for part in (*drawn.parts, page)]


def _describe_picture(part: PicturePart) -> dict[str, Any]:
    return {
        "kind": "picture",
        "box": asdict(part.box),
        "alt": part.picture.alt,
        "bytes": list(part.picture.png),
    }


@cache
def _fonts() -> typst.Fonts:
    """DejaVu Sans, in which the slides are measured, and what the package brings; none else."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[font_folder()]
    )
