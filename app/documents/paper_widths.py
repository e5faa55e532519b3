"""Columns wide enough for their longest word, so that no word or number is broken in a table."""

import re
from dataclasses import replace

from app.documents.paper import Table

# Of the small type in which tables are set, measured on what Word and typst make of it.
_HEADING_CM, _CELL_CM, _MARGINS_CM = 0.19, 0.175, 0.3
_MOST_CM = 3.2
_UNITS_PER_CM = 100
_WORD = re.compile(r"[^\s-]+-?")


def fit_columns(table: Table, room_cm: float) -> Table:
    """The table with columns in hundredths of a centimetre that fill the room together.

    What a column needs for its longest word is taken from those that have more than they need.
    """
    whole = sum(column.width for column in table.columns)
    wanted = [room_cm * column.width / whole for column in table.columns]
    least = [_find_least(table, index) for index in range(len(wanted))]
    spare = [max(width - need, 0) for width, need in zip(wanted, least, strict=True)]
    missing = sum(max(need - width, 0) for width, need in zip(wanted, least, strict=True))
    share = min(missing / sum(spare), 1) if sum(spare) else 0
    fitted = [
        max(width, need) - share * rest
        for width, need, rest in zip(wanted, least, spare, strict=True)
    ]
    columns = zip(table.columns, fitted, strict=True)
    return replace(
        table,
        columns=tuple(replace(each, width=round(_UNITS_PER_CM * cm)) for each, cm in columns),
    )


def _find_least(table: Table, index: int) -> float:
    rows = (*table.rows, *((table.total,) if table.total else ()))
    heading = _measure(table.columns[index].heading, _HEADING_CM)
    cells = max((_measure(row[index], _CELL_CM) for row in rows), default=0.0)
    return min(max(heading, cells) + _MARGINS_CM, _MOST_CM)


def _measure(words: str, letter_cm: float) -> float:
    return letter_cm * max((len(word) for word in _WORD.findall(words)), default=0)
