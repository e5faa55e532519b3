"""Names of some regions at once, for lists of people."""

from collections.abc import Iterable

from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.schema import Wilayah

_AT_ONCE = 500


def read_region_names(engine: Engine, codes: Iterable[str]) -> dict[str, str]:
    """The name of each known region among some codes, by code."""
    wanted = sorted(set(codes))
    names: dict[str, str] = {}
    with open_read(engine) as connection:
        for start in range(0, len(wanted), _AT_ONCE):
            question = select(Wilayah.code, Wilayah.name).where(
                Wilayah.code.in_(wanted[start : start + _AT_ONCE])
            )
            names.update({row.code: row.name for row in connection.execute(question)})
    return names
