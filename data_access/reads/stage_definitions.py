"""What the reference data say of stages: definitions, due dates, parties, time zones."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from analysis.deadlines import DEFAULT_ZONE, Guideline
from analysis.stages import Stage
from data_access import reference

ITEM_TABLES = ("sasaran", "butir_tambahan", "indikator", "data_dukung")
_PARTY_COLUMNS = {"indikator": "pj_data_pembilang"}


@cache
def read_stages() -> Mapping[str, Stage]:
    """All stages by code, in the order of the reference table."""
    rows = reference.read_table("tahapan").itertuples(index=False)
    return {str(row.kode): _to_stage(row) for row in rows}


def _to_stage(row: Any) -> Stage:
    return Stage(
        row.kode,
        row.tingkat,
        row.kegiatan,
        int(row.urut_tenggat) if row.urut_tenggat else None,
        tuple(row.bagian.split("|")),
        row.penyetuju,
        row.akhir,
        tuple(each for each in row.syarat.split("|") if each),
        row.periode,
        row.catatan,
    )


@cache
def read_guidelines() -> Mapping[int, Guideline]:
    """The guideline's due dates by their number."""
    rows = reference.read_table("tenggat").itertuples(index=False)
    return {
        int(row.urut): Guideline(str(row.batas_bulan_hari), str(row.batas_menurut_pedoman))
        for row in rows
    }


@cache
def read_items_of_parties() -> Mapping[str, frozenset[str]]:
    """Item codes (S01, I01, D01, ...) that each party of a kecamatan enters, by its code."""
    groups = read_items().groupby("party")["code"]
    return {str(party): frozenset(codes) for party, codes in groups}


def read_items() -> pd.DataFrame:
    """All items that are entered, in the guideline's order: code, name, party."""
    parts = []
    for name in ITEM_TABLES:
        table = reference.read_table(name)
        party = table[_PARTY_COLUMNS.get(name, "pj_data")].str.lower()
        parts.append(pd.DataFrame({"code": table["kode"], "name": table["nama"], "party": party}))
    return pd.concat(parts, ignore_index=True)


@cache
def read_agency_names() -> Mapping[str, str]:
    """Names of the parties and agencies that the guideline itself names, by code."""
    table = reference.read_table("perangkat")
    return dict(zip(table["kode"], table["nama"], strict=True))


def read_zone_of_province(code: str) -> str:
    """The time zone of a region's province, WIB where the province is not listed."""
    return _zones().get(code[:2], DEFAULT_ZONE)


@cache
def _zones() -> Mapping[str, str]:
    table = reference.read_table("zona_waktu")
    return dict(zip(table["provinsi"], table["zona"], strict=True))
