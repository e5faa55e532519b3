"""A paper as PDF, set by typst with the fonts that it brings along: no file, no network is read.

The template is fixed and the paper is handed to it as data, so that no text is ever read as markup.
"""

import json
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

import typst

from app.documents.paper import (
    Across,
    Block,
    Facts,
    Heading,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from app.documents.paper_text import clean_values
from app.documents.paper_widths import fit_columns
from app.text import surat as text

_TEMPLATE = Path(__file__).with_name("paper.typ")
_INPUT = "surat"
# Between the margins of the template, upright and across.
_ROOM_CM, _ROOM_ACROSS_CM = 16.6, 25.3
_KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Numbered: "numbered",
    Facts: "facts",
    Table: "table",
    Signatures: "signatures",
    PageBreak: "pagebreak",
    Picture: "picture",
    Across: "across",
}


def write_pdf(paper: Paper) -> bytes:
    """The paper as PDF, A4, with page numbers and its marks on every page."""
    return _compile(paper, "pdf")[0]


def write_pages(paper: Paper, pixels_per_inch: float = 100) -> list[bytes]:
    """The pages of the paper as PNG pictures, to look at."""
    return _compile(paper, "png", pixels_per_inch)


def _compile(paper: Paper, form: Any, pixels_per_inch: float | None = None) -> list[bytes]:
    made = typst.compile(
        _read_template(),
        format=form,
        ppi=pixels_per_inch,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={_INPUT: json.dumps(_to_data(paper), ensure_ascii=False)},
    )
    if made is None:
        raise RuntimeError("typst gave nothing back")
    return made if isinstance(made, list) else [made]


def _to_data(paper: Paper) -> dict[str, Any]:
    data = asdict(replace(paper, blocks=()))
    words = {"page": text.PAGE_WORD, "of": text.PAGE_OF, "number": text.NUMBER_LABEL}
    cleaned: dict[str, Any] = clean_values({**data, "words": words})
    return cleaned | {
        "blocks": [_to_block(block, across=paper.landscape) for block in paper.blocks]
    }


def _to_block(block: Block, *, across: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": _KINDS[type(block)]}
    if isinstance(block, Across):
        return data | {"blocks": [_to_block(each, across=True) for each in block.blocks]}
    if isinstance(block, Table):
        block = fit_columns(block, _ROOM_ACROSS_CM if across else _ROOM_CM)
    if isinstance(block, Picture):
        # Bytes as numbers: data for a template can hold text and numbers only.
        words: dict[str, Any] = clean_values(asdict(replace(block, content=b"")))
        return data | words | {"content": list(block.content)}
    cleaned: dict[str, Any] = clean_values(asdict(block))
    return data | cleaned


@cache
def _read_template() -> bytes:
    return _TEMPLATE.read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """The fonts inside the package only, so that a paper looks the same on every server."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
