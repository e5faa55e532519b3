"""Roles as people read them: "Operator Puskesmas · Kecamatan Pasirjati"."""

from collections.abc import Sequence

from sqlalchemy import Engine

from app.access import Account, Grant
from app.text import accounts as text
from data_access import reference
from data_access.reads.pengaturan import read_agencies
from data_access.reads.region_names import read_region_names
from data_access.reads.scope import NATION
from data_access.role_rules import AGENCY_ROLES
from geo.codes import level_of


class RoleWords:
    """Writes roles in words; `names` and `agencies` come by code, a code unknown stays itself."""

    def __init__(self, names: dict[str, str], agencies: dict[tuple[str, str], str]) -> None:
        self._names = names
        self._agencies = agencies

    def place(self, code: str) -> str:
        """A region as the list of people names it."""
        if code == NATION:
            return text.EVERYWHERE
        name = self._names.get(code)
        if name is None:
            return code
        return text.PLACE_KECAMATAN.format(name=name) if level_of(code) == "kecamatan" else name

    def agency(self, region_code: str, code: str) -> str:
        """An agency as its region names it, else as the guideline does."""
        known = self._agencies.get((region_code, code)) or _reference_agencies().get(code)
        return known or code.upper()

    def role(self, grant: Grant) -> str:
        """What somebody does, without the place: "Operator Puskesmas"."""
        role = text.ROLE_NAMES[grant.role]
        if not grant.agency or grant.role not in AGENCY_ROLES:
            return role
        agency = self.agency(grant.wilayah_code, grant.agency)
        return text.ROLE_OF_AGENCY.format(role=role, agency=agency)

    def grant(self, grant: Grant) -> str:
        """One role in words, with its place."""
        return text.ROLE_IN_PLACE.format(
            role=self.role(grant), place=self.place(grant.wilayah_code)
        )

    def grants(self, account: Account) -> str:
        """All roles of an account in words."""
        return "; ".join(self.grant(grant) for grant in account.grants)


def read_role_words(engine: Engine, accounts: Sequence[Account]) -> RoleWords:
    """What is needed to write the roles of some accounts in words."""
    codes = {grant.wilayah_code for account in accounts for grant in account.grants}
    rows = read_agencies(engine, NATION).itertuples(index=False)
    agencies = {(str(row.wilayah_code), str(row.code)): str(row.name) for row in rows}
    return RoleWords(read_region_names(engine, codes), agencies)


def group_by_place(
    engine: Engine, accounts: Sequence[Account]
) -> dict[str, list[tuple[str, Account]]]:
    """Accounts under the place of their first role, each with its roles in words; codes ascend."""
    words = read_role_words(engine, accounts)
    groups: dict[str, list[tuple[str, Account]]] = {}
    for account in sorted(accounts, key=lambda each: [g.wilayah_code for g in each.grants]):
        if account.grants:
            place = words.place(account.grants[0].wilayah_code)
            roles = ", ".join(words.role(grant) for grant in account.grants)
            groups.setdefault(place, []).append((roles, account))
    return groups


def _reference_agencies() -> dict[str, str]:
    rows = reference.read_table("perangkat").itertuples(index=False)
    return {str(row.kode): str(row.nama) for row in rows}
