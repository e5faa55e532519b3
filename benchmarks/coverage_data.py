"""One kabupaten of 450 desa with its services, in few or many kecamatan."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from app.actions.databases import create_database
from app.coverage_figures import compute_coverage_table
from app.coverage_words import label_service
from data_access.database import make_engine
from data_access.demo.making import make_demo
from data_access.demo.names import name_parents
from data_access.demo.people import KABUPATEN as KABUPATEN_CODE
from data_access.demo.services import make_services, make_targets
from data_access.reads.cakupan import read_isian_periods
from data_access.writes.batches import BatchInfo
from data_access.writes.demo_services import save_demo_services
from data_access.writes.wilayah import RegionSet, save_regions
from geo.codes import kind_of, parent_of

DESA, SEED = 450, 1


@dataclass(frozen=True)
class Prepared:
    """Where the database and the plain page's file lie, and which periods they hold."""

    database_url: str
    coverage_csv: Path
    periods: tuple[str, ...]


def prepare(rows: int, work: Path) -> Prepared:
    """Make the kabupaten with `rows` kecamatan, or take that of an earlier run."""
    database, plain = work / f"cakupan-{rows}.db", work / f"cakupan-{rows}.csv"
    url = f"sqlite:///{database}"
    work.mkdir(parents=True, exist_ok=True)
    if not database.exists():
        partial = database.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        engine = make_engine(f"sqlite:///{partial}")
        _fill(engine, rows)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        partial.replace(database)
    engine = make_engine(url)
    periods = tuple(read_isian_periods(engine, KABUPATEN_CODE))
    if not plain.exists():
        _write_plain(engine, periods, plain)
    engine.dispose()
    return Prepared(url, plain, periods)


def _fill(engine: Engine, rows: int) -> None:
    data = make_demo(DESA, SEED)
    regions = data.regions.sort_values("code", ignore_index=True)
    kecamatan = [f"{KABUPATEN_CODE}.{at * rows // DESA + 1:02}" for at in range(DESA)]
    codes = [f"{parent}.{2001 + at}" for at, parent in enumerate(kecamatan)]
    moved = dict(zip(regions["code"], codes, strict=True))
    regions = regions.assign(code=codes)
    measured = data.measurements.assign(unit_code=data.measurements["unit_code"].map(moved))
    parents = name_parents(regions["code"], SEED)
    every = pd.concat([parents, regions[["code", "name"]]], ignore_index=True)
    create_database(engine, kind="demo")
    named = every.assign(
        level=[_level_of(code) for code in every["code"]],
        kind=every["code"].map(kind_of),
        parent_code=every["code"].map(parent_of),
        bps_code=None,
    )
    save_regions(engine, RegionSet(named), _info("wilayah"))
    services = make_six_periods(regions, measured)
    save_demo_services(engine, services, make_targets(KABUPATEN_CODE), _info("isian"))


def make_six_periods(regions: pd.DataFrame, measured: pd.DataFrame) -> pd.DataFrame:
    """The demonstration's five periods of services, and one before them.

    By another seed: figures that are the same would not be painted anew.
    """
    other = make_services(regions, measured, SEED + 1)
    sixth = other[other["period"] == "2025"].assign(period="2024-S2")
    return pd.concat([sixth, make_services(regions, measured, SEED)], ignore_index=True)


def _level_of(code: str) -> str:
    return {2: "provinsi", 5: "kabupaten", 8: "kecamatan", 13: "desa"}[len(code)]


def _info(kind: str) -> BatchInfo:
    return BatchInfo(kind, kind, f"{kind}-cakupan", "benchmark", {})


def _write_plain(engine: Engine, periods: tuple[str, ...], path: Path) -> None:
    """The coverage of all desa, computed already: the plain page has only to draw it."""
    parts = []
    for period in periods:
        table = compute_coverage_table(engine, KABUPATEN_CODE, "desa", period)
        item = table["item_code"].map(label_service)
        part = table.assign(period=period, item=item, name=table["region_code"] + table["name"])
        parts.append(part[["period", "name", "item", "cakupan_pct"]])
    pd.concat(parts).to_csv(path, index=False)
