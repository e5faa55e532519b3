"""Questions about people: who is signed in, which accounts there are, what each may do."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, select

from data_access.database import open_read
from data_access.schema import Pengguna, PeranPengguna, Sesi

# As much may the clocks of two servers differ.
_CLOCKS_APART = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Grant:
    """One role of a person: where ("ID": everywhere) and for which agency ("" where none)."""

    role: str
    wilayah_code: str
    agency: str = ""
    sk_number: str | None = None
    sk_date: date | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A person's account with all roles; `must_change`: a new password is due first."""

    id: int
    username: str
    name: str
    position: str | None = None
    active: bool = True
    must_change: bool = False
    is_demo: bool = False
    grants: tuple[Grant, ...] = field(default=())


def read_account_of_session(engine: Engine, token_hash: str, now: datetime) -> Account | None:
    """Who is signed in with this token: None once ended, expired, or the account disabled.

    A session that began well after now was noted by a clock that ran ahead: it would last as much
    longer as that clock was wrong, and does not hold.
    """
    question = (
        select(*_COLUMNS)
        .join(Sesi, Sesi.pengguna_id == Pengguna.id)
        .where(
            Sesi.token_hash == token_hash,
            Sesi.ended_at.is_(None),
            Sesi.expires_at > now.astimezone(UTC),
            Sesi.created_at <= (now + _CLOCKS_APART).astimezone(UTC),
            Pengguna.active.is_(True),
        )
    )
    with open_read(engine) as connection:
        row = connection.execute(question).first()
        return None if row is None else _to_account(row, _read_grants(connection, row.id))


def read_account(engine: Engine, username: str) -> Account | None:
    """One account by its name, also a disabled one."""
    with open_read(engine) as connection:
        question = select(*_COLUMNS).where(Pengguna.username == username.strip().lower())
        row = connection.execute(question).first()
        return None if row is None else _to_account(row, _read_grants(connection, row.id))


def read_accounts(engine: Engine) -> list[Account]:
    """All accounts by name of the account, each with its roles."""
    with open_read(engine) as connection:
        grants: dict[int, list[Grant]] = {}
        roles = connection.execute(select(PeranPengguna.pengguna_id, *_GRANT_COLUMNS))
        for row in roles:
            grants.setdefault(row.pengguna_id, []).append(_to_grant(row))
        rows = connection.execute(select(*_COLUMNS).order_by(Pengguna.username)).all()
        return [_to_account(row, tuple(grants.get(row.id, ()))) for row in rows]


_COLUMNS = (
    Pengguna.id,
    Pengguna.username,
    Pengguna.name,
    Pengguna.position,
    Pengguna.active,
    Pengguna.must_change,
    Pengguna.is_demo,
)
_GRANT_COLUMNS = (
    PeranPengguna.id,
    PeranPengguna.role,
    PeranPengguna.wilayah_code,
    PeranPengguna.agency,
    PeranPengguna.sk_number,
    PeranPengguna.sk_date,
)


def _read_grants(connection: Connection, account_id: int) -> tuple[Grant, ...]:
    question = select(*_GRANT_COLUMNS).where(PeranPengguna.pengguna_id == account_id)
    rows = connection.execute(question.order_by(PeranPengguna.id))
    return tuple(_to_grant(row) for row in rows)


def _to_grant(row: Any) -> Grant:
    return Grant(row.role, row.wilayah_code, row.agency, row.sk_number, row.sk_date, id=row.id)


def _to_account(row: Any, grants: tuple[Grant, ...]) -> Account:
    return Account(
        row.id,
        row.username,
        row.name,
        row.position,
        row.active,
        row.must_change,
        row.is_demo,
        grants,
    )
