"""Who may do what where: the one place that decides.

The matrix of roles and actions is data (`data_access/reference/peran.csv`): each line says how far
a role's region and agency reach for one action. Whoever writes asks again, whatever the screen
showed.
"""

from dataclasses import dataclass
from functools import cache

from data_access import reference
from data_access.reads.pengguna import Account, Grant
from data_access.reads.scope import NATION

__all__ = ["Account", "Grant", "NotAllowedError", "demand", "home_region", "may", "may_somewhere"]


class NotAllowedError(PermissionError):
    """A person asked for something that none of their roles covers."""

    def __init__(self, action: str, region_code: str, agency: str) -> None:
        super().__init__(f"{action} {region_code} {agency}".strip())
        self.action = action
        self.region_code = region_code
        self.agency = agency


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far one role's region ("bebas", "tepat", "dalam") and agency ("bebas", "sama") reach."""

    region: str
    agency: str


@cache
def _matrix() -> dict[tuple[str, str], _Reach]:
    rows = reference.read_table("peran").itertuples(index=False)
    return {(row.peran, row.tindakan): _Reach(row.wilayah, row.perangkat) for row in rows}


def may(person: Account | None, action: str, region_code: str, agency: str = "") -> bool:
    """Tell whether a person may do something to a region's data, as or for an agency.

    action: one of `peran.csv`'s. region_code: the region that the stage or row belongs to.
    agency: who answers for the data ("puskesmas", "dinkes", "camat"), "" where no one alone does.
    Nobody, a disabled account and one that must change its password first may do nothing.
    """
    if person is None or not person.active or person.must_change:
        return False
    return any(_covers(grant, action, region_code, agency) for grant in person.grants)


def may_somewhere(person: Account | None, action: str) -> bool:
    """Tell whether a person may do something anywhere at all: for showing a page, never a write."""
    if person is None or not person.active or person.must_change:
        return False
    return any((grant.role, action) in _matrix() for grant in person.grants)


def demand(person: Account | None, action: str, region_code: str, agency: str = "") -> Account:
    """Return the person where they may; raises NotAllowedError otherwise."""
    if person is None or not may(person, action, region_code, agency):
        raise NotAllowedError(action, region_code, agency)
    return person


def home_region(person: Account) -> str | None:
    """Where a person starts: their kecamatan, where all of their roles lie in one."""
    homes = {grant.wilayah_code[:8] for grant in person.grants}
    home = homes.pop() if len(homes) == 1 else ""
    return home if len(home) == 8 else None


def _covers(grant: Grant, action: str, region_code: str, agency: str) -> bool:
    reach = _matrix().get((grant.role, action))
    if reach is None:
        return False
    return _region_covered(reach, grant, region_code) and (
        reach.agency == "bebas" or (agency != "" and grant.agency == agency)
    )


def _region_covered(reach: _Reach, grant: Grant, region_code: str) -> bool:
    if reach.region == "bebas" or grant.wilayah_code == region_code:
        return True
    below = grant.wilayah_code == NATION or region_code.startswith(f"{grant.wilayah_code}.")
    return reach.region == "dalam" and below
