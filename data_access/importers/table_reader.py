"""The child process that reads one file within limits and prints it as JSON.

Run as `python -m data_access.importers.table_reader FILE LIMITS`. It is a process of its own
because a hostile file can exhaust memory or abort the interpreter. Sheets that list children by
name are counted here; their rows never leave this process.
"""

import json
import sys
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from data_access.importers.cells import quoted
from data_access.importers.citizen_numbers import refuse_citizen_numbers
from data_access.importers.delimited import read_delimited
from data_access.importers.foreign import find_foreign
from data_access.importers.limits import TableLimits
from data_access.importers.pengukuran_nama import count_children, lists_children
from data_access.importers.refusal import Refused
from data_access.importers.workbook import count_uncomputed_formulas, read_workbook
from geo.findings import Finding

try:
    import resource
except ImportError:  # Windows has no resource limits; the parent's clock still holds there
    resource = None  # type: ignore[assignment]

Rows = list[list[str | None]]
Reading = Callable[[Path, TableLimits], dict[str, Any]]


def main(reading: Reading | None = None) -> int:
    """Read the file named on the command line and print the result; `reading` is `read` or more."""
    path = Path(sys.argv[1])
    limits = TableLimits(**json.loads(sys.argv[2]))
    _limit_self(limits)
    try:
        answer = (reading or read)(path, limits)
    except Refused as refused:
        answer = {"findings": [asdict(refused.finding)]}
    except MemoryError:
        answer = {"findings": [asdict(Refused("berkas_memori").finding)]}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode("ascii"))
    return 0


def read(path: Path, limits: TableLimits) -> dict[str, Any]:
    """Read one file: its sheets as text, the counts of sheets by name, and findings."""
    if path.stat().st_size > limits.file_bytes:
        raise Refused("berkas_terlalu_besar", batas_mb=limits.file_bytes >> 20)
    findings: list[Finding] = []
    sheets = _read_sheets(path, limits, findings)
    counted: dict[str, Any] = {}
    for name, rows in list(sheets.items()):
        if lists_children(rows):
            counted[name] = asdict(count_children(rows, quoted(name) or None))
            sheets[name] = []
        else:
            refuse_citizen_numbers(rows, quoted(name) or None)
    return {
        "sheets": sheets,
        "counted": counted,
        "findings": [asdict(finding) for finding in findings],
    }


def _read_sheets(path: Path, limits: TableLimits, findings: list[Finding]) -> dict[str, Rows]:
    with path.open("rb") as stream:
        magic = stream.read(512)
    if not magic:
        raise Refused("berkas_kosong")
    if magic.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("berkas_xls")
    if find_foreign(magic):
        raise Refused("berkas_bukan_tabel")
    if not magic.startswith(b"PK"):
        return {"": read_delimited(path, limits)}
    try:
        sheets = read_workbook(path, limits)
        uncomputed = count_uncomputed_formulas(path)
    except (
        zipfile.BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        NotImplementedError,
        OSError,
        EOFError,
        OverflowError,
    ) as error:
        raise Refused("berkas_rusak") from error
    if uncomputed:
        findings.append(Finding("rumus_tanpa_nilai", "peringatan", values={"jumlah": uncomputed}))
    return sheets


def _limit_self(limits: TableLimits) -> None:
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_s, limits.cpu_s + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    base = int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
    allowed = base + limits.memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))


if __name__ == "__main__":
    raise SystemExit(main())
