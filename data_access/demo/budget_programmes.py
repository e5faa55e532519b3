"""Fictional programmes of villages, companies and neighbours beside the regional budget."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from data_access.demo.budget_plan import read_demo_table

_RETURNED = "Volume dan anggaran belum sama dengan APBDes. Mohon diperiksa."
# Of ten: one waits for the camat and every second ten has one sent back; the rest is approved.
_WAITING, _SENT_BACK = 6, 13


@dataclass(frozen=True, slots=True)
class DemoProgramme:
    """One programme as table `program_mitra` has it."""

    wilayah_code: str
    year: int
    source: str
    partner: str | None
    activity: str
    item_code: str | None
    volume: float
    unit: str
    amount_idr: int
    realisation_june_idr: int | None
    realisation_december_idr: int | None
    review: str
    review_note: str | None


def make_programmes(
    regions: pd.DataFrame, year: int, rng: np.random.Generator
) -> list[DemoProgramme]:
    """About sixty programmes of a year. `regions`: code and kind of desa and kelurahan.

    A kelurahan has none of its own budget: its money is in the regional one.
    """
    every = regions["code"].to_numpy(dtype=object)
    villages = regions.loc[regions["kind"] == "desa", "code"].to_numpy(dtype=object)
    made: list[DemoProgramme] = []
    for row in read_demo_table("program").to_dict("records"):
        places = villages if row["source"] == "apbdes" else every
        for code in _choose_places(places, int(row["count"]), rng):
            made.append(_make_programme(row, str(code), year, _choose_review(len(made)), rng))
    return made


def _choose_places(places: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Desa of one kind of programme, one of them in the kecamatan whose people have accounts."""
    order = rng.permutation(places)
    first = np.flatnonzero([str(code)[:8] == str(min(places))[:8] for code in order])[0]
    order[[0, first]] = order[[first, 0]]
    return order[:count]


def _choose_review(number: int) -> str:
    if number % 20 == _SENT_BACK:
        return "dikembalikan"
    return "menunggu" if number % 10 == _WAITING else "disetujui"


def _make_programme(
    row: dict[str, Any], code: str, year: int, review: str, rng: np.random.Generator
) -> DemoProgramme:
    volume = max(1, round(float(row["volume"]) * rng.uniform(0.6, 1.4)))
    amount_idr = volume * int(row["price_idr"])
    is_told = review == "disetujui" and rng.uniform() < 0.85
    spent = round(amount_idr * rng.uniform(0.1, 0.7) / 1000) * 1000
    return DemoProgramme(
        code,
        year,
        row["source"],
        row["partner"] or None,
        row["activity"],
        row["item_code"] or None,
        float(volume),
        row["unit"],
        amount_idr,
        min(spent, amount_idr) if is_told else None,
        None,  # the demonstration's own day is in November
        review,
        _RETURNED if review == "dikembalikan" else None,
    )
