"""Tables with coloured cells that are worked out once and shown many times."""

from collections.abc import Sequence
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
    return _answer(styler, kept)


def paint_cells(frame: pd.DataFrame, looks: Sequence[Sequence[str]]) -> "Styler":
    """A table of plain texts with the CSS of each cell ("" none), row by row; for a cache too."""
    rules: dict[str, list[str]] = {}
    for row, cells in enumerate(looks):
        for column, look in enumerate(cells):
            if look:
                rules.setdefault(look, []).append(f"row{row}_col{column}")
    styles = [{"props": _split_rule(look), "selectors": names} for look, names in rules.items()]
    return _answer(frame.style, {"table_styles": [], "cellstyle": styles, "body": []})


def _split_rule(look: str) -> list[tuple[str, str]]:
    parts = (each.partition(":") for each in look.split(";") if each.strip())
    return [(name.strip(), value.strip()) for name, _, value in parts]


def _answer(styler: Any, kept: dict[str, Any]) -> "Styler":
    styler._compute = lambda: styler
    styler._translate = lambda *_, **__: kept
    made: Styler = styler
    return made


def _pick_written(data: pd.DataFrame, body: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The cells that are written otherwise than as plain text, which Streamlit writes untold."""
    plain = data.astype(str).to_numpy(dtype=object)
    cells = (cell for row in body for cell in row if cell["type"] == "td")
    return [cell for cell in cells if plain[_find_cell(cell["id"])] != str(cell["display_value"])]


def _find_cell(name: str) -> tuple[int, int]:
    row, column = name.removeprefix("row").split("_col")
    return int(row), int(column)
