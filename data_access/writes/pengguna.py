"""Transactions on accounts and their roles: each checks, writes, and moves the topic's version."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from data_access.database import open_write
from data_access.reads.pengguna import Grant
from data_access.schema import Pengguna, PeranPengguna, PercobaanMasuk, Sesi
from data_access.writes.batches import move_version
from data_access.writes.topic_locks import lock_topic

TOPIC = "pengguna"
Trouble = Literal["akun_sudah_ada", "peran_sudah_ada", "akun_tidak_ada", "peran_terakhir"]


class AccountError(ValueError):
    """A write on accounts that would contradict what is there; nothing was written."""

    def __init__(self, code: Trouble, name: str) -> None:
        super().__init__(f"{code}: {name}")
        self.code = code
        self.name = name


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to be made; `username` in lower case, `password_hash` by argon2."""

    username: str
    name: str
    position: str | None
    password_hash: str
    must_change: bool
    is_demo: bool
    grants: tuple[Grant, ...]


def save_account(
    engine: Engine,
    actor: str,
    *,
    username: str,
    name: str,
    position: str | None,
    password_hash: str,
    must_change: bool,
    is_demo: bool,
    grants: Sequence[Grant],
) -> int:
    """Make one account with its roles and return its number.

    Raises AccountError where the name of the account is taken.
    """
    account = NewAccount(
        username.strip().lower(),
        name,
        position,
        password_hash,
        must_change,
        is_demo,
        tuple(grants),
    )
    with _open_accounts(engine, actor) as connection:
        account_id = _insert_account(connection, account)
        return account_id


def save_list(
    engine: Engine,
    actor: str,
    accounts: Sequence[NewAccount],
    additions: Sequence[tuple[int, Grant]],
) -> None:
    """Make several accounts, and give roles to existing ones, all in one transaction.

    additions: number of the account and the role. Raises AccountError and writes nothing where
    a name is taken or a role is held already.
    """
    with _open_accounts(engine, actor) as connection:
        for account in accounts:
            _insert_account(connection, account)
        for account_id, grant in additions:
            _insert_grant(connection, account_id, grant)


def save_grant(engine: Engine, actor: str, account_id: int, grant: Grant) -> None:
    """Give an account one more role; raises AccountError where it holds the same already."""
    with _open_accounts(engine, actor) as connection:
        _insert_grant(connection, account_id, grant)


def delete_grant(engine: Engine, actor: str, account_id: int, grant_id: int) -> None:
    """Take a role from an account; raises AccountError where it is the last or not there.

    An account without any role would belong to no region, and so to no admin.
    """
    with _open_accounts(engine, actor) as connection:
        own = PeranPengguna.pengguna_id == account_id
        held = connection.scalar(select(func.count()).select_from(PeranPengguna).where(own))
        if held == 1:
            raise AccountError("peran_terakhir", str(account_id))
        gone = connection.execute(delete(PeranPengguna).where(own, PeranPengguna.id == grant_id))
        if gone.rowcount != 1:
            raise AccountError("akun_tidak_ada", str(grant_id))


def set_active(engine: Engine, actor: str, account_id: int, *, active: bool) -> None:
    """Let an account sign in, or no longer; disabling ends its sessions at once."""
    with _open_accounts(engine, actor) as connection:
        _update_account(connection, account_id, active=active)
        if not active:
            end_sessions_of(connection, account_id)


def set_password(
    engine: Engine, actor: str, account_id: int, password_hash: str, *, must_change: bool
) -> None:
    """Give an account another password: its sessions end and its lock is lifted.

    An account of the demonstration is then one with a password of its own, no longer listed.
    """
    values = {"password_hash": password_hash, "must_change": must_change, "is_demo": False}
    with _open_accounts(engine, actor) as connection:
        username = _update_account(connection, account_id, **values)
        end_sessions_of(connection, account_id)
        connection.execute(delete(PercobaanMasuk).where(PercobaanMasuk.username == username))


def renew_hash(engine: Engine, actor: str, account_id: int, password_hash: str) -> None:
    """Store the same password under today's parameters of the hash; sessions stay."""
    with open_write(engine, actor) as connection:
        _update_account(connection, account_id, password_hash=password_hash)


def end_sessions_of(connection: Connection, account_id: int) -> None:
    """End every session of an account, within a transaction."""
    connection.execute(
        update(Sesi)
        .where(Sesi.pengguna_id == account_id, Sesi.ended_at.is_(None))
        .values(ended_at=datetime.now(UTC))
    )


@contextmanager
def _open_accounts(engine: Engine, actor: str) -> Iterator[Connection]:
    """One write on accounts at a time: what it found (a free name, another role) still holds."""
    with open_write(engine, actor) as connection:
        lock_topic(connection, TOPIC)
        move_version(connection, TOPIC)
        yield connection


def _insert_account(connection: Connection, account: NewAccount) -> int:
    taken = select(Pengguna.id).where(Pengguna.username == account.username)
    if connection.scalar(taken) is not None:
        raise AccountError("akun_sudah_ada", account.username)
    statement = insert(Pengguna).values(
        username=account.username,
        name=account.name,
        position=account.position,
        password_hash=account.password_hash,
        must_change=account.must_change,
        active=True,
        is_demo=account.is_demo,
    )
    key = connection.execute(statement).inserted_primary_key
    if key is None:
        raise RuntimeError("the database gave the account no number")
    for grant in account.grants:
        _insert_grant(connection, int(key[0]), grant)
    return int(key[0])


def _insert_grant(connection: Connection, account_id: int, grant: Grant) -> None:
    values = {
        "pengguna_id": account_id,
        "role": grant.role,
        "wilayah_code": grant.wilayah_code,
        "agency": grant.agency,
    }
    same = [getattr(PeranPengguna, name) == value for name, value in values.items()]
    if connection.scalar(select(PeranPengguna.id).where(*same)) is not None:
        raise AccountError("peran_sudah_ada", str(account_id))
    statement = insert(PeranPengguna).values(
        **values, sk_number=grant.sk_number, sk_date=grant.sk_date
    )
    connection.execute(statement)


def _update_account(connection: Connection, account_id: int, **values: object) -> str:
    """Change an account and return its name; raises AccountError where there is none."""
    connection.execute(update(Pengguna).where(Pengguna.id == account_id).values(**values))
    username = connection.scalar(select(Pengguna.username).where(Pengguna.id == account_id))
    if username is None:
        raise AccountError("akun_tidak_ada", str(account_id))
    return str(username)
