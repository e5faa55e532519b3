"""Commands of ours as child processes: wall time, CPU time and peak memory of each."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_KONVERGENSI = Path(sys.executable).with_name("konvergensi")


@dataclass(frozen=True)
class Cost:
    """What a command cost, with its exit code and what it printed."""

    wall_s: float
    cpu_s: float
    peak_bytes: int
    exit_code: int
    printed: str


def run_konvergensi(arguments: list[str], settings: Mapping[str, str], log: Path) -> Cost:
    """Run `konvergensi ...` to its end, its memory sampled with that of its own children."""
    return run_command([str(_KONVERGENSI), *arguments], settings, log)


def run_command(command: list[str], settings: Mapping[str, str], log: Path) -> Cost:
    """Run any command to its end, measured in the same way."""
    begun = time.monotonic()
    with log.open("wb") as sink:
        process = subprocess.Popen(
            command,
            env={**os.environ, **settings},
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
        # Not the kernel's own peak: a child's begins with what its parent had when it forked.
        peaks: list[int] = [0]
        watch = threading.Thread(target=_watch_memory, args=(process.pid, peaks), daemon=True)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, peaks[0], process.returncode, log.read_text(errors="replace"))


def _watch_memory(pid: int, peaks: list[int]) -> None:
    """Keep the most that a process and its children held, looked at 30 times a second."""
    root = psutil.Process(pid)
    while root.is_running():
        used = 0
        for process in _family(root):
            # A short child may end between being listed and being looked at.
            with suppress(psutil.NoSuchProcess):
                used += process.memory_info().rss
        peaks[0] = max(peaks[0], used)
        time.sleep(0.03)


def _family(root: psutil.Process) -> list[psutil.Process]:
    try:
        return [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []
