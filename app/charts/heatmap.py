"""The heatmap of coverage as data: rows by need, columns by target group, a cell a figure.

One arrangement for the screen, the picture and the phone, so that they cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from analysis.coverage_status import ASSESSED, REACHED
from app.coverage_figures import coverage_indicators
from app.coverage_words import STATUS_ORDER, write_cell
from app.text import cakupan as text


@dataclass(frozen=True, slots=True)
class Service:
    """A column: item code, the guideline's label, short and full name, target group."""

    code: str
    label: str
    short: str
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Row:
    """A region: the written figure and the status of each column, services reached of assessed."""

    code: str
    name: str
    values: tuple[str, ...]
    statuses: tuple[str, ...]
    reached: int
    assessed: int


@dataclass(frozen=True, slots=True)
class Heatmap:
    """What is drawn. `total`: the whole region, None where unknown. `feet`: regions that reach
    each service, of those assessed. `counts`: cells by status, in the order of legends.
    """

    services: tuple[Service, ...]
    rows: tuple[Row, ...]
    total: Row | None
    feet: tuple[tuple[int, int], ...]
    counts: dict[str, int]

    @property
    def groups(self) -> list[tuple[str, int]]:
        """Target groups with their number of columns, in order."""
        found: list[tuple[str, int]] = []
        for service in self.services:
            if found and found[-1][0] == service.group:
                found[-1] = (service.group, found[-1][1] + 1)
            else:
                found.append((service.group, 1))
        return found


@cache
def list_columns() -> tuple[Service, ...]:
    """The 31 services in the guideline's order."""
    return tuple(
        Service(
            row.kode,
            row.kode_kelompok,
            text.SHORT_NAMES[row.kode],
            row.nama_ringkas,
            text.GROUPS_SHORT[row.kelompok_sasaran],
        )
        for row in coverage_indicators().itertuples(index=False)
    )


def arrange_heatmap(assessed: pd.DataFrame, own: pd.DataFrame) -> Heatmap:
    """Arrange the coverage of regions of one level, the most needy first.

    `assessed`, `own` (the region they lie in; may be empty): of
    `app.coverage_figures.tabulate_coverage`. Need: the smaller share of assessed services
    reached, then the fewer figures near their target; regions where nothing can be assessed last.
    """
    services = list_columns()
    rows = sorted(_make_rows(assessed, services), key=_need)
    totals = _make_rows(own, services)
    statuses = np.array([row.statuses for row in rows], dtype=object).reshape(-1, len(services))
    reached = (statuses == REACHED).sum(axis=0)
    known = np.isin(statuses, list(ASSESSED)).sum(axis=0)
    found = {status: int((statuses == status).sum()) for status in STATUS_ORDER}
    return Heatmap(
        services,
        tuple(rows),
        totals[0] if totals else None,
        tuple((int(r), int(k)) for r, k in zip(reached, known, strict=True)),
        found,
    )


def _make_rows(assessed: pd.DataFrame, services: Sequence[Service]) -> list[Row]:
    codes = [service.code for service in services]
    place = {code: index for index, code in enumerate(codes)}
    names = dict(zip(assessed["region_code"], assessed["name"], strict=True))
    values: dict[str, list[str]] = {code: [text.NO_VALUE] * len(codes) for code in names}
    statuses: dict[str, list[str]] = {code: [STATUS_ORDER[-1]] * len(codes) for code in names}
    columns = ["region_code", "item_code", "cakupan_pct", "target_pct", "status"]
    for region, item, value, target, status in zip(
        *(assessed[column].tolist() for column in columns), strict=True
    ):
        values[region][place[item]] = write_cell(value, target)
        statuses[region][place[item]] = status
    return [
        Row(
            code,
            str(name),
            tuple(values[code]),
            tuple(statuses[code]),
            statuses[code].count(REACHED),
            sum(statuses[code].count(status) for status in ASSESSED),
        )
        for code, name in names.items()
    ]


def _need(row: Row) -> tuple[bool, float, int, str]:
    share = row.reached / row.assessed if row.assessed else 0.0
    near = row.statuses.count("hampir")
    return row.assessed == 0, share, near, row.name
