"""The stories of all four meetings as PowerPoint and PDF: whole, with a map on them."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from sqlalchemy import Engine

from analysis import story
from analysis.story import list_slides
from app import palette
from app.documents.slides_pdf import write_pages
from app.documents.slides_pptx import write_pptx
from app.presentation_deck import make_deck
from app.presentation_figures import make_figures
from app.presentation_model import DrawnSlide
from data_access.database import make_engine
from data_access.reads.peta import read_layer_content
from data_access.reads.rembuk import read_meetings

YEAR, SOURCE = 2026, "e-PPGBM"
DECKS = [("99.01", kind) for kind in story.KINDS] + [("99.01.01", story.REMBUK)]


@pytest.fixture(scope="module")
def place(demo_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    path = tmp_path_factory.mktemp("lembar") / "demo.db"
    shutil.copy(demo_template, path)
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module", params=DECKS, ids="-".join)
def deck(place: Engine, request: pytest.FixtureRequest) -> tuple[DrawnSlide, ...]:
    code, kind = request.param
    meetings = [] if kind == story.ASSESSMENT else read_meetings(place, code, YEAR)
    number = meetings[-1].id if meetings else None
    figures = make_figures(place, code, YEAR, kind, SOURCE, number)
    return make_deck(
        figures, list_slides(kind), "Rapat", lambda each: read_layer_content(place, each)
    )


def find_map(deck: tuple[DrawnSlide, ...]) -> int:
    (found,) = [index for index, drawn in enumerate(deck) if drawn.slide.kind == story.MAP]
    return found


def count_painted(picture: Image.Image) -> int:
    """How many pixels have exactly the colour of a class of prevalence."""
    pixels = np.asarray(picture.convert("RGB")).reshape(-1, 3)
    colors = [
        [int(each[at : at + 2], 16) for at in (1, 3, 5)] for each in palette.PREVALENCE_COLORS
    ]
    return int(sum((pixels == color).all(axis=1).sum() for color in colors))


def list_shapes(slide: Any) -> list[Any]:
    return list(slide.shapes)


def test_the_map_stands_in_powerpoint_inside_its_slide_and_is_painted(
    deck: tuple[DrawnSlide, ...],
) -> None:
    file = Presentation(io.BytesIO(write_pptx(deck, "Rapat")))
    wide, high = int(file.slide_width or 0), int(file.slide_height or 0)
    shapes = list_shapes(file.slides[find_map(deck)])
    (picture,) = [each for each in shapes if each.shape_type == MSO_SHAPE_TYPE.PICTURE]
    with Image.open(io.BytesIO(picture.image.blob)) as opened:
        assert count_painted(opened) > 0.1 * opened.width * opened.height
        assert picture.width / picture.height == pytest.approx(opened.width / opened.height, 0.01)
    assert picture._element.nvPicPr.cNvPr.get("descr")
    for slide in file.slides:
        for shape in list_shapes(slide):
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= wide
            assert shape.top + shape.height <= high


def test_the_map_stands_in_the_pdf_too(deck: tuple[DrawnSlide, ...]) -> None:
    at = find_map(deck)
    (page,) = write_pages(deck[at : at + 1], "Rapat", 48)
    with Image.open(io.BytesIO(page)) as opened:
        assert count_painted(opened) > 0.05 * opened.width * opened.height
