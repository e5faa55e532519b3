"""A file of measurements held against what stands already: its columns, and what it replaces."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from data_access.importers.layout_memory import HandLayout, list_headers_of, recall_layout
from data_access.importers.layouts import recognise
from data_access.importers.limits import TableLimits
from data_access.importers.tables import TableFile, read_table_file
from data_access.reads.pengukuran import read_measurements
from data_access.reads.scope import NATION
from data_access.reads.tata_letak import RememberedLayout, read_layouts
from geo.findings import Finding

KIND = "pengukuran"
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Looked:
    """A table as read, and the meaning of its columns where a person said it (now or before)."""

    table: TableFile
    layout: HandLayout | None
    remembered: RememberedLayout | None


def look_at_file(
    engine: Engine, path: Path, limits: TableLimits, said: HandLayout | None
) -> Looked:
    """Read a table; where its layout is not known, look for what was said of its headers."""
    table = read_table_file(path, limits)
    if said is not None:
        rows = table.sheets.get(said.sheet, [])
        fits = said.header_index < len(rows)
        return Looked(table, said if fits else None, None)
    found, findings = recognise(table)
    unknown = any(finding.code == "layout_tak_dikenal" for finding in findings)
    if found is not None or not unknown:
        return Looked(table, None, None)
    remembered = read_layouts(engine, KIND, list_headers_of(table))
    layout = recall_layout(table, {key: each.columns for key, each in remembered.items()})
    if layout is None:
        return Looked(table, None, None)
    places = list_headers_of(table).items()
    used = next(key for key, place in places if place == (layout.sheet, layout.header_index))
    return Looked(table, layout, remembered[used])


def stored_facts(engine: Engine, source: str, area_code: str | None) -> pd.DataFrame:
    """Everything that stands of a source in an area: see `read_measurements`."""
    return read_measurements(engine, area_code or NATION, source, by_unit=True)


def previous_figures(facts: pd.DataFrame, period: str) -> pd.DataFrame | None:
    """Each unit's latest figures before a period: unit_code, stunting_jiwa, diukur_jiwa."""
    earlier = facts[facts["period"] < period]
    if earlier.empty:
        return None
    latest = earlier.sort_values("period").groupby("unit_code", as_index=False).last()
    return latest[["unit_code", "stunting_jiwa", "diukur_jiwa"]]


def describe_replaced(
    facts: pd.DataFrame, rows: pd.DataFrame, period: str, area_code: str | None
) -> list[Finding]:
    """Tell which stored figures of the same source and period the file would delete.

    Without an area a file speaks for the kecamatan of its rows, as `save_measurements` takes it.
    """
    if rows.empty:
        return []
    stored = facts[facts["period"] == period]
    if area_code is None:
        stored = stored[stored["unit_code"].str[:8].isin(set(rows["unit_code"].str[:8]))]
    lost = sorted(set(stored["unit_code"]) - set(rows["unit_code"]))
    if not lost:
        return []
    values = {"jumlah": len(lost), "periode": period, "contoh": ", ".join(lost[:_EXAMPLES])}
    return [Finding("data_akan_terhapus", "peringatan", values=values)]
