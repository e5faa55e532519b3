"""What a paper says, block by block, whatever it is written as: Word or PDF.

Nothing here is markup: every text is shown as it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Align = Literal["kiri", "tengah", "kanan"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an office's paper: its lines from the highest office down, its address."""

    lines: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a part, level 2 stands inside one."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, `strong` in bold, `small` for a remark; `keep`: on the page of what follows."""

    text: str
    strong: bool = False
    small: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values, one below the other."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, how it is aligned."""

    heading: str
    width: int
    align: Align = "kiri"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `total` is its last row, in bold. Rows are as long as the columns.

    `row_height_mm` is the least height of a row, for what is signed by hand; 0: as needed.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None = None
    row_height_mm: int = 0

    def __post_init__(self) -> None:
        for row in (*self.rows, *((self.total,) if self.total else ())):
            if len(row) != len(self.columns):
                raise ValueError(f"{len(row)} cells in a table of {len(self.columns)} columns")


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: the office above, the name below ("" leaves a line to write on)."""

    office: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The places to sign, two in a row; `dateline` above them ("Paringin, 17 Februari 2026")."""

    dateline: str
    places: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG) with its caption; `alt` says what it shows to those who cannot see it.

    `width_pct`: of the width between the margins.
    """

    content: bytes
    alt: str
    caption: str = ""
    width_pct: int = 100


@dataclass(frozen=True, slots=True)
class Across:
    """Blocks on pages of their own, laid across: wide tables and wide pictures."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: under the titles `lines` (where, when), below them labels and values."""

    lines: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()


Block = Heading | Paragraph | Numbered | Facts | Table | Signatures | PageBreak | Picture | Across


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its letterhead, titles, number and blocks.

    `marks` stand on every page ("KONSEP", that it is the demonstration); `footer` before the page
    number. With a `cover` the titles stand on a page of their own.
    """

    titles: tuple[str, ...]
    blocks: Sequence[Block]
    letterhead: Letterhead | None = None
    number: str = ""
    marks: tuple[str, ...] = ()
    footer: str = ""
    landscape: bool = False
    cover: Cover | None = None
