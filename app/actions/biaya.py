"""Setting unit costs: what a person typed becomes rupiah with a source, or named faults."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine

from app.access import Account, NotAllowedError, demand
from app.target_items import BAPPEDA, PREVALENCE, list_own_parts, stage_of
from data_access.importers.program_values import ValueFault, read_rupiah
from data_access.reads.pengaturan import read_responsible
from data_access.writes.biaya_satuan import (
    CostChange,
    CostConflict,
    CostKey,
    CostOutcome,
    CostRequest,
    UnitCost,
    save_unit_costs,
)
from data_access.writes.once import hash_content
from geo.escape import find_unsafe_characters

__all__ = [
    "COST",
    "FIRST_YEAR",
    "SOURCE",
    "CostChange",
    "CostConflict",
    "CostFault",
    "CostKey",
    "CostOutcome",
    "UnitCost",
]

FIRST_YEAR = 2020
COST, SOURCE = "biaya", "sumber"
LONGEST_SOURCE = 300
_SHOWN = 40
CellKey = tuple[Any, ...]
"""A cell of the grid: service's code, year, and `COST` or `SOURCE`."""


@dataclass(frozen=True, slots=True)
class CostFault:
    """A row that is no unit cost: which cell, why by code, and what it says."""

    key: CellKey
    code: str
    text: str


def list_own_items(
    person: Account | None, region_code: str, responsible: Mapping[str, str]
) -> tuple[str, ...]:
    """The services whose unit cost a person may set in a kabupaten or province.

    Bappeda all, an operator those that its agency answers for (`responsible`: agency by item).
    """
    if stage_of(region_code) is None:
        return ()
    parts = list_own_parts(person, region_code, responsible)
    own = {code for codes in parts.values() for code in codes}
    return tuple(sorted(own - {PREVALENCE}))


def parse_costs(
    texts: Mapping[CellKey, str],
) -> tuple[dict[CostKey, UnitCost | None], tuple[CostFault, ...]]:
    """Read whole rows (both cells of each): unit costs, None for an empty row, and every fault.

    A cost needs its source, and a source its cost; neither is guessed.
    """
    values: dict[CostKey, UnitCost | None] = {}
    faults = []
    for item, year in dict.fromkeys((key[0], key[1]) for key in texts):
        cost, source = texts[item, year, COST], " ".join(texts[item, year, SOURCE].split())
        found = _read_row(cost, source)
        if isinstance(found, CostFault):
            faults.append(CostFault((item, year, *found.key), found.code, found.text))
        else:
            values[item, year] = found
    return values, tuple(faults)


def _read_row(cost: str, source: str) -> UnitCost | CostFault | None:
    amount = read_rupiah(cost)
    if isinstance(amount, ValueFault):
        return CostFault((COST,), amount.code, amount.text)
    if amount is None and not source:
        return None
    if not amount:
        code = "biaya_kosong" if amount is None else "biaya_nol"
        return CostFault((COST,), code, cost or source[:_SHOWN])
    code = _find_source_fault(source)
    return CostFault((SOURCE,), code, "") if code else UnitCost(amount, source)


def _find_source_fault(source: str) -> str:
    if not source:
        return "sumber_kosong"
    if len(source) > LONGEST_SOURCE:
        return "sumber_panjang"
    return "sumber_tanda" if find_unsafe_characters(source) else ""


def store_costs(
    engine: Engine,
    person: Account | None,
    region_code: str,
    cells: Sequence[CostChange],
    token: str,
) -> CostOutcome:
    """Store changed unit costs of a kabupaten or province, all or none.

    `token` stands for the snapshot that the person worked on. Raises NotAllowedError, and
    ValueError for cells that are no unit costs of this person's.
    """
    author = _demand_author(engine, person, region_code, cells)
    _check_cells(cells)
    key = hash_content([token, region_code, [asdict(cell) for cell in cells]])
    request = CostRequest(key, region_code, tuple(cells))
    return save_unit_costs(engine, author.username, request)


def _demand_author(
    engine: Engine, person: Account | None, region_code: str, cells: Sequence[CostChange]
) -> Account:
    """The person, where all of these services are theirs."""
    if stage_of(region_code) is None:
        raise NotAllowedError("atur_target", region_code, BAPPEDA)
    duties = read_responsible(engine, region_code)
    responsible = dict(zip(duties["item_code"], duties["agency"], strict=True))
    own = set(list_own_items(person, region_code, responsible))
    if person is None or not own:
        return demand(None, "atur_target", region_code)
    if not {cell.item_code for cell in cells} <= own:
        raise ValueError(f"unit costs of others in {region_code}")
    return person


def _check_cells(cells: Sequence[CostChange]) -> None:
    this_year = datetime.now(UTC).year
    if not cells or len({cell.key for cell in cells}) != len(cells):
        raise ValueError("no unit costs, or one twice")
    for cell in cells:
        texts = {
            (*cell.key, COST): str(cell.value.cost_idr if cell.value else ""),
            (*cell.key, SOURCE): cell.value.source if cell.value else "",
        }
        values, faults = parse_costs(texts)
        in_range = FIRST_YEAR <= cell.year <= this_year + 1
        if faults or not in_range or values[cell.item_code, cell.year] != cell.value:
            raise ValueError(f"no unit cost {cell}")
