"""Withholding a region's year from the public page, and releasing it."""

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.stage_checks import MAX_WORDS, check_year, level_at
from data_access.reads.publik import Hold
from data_access.reads.wilayah import read_region
from data_access.writes.publik import remove_hold, save_hold
from geo.escape import find_unsafe_characters

__all__ = ["ACTION", "LEVELS", "MAX_WORDS", "Hold", "release", "withhold"]

ACTION = "atur_tenggat"
LEVELS = ("kecamatan", "kabupaten", "provinsi")


def withhold(
    engine: Engine, person: Account | None, *, region_code: str, year: int, reason: str
) -> str | None:
    """Withhold a region's year; of a kabupaten all of its kecamatan, too.

    Gives None when it is as wanted, else why not: a code of `app.text.publik.HOLD_FAULTS`.
    Raises NotAllowedError.
    """
    author = demand(person, ACTION, region_code)
    words = " ".join(reason.split())
    fault = _find_fault(engine, region_code, year)
    if fault is None and not words:
        fault = "tanpa_alasan"
    if fault is None and (len(words) > MAX_WORDS or find_unsafe_characters(words)):
        fault = "alasan"
    if fault is None:
        save_hold(engine, author.username, wilayah_code=region_code, year=year, reason=words)
    return fault


def release(engine: Engine, person: Account | None, *, region_code: str, year: int) -> str | None:
    """Release a region's year again. Raises NotAllowedError."""
    author = demand(person, ACTION, region_code)
    fault = _find_fault(engine, region_code, year)
    if fault is None:
        remove_hold(engine, author.username, wilayah_code=region_code, year=year)
    return fault


def _find_fault(engine: Engine, region_code: str, year: int) -> str | None:
    if level_at(region_code) not in LEVELS or read_region(engine, region_code) is None:
        return "wilayah"
    return "tahun" if check_year(year) else None
