"""The child process that reads and cleans one boundary file within limits.

Run as `python -m data_access.importers.boundary_reader FILE LIMITS` with a crosswalk (or null) as
JSON on its standard input. It prints one line of JSON, then the regions as two Arrow streams:
those of the file, and those of all levels drawn from them. "terbaca" on standard error tells that
reading is over and cleaning has begun, each under a clock of its own.
"""

import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely

from data_access.importers.limits import BoundaryLimits
from geo.coverage import Drawn, draw_levels
from geo.findings import Finding, has_errors
from geo.reading import BoundaryFile, read_boundaries

try:
    import resource
except ImportError:  # Windows has no resource limits; the parent's clock still holds there
    resource = None  # type: ignore[assignment]

READ = b"terbaca\n"


def main() -> int:
    """Read the file named on the command line, clean it and print the result."""
    path, limits = Path(sys.argv[1]), BoundaryLimits(**json.loads(sys.argv[2]))
    pairs = json.load(sys.stdin.buffer)
    crosswalk = None if pairs is None else pd.DataFrame(pairs, dtype=object)
    _limit_memory(limits.memory_bytes)
    _limit_time(limits.read_s)
    drawn = None
    try:
        file = read_boundaries(path, crosswalk, limits.regions)
        sys.stderr.buffer.write(READ)
        sys.stderr.buffer.flush()
        if not has_errors(file.findings):
            _limit_time(limits.clean_s)
            drawn = draw_levels(file.regions)
    except MemoryError:
        answer = Finding("wilayah_memori", "galat", values={"batas_mb": limits.memory_bytes >> 20})
        sys.stdout.buffer.write(json.dumps({"findings": [asdict(answer)]}).encode("ascii") + b"\n")
        return 0
    _print(sys.stdout.buffer, file, drawn)
    return 0


def _print(out: BinaryIO, file: BoundaryFile, drawn: Drawn | None) -> None:
    answer: dict[str, Any] = {
        "findings": [asdict(finding) for finding in file.findings],
        "cleaning": [asdict(finding) for finding in drawn.findings] if drawn else [],
        "format": file.format,
        "layer": file.layer,
        "crs": file.crs,
        "parent_names": dict(file.parent_names),
    }
    out.write(json.dumps(answer, ensure_ascii=True).encode("ascii") + b"\n")
    if drawn is not None:
        for regions in (file.regions, drawn.regions):
            _write_regions(out, regions)


def _write_regions(out: BinaryIO, regions: gpd.GeoDataFrame) -> None:
    frame = pd.DataFrame(regions.drop(columns="geometry"))
    frame["wkb"] = shapely.to_wkb(regions.geometry.to_numpy())
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.ipc.new_stream(out, table.schema) as stream:
        stream.write_table(table)


def _limit_memory(allowed: int) -> None:
    if resource is None:
        return
    statm = Path("/proc/self/statm")
    base = int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (base + allowed, base + allowed))


def _limit_time(seconds: int) -> None:
    """End this process after so many seconds from now, of the clock or of the processor."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime)
        # Threads count together: the processor's time may pass the clock's.
        resource.setrlimit(resource.RLIMIT_CPU, (spent + 2 * seconds, resource.RLIM_INFINITY))


if __name__ == "__main__":
    raise SystemExit(main())
