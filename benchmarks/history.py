"""What history costs: size and time of an import with the triggers and without them.

Run by hand: `uv run python -m benchmarks.history --desa 8563 --periods 6`. A generated province
is stored twice, with six periods of measurements and six of entered figures by file, each in a
fresh SQLite file; the second time the triggers are dropped first.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from data_access.database import make_engine, open_schema
from data_access.periods import parse_month
from data_access.schema import COUNTS
from data_access.triggers import drop_triggers
from data_access.upgrade import upgrade_schema
from data_access.writes.batches import BatchInfo
from data_access.writes.pengukuran import MeasurementSet, save_measurements
from data_access.writes.wilayah import RegionSet, save_regions

PERIODS = ("2023-08", "2024-02", "2024-08", "2025-02", "2025-08", "2026-02")


def list_regions(count: int) -> pd.DataFrame:
    """A province of `count` desa, 250 a kabupaten, ten a kecamatan."""
    rows = [("99", "provinsi", "ID")]
    for number in range(count):
        kabupaten = f"99.{number // 250 + 1:02d}"
        kecamatan = f"{kabupaten}.{number % 250 // 10 + 1:02d}"
        rows.append((f"{kecamatan}.{2001 + number % 10}", "desa", kecamatan))
        if number % 10 == 0:
            rows.append((kecamatan, "kecamatan", kabupaten))
        if number % 250 == 0:
            rows.append((kabupaten, "kabupaten", "99"))
    frame = pd.DataFrame(rows, columns=["code", "level", "parent_code"])
    return frame.assign(name="Wilayah " + frame["code"], kind=frame["level"], bps_code=None)


def fill(engine: Engine, desa: int, periods: Sequence[str]) -> float:
    """Store regions and measurements and return the seconds it took."""
    regions = list_regions(desa)
    codes = regions.loc[regions["level"] == "desa", "code"]
    started = time.perf_counter()
    save_regions(engine, RegionSet(regions), BatchInfo("wilayah", "w.csv", "w", "uji"))
    for label in periods:
        period = parse_month(label)
        if period is None:
            raise ValueError(label)
        rows = pd.DataFrame(dict.fromkeys(COUNTS, 0.0), index=range(len(codes)))
        rows["unit_code"] = codes.to_numpy()
        data = MeasurementSet("e-PPGBM", "rutin", period, "desa", rows)
        save_measurements(engine, data, BatchInfo("pengukuran", label, label, "uji"))
    return time.perf_counter() - started


def measure(desa: int, periods: Sequence[str], *, recorded: bool) -> tuple[int, float]:
    """Bytes of the database and seconds of the import, with history or without."""
    with tempfile.TemporaryDirectory() as folder, _engine(Path(folder) / "uji.db") as engine:
        upgrade_schema(engine)
        if not recorded:
            with open_schema(engine) as connection:
                drop_triggers(connection)
        seconds = fill(engine, desa, periods)
        with engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar() or 0
            size = connection.exec_driver_sql("PRAGMA page_size").scalar() or 0
        return int(pages) * int(size), seconds


@contextmanager
def _engine(path: Path):  # type: ignore[no-untyped-def]
    engine = make_engine(f"sqlite:///{path}")
    yield engine
    engine.dispose()


def main() -> None:
    """Measure and print one line a way."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--desa", type=int, default=8563)
    parser.add_argument("--periods", type=int, default=6)
    chosen = parser.parse_args()
    periods = PERIODS[: chosen.periods]
    plain, plain_s = measure(chosen.desa, periods, recorded=False)
    kept, kept_s = measure(chosen.desa, periods, recorded=True)
    print(f"{chosen.desa} desa x {len(periods)} periods")
    print(f"without history {plain / 1e6:8.1f} MB {plain_s:6.2f} s")
    print(f"with history    {kept / 1e6:8.1f} MB {kept_s:6.2f} s")
    print(f"ratio           {kept / plain:8.3f}    {kept_s / plain_s:6.2f}")


if __name__ == "__main__":
    main()
