"""Areas of regions on the ellipsoid."""

import geopandas as gpd
import pandas as pd

# Lambert cylindrical equal area of the whole earth: areas right everywhere, shapes not needed.
_EQUAL_AREA = "EPSG:6933"


def measure_area_km2(regions: gpd.GeoDataFrame) -> pd.Series:
    """Return `area_km2` per row of `regions` (any CRS); NaN where there is no shape."""
    area = regions.geometry.to_crs(_EQUAL_AREA).area / 1e6
    return area.where(regions.geometry.notna() & ~regions.geometry.is_empty).rename("area_km2")
