"""A small nation: four provinces with gaps as real figures have them."""

import numpy as np
import pandas as pd
from sqlalchemy import Engine, update

from data_access.database import open_write
from data_access.periods import parse_month
from data_access.reads.pengukuran import COUNT_COLUMNS
from data_access.schema import Wilayah
from data_access.writes.demo_services import save_demo_services
from data_access.writes.pengukuran import MeasurementSet, save_measurements
from data_access.writes.wilayah import RegionSet, save_regions
from tests.corpus.places import list_regions, make_info

PERIOD, SOURCE, MONTH = "2026", "e-PPGBM", "2025-08"
SILENT = "94"  # a province without any figure
ENDED, ENDED_SILENT = "31.02.01.2003", "31.02.01.2004"
ITEMS = [f"S{number:02}" for number in range(1, 18)] + [f"I{number:02}" for number in range(1, 32)]


def fill_nation(engine: Engine) -> None:
    """Store regions, services of one period, targets and one month of measured children.

    A tenth of all cells is unknown, a desa of each kabupaten has no figure; one desa has ended
    with figures, another without.
    """
    rng = np.random.Generator(np.random.PCG64(8))
    desa = [
        f"{province}.{kabupaten:02}.01.{2001 + number}"
        for province in ("11", "31", "71", SILENT)
        for kabupaten in (1, 2)
        for number in range(5)
    ]
    parents = sorted({code[:length] for code in desa for length in (2, 5, 8)})
    names = {code: f"Wilayah {code}" for code in [*parents, *desa]}
    save_regions(engine, RegionSet(list_regions(names)), make_info("nation"))
    telling = [code for code in desa if code[:2] != SILENT and not code.endswith("2004")]
    rows = [(PERIOD, code, item) for code in telling for item in ITEMS]
    services = pd.DataFrame(rows, columns=["period", "unit_code", "item_code"])
    value = rng.integers(0, 40, len(services)).astype("float64")
    value[rng.uniform(size=len(value)) < 0.1] = np.nan
    targets = [("31", "I02", 2025, 60.0, "Renja"), ("11.01", "I02", 2025, 50.0, "Renja")]
    columns = ["wilayah_code", "item_code", "year", "target_pct", "document"]
    save_demo_services(
        engine,
        services.assign(value=value),
        pd.DataFrame(targets, columns=columns),
        make_info("layanan", "isian"),
    )
    _save_measured(engine, telling, rng)
    with open_write(engine, "uji") as connection:
        ends = {"valid_until": pd.Timestamp("2025-12-31").date()}
        codes = Wilayah.code.in_([ENDED, ENDED_SILENT])
        connection.execute(update(Wilayah).where(codes).values(**ends))


def _save_measured(engine: Engine, desa: list[str], rng: np.random.Generator) -> None:
    """Some know nobody's number, some the stunted only, some have no target group."""
    rows = pd.DataFrame(dict.fromkeys(COUNT_COLUMNS, np.nan), index=range(len(desa)))
    stunted = rng.integers(0, 9, len(desa)).astype("float64")
    measured = stunted + rng.integers(20, 60, len(desa))
    rows["stunting_jiwa"] = np.where(np.arange(len(desa)) % 7 == 3, np.nan, stunted)
    rows["diukur_jiwa"] = np.where(np.arange(len(desa)) % 5 == 2, np.nan, measured)
    rows["sasaran_jiwa"] = np.where(np.arange(len(desa)) % 4 == 1, np.nan, measured + 5)
    month = parse_month(MONTH)
    if month is None:
        raise ValueError(MONTH)
    data = MeasurementSet(SOURCE, "rutin", month, "desa", rows.assign(unit_code=desa))
    save_measurements(engine, data, make_info("ukur", "pengukuran"))
