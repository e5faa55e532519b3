"""A server of a test's own, which may be killed, stopped politely, and started again in place."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import find_free_port, wait_until_healthy


class OwnServer:
    """`konvergensi run` on one port, on one database."""

    def __init__(self, url: str, home: Path) -> None:
        self.url, self.home, self.port = url, home, find_free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it says that it is well."""
        own = {key: value for key, value in os.environ.items() if "KONVERGENSI_" not in key}
        given = {"KONVERGENSI_DATABASE_URL": self.url, "KONVERGENSI_HOME": str(self.home)}
        program = Path(sys.executable).with_name("konvergensi")
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [str(program), "run", "--port", str(self.port)],
                cwd=self.home,
                env={**own, **given},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_until_healthy(self.address, self.process)
        except (RuntimeError, TimeoutError) as fault:
            raise RuntimeError(self.log()[-3000:]) from fault

    def kill(self) -> None:
        """Kill -9, as a machine out of memory does."""
        self._end(signal.SIGKILL)

    def stop(self, wait_s: float = 60) -> float:
        """Ask it to end, as systemd does; seconds until it had."""
        began = time.monotonic()
        self._end(signal.SIGTERM, wait_s)
        return time.monotonic() - began

    def ask_to_end(self) -> None:
        """SIGTERM without waiting for what comes of it."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)

    def wait(self, wait_s: float) -> int:
        """Its exit code once it has ended by itself."""
        assert self.process is not None
        return self.process.wait(wait_s)

    def log(self) -> str:
        return (self.home / "server.log").read_text(errors="replace")

    def _end(self, how: signal.Signals, wait_s: float = 60) -> None:
        assert self.process is not None
        self.process.send_signal(how)
        self.process.wait(wait_s)


@contextmanager
def own_server(url: str, home: Path) -> Iterator[OwnServer]:
    """Start one; it is gone in the end."""
    server = OwnServer(url, home)
    try:
        server.start()
        yield server
    finally:
        if server.process is not None and server.process.poll() is None:
            server.kill()
