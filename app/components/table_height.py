"""How high a table stands: all of it while it is short, else a window to scroll in."""

from typing import Literal

_ROW_PX = 34


def fit_height(rows: int, most: int) -> Literal["content"] | int:
    """The height of a table of `rows` rows that shows `most` of them at once."""
    return "content" if rows <= most else _ROW_PX * (most + 1)
