"""Accounts from a list (SK camat, SK kepala perangkat daerah): all of it or nothing."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError, may, may_somewhere
from app.actions.accounts import MANAGE
from app.actions.passwords import hash_password, make_first_password
from app.actions.pengukuran import table_limits
from data_access.importers.pengguna import KnownPeople, PersonRow, read_people_list
from data_access.reads.pengaturan import read_agencies
from data_access.reads.pengguna import read_accounts
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_regions
from data_access.writes.pengguna import AccountError, NewAccount, save_list
from geo.findings import Finding, has_errors

_LEVELS = ("provinsi", "kabupaten", "kecamatan")


@dataclass(frozen=True, slots=True)
class FirstPassword:
    """A new account with the password for its first sign-in; shown once, kept nowhere."""

    username: str
    name: str
    password: str
    grants: tuple[Grant, ...]


@dataclass(slots=True)
class ListOutcome:
    """What a list holds and what became of it.

    rows: those that are (to be) stored, none where a finding is a "galat". people: new accounts
    among them. added: roles for accounts that were there. passwords: one a new account, once it
    is stored.
    """

    findings: list[Finding]
    rows: list[PersonRow] = field(default_factory=list)
    people: int = 0
    added: int = 0
    passwords: list[FirstPassword] = field(default_factory=list)
    saved: bool = False


def check_list(engine: Engine, person: Account | None, path: Path) -> ListOutcome:
    """Read a list and hold every row against the accounts there are and the person's reach."""
    if person is None or not may_somewhere(person, MANAGE):
        raise NotAllowedError(MANAGE, "", "")
    known = _read_known(engine)
    file = read_people_list(path, known, table_limits())
    findings = file.findings + _check_reach(person, file.rows, known)
    rows = [] if has_errors(findings) else [row for row in file.rows if not _holds(known, row)]
    added = sum(row.username in known.accounts for row in rows)
    people = len({row.username for row in rows} - known.accounts.keys())
    return ListOutcome(findings, rows, people, added)


def import_list(engine: Engine, person: Account | None, path: Path) -> ListOutcome:
    """Check a list again and store it in one transaction; nothing where anything is wrong."""
    outcome = check_list(engine, person, path)
    if has_errors(outcome.findings) or not outcome.rows or person is None:
        return outcome
    there = {account.username: account.id for account in read_accounts(engine)}
    grants: dict[str, list[PersonRow]] = {}
    for row in outcome.rows:
        grants.setdefault(row.username, []).append(row)
    fresh = {name: rows for name, rows in grants.items() if name not in there}
    additions = [(there[row.username], row.grant) for row in outcome.rows if row.username in there]
    passwords = [_first_password(rows) for rows in fresh.values()]
    try:
        save_list(engine, person.username, _hash_all(passwords, fresh), additions)
    except AccountError:
        # Somebody made one of these accounts a moment ago: the next check says which.
        return check_list(engine, person, path)
    return replace(outcome, passwords=passwords, saved=True)


def _read_known(engine: Engine) -> KnownPeople:
    regions = read_regions(engine, NATION, *_LEVELS)
    agencies: dict[str, dict[str, str]] = {}
    for row in read_agencies(engine, NATION).itertuples(index=False):
        agencies.setdefault(str(row.wilayah_code), {})[str(row.code)] = str(row.name)
    return KnownPeople(
        dict(zip(regions["code"], regions["name"], strict=True)),
        agencies,
        {account.username: account for account in read_accounts(engine)},
    )


def _check_reach(person: Account, rows: Sequence[PersonRow], known: KnownPeople) -> list[Finding]:
    findings = []
    for row in rows:
        code = row.grant.wilayah_code
        if not may(person, MANAGE, code):
            values: dict[str, object] = {"kode": code}
            findings.append(
                Finding("pengguna_di_luar_wewenang", "galat", None, row.row, None, values)
            )
        account = known.accounts.get(row.username)
        if account and not all(may(person, MANAGE, g.wilayah_code) for g in account.grants):
            values = {"akun": row.username}
            findings.append(
                Finding("pengguna_akun_di_luar_wewenang", "galat", None, row.row, None, values)
            )
    return findings


def _holds(known: KnownPeople, row: PersonRow) -> bool:
    account = known.accounts.get(row.username)
    wanted = (row.grant.role, row.grant.wilayah_code, row.grant.agency)
    return account is not None and any(
        wanted == (grant.role, grant.wilayah_code, grant.agency) for grant in account.grants
    )


def _first_password(rows: Sequence[PersonRow]) -> FirstPassword:
    grants = tuple(row.grant for row in rows)
    return FirstPassword(rows[0].username, rows[0].name, make_first_password(), grants)


def _hash_all(
    passwords: Sequence[FirstPassword], rows: dict[str, list[PersonRow]]
) -> list[NewAccount]:
    with ThreadPoolExecutor(max_workers=2) as pool:
        hashes = list(pool.map(hash_password, [each.password for each in passwords]))
    return [
        NewAccount(
            each.username,
            each.name,
            rows[each.username][0].position or None,
            password_hash,
            must_change=True,
            is_demo=False,
            grants=each.grants,
        )
        for each, password_hash in zip(passwords, hashes, strict=True)
    ]
