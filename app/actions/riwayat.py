"""Taking one change back: may this person, does the row still stand, then one transaction."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Engine

from analysis.stages import year_of
from app.access import Account, demand, may
from app.items import find_entry_stage, find_item
from data_access.reads.changes import is_part_of_import
from data_access.reads.riwayat import HistoryRow, read_history_row
from data_access.reads.stage_definitions import read_stages
from data_access.writes.isian import StagePart
from data_access.writes.once import hash_content
from data_access.writes.riwayat import TOPICS, ChangedSinceError, revert_change
from data_access.writes.tahapan import StageLockedError

__all__ = ["HistoryRow", "RevertCode", "find_owner", "may_revert", "revert"]

MEASURED = "kabupaten.pengukuran"
MEASURER = "dinkes"
RevertCode = Literal["dipulihkan", "berubah_lagi", "terkunci", "bagian_impor", "tak_dapat"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for a row: the region and agency, and the part of a stage it belongs to."""

    region_code: str
    agency: str = ""
    entry: StagePart | None = None


def may_revert(person: Account | None, row: HistoryRow) -> bool:
    """Tell whether a person may ask for a change to be taken back; the action asks again."""
    owner = find_owner(row)
    return owner is not None and may(person, "pulihkan", owner.region_code, owner.agency)


def revert(engine: Engine, person: Account, row_id: int, token: str) -> RevertCode:
    """Take one change back as a new change and say what came of it.

    `token` stands for the click. Raises NotAllowedError, also for a row that does not exist.
    """
    row = read_history_row(engine, row_id)
    owner = find_owner(row) if row is not None else None
    if row is None or owner is None:
        demand(person, "pulihkan", "")
        return "tak_dapat"
    demand(person, "pulihkan", owner.region_code, owner.agency)
    if is_part_of_import(engine, row.change_id):
        return "bagian_impor"
    key = hash_content([token, row_id])
    try:
        revert_change(engine, person.username, row, key=key, entry=owner.entry)
    except ChangedSinceError:
        return "berubah_lagi"
    except StageLockedError:
        return "terkunci"
    return "dipulihkan"


def find_owner(row: HistoryRow) -> Owner | None:
    """Who answers for the row of a change; None where its table has no revert."""
    content = row.after or row.before or {}
    if row.table not in TOPICS or not content:
        return None
    if row.table == "isian":
        return _owner_of_cell(content["period"], content["unit_code"], content["item_code"])
    if row.table == "pengukuran":
        return _owner_of_measurement(content["period"], content["unit_code"])
    return Owner(content["wilayah_code"])


def _owner_of_cell(period: str, unit_code: str, item_code: str) -> Owner | None:
    found, item = find_entry_stage(period), find_item(item_code)
    if found is None or item is None:
        return None
    stage, year = found
    kecamatan_code = unit_code[:8]
    return Owner(
        kecamatan_code, item.party, StagePart(kecamatan_code, year, stage.code, item.party)
    )


def _owner_of_measurement(period: str, unit_code: str) -> Owner:
    kabupaten_code = unit_code[:5]
    year = year_of(read_stages()[MEASURED], period)
    if year is None:
        return Owner(kabupaten_code, MEASURER)
    entry = StagePart(kabupaten_code, year, MEASURED, MEASURER)
    return Owner(kabupaten_code, MEASURER, entry)
