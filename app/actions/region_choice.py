"""A value that a kabupaten or province sets for itself in place of our default."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.stage_checks import check_words, level_at
from data_access.writes.pengaturan import save_setting

OWNERS = ("kabupaten", "provinsi")


def save_region_choice(
    engine: Engine,
    person: Account | None,
    action: str,
    *,
    region_code: str,
    key: str,
    value: Mapping[str, Any],
    reason: str,
    version: int,
) -> str | None:
    """Store what a region chose, with its reason; gives why nothing was stored, None if it was.

    Codes: "tingkat" (no kabupaten or province), "bentrok" (changed by somebody meanwhile), and
    those of `check_words`. Raises NotAllowedError where the person may not do the action there.
    """
    known = demand(person, action, region_code)
    if level_at(region_code) not in OWNERS:
        return "tingkat"
    faults = check_words(reason)
    if faults:
        return faults[0].code
    conflict = save_setting(
        engine,
        known.username,
        wilayah_code=region_code,
        key=key,
        value=dict(value),
        reason=reason,
        version=version,
    )
    return None if conflict is None else "bentrok"
