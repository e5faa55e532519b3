"""Meetings: to which part of a stage one belongs, and what its record still lacks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

REMBUK, PRA_MUSRENBANG, RAPAT_ANSIT = "rembuk", "pra-musrenbang", "rapat-ansit"
KINDS = (PRA_MUSRENBANG, REMBUK, RAPAT_ANSIT)
OPEN, CLOSED = "dibuka", "ditutup"
COMMITMENT_OPEN = frozenset({"belum", "berjalan"})
_STAGES = {REMBUK: "pra-musrenbang", PRA_MUSRENBANG: "pra-musrenbang", RAPAT_ANSIT: "ansit"}
# By how many numbers a region's code has.
_LEVELS = {1: "provinsi", 2: "kabupaten", 3: "kecamatan"}
_RECORDERS = {"kecamatan": "setcam"}
_COORDINATOR = "bappeda"


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """The part of a stage in which a meeting is recorded."""

    wilayah_code: str
    year: int
    stage: str
    part: str


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What the head of a meeting's record says; None or "" where it says nothing yet."""

    held_on: date | None
    place: str | None
    chair_name: str | None
    chair_office: str | None
    participant_count: int | None
    agenda: str | None
    document_number: str | None


def level_of_meeting(wilayah_code: str) -> str | None:
    """The level of a region that holds meetings; None for a desa and for the nation."""
    numbers = wilayah_code.split(".")
    return _LEVELS.get(len(numbers)) if all(each.isdigit() for each in numbers) else None


def find_meeting_part(wilayah_code: str, year: int, kind: str) -> MeetingPart:
    """The part in which a meeting of a kind is recorded and with which it is handed in.

    Rembuk and pra-musrenbang belong to the stage "pra-musrenbang", the meeting of the analysis to
    "ansit"; the sekretariat records in a kecamatan, Bappeda above. Raises ValueError for a region
    without meetings and for an unknown kind.
    """
    level = level_of_meeting(wilayah_code)
    if level is None or kind not in _STAGES:
        raise ValueError(f"no meeting {kind} in {wilayah_code}")
    part = _RECORDERS.get(level, _COORDINATOR)
    return MeetingPart(wilayah_code, year, f"{level}.{_STAGES[kind]}", part)


def list_missing(
    head: MeetingHead, *, is_frozen: bool, present: int, agreed: int, commitments: int
) -> tuple[str, ...]:
    """What the record lacks before its documents can be signed, by code, in the form's order.

    `present`: participants marked as present. `agreed`: complete agreed proposals. Without a date,
    place, chair or figures nothing can be signed; see `BLOCKING`.
    """
    lacks = {
        "tanggal": head.held_on is None,
        "tempat": not head.place,
        "pimpinan": not head.chair_name,
        "jabatan": not head.chair_office,
        "jumlah_peserta": not head.participant_count,
        "peserta": present == 0,
        "agenda": not head.agenda,
        "nomor": not head.document_number,
        "angka": not is_frozen,
        "usulan": agreed == 0,
        "komitmen": commitments == 0,
    }
    return tuple(code for code, missing in lacks.items() if missing)


BLOCKING = frozenset({"tanggal", "tempat", "pimpinan", "jabatan", "angka"})


def list_blocking(missing: Collection[str]) -> tuple[str, ...]:
    """Of what is missing, that without which the meeting cannot be closed."""
    return tuple(code for code in missing if code in BLOCKING)
