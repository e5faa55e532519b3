"""What the entry workbook of a kecamatan starts with: its desa, the figures now and before."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine

from data_access.periods import previous_period
from data_access.reads.isian import read_cells, read_entry_units
from data_access.reads.wilayah import read_region


@dataclass(frozen=True, slots=True)
class FormData:
    """`units`: desa in force, code to name, by code. `cells`, `previous`: unit_code, item_code,
    value (Int64), version, of the period and of the one that is compared with it."""

    name: str
    units: Mapping[str, str]
    cells: pd.DataFrame
    previous: pd.DataFrame
    previous_period: str


def read_form_data(engine: Engine, kecamatan_code: str, period: str) -> FormData:
    """Everything that the workbook of a kecamatan and period shows.

    Without desa where the code is no kecamatan. Raises ValueError for a period in which nothing
    is entered.
    """
    before = previous_period(period)
    if before is None:
        raise ValueError(f"nothing is entered in period {period}")
    region = read_region(engine, kecamatan_code)
    if region is None or region.level != "kecamatan":
        empty = read_cells(engine, "-", period)
        return FormData(kecamatan_code, {}, empty, empty, before)
    units = read_entry_units(engine, kecamatan_code)
    return FormData(
        region.name,
        dict(zip(units["code"], units["name"], strict=True)),
        read_cells(engine, kecamatan_code, period),
        read_cells(engine, kecamatan_code, before),
        before,
    )
