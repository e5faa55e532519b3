"""The whole demonstration, made of its parts."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from data_access.demo.measurements import make_measurements
from data_access.demo.names import name_parents
from data_access.demo.shapes import draw_desa
from data_access.demo.surveys import make_surveys

STANDARD_SEED = 1


@dataclass(frozen=True, slots=True)
class DemoData:
    """A whole demonstration.

    `regions`: desa with code, name, level, kind, geometry. `parents`: provinsi, kabupaten and
    kecamatan with code, name, level. `measurements`: counts a desa and period. `surveys`: one
    row a kabupaten, year and survey.
    """

    regions: gpd.GeoDataFrame
    parents: pd.DataFrame
    measurements: pd.DataFrame
    surveys: pd.DataFrame


def make_demo(n_desa: int = 150, seed: int = STANDARD_SEED, detail: int = 60) -> DemoData:
    """Make the demonstration of `n_desa` villages with about `detail` border points each.

    ValueError outside 30 to 84,150 villages.
    """
    regions = draw_desa(n_desa, seed, detail)
    return DemoData(
        regions=regions,
        parents=name_parents(regions["code"], seed),
        measurements=make_measurements(regions, seed),
        surveys=make_surveys(),
    )
