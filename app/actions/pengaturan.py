"""What a region sets for itself: due dates, approvers, its agencies, who answers for what."""

import re
from collections.abc import Sequence

from sqlalchemy import Engine

from analysis.deadlines import to_date
from app.access import Account, demand
from app.actions.stage_checks import check_words, level_at
from app.actions.stage_results import Refusal, Result, refuse
from data_access.reads.pengaturan import APPROVER, DEADLINE, read_agencies
from data_access.reads.stage_definitions import read_items, read_stages
from data_access.writes.pengaturan import (
    Duty,
    remove_agency,
    save_agency,
    save_duties,
    save_setting,
)
from geo.escape import find_unsafe_characters

APPROVERS = ("bappeda", "sekda")
# Parties and approvers of the guideline that are no agency of a kabupaten or province.
RESERVED = frozenset({"setcam", "puskesmas", "plkb", "camat", "sekda"})
MAX_NAME = 120
_CODE = re.compile(r"[a-z][a-z0-9-]{1,19}")
_REGIONS = ("kabupaten", "provinsi")
_OWNERS = {"kecamatan": "kabupaten"}  # whose setting holds for a level

__all__ = [
    "APPROVERS",
    "Duty",
    "drop_agency",
    "set_agency",
    "set_approver",
    "set_deadline",
    "set_responsible",
]


def set_deadline(
    engine: Engine,
    person: Account,
    *,
    region_code: str,
    stage: str,
    month_day: str | None,
    reason: str,
    version: int,
) -> Result:
    """Change the due date of a stage, "MM-DD"; None gives it back to the guideline.

    `region_code` is the kabupaten for its kecamatan's stages, else the stage's own region.
    """
    demand(person, "atur_tenggat", region_code)
    known = read_stages().get(stage)
    faults = check_words(reason)
    owner = "" if known is None else _OWNERS.get(known.level, known.level)
    if known is None or known.deadline_order is None or level_at(region_code) != owner:
        faults.append(Refusal("tahapan_asing", region_code, stage))
    if month_day is not None and not _is_day(month_day):
        faults.append(Refusal("tanggal", region_code, stage))
    value = {} if month_day is None else {"bulan_hari": month_day}
    key = f"{DEADLINE}{stage}"
    return _save(engine, person, region_code, key, value, reason, version, faults)


def set_approver(
    engine: Engine,
    person: Account,
    *,
    region_code: str,
    stage: str,
    agency: str | None,
    reason: str,
    version: int,
) -> Result:
    """Choose whose penyetuju approves a stage of a province; None gives the default back."""
    demand(person, "atur_penyetuju", region_code)
    known = read_stages().get(stage)
    faults = check_words(reason)
    if known is None or known.level != "provinsi" or level_at(region_code) != "provinsi":
        faults.append(Refusal("tahapan_asing", region_code, stage))
    if agency is not None and agency not in APPROVERS:
        faults.append(Refusal("perangkat_asing", region_code, stage))
    value = {} if agency is None else {"perangkat": agency}
    key = f"{APPROVER}{stage}"
    return _save(engine, person, region_code, key, value, reason, version, faults)


def set_agency(
    engine: Engine,
    person: Account,
    *,
    region_code: str,
    code: str,
    name: str,
    seen_name: str | None = None,
) -> Result:
    """Register an agency of a region, or rename one seen as `seen_name`."""
    demand(person, "atur_penanggung_jawab", region_code)
    name = " ".join(name.split())
    faults = [] if level_at(region_code) in _REGIONS else [Refusal("tingkat", region_code)]
    if not _CODE.fullmatch(code) or code in RESERVED:
        faults.append(Refusal("kode_perangkat", region_code))
    if not name or len(name) > MAX_NAME or find_unsafe_characters(name):
        faults.append(Refusal("nama_perangkat", region_code))
    if faults:
        return refuse(*faults)
    conflict = save_agency(
        engine,
        person.username,
        wilayah_code=region_code,
        code=code,
        name=name,
        seen_name=seen_name,
    )
    return Result(conflicts=(conflict,) if conflict else ())


def drop_agency(engine: Engine, person: Account, *, region_code: str, code: str) -> Result:
    """Take an agency off the list where nothing refers to it."""
    demand(person, "atur_penanggung_jawab", region_code)
    used = remove_agency(engine, person.username, wilayah_code=region_code, code=code)
    return (
        refuse(Refusal("perangkat_dipakai", region_code, parts=tuple(used))) if used else Result()
    )


def set_responsible(
    engine: Engine, person: Account, *, region_code: str, duties: Sequence[Duty]
) -> Result:
    """Say which registered agencies answer for which items, all or none."""
    demand(person, "atur_penanggung_jawab", region_code)
    items = set(read_items()["code"])
    registered = read_agencies(engine, region_code)
    known = set(registered.loc[registered["wilayah_code"] == region_code, "code"])
    foreign = tuple(
        duty.item_code
        for duty in duties
        if duty.item_code not in items or (duty.agency is not None and duty.agency not in known)
    )
    if foreign:
        return refuse(Refusal("perangkat_asing", region_code, parts=foreign))
    conflicts = save_duties(engine, person.username, wilayah_code=region_code, duties=duties)
    return Result(conflicts=tuple(conflicts))


def _is_day(month_day: str) -> bool:
    try:
        to_date(month_day, 2024)
    except ValueError:
        return False
    return True


def _save(
    engine: Engine,
    person: Account,
    region_code: str,
    key: str,
    value: dict[str, str],
    reason: str,
    version: int,
    faults: Sequence[Refusal],
) -> Result:
    if faults:
        return refuse(*faults)
    conflict = save_setting(
        engine,
        person.username,
        wilayah_code=region_code,
        key=key,
        value=value,
        reason=reason,
        version=version,
    )
    return Result(conflicts=(conflict,) if conflict else ())
