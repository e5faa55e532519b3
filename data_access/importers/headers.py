"""Finds the header row of a table by its content, whatever row it stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_access.importers.cells import column_label, header_key
from geo.findings import Finding

Cells = Sequence[str | None]
Names = Mapping[str, frozenset[str]]

SCANNED_ROWS = 30


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: its index, the columns known by our names, and those known twice."""

    index: int
    cells: Cells
    columns: Mapping[str, int]
    repeated: Mapping[str, int]

    def has(self, *names: str) -> bool:
        """Tell whether all these columns are there."""
        return all(name in self.columns for name in names)


def names_of(**synonyms: str) -> dict[str, frozenset[str]]:
    """Make a table of synonyms from space-separated header keys; a name means itself too."""
    return {name: frozenset([name, *words.split()]) for name, words in synonyms.items()}


def find_header(rows: Sequence[Cells], names: Names) -> Header | None:
    """Find the row among the first ones that holds most of the names; None if none holds two."""
    best: Header | None = None
    for index, cells in enumerate(rows[:SCANNED_ROWS]):
        columns: dict[str, int] = {}
        repeated: dict[str, int] = {}
        for place, text in enumerate(cells):
            key = header_key(text)
            for name, synonyms in names.items():
                if key in synonyms:
                    (repeated if name in columns else columns)[name] = place
        found = Header(index, cells, columns, repeated)
        if len(columns) >= 2 and (best is None or len(columns) > len(best.columns)):
            best = found
    return best


def repeated_columns(header: Header, sheet: str | None) -> list[Finding]:
    """Report columns that the header holds twice: which one counts is not ours to guess."""
    return [
        Finding(
            "kolom_ganda",
            "galat",
            sheet,
            header.index + 1,
            column_label(place, header.cells[place]),
            {"kolom": name},
        )
        for name, place in header.repeated.items()
    ]
