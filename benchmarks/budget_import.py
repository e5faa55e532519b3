"""What importing a whole APBD costs, beside reading the same file and storing it unchecked."""

import shutil
import sys
from pathlib import Path

import pandas as pd

from app.actions.demo import fill_demo
from benchmarks.budget_data import make_lines, write_file
from benchmarks.children import Cost, run_command, run_konvergensi
from benchmarks.reporting import Goal, seconds, size
from data_access.database import make_engine
from data_access.demo.people import KABUPATEN
from data_access.reads.wilayah import read_regions

HEADER = ["import", "wall, s", "CPU, s", "peak memory", "plain, s", "ours / plain"]
LIMIT_S = 60
BUDGET_YEAR = 2027
_OPTIONS = ("--wilayah", KABUPATEN, "--tahun", str(BUDGET_YEAR), "--potret", "murni", "--ke-demo")


def prepare_demo(work: Path) -> Path:
    """The demonstration in a SQLite file, made once."""
    path = work / "anggaran-demo.db"
    if not path.exists():
        partial = work / "anggaran-demo.partial"
        partial.unlink(missing_ok=True)
        engine = make_engine(f"sqlite:///{partial}")
        fill_demo(engine)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        partial.replace(path)
    return path


def make_budget_file(demo: Path, count: int, ending: str, work: Path) -> Path:
    """A file of `count` lines for the demonstration's kabupaten."""
    path = work / f"apbd-{count}.{ending}"
    if path.exists():
        return path
    return write_file(_make_lines(demo, count), path)


def measure_sqlite(demo: Path, file: Path, work: Path) -> tuple[Cost, Cost]:
    """Ours and the plain way, each into a fresh SQLite file."""
    database, plain = work / "anggaran-timing.db", work / "anggaran-plain.db"
    for each in (database, plain):
        for leftover in work.glob(f"{each.name}*"):
            leftover.unlink()
    shutil.copy(demo, database)
    return _measure(file, f"sqlite:///{database}", f"sqlite:///{plain}", work)


def measure_postgres(url: str, file: Path, work: Path) -> tuple[Cost, Cost]:
    """Ours and the plain way, both into one PostgreSQL database, which must be empty."""
    engine = make_engine(url)
    fill_demo(engine)
    engine.dispose()
    return _measure(file, url, url, work)


def describe(words: str, ours: Cost, plain: Cost) -> list[str]:
    """A row of the table."""
    figures = [seconds(ours.wall_s), seconds(ours.cpu_s), size(ours.peak_bytes)]
    return [words, *figures, seconds(plain.wall_s), f"{ours.wall_s / plain.wall_s:.1f}"]


def judge(count: int, costs: list[Cost]) -> Goal:
    """60,000 lines in under a minute, in every form."""
    slowest = max(cost.wall_s for cost in costs)
    words = f"{count:,} lines imported in under {LIMIT_S} s: {seconds(slowest)} s"
    return Goal(words, slowest < LIMIT_S)


def _make_lines(demo: Path, count: int) -> pd.DataFrame:
    engine = make_engine(f"sqlite:///{demo}")
    regions = read_regions(engine, KABUPATEN, "kecamatan")
    engine.dispose()
    return make_lines(count, list(zip(regions["code"], regions["name"], strict=True)))


def _measure(file: Path, url: str, plain_url: str, work: Path) -> tuple[Cost, Cost]:
    log = work / "anggaran.log"
    settings = {"KONVERGENSI_DATABASE_URL": url, "KONVERGENSI_HOME": str(work / "home")}
    ours = run_konvergensi(["import", "anggaran", str(file), *_OPTIONS], settings, log)
    _check(ours)
    command = [sys.executable, "-m", "benchmarks.plain_import", str(file), plain_url]
    plain = run_command(command, {}, log)
    _check(plain)
    return ours, plain


def _check(cost: Cost) -> None:
    if cost.exit_code:
        raise RuntimeError(f"ended with {cost.exit_code}:\n{cost.printed[-2000:]}")
