"""Regulations and publications: the stage part they belong to, and which stages still have none."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

REGULATION, PUBLICATION = "regulasi", "publikasi"
KINDS = (REGULATION, PUBLICATION)
EVERY_STAGE = "semua"
# By how many numbers a region's code has.
_LEVELS = {1: "provinsi", 2: "kabupaten", 3: "kecamatan"}
_RECORDERS = {"kecamatan": "setcam"}
_COORDINATOR = "bappeda"


@dataclass(frozen=True, slots=True)
class SupportPart:
    """The part of a stage in which regulations or publications are entered and handed in."""

    wilayah_code: str
    year: int
    stage: str
    part: str


def level_of_support(wilayah_code: str) -> str | None:
    """The level of a region that has such stages; None for a desa and for the nation."""
    numbers = wilayah_code.split(".")
    return _LEVELS.get(len(numbers)) if all(each.isdigit() for each in numbers) else None


def find_support_part(wilayah_code: str, year: int, kind: str) -> SupportPart:
    """The part in which a region's regulations ("regulasi") or publications are entered.

    The sekretariat enters in a kecamatan, Bappeda above (pedoman 2024, aksi pendukung). Raises
    ValueError for a region without such stages and for an unknown kind.
    """
    level = level_of_support(wilayah_code)
    if level is None or kind not in KINDS:
        raise ValueError(f"no {kind} of {wilayah_code}")
    part = _RECORDERS.get(level, _COORDINATOR)
    return SupportPart(wilayah_code, year, f"{level}.{kind}", part)


def list_supported(stage_codes: Iterable[str], level: str) -> tuple[str, ...]:
    """Short names of the stages of a level that need support, in the order given.

    `stage_codes` as in the reference table: "kecamatan.ansit". The two supporting actions
    themselves are left out.
    """
    split = (code.split(".", 1) for code in stage_codes)
    return tuple(name for of_level, name in split if of_level == level and name not in KINDS)


def find_unsupported(stages: Collection[str], supported: Iterable[str]) -> tuple[str, ...]:
    """Which of the stages `supported` no row names; a row for "semua" supports them all.

    `stages`: what each regulation or publication says it supports.
    """
    if EVERY_STAGE in stages:
        return ()
    return tuple(stage for stage in supported if stage not in stages)
