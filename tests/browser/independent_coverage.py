"""Coverage and problem places worked out anew, from the database, without our own rules.

Denominators are those of the guideline's Table 1 and 2, and "bayi lahir hidup" (S17) for BAD-1.
"""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

Counts = Mapping[str, int]
PEOPLE = {
    "I01": "S07", "I02": "S04", "I03": "S04", "I04": "S04", "I05": "S05", "I06": "S17",
    "I07": "S08", "I08": "S09", "I09": "S09", "I10": "S12", "I11": "S08 S09", "I12": "S13",
    "I13": "S08 S09", "I14": "S11", "I15": "S08 S09", "I16": "S14", "I17": "S10", "I18": "S15",
    "I19": "S11", "I20": "S10", "I21": "S10", "I22": "S03", "I23": "S03", "I24": "S06",
    "I25": "S06", "I26": "S02", "I27": "S02", "I28": "S03 S04 S05 S06 S08 S09 S10", "I29": "S01",
    "I30": "S16", "I31": "",
}  # fmt: skip
# Cases of diarrhoea are not told apart by age: both services together, over all cases.
TOGETHER = {"I14": ("I14", "I19"), "I19": ("I14", "I19")}
UNCLEAR = "I20"
BY_PLAN = ("Renja", "RKPD", "RPJMD", "RPJPD")
LOOKS = {
    "tercapai": ("✓", "#2166ac"),
    "hampir tercapai": ("≈", "#92c5de"),
    "jauh dari target": ("×", "#d6604d"),
    "anomali": ("!", "#762a83"),
    "netral": ("○", "#e7e0ee"),
    "tanpa target": ("", "#ffffff"),
    "belum ada data": ("", "#d9d9d9"),
}
JUDGED = ("tercapai", "hampir tercapai", "jauh dari target")


@dataclass(frozen=True)
class Cell:
    """A service in a place: people reached, people to reach, its target; None is not known."""

    top: int | None
    bottom: int | None
    target: float | None
    unclear: bool = False

    @property
    def percent(self) -> float | None:
        return 100 * self.top / self.bottom if self.bottom and self.top is not None else None

    @property
    def status(self) -> str:
        if self.top is None or not self.bottom:
            return "belum ada data"
        if self.top > self.bottom:
            return "anomali"
        if self.unclear:
            return "netral"
        if self.target is None:
            return "tanpa target"
        wanted = self.target * self.bottom
        if 100 * self.top >= wanted:
            return "tercapai"
        return "hampir tercapai" if 1000 * self.top >= 9 * wanted else "jauh dari target"


@dataclass
class Kecamatan:
    """One kecamatan of a database: its desa by code with their cells and measured children."""

    code: str
    names: dict[str, str]
    cells: dict[tuple[str, str], Cell]
    stunted: dict[str, int] = field(default_factory=dict)
    measured: dict[str, int] = field(default_factory=dict)
    prevalence_target: float | None = None

    def types(self, above: float) -> dict[str, str]:
        """The kind of each desa, a prevalence above `above` percent being high."""
        return {code: self._type(code, above) for code in self.names}

    def count(self, code: str) -> Counter[str]:
        """How many services of a place have each status."""
        return Counter(cell.status for (place, _), cell in self.cells.items() if place == code)

    def prevalence(self, code: str | None = None) -> float:
        """Of a desa, or of the whole kecamatan: all children together."""
        codes = self.measured if code is None else [code]
        measured = sum(self.measured[each] for each in codes)
        return 100 * sum(self.stunted[each] for each in codes) / measured

    def _type(self, code: str, above: float) -> str:
        counts = self.count(code)
        judged, good = sum(counts[each] for each in JUDGED), counts["tercapai"]
        if self.measured.get(code, 0) < 30 or judged < 10:
            return "Belum dinilai"
        low = judged - good
        if self.prevalence(code) > above:
            if 2 * low > judged:
                return "Tipe 1"
            return "Tipe 2" if 2 * good > judged else "Tinggi, campuran"
        return "Waspada" if 2 * low > judged else "Baik"


def read_kecamatan(database: Path, code: str, period: str, target_year: int) -> Kecamatan:
    """Work out a kecamatan from the figures in the database, targets of its kabupaten."""
    month = f"{target_year}-08"
    with closing(sqlite3.connect(database)) as connection:
        ask = connection.execute
        within = {"of": f"{code}.%", "period": period, "month": month}
        names = dict(ask("SELECT code, name FROM wilayah WHERE code LIKE :of", within))
        entered = ask(
            "SELECT unit_code, item_code, value FROM isian WHERE period = :period"
            " AND unit_code LIKE :of AND value IS NOT NULL",
            within,
        ).fetchall()
        children = ask(
            "SELECT unit_code, sangat_pendek_jiwa + pendek_jiwa,"
            " sangat_pendek_jiwa + pendek_jiwa + normal_jiwa + tinggi_jiwa FROM pengukuran"
            " WHERE source = 'e-PPGBM' AND period = :month AND unit_code LIKE :of",
            within,
        ).fetchall()
        plans = ask(
            "SELECT item_code, document, target_pct FROM target WHERE wilayah_code = ?"
            " AND year = ?",
            (code[:5], target_year),
        ).fetchall()
    targets = _choose(plans)
    counts: dict[str, dict[str, int]] = {each: {} for each in names}
    for unit, item, value in entered:
        counts[unit][item] = value
    return Kecamatan(
        code,
        names,
        _make_cells(code, counts, targets),
        {unit: stunted for unit, stunted, measured in children if measured},
        {unit: measured for unit, _, measured in children if measured},
        targets.get("PREV"),
    )


def _choose(plans: list[tuple[str, str, float]]) -> dict[str, float]:
    """The target of each item: that of the plan nearest to the budget."""
    ordered = sorted(plans, key=lambda plan: BY_PLAN.index(plan[1]), reverse=True)
    return {item: target for item, _, target in ordered}


def _make_cells(
    code: str, counts: Mapping[str, Counts], targets: Mapping[str, float]
) -> dict[tuple[str, str], Cell]:
    cells = {}
    for item in PEOPLE:
        target, unclear = targets.get(item), item == UNCLEAR
        pairs = {place: _pair(own, item) for place, own in counts.items()}
        for place, (top, bottom) in pairs.items():
            cells[place, item] = Cell(top, bottom, target, unclear)
        both = [(t, b) for t, b in pairs.values() if t is not None and b is not None]
        tops, bottoms = sum(t for t, _ in both), sum(b for _, b in both)
        cells[code, item] = Cell(tops if both else None, bottoms or None, target, unclear)
    return cells


def _pair(own: Counts, item: str) -> tuple[int | None, int | None]:
    reached = [own.get(each) for each in TOGETHER.get(item, (item,))]
    people = [own.get(each) for each in PEOPLE[item].split()] or [1]
    return _sum(reached), _sum(people)


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
