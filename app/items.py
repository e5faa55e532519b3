"""The items that a kecamatan's parties enter per desa: sasaran, capaian, data dukung."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from analysis.stages import Stage, period_of
from data_access import reference
from data_access.reads.stage_definitions import read_stages

Group = Literal["sasaran", "capaian", "data_dukung"]
GROUPS: tuple[Group, ...] = ("sasaran", "capaian", "data_dukung")


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `name` as the guideline writes it, `short` for headings, `unit` it counts.

    `unit` is "" where the guideline gives none. `cluster` groups services ("Remaja Putri").
    """

    code: str
    group: Group
    party: str
    name: str
    short: str
    unit: str
    cluster: str = ""


def list_items(party: str) -> tuple[Item, ...]:
    """The items of one party ("setcam", "puskesmas", "plkb") in the guideline's order."""
    return tuple(item for item in _all_items().values() if item.party == party)


def find_item(code: str) -> Item | None:
    """One item by its code, None where there is none."""
    return _all_items().get(code)


def list_entry_stages() -> tuple[Stage, ...]:
    """The stages of a kecamatan in which figures are entered per desa."""
    return tuple(stage for stage in read_stages().values() if stage.is_entered_here)


def find_entry_stage(period: str) -> tuple[Stage, int] | None:
    """The stage and the year of the cycle whose figures a period ("2026-S1") holds."""
    for stage in list_entry_stages():
        year = int(period[:4])
        if period_of(stage, year) == period:
            return stage, year
    return None


@cache
def _all_items() -> dict[str, Item]:
    units = {row.kode: row.satuan for row in _rows("sasaran")}
    items = [_target_group(row) for row in _rows("sasaran")]
    items += [_target_group(row) for row in _rows("butir_tambahan")]
    items += [_service(row, units) for row in _rows("indikator")]
    items += [_support(row) for row in _rows("data_dukung")]
    return {item.code: item for item in items}


def _rows(name: str) -> list[Any]:
    return list(reference.read_table(name).itertuples(index=False))


def _target_group(row: Any) -> Item:
    short = _shorten(row.nama)
    return Item(row.kode, "sasaran", row.pj_data.lower(), row.nama, short, row.satuan)


def _support(row: Any) -> Item:
    short = _shorten(row.nama)
    return Item(row.kode, "data_dukung", row.pj_data.lower(), row.nama, short, row.satuan)


def _service(row: Any, units: dict[str, str]) -> Item:
    counted = {units[code] for code in row.penyebut_sasaran.split("+") if code}
    unit = counted.pop() if len(counted) == 1 else ""
    party, cluster = row.pj_data_pembilang.lower(), row.kelompok_sasaran
    return Item(row.kode, "capaian", party, row.nama, row.nama_ringkas, unit, cluster)


def _shorten(name: str) -> str:
    """ "Jumlah Ibu Hamil KEK" is "Ibu Hamil KEK" in a heading."""
    rest = name.removeprefix("Jumlah ")
    return rest[:1].upper() + rest[1:]
