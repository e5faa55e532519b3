"""Problem places by the guideline's words alone: plain loops, whole numbers, none of our rules."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

Cells = dict[tuple[str, str], tuple[int | None, int | None]]
Children = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Words:
    """What the text leaves open, in whole numbers: percent, services, children.

    high: "induk", "target" (then with `target_pct`), "WHO" (20 % or more) or "sepertiga".
    cutoff_pct: low is below it instead of below the target. most_pct: more than this part.
    """

    high: str = "induk"
    target_pct: str = ""
    cutoff_pct: int | None = None
    most_pct: int = 50
    services: int = 10
    children: int = 30


# Tabel 2's services with the groups of Tabel 1 that they speak of, read by hand. Pneumonia is
# left out, since the text does not say whether more is better; the two of diarrhoea are added up.
GROUPS = {
    "I01": "S07",
    "I02": "S04",
    "I03": "S04",
    "I04": "S04",
    "I05": "S05",
    "I06": "S17",
    "I07": "S08",
    "I08": "S09",
    "I09": "S09",
    "I10": "S12",
    "I11": "S08 S09",
    "I12": "S13",
    "I13": "S08 S09",
    "I15": "S08 S09",
    "I16": "S14",
    "I17": "S10",
    "I18": "S15",
    "I21": "S10",
    "I22": "S03",
    "I23": "S03",
    "I24": "S06",
    "I25": "S06",
    "I26": "S02",
    "I27": "S02",
    "I28": "S03 S04 S05 S06 S08 S09 S10",
    "I29": "S01",
    "I30": "S16",
}


def count_cells(facts: pd.DataFrame, desa: list[str]) -> Cells:
    """People reached and people to reach of every desa and service."""
    known = {
        (row.unit_code, row.item_code): int(row.value) for row in facts.itertuples(index=False)
    }

    def add(code: str, items: str) -> int | None:
        numbers = [known.get((code, item)) for item in items.split()]
        return None if None in numbers else sum(number or 0 for number in numbers)

    cells: Cells = {}
    for code in desa:
        for item, groups in GROUPS.items():
            cells[(code, item)] = (known.get((code, item)), add(code, groups))
        treated = (add(code, "I14 I19"), add(code, "S11"))
        cells[(code, "I14")] = cells[(code, "I19")] = treated
        gardens = known.get((code, "I31"))
        cells[(code, "I31")] = (None if gardens is None else int(gardens > 0), 1)
    return cells


def sum_cells(cells: Cells, inside: dict[str, list[str]]) -> Cells:
    """The same of larger places: sums over those of their desa of which both numbers are known."""
    sums: Cells = {}
    for item in {item for _, item in cells}:
        for place, desa in inside.items():
            known = [cells[(code, item)] for code in desa if None not in cells[(code, item)]]
            pairs = [(top or 0, bottom or 0) for top, bottom in known]
            both = (sum(top for top, _ in pairs), sum(bottom for _, bottom in pairs))
            sums[(place, item)] = both if pairs else (None, None)
    return sums


def name_types(
    stunted: Children,
    cells: Cells,
    targets: dict[str, float],
    parent: str,
    words: Words | None = None,
) -> dict[str, str]:
    """Points 5 and 6 of the agenda; `stunted`: stunted and measured children by code."""
    words = words or Words()
    items = sorted({item for _, item in cells})
    bounds = {item: targets.get(item) for item in items}
    if words.cutoff_pct is not None:
        bounds = dict.fromkeys(items, float(words.cutoff_pct))
    result = {}
    for code, (_, measured) in stunted.items():
        if code == parent or measured < words.children:
            continue
        low, good = _count_services(code, cells, bounds)
        if low + good < words.services or not _is_high(code, stunted, parent, words):
            continue
        if 100 * low > words.most_pct * (low + good):
            result[code] = "tipe 1"
        elif 100 * good > words.most_pct * (low + good):
            result[code] = "tipe 2"
    return result


def _count_services(code: str, cells: Cells, bounds: dict[str, float | None]) -> tuple[int, int]:
    low = good = 0
    for item, bound in bounds.items():
        reached, people = cells.get((code, item), (None, None))
        if bound is None or reached is None or people is None or people == 0 or reached > people:
            continue
        if reached * 1000 < round(bound * 10) * people:
            low += 1
        else:
            good += 1
    return low, good


def _is_high(code: str, stunted: Children, parent: str, words: Words) -> bool:
    share = Fraction(*stunted[code])
    if words.high == "induk":
        return share > Fraction(*stunted[parent])
    if words.high == "target":
        return share > Fraction(words.target_pct) / 100
    if words.high == "WHO":
        return share >= Fraction(20, 100)
    alike = [
        Fraction(*pair)
        for other, pair in stunted.items()
        if len(other) == len(code) and pair[1] >= words.children
    ]
    above = sum(other > share for other in alike)
    return len(alike) >= 3 and 3 * above < len(alike)
