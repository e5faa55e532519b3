"""Servers under measurement: ours and plain Streamlit pages, with their CPU time and memory."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import tomllib
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.visitor import admit_visitor

ROOT = Path(__file__).resolve().parents[1]
_BIN = Path(sys.executable).parent
_SNAKE = re.compile("(?<=[a-z])(?=[A-Z])")


class Server:
    """A running server: its address, CPU seconds so far and peak memory of its processes."""

    def __init__(self, process: "subprocess.Popen[bytes]", url: str) -> None:
        self.url = url
        self.peak_bytes = 0
        self._process = psutil.Process(process.pid)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch_memory, daemon=True)
        self._thread.start()

    def cpu_seconds(self) -> float:
        """CPU seconds, user and system, of the server and its children since it started."""
        total = 0.0
        for process in (self._process, *self._process.children(recursive=True)):
            try:
                times = process.cpu_times()
            except psutil.NoSuchProcess:
                continue
            total += times.user + times.system
        return total

    def settle(self, quiet_s: float = 0.4, limit_s: float = 120) -> float:
        """Wait until the server rests and return its CPU seconds."""
        deadline = time.monotonic() + limit_s
        before = self.cpu_seconds()
        while time.monotonic() < deadline:
            time.sleep(quiet_s)
            now = self.cpu_seconds()
            if now - before < 0.015:
                return now
            before = now
        return before

    def memory_bytes(self) -> int:
        """Resident memory of the server and its children now."""
        family = (self._process, *self._process.children(recursive=True))
        return sum(process.memory_info().rss for process in family)

    def terminate(self) -> None:
        """Ask the server to end, as systemd does."""
        self._process.terminate()

    def stop_watching(self) -> None:
        """End the memory watch."""
        self._ended.set()
        self._thread.join()

    def _watch_memory(self) -> None:
        while not self._ended.wait(0.1):
            try:
                self.peak_bytes = max(self.peak_bytes, self.memory_bytes())
            except psutil.NoSuchProcess:
                continue


@contextmanager
def serve_ours(database_url: str, work: Path) -> Iterator[Server]:
    """Our app as users start it, on a database that admits the measuring browser."""
    admit_visitor(database_url)
    settings = {"KONVERGENSI_DATABASE_URL": database_url, "KONVERGENSI_HOME": str(work / "home")}
    with _serve([str(_BIN / "konvergensi"), "run"], "--port", settings, work) as server:
        yield server


@contextmanager
def serve_page(script: str, settings: Mapping[str, str], work: Path) -> Iterator[Server]:
    """A page of this package by plain `streamlit run`, settings by default."""
    command = [str(_BIN / "streamlit"), "run", str(ROOT / "benchmarks" / script)]
    command += ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    command += ["--server.address", "127.0.0.1"]
    environment = {"PYTHONPATH": str(ROOT), **settings}
    with _serve(command, "--server.port", environment, work) as server:
        yield server


def read_own_settings() -> dict[str, str]:
    """How our app has Streamlit serve and run, as environment variables for a page of ours."""
    with (ROOT / "app" / ".streamlit" / "config.toml").open("rb") as file:
        config = tomllib.load(file)
    return {
        f"STREAMLIT_{section}_{_SNAKE.sub('_', name)}".upper(): str(value)
        for section in ("server", "runner")
        for name, value in config[section].items()
    }


@contextmanager
def _serve(
    command: Sequence[str], port_option: str, settings: Mapping[str, str], work: Path
) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    # An empty folder to start in: a settings file of the project would not be the plain page's.
    start_in = work / "start"
    start_in.mkdir(parents=True, exist_ok=True)
    with (work / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, port_option, str(port)],
            cwd=start_in,
            env={**os.environ, **settings},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_healthy(url, process)
            server = Server(process, url)
            yield server
            server.stop_watching()
        finally:
            _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End the process group that `_serve` started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_until_healthy(url: str, process: "subprocess.Popen[bytes]", limit_s: float = 90) -> None:
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.read().strip() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)
