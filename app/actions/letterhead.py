"""The letterhead of a region's documents: may this person set it, is it whole, store it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from analysis.meetings import REMBUK, find_meeting_part, level_of_meeting
from app.access import Account, demand, may
from app.text import surat as text
from data_access.reads.pengaturan import read_settings
from data_access.writes.pengaturan import SettingConflict, save_setting
from geo.escape import find_unsafe_characters

KEY = "kop_surat"
MAX_LINES, MAX_LINE = 6, 120
MAX_ADDRESS, MAX_CITY = 300, 80
MAX_SIGNERS, MAX_NAME = 12, 160
_DEADLINES = "atur_tenggat"
_RECORD = "isi"
_ANY_YEAR = 2026


@dataclass(frozen=True, slots=True)
class LetterheadSetting:
    """What a region set: the lines from the highest office down, address, city, who signs.

    `signers`: office and name ("" leaves a line to write on) besides the chair. `version` is 0
    where nothing is set.
    """

    lines: tuple[str, ...] = ()
    address: str = ""
    city: str = ""
    signers: tuple[tuple[str, str], ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class LetterheadResult:
    """What saving came to: done, or a fault by the codes of `HEAD_FAULTS`, or a conflict."""

    fault: str | None = None
    conflict: SettingConflict | None = None

    @property
    def is_done(self) -> bool:
        """Tell whether it is stored as the person wanted."""
        return self.fault is None and self.conflict is None


def read_letterhead(engine: Engine, region_code: str) -> LetterheadSetting:
    """The letterhead that a region set for itself; without lines where it set none."""
    return pick_letterhead(read_settings(engine, region_code), region_code)


def pick_letterhead(rows: pd.DataFrame, region_code: str) -> LetterheadSetting:
    """A region's letterhead from rows of `data_access.reads.pengaturan.read_settings`."""
    own = rows[(rows["wilayah_code"] == region_code) & (rows["key"] == KEY)]
    if own.empty:
        return LetterheadSetting()
    return _from_value(own["value"].iloc[0], int(own["version"].iloc[0]))


def may_set(person: Account | None, region_code: str) -> bool:
    """Tell whether a person may: who records the region's meetings, and Bappeda above it."""
    return _may_record(person, region_code) or may(person, _DEADLINES, region_code)


def set_letterhead(
    engine: Engine, person: Account | None, region_code: str, wanted: LetterheadSetting
) -> LetterheadResult:
    """Store a region's letterhead; `wanted.version` as the person saw it.

    Raises NotAllowedError.
    """
    known = level_of_meeting(region_code) is not None
    action = _RECORD if known and _may_record(person, region_code) else _DEADLINES
    author = demand(person, action, region_code, _part(region_code) if action == _RECORD else "")
    if not known:
        return LetterheadResult("tingkat")
    tidy = _tidy(wanted)
    fault = _find_fault(tidy)
    if fault is not None:
        return LetterheadResult(fault)
    conflict = save_setting(
        engine,
        author.username,
        wilayah_code=region_code,
        key=KEY,
        value=_to_value(tidy),
        reason=text.HEAD_REASON,
        version=tidy.version,
    )
    return LetterheadResult(conflict=conflict)


def _part(region_code: str) -> str:
    # The part that records is the same in every year and for every kind of meeting.
    return find_meeting_part(region_code, _ANY_YEAR, REMBUK).part


def _may_record(person: Account | None, region_code: str) -> bool:
    if level_of_meeting(region_code) is None:
        return False
    return may(person, _RECORD, region_code, _part(region_code))


def _tidy(wanted: LetterheadSetting) -> LetterheadSetting:
    lines = tuple(" ".join(line.split()) for line in wanted.lines)
    signers = tuple((" ".join(o.split()), " ".join(n.split())) for o, n in wanted.signers)
    return LetterheadSetting(
        tuple(line for line in lines if line),
        " ".join(wanted.address.split()),
        " ".join(wanted.city.split()),
        tuple(pair for pair in signers if any(pair)),
        wanted.version,
    )


def _find_fault(wanted: LetterheadSetting) -> str | None:
    people = [word for pair in wanted.signers for word in pair]
    words = [*wanted.lines, wanted.address, wanted.city, *people]
    if not wanted.lines:
        return "kosong"
    if len(wanted.lines) > MAX_LINES or any(len(line) > MAX_LINE for line in wanted.lines):
        return "baris"
    if len(wanted.address) > MAX_ADDRESS or len(wanted.city) > MAX_CITY:
        return "panjang"
    without_office = any(not office for office, _ in wanted.signers)
    too_long = any(len(word) > MAX_NAME for word in people)
    if len(wanted.signers) > MAX_SIGNERS or without_office or too_long:
        return "penanda_tangan"
    return "tanda" if any(find_unsafe_characters(word) for word in words) else None


def _to_value(wanted: LetterheadSetting) -> dict[str, Any]:
    return {
        "baris": list(wanted.lines),
        "alamat": wanted.address,
        "kota": wanted.city,
        "penanda_tangan": [{"jabatan": office, "nama": name} for office, name in wanted.signers],
    }


def _from_value(value: Mapping[str, Any], version: int) -> LetterheadSetting:
    signers = tuple((each["jabatan"], each["nama"]) for each in value.get("penanda_tangan", ()))
    return LetterheadSetting(
        tuple(value.get("baris", ())),
        value.get("alamat", ""),
        value.get("kota", ""),
        signers,
        version,
    )
