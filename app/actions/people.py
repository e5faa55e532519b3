"""Roles as people read them: "Operator Puskesmas · Kecamatan Pasirjati"."""

from collections.abc import Sequence

from sqlalchemy import Engine

from app.access import Account, Grant
from app.text import accounts as text
from data_access import reference
from data_access.reads.pengaturan import read_agencies
from data_access.reads.region_names import read_region_names
from data_access.reads.scope import NATION
from geo.codes import level_of

# Whoever enters, checks or approves does so for an agency; other roles act for none.
AGENCY_ROLES = frozenset({"operator", "verifikator", "penyetuju"})


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

    def grant(self, grant: Grant) -> str:
        """One role in words."""
        place = self.place(grant.wilayah_code)
        role = text.ROLE_NAMES[grant.role]
        if not grant.agency or grant.role not in AGENCY_ROLES:
            return text.ROLE_LINE.format(role=role, place=place)
        agency = self.agency(grant.wilayah_code, grant.agency)
        return text.ROLE_LINE_AGENCY.format(role=role, agency=agency, place=place)

    def grants(self, account: Account) -> str:
        """All roles of an account in words."""
        return "; ".join(self.grant(grant) for grant in account.grants)


def read_role_words(engine: Engine, accounts: Sequence[Account]) -> RoleWords:
    """What is needed to write the roles of some accounts in words."""
    codes = {grant.wilayah_code for account in accounts for grant in account.grants}
    rows = read_agencies(engine, NATION).itertuples(index=False)
    agencies = {(str(row.wilayah_code), str(row.code)): str(row.name) for row in rows}
    return RoleWords(read_region_names(engine, codes), agencies)


def _reference_agencies() -> dict[str, str]:
    rows = reference.read_table("perangkat").itertuples(index=False)
    return {str(row.kode): str(row.nama) for row in rows}
