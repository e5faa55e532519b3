"""Reads and cleans a boundary file that somebody brings, in a child process with limits."""

import io
import json
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely

from data_access.importers.limits import BoundaryLimits
from data_access.importers.reading_turn import READING
from data_access.importers.tables import child_environment
from geo.coverage import Drawn
from geo.findings import Finding
from geo.reading import BoundaryFile
from geo.regions import make_regions

DEFAULT_LIMITS = BoundaryLimits()
_READ = b"terbaca"
_MARGIN_S = 20  # starting the interpreter and handing the answer over
_CLOCKS = ("SIGALRM", "SIGXCPU")


@dataclass(frozen=True, slots=True)
class BoundaryReading:
    """A boundary file and what was drawn from it; `drawn` is None where the file was refused."""

    file: BoundaryFile
    drawn: Drawn | None


def read_boundaries_apart(
    path: Path, crosswalk: pd.DataFrame | None = None, limits: BoundaryLimits = DEFAULT_LIMITS
) -> BoundaryReading:
    """Read and clean a boundary file in a child process; never raises for what is in the file.

    See `geo.reading.read_boundaries` and `geo.coverage.draw_levels`. Beyond a limit the file is
    refused: wilayah_terlalu_banyak, wilayah_waktu_baca, wilayah_waktu_rapikan, wilayah_memori.
    """
    if path.stat().st_size > limits.file_bytes:
        return _refuse("berkas_terlalu_besar", batas_mb=limits.file_bytes >> 20)
    try:
        with READING:
            done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
                [
                    sys.executable,
                    "-P",
                    "-m",
                    "data_access.importers.boundary_reader",
                    str(path.resolve()),
                    json.dumps(asdict(limits)),
                ],
                input=_write_pairs(crosswalk),
                capture_output=True,
                timeout=limits.read_s + limits.clean_s + _MARGIN_S,
                env=child_environment() | {"ARROW_DEFAULT_MEMORY_POOL": "system"},
                check=False,
            )
    except subprocess.TimeoutExpired:
        return _refuse("wilayah_waktu_rapikan", batas_s=limits.clean_s)
    if done.returncode != 0:
        return _why_ended(done, limits)
    return _from_answer(done.stdout)


def _write_pairs(crosswalk: pd.DataFrame | None) -> bytes:
    pairs = None if crosswalk is None else crosswalk.to_dict("list")
    return json.dumps(pairs).encode("ascii")


def _why_ended(
    done: "subprocess.CompletedProcess[bytes]", limits: BoundaryLimits
) -> BoundaryReading:
    clocks = {-int(getattr(signal, name)) for name in _CLOCKS if hasattr(signal, name)}
    if done.returncode in clocks:
        if _READ in done.stderr:
            return _refuse("wilayah_waktu_rapikan", batas_s=limits.clean_s)
        return _refuse("wilayah_waktu_baca", batas_s=limits.read_s)
    if done.returncode < 0 or b"MemoryError" in done.stderr or b"bad_alloc" in done.stderr:
        return _refuse("wilayah_memori", batas_mb=limits.memory_bytes >> 20)
    return _refuse("wilayah_berkas_rusak", sebab=f"kode {done.returncode}")


def _from_answer(answer: bytes) -> BoundaryReading:
    line, _, rest = answer.partition(b"\n")
    said = json.loads(line)
    findings = tuple(Finding(**finding) for finding in said["findings"])
    if not rest:
        file = BoundaryFile(make_regions({}), findings, "", "", None, {})
        return BoundaryReading(file, None)
    stream = io.BytesIO(rest)
    regions, drawn = _read_regions(stream), _read_regions(stream)
    cleaning = tuple(Finding(**finding) for finding in said["cleaning"])
    names: dict[str, str] = said["parent_names"]
    file = BoundaryFile(regions, findings, said["format"], said["layer"], said["crs"], names)
    return BoundaryReading(file, Drawn(drawn, cleaning))


def _read_regions(stream: io.BytesIO) -> gpd.GeoDataFrame:
    with pa.ipc.open_stream(stream) as reader:
        frame: pd.DataFrame = reader.read_all().to_pandas()
    shapes = shapely.from_wkb(frame["wkb"].to_numpy())
    return gpd.GeoDataFrame(frame.drop(columns="wkb"), geometry=shapes, crs="EPSG:4326")


def _refuse(code: str, **values: Any) -> BoundaryReading:
    finding = Finding(code, "galat", values=values)
    return BoundaryReading(BoundaryFile(make_regions({}), (finding,), "", "", None, {}), None)
