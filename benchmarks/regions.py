"""What is drawn: generated desa, the same for our database and for the naive page's file."""

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from app.actions.databases import create_database
from app.actions.demo import SOURCE, fill_demo
from app.actions.wilayah import import_wilayah
from app.text.measures import LABELS
from data_access import reference
from data_access.database import make_engine
from data_access.demo.making import DemoData, make_demo
from data_access.periods import parse_month
from data_access.writes.batches import BatchInfo
from data_access.writes.pengukuran import MeasurementSet, save_measurements
from data_access.writes.wilayah import RegionSet, save_regions
from geo.codes import kind_of, parent_of

SEED = 1
# Border points a desa up to a number of desa, as in published files: Kabupaten Sukabumi's has 448,
# a whole province of Jawa Tengah 116.
_DETAIL = ((1_000, 450), (20_000, 116))
# Above these the demonstration is stored as `konvergensi demo` makes it.
MOST_IMPORTED = 20_000


@dataclass(frozen=True)
class Prepared:
    """Where the data of one size lie, the codes of its desa, mean border points a desa."""

    database_url: str
    gpkg: Path
    codes: tuple[str, ...]
    points: float


def prepare(desa: int, work: Path) -> Prepared:
    """Make the database and the GeoPackage of `desa` villages, or take those of an earlier run."""
    gpkg, database = work / f"desa-{desa}.gpkg", work / f"desa-{desa}.db"
    if not (gpkg.exists() and database.exists()):
        work.mkdir(parents=True, exist_ok=True)
        detail = next((points for most, points in _DETAIL if desa <= most), 60)
        data = make_demo(desa, SEED, detail)
        _write_gpkg(data, gpkg)
        partial = database.with_suffix(".partial")
        for leftover in work.glob(f"{partial.name}*"):
            leftover.unlink()
        _fill(data, desa, gpkg, partial)
        partial.replace(database)
    drawn = gpd.read_file(gpkg, columns=["code"])
    points = float(shapely.get_num_coordinates(drawn.geometry.to_numpy()).mean())
    return Prepared(f"sqlite:///{database}", gpkg, tuple(drawn["code"]), points)


def _write_gpkg(data: DemoData, path: Path) -> None:
    """Write code, name, geometry and one column a measure of the last period."""
    path.unlink(missing_ok=True)
    periods = sorted(set(data.measurements["period"]))
    now, before = (
        data.measurements[data.measurements["period"] == period].set_index("unit_code")
        for period in (periods[-1], periods[0])
    )
    measures = pd.DataFrame(
        {
            LABELS["prevalensi"]: _share(now, "stunting_jiwa", "diukur_jiwa"),
            LABELS["stunting"]: now["stunting_jiwa"],
            LABELS["partisipasi"]: _share(now, "diukur_jiwa", "sasaran_jiwa"),
            LABELS["perubahan"]: _share(now, "stunting_jiwa", "diukur_jiwa")
            - _share(before, "stunting_jiwa", "diukur_jiwa"),
        }
    )
    drawn = data.regions[["code", "name", "geometry"]].join(measures, on="code")
    # Published files come from a projection: coordinates of 15 digits, not the generator's 6.
    drawn.to_crs(3857).to_crs(4326).to_file(path)


def _share(facts: pd.DataFrame, part: str, whole: str) -> pd.Series:
    return 100 * facts[part] / facts[whole]


def _fill(data: DemoData, desa: int, gpkg: Path, database: Path) -> None:
    engine = make_engine(f"sqlite:///{database}")
    if desa > MOST_IMPORTED:
        fill_demo(engine, desa=desa, seed=SEED)
    else:
        create_database(engine, kind="demo")
        parents = data.parents.assign(
            kind=data.parents["code"].map(kind_of),
            parent_code=data.parents["code"].map(parent_of),
            bps_code=None,
        )
        save_regions(engine, RegionSet(parents), _batch("wilayah", "induk"))
        plain = gpkg.with_name(f"batas-{desa}.gpkg")
        gpd.read_file(gpkg, columns=["code", "name"]).to_file(plain)
        outcome = import_wilayah(engine, plain, actor="benchmark")
        plain.unlink()
        if outcome.written is None:
            raise RuntimeError(f"the boundaries were refused: {outcome.findings[:3]}")
        _save_measurements(engine, data.measurements)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _save_measurements(engine: object, measurements: pd.DataFrame) -> None:
    kind = reference.read_known_sources()[SOURCE]
    for label, rows in measurements.groupby("period", sort=True):
        period = parse_month(str(label))
        if period is None:
            raise ValueError(label)
        facts = MeasurementSet(SOURCE, kind, period, "desa", rows.drop(columns="period"))
        save_measurements(engine, facts, _batch("pengukuran", str(label)))  # type: ignore[arg-type]


def _batch(kind: str, part: str) -> BatchInfo:
    return BatchInfo(kind, part, f"{kind}-{part}", "benchmark", {})
