"""Need and money of a kabupaten worked out anew, from the database, without our own rules."""

import math
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.browser.independent_coverage import PEOPLE, Cell, Kecamatan, read_kecamatan

KABUPATEN = "99.01"
PERIOD, MEASURED = "2026", 2025
# Money for diarrhoea is not told apart by age, as its cases are not.
WITHIN = {"I19": "I14"}
SERVICES = tuple(item for item in PEOPLE if item not in WITHIN)
PROBLEMS = {"Tipe 1", "Tipe 2", "Tinggi, campuran"}
Tag = tuple[str, str, int]
"""Service, place and rupiah of direct money."""


@dataclass
class Needs:
    """People to reach by desa and service (None unknown), unit costs, and the problem places."""

    people: dict[tuple[str, str], int | None]
    costs: dict[str, int]
    names: dict[str, str]
    problems: set[str]

    @property
    def desas(self) -> list[str]:
        return sorted({code for code, _ in self.people})

    def of(self, item: str, desas: Iterable[str] | None = None) -> int | None:
        """The need in rupiah of all or some desa, as far as their people are known.

        None where nobody's are, or where a service that is wanted somewhere has no unit cost.
        """
        every = {code: self.people[code, item] for code in self.desas}
        known = {code: count for code, count in every.items() if count is not None}
        if not known or (item not in self.costs and any(known.values())):
            return None
        mine = known.keys() if desas is None else known.keys() & set(desas)
        return sum(known[code] for code in mine) * self.costs.get(item, 0)

    def wanted(self) -> list[str]:
        """Services that somebody still lacks, or of which that is not known."""
        return [item for item in SERVICES if any(self.people[c, item] != 0 for c in self.desas)]

    def known(self) -> list[str]:
        return [item for item in SERVICES if self.of(item) is not None]

    def without_money(self, tags: Iterable[Tag]) -> set[tuple[str, str]]:
        """Problem places with the services that people there lack and no money is meant for."""
        funded = {(place, item) for item, place, _ in tags}
        return {
            (code, item)
            for (code, item), count in self.people.items()
            if code in self.problems and count and (code, item) not in funded
        }


def read_needs(database: Path) -> Needs:
    """Work out the needs at the end of 2025 in the prices of 2026."""
    with closing(sqlite3.connect(database)) as connection:
        codes = connection.execute(
            "SELECT code FROM wilayah WHERE parent_code = ? ORDER BY code", (KABUPATEN,)
        ).fetchall()
        costs = connection.execute(
            "SELECT item_code, cost_idr FROM biaya_satuan WHERE wilayah_code = ? ORDER BY year",
            (KABUPATEN,),
        ).fetchall()
    places = [read_kecamatan(database, code, PERIOD, MEASURED) for (code,) in codes]
    above = _prevalence(places)
    return Needs(
        {
            (code, item): _to_reach(place.cells[code, item])
            for place in places
            for code in place.names
            for item in SERVICES
        },
        dict(costs),
        {code: name for place in places for code, name in place.names.items()},
        {code for place in places for code, kind in place.types(above).items() if kind in PROBLEMS},
    )


def read_tags(database: Path, kind: str, year: int) -> list[Tag]:
    """Direct money of a snapshot: for target groups and services, not for meetings."""
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute(
            "SELECT item_code, place_code, amount_idr FROM penandaan t"
            " JOIN belanja b ON b.id = t.belanja_id JOIN subkegiatan s ON s.id = b.subkegiatan_id"
            " JOIN potret_anggaran p ON p.id = s.potret_id"
            " WHERE p.kind = ? AND p.year = ? AND t.kind IN ('sasaran', 'layanan')"
            " AND item_code IS NOT NULL",
            (kind, year),
        ).fetchall()
    return [(WITHIN.get(item, item), place or "", amount) for item, place, amount in found]


def _to_reach(cell: Cell) -> int | None:
    if cell.target is None or cell.status in ("belum ada data", "anomali", "netral"):
        return None
    assert cell.top is not None
    assert cell.bottom
    return max(math.ceil(round(cell.target * cell.bottom / 100, 9)) - cell.top, 0)


def _prevalence(places: list[Kecamatan]) -> float:
    stunted = sum(sum(place.stunted.values()) for place in places)
    return 100 * stunted / sum(sum(place.measured.values()) for place in places)
