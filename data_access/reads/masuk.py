"""What signing in asks of the database, and nobody else."""

from dataclasses import dataclass

from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.schema import Pengguna


@dataclass(frozen=True, slots=True)
class Secret:
    """What proves an account: the hash of its password (None: it has none yet)."""

    id: int
    username: str
    password_hash: str | None
    active: bool
    is_demo: bool


def read_secret(engine: Engine, username: str) -> Secret | None:
    """The secret of an account by its name in lower case, None where there is no such account."""
    question = select(
        Pengguna.id,
        Pengguna.username,
        Pengguna.password_hash,
        Pengguna.active,
        Pengguna.is_demo,
    ).where(Pengguna.username == username)
    with open_read(engine) as connection:
        row = connection.execute(question).first()
    return None if row is None else Secret(*row)


def has_accounts(engine: Engine) -> bool:
    """Tell whether anybody can have signed in at all."""
    with open_read(engine) as connection:
        return connection.scalar(select(Pengguna.id).limit(1)) is not None
