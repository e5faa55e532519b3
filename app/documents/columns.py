"""Which columns a table shows in a file, under which words and in which format."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "count", "pct", "poin", "idr", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in the frame, its heading, what it holds, its width in characters.

    "pct" holds percent (12.4, not 0.124), "poin" percentage points.
    """

    key: str
    heading: str
    kind: Kind = "text"
    width: int | None = None


Notes = Sequence[tuple[str, str]]
"""Label and value of everything a reader must know: selection, source, date, cut-offs."""
