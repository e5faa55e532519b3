"""Managing people's accounts: each change asks first whether this person may make it.

An admin of a region manages accounts all of whose roles lie within it, and gives no role outside.
"""

from dataclasses import dataclass

from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError, demand, may, may_somewhere
from app.actions import account_changes as changes
from app.actions.account_changes import AccountRefusal, Draft, agencies_at
from app.actions.passwords import hash_password
from app.actions.signing_in import sign_out
from data_access.reads.pengguna import read_accounts
from data_access.reads.scope import NATION

__all__ = [
    "AccountRefusal",
    "Draft",
    "Listed",
    "add_account",
    "agencies_at",
    "disable_account",
    "enable_account",
    "grant_role",
    "hash_password",
    "list_accounts",
    "reset_password",
    "revoke_role",
    "sign_out",
]
MANAGE = "kelola_pengguna"


@dataclass(frozen=True, slots=True)
class Listed:
    """An account that an admin sees; `manageable`: every role of it lies in the admin's region."""

    account: Account
    manageable: bool


def list_accounts(engine: Engine, person: Account | None) -> list[Listed]:
    """Accounts with a role in the regions that a person administers, by name of the account."""
    admin = _demand_admin(person)
    return [
        Listed(account, _manages(admin, account))
        for account in read_accounts(engine)
        if any(may(admin, MANAGE, grant.wilayah_code) for grant in account.grants)
        or _manages(admin, account)
    ]


def add_account(engine: Engine, person: Account | None, draft: Draft) -> str:
    """Make an account and return the password for its first sign-in."""
    admin = _demand_grants(person, draft.grants)
    return changes.add(engine, admin.username, draft)


def disable_account(engine: Engine, person: Account | None, username: str) -> None:
    """Let an account sign in no longer; its sessions end. Nobody disables themself."""
    admin, account = _demand_account(engine, person, username)
    _refuse_self(admin, account)
    changes.set_active(engine, admin.username, account.username, active=False)


def enable_account(engine: Engine, person: Account | None, username: str) -> None:
    """Let a disabled account sign in again, with the password it had."""
    admin, account = _demand_account(engine, person, username)
    changes.set_active(engine, admin.username, account.username, active=True)


def reset_password(engine: Engine, person: Account | None, username: str) -> str:
    """Give an account a new password for one sign-in; one's own is changed at /sandi."""
    admin, account = _demand_account(engine, person, username)
    _refuse_self(admin, account)
    return changes.reset(engine, admin.username, account.username)


def grant_role(engine: Engine, person: Account | None, username: str, grant: Grant) -> None:
    """Give an account one more role."""
    _demand_grants(person, (grant,))
    admin, account = _demand_account(engine, person, username)
    changes.grant_role(engine, admin.username, account.username, grant)


def revoke_role(engine: Engine, person: Account | None, username: str, grant: Grant) -> None:
    """Take a role from an account; nobody takes their own last role of an admin."""
    _demand_grants(person, (grant,))
    admin, account = _demand_account(engine, person, username)
    if account.username == admin.username and grant.role == "admin":
        own = [each for each in account.grants if each.role == "admin"]
        if len(own) < 2:
            raise AccountRefusal("admin_terakhir")
    changes.revoke_role(engine, admin.username, account.username, grant)


def _demand_admin(person: Account | None) -> Account:
    if person is None or not may_somewhere(person, MANAGE):
        raise NotAllowedError(MANAGE, "", "")
    return person


def _demand_grants(person: Account | None, grants: tuple[Grant, ...]) -> Account:
    admin = _demand_admin(person)
    for grant in grants:
        demand(admin, MANAGE, grant.wilayah_code)
    return admin


def _demand_account(
    engine: Engine, person: Account | None, username: str
) -> tuple[Account, Account]:
    """The admin and, as it stands in the database now, the account that they may change."""
    admin = _demand_admin(person)
    account = changes.find(engine, username)
    if not _manages(admin, account):
        raise NotAllowedError(MANAGE, ", ".join(g.wilayah_code for g in account.grants), "")
    return admin, account


def _manages(admin: Account, account: Account) -> bool:
    """Tell whether an admin manages an account; one without any role is the nation's."""
    places = [grant.wilayah_code for grant in account.grants] or [NATION]
    return all(may(admin, MANAGE, place) for place in places)


def _refuse_self(admin: Account, account: Account) -> None:
    if account.username == admin.username:
        raise AccountRefusal("diri_sendiri")
