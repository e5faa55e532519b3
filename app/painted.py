"""Tables with coloured cells that are worked out once and shown many times."""

from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

_READ = ("table_styles", "cellstyle")


def keep_painted(styler: "Styler") -> "Styler":
    """Work a Styler's colours and words out now, for good; for what a cache holds.

    Streamlit asks a Styler to compute and translate itself, cell by cell, each time that it is
    shown. This one answers what it found the first time; nothing may be changed on it any more.
    """
    made: Any = styler
    made._compute()
    found = made._translate(False, False)
    kept = {name: found[name] for name in _READ if name in found}
    kept["body"] = [_pick_written(made.data, found["body"])]
    made._compute = lambda: made
    made._translate = lambda *_, **__: kept
    return styler


def _pick_written(data: pd.DataFrame, body: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The cells that are written otherwise than as plain text, which Streamlit writes untold."""
    plain = data.astype(str).to_numpy(dtype=object)
    cells = (cell for row in body for cell in row if cell["type"] == "td")
    return [cell for cell in cells if plain[_find_cell(cell["id"])] != cell["display_value"]]


def _find_cell(name: str) -> tuple[int, int]:
    row, column = name.removeprefix("row").split("_col")
    return int(row), int(column)
