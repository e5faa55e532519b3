"""Sessions and attempts to sign in: logs of their own, outside the history of the data.

An attempt counts as failed from the moment it begins, so that many at once cannot outrun the
lock; one that succeeds is marked so afterwards.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select, text, update

from data_access.database import open_log
from data_access.schema import PercobaanMasuk, Sesi

FAILURES = 5
WINDOW = timedelta(minutes=15)
_KEPT_ATTEMPTS = timedelta(days=1)
_KEPT_SESSIONS = timedelta(days=30)
LONGEST_USERNAME = 60


def begin_attempt(engine: Engine, username: str, now: datetime) -> int | None:
    """Record that somebody tries to sign in; None while the name is locked (not recorded).

    Five failures within 15 minutes lock a name for 15 minutes after the fifth, whether or not
    there is such an account. `now` is aware; the number returned goes to `mark_success`.
    """
    name = username[:LONGEST_USERNAME]
    with open_log(engine) as connection:
        _queue_up(connection, name)
        _prune(connection, now)
        if _is_locked(_recent_failures(connection, name, now), now):
            return None
        statement = insert(PercobaanMasuk).values(username=name, at=_utc(now), succeeded=False)
        key = connection.execute(statement).inserted_primary_key
        return int(key[0]) if key is not None else None


def mark_success(engine: Engine, attempt_id: int) -> None:
    """Record that an attempt succeeded: failures before it no longer count."""
    with open_log(engine) as connection:
        statement = update(PercobaanMasuk).where(PercobaanMasuk.id == attempt_id)
        connection.execute(statement.values(succeeded=True))


def start_session(
    engine: Engine, account_id: int, token_hash: str, *, now: datetime, lasts: timedelta
) -> None:
    """Record a sign-in that ends by itself after `lasts`."""
    values = {
        "token_hash": token_hash,
        "pengguna_id": account_id,
        "created_at": _utc(now),
        "expires_at": _utc(now + lasts),
    }
    with open_log(engine) as connection:
        # Whoever proves an identity elsewhere makes no attempt here, which would clear up.
        _prune(connection, now)
        connection.execute(insert(Sesi).values(**values))


def end_session(engine: Engine, token_hash: str, now: datetime) -> None:
    """End one session; ending it again, or one that never was, changes nothing."""
    with open_log(engine) as connection:
        connection.execute(
            update(Sesi)
            .where(Sesi.token_hash == token_hash, Sesi.ended_at.is_(None))
            .values(ended_at=_utc(now))
        )


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _queue_up(connection: Connection, name: str) -> None:
    """Let attempts on one name come one after the other; SQLite's writers queue anyway."""
    if connection.dialect.name == "postgresql":
        statement = text("SELECT pg_advisory_xact_lock(hashtext(:name))")
        connection.execute(statement, {"name": f"masuk:{name}"})


def _prune(connection: Connection, now: datetime) -> None:
    old_attempts = PercobaanMasuk.at < _utc(now - _KEPT_ATTEMPTS)
    connection.execute(delete(PercobaanMasuk).where(old_attempts))
    connection.execute(delete(Sesi).where(Sesi.expires_at < _utc(now - _KEPT_SESSIONS)))


def _recent_failures(connection: Connection, name: str, now: datetime) -> list[datetime]:
    """Times of the last failures since the last success, newest first, five at most.

    What a clock that ran ahead and was set back noted for a later day locks nobody until then.
    """
    question = (
        select(PercobaanMasuk.at, PercobaanMasuk.succeeded)
        .where(PercobaanMasuk.username == name, PercobaanMasuk.at <= _utc(now + WINDOW))
        .order_by(PercobaanMasuk.id.desc())
        .limit(FAILURES)
    )
    failures: list[datetime] = []
    for at, succeeded in connection.execute(question):
        if succeeded:
            break
        # SQLite gives moments back without their zone, which is UTC.
        failures.append(at.replace(tzinfo=UTC) if at.tzinfo is None else at)
    return failures


def _is_locked(failures: list[datetime], now: datetime) -> bool:
    if len(failures) < FAILURES:
        return False
    return failures[0] - failures[-1] < WINDOW and now < failures[0] + WINDOW
