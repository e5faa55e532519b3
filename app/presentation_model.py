"""What a slide says, whatever shows it: the screen, PowerPoint, or PDF; and what is drawn of it.

Nothing here is markup: every text is shown as it stands. Lengths are in units of a picture 1280
wide and 720 high, which every form scales as a whole; no text is smaller than `LEAST_TEXT`.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Align = Literal["kiri", "tengah", "kanan"]
WIDTH, HEIGHT = 1280, 720
LEAST_TEXT = 23
"""On a screen of 1280 x 720 a unit is one pixel: a little more than the 22 px that are asked."""


@dataclass(frozen=True, slots=True)
class BigFigure:
    """A figure to be read from the last row, with what it is and what it is held against."""

    label: str
    value: str
    note: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `share` of the longest one, 0 to 1."""

    label: str
    value: str
    share: float
    color: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars one below the other under a heading; `empty` stands where there are none."""

    title: str
    rows: tuple[Bar, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class SlideColumn:
    """A column of a table: its heading, its share of the width, how it is aligned."""

    heading: str
    width: int
    align: Align = "kiri"


@dataclass(frozen=True, slots=True)
class SlideTable:
    """A table; `most_lines` of a cell are shown. What does not fit goes to a page of its own.

    `more`: the sentence for the rows that are not shown at all, with {count}.
    """

    columns: tuple[SlideColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    most_lines: int = 2
    most_pages: int = 2
    more: str = ""


@dataclass(frozen=True, slots=True)
class LegendChip:
    """One class of the map: its colour and what it means."""

    label: str
    color: str
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A picture (PNG) with the words that stand for it."""

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `bars` stand beside the picture, or beside each other.

    `marks`: demonstration, not approved, simulation. `sentence`: a person's own. `page`: the page
    of the application that the slide leads to, with its query and what is chosen there (values by
    the keys of its widgets).
    """

    kind: str
    title: str
    kicker: str = ""
    marks: tuple[str, ...] = ()
    figures: tuple[BigFigure, ...] = ()
    lines: tuple[str, ...] = ()
    legend: tuple[LegendChip, ...] = ()
    picture: SlidePicture | None = None
    bars: tuple[Bars, ...] = ()
    table: SlideTable | None = None
    note: str = ""
    sentence: str = ""
    footer: str = ""
    page: str = ""
    query: dict[str, str] = field(default_factory=dict)
    choices: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a slide, in units from the upper left corner."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class TextPart:
    """A text in its box, already broken to fit it. `role`: "judul" for the slide's heading."""

    box: Box
    text: str
    size: float = LEAST_TEXT
    color: str = "#111827"
    bold: bool = False
    align: Align = "kiri"
    role: str = ""


@dataclass(frozen=True, slots=True)
class FillPart:
    """A filled rectangle."""

    box: Box
    color: str
    border: str = ""


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture, whole inside its box."""

    box: Box
    picture: SlidePicture


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table: widths of its columns, heights of its rows (the heading's first)."""

    box: Box
    columns: tuple[SlideColumn, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float = LEAST_TEXT


Part = TextPart | FillPart | PicturePart | TablePart


@dataclass(frozen=True, slots=True)
class DrawnSlide:
    """A slide with every part in its place."""

    slide: Slide
    parts: tuple[Part, ...]


def describe_part(
    part: Part, describe_picture: Callable[[PicturePart], dict[str, Any]]
) -> dict[str, Any]:
    """A part as plain values, its kind beside them; a picture as its form of output wants it."""
    if isinstance(part, PicturePart):
        return describe_picture(part)
    kinds = {TextPart: "text", FillPart: "fill", TablePart: "table"}
    return {"kind": kinds[type(part)], **asdict(part)}
