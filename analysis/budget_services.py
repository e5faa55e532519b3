"""Services as money counts them: BAD-9 and BAL-4 share one count of people, so one need.

Both divide by the same sasaran and have the two numerators together (status "gabungan"); with a
need each, the same children would be paid for twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

_POOLED = "gabungan"


@dataclass(frozen=True, slots=True)
class BudgetServices:
    """The services of the guideline in its order; `pooled`: a code -> the code it counts within."""

    items: tuple[str, ...]
    pooled: Mapping[str, str]

    def of(self, item_code: str) -> str:
        """The code within which a service counts: its own, or that of its pool."""
        return self.pooled.get(item_code, item_code)

    def members(self, item_code: str) -> tuple[str, ...]:
        """The services that count within a code, itself first: ("I14", "I19")."""
        return (item_code, *(code for code, home in self.pooled.items() if home == item_code))


def find_services(indicators: pd.DataFrame) -> BudgetServices:
    """Which services there are: `indicators`: kode, penyebut_sasaran, status_penyebut."""
    homes: dict[str, str] = {}
    pooled: dict[str, str] = {}
    rows = indicators[indicators["status_penyebut"] == _POOLED]
    for code, parts in zip(rows["kode"], rows["penyebut_sasaran"], strict=True):
        home = homes.setdefault(str(parts), str(code))
        if home != code:
            pooled[str(code)] = home
    items = tuple(str(code) for code in indicators["kode"] if code not in pooled)
    return BudgetServices(items, pooled)


def pool_items(frame: pd.DataFrame, services: BudgetServices) -> pd.DataFrame:
    """Rewrite item_code to the code within which it counts; for money, which adds up."""
    if frame.empty or not services.pooled:
        return frame
    return frame.assign(item_code=frame["item_code"].replace(dict(services.pooled)))


def keep_first_of_pool(
    frame: pd.DataFrame, key: list[str], services: BudgetServices
) -> pd.DataFrame:
    """One row a pool and `key`, its home's where it has one; for figures that are the same.

    `frame`: item_code and `key`.
    """
    ordered = frame.assign(_away=frame["item_code"].isin(list(services.pooled)))
    ordered = pool_items(ordered.sort_values("_away", kind="stable"), services)
    return ordered.drop_duplicates([*key, "item_code"]).drop(columns="_away").sort_index()
