"""Commands of ours as child processes: wall time, CPU time and peak memory of each."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
    """Run `konvergensi ...` to its end; the kernel keeps the peak memory of the child."""
    begun = time.monotonic()
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [str(_KONVERGENSI), *arguments],
            env={**os.environ, **settings},
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(
        wall,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * unit,
        process.returncode,
        log.read_text(errors="replace"),
    )
