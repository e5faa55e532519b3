"""Reads a table file that somebody brings, as text, in a child process with limits."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from data_access.importers.limits import TableLimits
from data_access.importers.reading_turn import READING
from geo.findings import Finding

Rows = list[list[str | None]]

DEFAULT_LIMITS = TableLimits()
_ROOT = Path(__file__).resolve().parents[2]
_READER = "data_access.importers.table_reader"
# The reader of hostile files sees no settings and no passwords of ours.
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH", "TEMP", "TMPDIR")


@dataclass(frozen=True, slots=True)
class TableFile:
    """What a file holds. The index of a row in a sheet is its number in Excel minus 1.

    `sheets` maps a sheet's name ("" for csv) to rows of text (`cells` tells marks apart);
    `counted` maps a sheet that lists children by name to its counts per desa (the sheet itself
    is then empty); `findings` holds at least one "galat" when the file was refused.
    """

    name: str
    sheets: dict[str, Rows] = field(default_factory=dict)
    counted: dict[str, dict[str, Any]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def read_table_file(
    path: Path, limits: TableLimits = DEFAULT_LIMITS, *, reader: str = _READER
) -> TableFile:
    """Read an xlsx, csv or csv.gz file as text; never raises for what is in the file.

    Limits on memory, processor and wall time hold for the child process that reads it: `reader`
    names its module.
    """
    if not path.is_file():
        return _refused(path, "berkas_tidak_ada")
    if path.stat().st_size > limits.file_bytes:
        return _refused(path, "berkas_terlalu_besar", batas_mb=limits.file_bytes >> 20)
    try:
        with READING:
            done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
                [
                    sys.executable,
                    "-P",
                    "-m",
                    reader,
                    str(path.resolve()),
                    json.dumps(asdict(limits)),
                ],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=limits.wall_s,
                env=child_environment(),
                check=False,
            )
    except subprocess.TimeoutExpired:
        return _refused(path, "berkas_waktu", batas_s=limits.wall_s)
    if done.returncode != 0:
        return _refused(path, *_why_ended(done, limits))
    return _from_answer(path, json.loads(done.stdout))


def child_environment() -> dict[str, str]:
    """What the environment of a child process that reads somebody's file may hold."""
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    # One thread of the linear algebra that pandas' stack would start: threads reserve memory.
    return kept | {"PYTHONPATH": str(_ROOT), "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"}


def _why_ended(done: subprocess.CompletedProcess[bytes], limits: TableLimits) -> tuple[Any, ...]:
    """Tell why the child ended by itself: its clock, its memory, or something unforeseen."""
    clock = {
        -int(getattr(signal, name)) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)
    }
    if done.returncode in clock:
        return "berkas_waktu", limits.cpu_s
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        return ("berkas_memori",)
    return ("berkas_rusak",)


def _from_answer(path: Path, answer: dict[str, Any]) -> TableFile:
    return TableFile(
        path.name,
        answer.get("sheets", {}),
        answer.get("counted", {}),
        tuple(Finding(**finding) for finding in answer["findings"]),
    )


def _refused(path: Path, code: str, batas_s: int | None = None, **values: object) -> TableFile:
    if batas_s is not None:
        values["batas_s"] = batas_s
    return TableFile(path.name, findings=(Finding(code, "galat", values=values),))
