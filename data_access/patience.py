"""How long PostgreSQL is waited for: one that fell silent must not hold a screen for ever.

A server that is stopped refuses at once; one that hangs, or whose network is gone, says nothing.
"""

from collections.abc import Generator
from time import monotonic
from typing import Any

import psycopg
from psycopg.rows import TupleRow
from sqlalchemy import Engine, event

CONNECT_S = 5
PING_S = 3
STATEMENT_S = 60
# Longer than a statement may take: the server's own refusal comes first where it still lives.
SILENT_S = STATEMENT_S + 15
IDLE_IN_TRANSACTION_S = 600
_KEEP_ALIVE = {
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
# What the server's keeper has set for the role or the database stands.
_LIMIT = "SELECT set_config(%(name)s, %(value)s, false) WHERE current_setting(%(name)s) = '0'"


class PatientConnection(psycopg.Connection[TupleRow]):
    """A connection that is given up, and counts as broken, once nothing came for `silent_s`."""

    silent_s: float | None = None

    def wait(self, gen: Any, *args: Any, **kwargs: Any) -> Any:
        """Wait as psycopg does, but not for ever."""
        limit = self.silent_s
        return super().wait(gen if limit is None else self._bound(gen, limit), *args, **kwargs)

    def _bound(self, gen: Any, limit_s: float) -> Generator[Any, Any, Any]:
        """Pass on what the two sides say to each other; any word of the server's starts anew."""
        heard = monotonic()
        try:
            state = next(gen)
            while True:
                ready = yield state
                if ready:
                    heard = monotonic()
                elif monotonic() - heard > limit_s:
                    self.pgconn.finish()
                    raise psycopg.OperationalError(f"the server said nothing for {limit_s} s")
                state = gen.send(ready)
        except StopIteration as done:
            return done.value


def bound_waiting(engine: Engine, *, for_screens: bool) -> None:
    """Give a PostgreSQL engine its limits; `for_screens`: also how long a statement may take."""

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: Any, _record: Any, arguments: Any, settings: Any) -> PatientConnection:
        limits = {"connect_timeout": CONNECT_S, **_KEEP_ALIVE, **settings}
        return PatientConnection.connect(*arguments, **limits)

    _bound_pings(engine)
    if for_screens:
        event.listen(engine, "connect", _limit_statements)


def _bound_pings(engine: Engine) -> None:
    """Let the pool's question whether a connection still lives find out within seconds."""
    ask = engine.dialect.do_ping

    def ping(connection: Any) -> bool:
        usual, connection.silent_s = connection.silent_s, PING_S
        try:
            return ask(connection)
        finally:
            connection.silent_s = usual

    setattr(engine.dialect, "do_ping", ping)  # noqa: B010


def _limit_statements(connection: Any, _record: Any) -> None:
    limits = {
        "statement_timeout": STATEMENT_S,
        "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_S,
    }
    for name, seconds in limits.items():
        connection.execute(_LIMIT, {"name": name, "value": f"{seconds}s"})
    connection.commit()
    connection.silent_s = SILENT_S
