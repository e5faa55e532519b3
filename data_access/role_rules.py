"""Which roles exist at which level, and for which agencies: read off the guideline's stages.

Whoever answers for a part of a stage may be its operator and verifikator; whoever approves a
stage may be its penyetuju. Agencies that a region registered answer for parts there, too.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from data_access import reference
from data_access.schema import ROLES

AGENCY_ROLES = frozenset({"operator", "verifikator", "penyetuju"})
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,58}[a-z0-9]")
_LEVELS = ("nasional", "provinsi", "kabupaten", "kecamatan")
_ALL_REGISTERED = "*"


def is_username(text: str) -> bool:
    """Tell whether an account may be called so: 3 to 60 of a-z, 0-9, dot, dash, underscore."""
    return _USERNAME.fullmatch(text) is not None


def levels_of(role: str) -> tuple[str, ...]:
    """Levels of region at which a role may be held, from the top down; none for no role."""
    if role in AGENCY_ROLES:
        return ("provinsi", "kabupaten", "kecamatan")
    if role == "bappeda":
        return ("provinsi", "kabupaten")
    return _LEVELS if role in ROLES else ()


def agencies_of(role: str, level: str, registered: Mapping[str, str]) -> dict[str, str]:
    """Agencies that a role at a level may be held for, with their names; none where none is due.

    registered: agencies (code to name) that the region registered, for a kabupaten or provinsi.
    Bappeda's own role always stands for "bappeda".
    """
    names = _names() | dict(registered)
    if role == "bappeda":
        return {"bappeda": names["bappeda"]}
    if role not in AGENCY_ROLES:
        return {}
    codes = _approvers(level) if role == "penyetuju" else _parties(level)
    added: Iterable[str] = registered if level != "kecamatan" else ()
    # A province appoints its approvers itself: any of its agencies may be one.
    if role == "penyetuju" and level != "provinsi":
        added = ()
    return {code: names.get(code, code) for code in dict.fromkeys([*codes, *added])}


@cache
def _names() -> dict[str, str]:
    rows = reference.read_table("perangkat").itertuples(index=False)
    return {str(row.kode): str(row.nama) for row in rows}


@cache
def _parties(level: str) -> tuple[str, ...]:
    parts = _stages(level, "bagian")
    return tuple(code for code in parts if code != _ALL_REGISTERED)


@cache
def _approvers(level: str) -> tuple[str, ...]:
    return _stages(level, "penyetuju")


def _stages(level: str, column: str) -> tuple[str, ...]:
    table = reference.read_table("tahapan")
    values = table.loc[table["tingkat"] == level, column]
    return tuple(dict.fromkeys(code for cell in values for code in cell.split("|")))
