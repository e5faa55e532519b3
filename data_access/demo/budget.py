"""The demonstration's budget: three snapshots, tagged imperfectly on purpose; all fictional.

The murni and the perubahan of this year and the plan of the next, as the cycle of stages of
`year` has them: what was approved has no line left that a list suggests; where the change is
still being tagged, the lines that it altered are open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_access.demo.budget_plan import DemoSkpd, name_skpd
from data_access.demo.budget_programmes import DemoProgramme, make_programmes
from data_access.demo.budget_spending import (
    Land,
    Spending,
    change_spending,
    plan_next_year,
    plan_spending,
    to_line,
)
from data_access.demo.budget_tags import OPEN, DemoTag, tag_spending
from data_access.demo.people import KABUPATEN
from data_access.demo.year import NEXT_YEAR, THIS_YEAR, DemoPart
from data_access.importers.sipd_lines import BudgetLine

NOMENCLATURE = "900.1-861/2026"
_HANDED_IN = frozenset({"diajukan", "terverifikasi", "disetujui"})
_FORGOTTEN = 0.3
# How much is spent: of the murni before the change, of the changed budget by November.
_SPENT = {"murni": (0.15, 0.6), "perubahan": (0.35, 0.98), "rencana": (0.0, 0.0)}
_NOT_TOLD = 0.08


@dataclass(frozen=True, slots=True)
class DemoLine:
    """One line with its state and tags, unless it takes those of the earlier snapshot over."""

    line: BudgetLine
    status: str
    tags: tuple[DemoTag, ...]


@dataclass(frozen=True, slots=True)
class DemoSnapshot:
    """One snapshot, its lines in the order of the file."""

    year: int
    kind: str
    lines: tuple[DemoLine, ...]


@dataclass(frozen=True, slots=True)
class DemoBudget:
    """Everything about money: `snapshots` in the order in which tags are carried over.

    `marks`: whether a sub kegiatan was chosen (or refused) by hand, by its code.
    """

    skpd: tuple[DemoSkpd, ...]
    marks: Mapping[str, bool]
    snapshots: tuple[DemoSnapshot, ...]
    programmes: tuple[DemoProgramme, ...]


def make_budget(
    regions: pd.DataFrame, parents: pd.DataFrame, parts: Sequence[DemoPart], seed: int = 1
) -> DemoBudget:
    """Make the budget of Kabupaten Arunika.

    `regions`: code, name, kind of the desa. `parents`: code, name, level of what is above.
    `parts`: of `make_year`, which say where the changed lines are tagged already.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 7]))
    own = regions[regions["code"].str.startswith(f"{KABUPATEN}.")].sort_values("code")
    land = _survey(own, parents)
    murni = plan_spending(land, rng)
    drafts = (
        (THIS_YEAR, "murni", murni),
        (THIS_YEAR, "perubahan", change_spending(murni, rng)),
        (NEXT_YEAR, "rencana", plan_next_year(murni, rng)),
    )
    codes = own["code"].to_numpy(dtype=object)
    favoured = sorted(rng.choice(codes, round(len(codes) * (1 - _FORGOTTEN)), replace=False))
    done = _find_done(parts)
    snapshots = tuple(
        DemoSnapshot(year, kind, _fill(kind, spending, land, favoured, done, rng))
        for year, kind, spending in drafts
    )
    return DemoBudget(
        tuple(name_skpd(land.kecamatan).values()),
        _list_marks(murni),
        snapshots,
        tuple(make_programmes(own, THIS_YEAR, rng)),
    )


def _survey(own: pd.DataFrame, parents: pd.DataFrame) -> Land:
    named = parents[parents["code"].isin(own["code"].str[:8])].sort_values("code")
    desa = {str(code): tuple(_name_desa(rows)) for code, rows in own.groupby(own["code"].str[:8])}
    return Land(tuple(zip(named["code"], named["name"], strict=True)), desa)


def _name_desa(rows: pd.DataFrame) -> list[tuple[str, str]]:
    words = rows["kind"].str.capitalize() + " " + rows["name"]
    return list(zip(rows["code"], words, strict=True))


def _find_done(parts: Sequence[DemoPart]) -> set[tuple[str, str]]:
    """Who has handed in the tagging of this year's change: region and agency."""
    return {
        (part.wilayah_code, part.part)
        for part in parts
        if part.stage.endswith(".penandaan-perubahan")
        and part.year == THIS_YEAR
        and part.state in _HANDED_IN
    }


def _fill(
    kind: str,
    spending: Sequence[Spending],
    land: Land,
    favoured: Sequence[str],
    done: set[tuple[str, str]],
    rng: np.random.Generator,
) -> tuple[DemoLine, ...]:
    spent = _draw_realisation(kind, spending, rng)
    lines = []
    for row, (each, spent_idr) in enumerate(zip(spending, spent, strict=True), start=2):
        status, tags = tag_spending(each, land, favoured, rng)
        if kind == "perubahan" and (each.skpd.owner_code, each.skpd.agency) not in done:
            status, tags = OPEN, ()
        lines.append(DemoLine(to_line(each, row, spent_idr), status, tags))
    return tuple(lines)


def _draw_realisation(
    kind: str, spending: Sequence[Spending], rng: np.random.Generator
) -> list[int | None]:
    """What was spent of each line in whole thousands; some do not tell, one spent too much."""
    least, most = _SPENT[kind]
    shares = rng.uniform(least, most, len(spending))
    told = rng.uniform(size=len(spending)) >= _NOT_TOLD
    if kind == "rencana":
        return [None] * len(spending)
    if kind == "perubahan":
        shares[0], told[0] = 1.04, True
    return [
        round(each.total_idr * share / 1000) * 1000 if is_told else None
        for each, share, is_told in zip(spending, shares, told, strict=True)
    ]


def _list_marks(spending: Sequence[Spending]) -> dict[str, bool]:
    activities = {each.activity.code: each.activity.is_marked for each in spending}
    return {code: mark for code, mark in activities.items() if mark is not None}
