"""Problem places by the guideline's words alone: plain loops, whole numbers, none of our rules."""

import pandas as pd

Cells = dict[tuple[str, str], tuple[int | None, int | None]]

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


def name_types(
    stunted: dict[str, tuple[int, int]], cells: Cells, targets: dict[str, float], parent: str
) -> dict[str, str]:
    """Points 5 and 6 of the agenda; `stunted`: stunted and measured children by code."""
    result = {}
    parent_stunted, parent_measured = stunted[parent]
    for code, (number, measured) in stunted.items():
        if code == parent or measured < 30:
            continue
        relatively_high = number * parent_measured > parent_stunted * measured
        low = good = 0
        for item, target in targets.items():
            reached, people = cells.get((code, item), (None, None))
            if reached is None or people is None or people == 0 or reached > people:
                continue
            if reached * 1000 < round(target * 10) * people:
                low += 1
            else:
                good += 1
        if low + good < 10:
            continue
        if relatively_high and low > good:
            result[code] = "tipe 1"
        elif relatively_high and good > low:
            result[code] = "tipe 2"
    return result
