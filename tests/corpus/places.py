"""Small made-up places: square desa side by side, with the parents drawn from them."""

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd
import shapely

from data_access.writes.batches import BatchInfo
from data_access.writes.wilayah import RegionSet
from geo.area import measure_area_km2
from geo.codes import kind_of, level_of, parent_of
from geo.dissolve import dissolve_to

SIDE = 0.05


def make_info(digest: str, kind: str = "wilayah", **options: object) -> BatchInfo:
    return BatchInfo(kind, f"{digest}.csv", digest, "uji", options)


def list_regions(named: dict[str, str]) -> pd.DataFrame:
    """Regions by code and name, with what follows from the code."""
    codes = list(named)
    return pd.DataFrame(
        {
            "code": codes,
            "name": list(named.values()),
            "level": [level_of(code) for code in codes],
            "kind": [kind_of(code) for code in codes],
            "parent_code": [parent_of(code) or "ID" for code in codes],
            "bps_code": None,
        }
    )


def draw_squares(
    codes: Sequence[str], west: float = 115.0, south: float = -2.0
) -> gpd.GeoDataFrame:
    """Desa as squares in a row from west to east."""
    shapes = [
        shapely.box(west + SIDE * place, south, west + SIDE * (place + 1), south + SIDE)
        for place in range(len(codes))
    ]
    columns = {"code": list(codes), "name": [f"Desa {code[-4:]}" for code in codes]}
    return gpd.GeoDataFrame({**columns, "level": "desa"}, geometry=shapes, crs="EPSG:4326")


def make_place(
    codes: Sequence[str], west: float = 115.0, *, renames: bool = False, prefix: str = ""
) -> RegionSet:
    """Desa `codes` with boundaries, their kecamatan, kabupaten and provinces."""
    desa = draw_squares(codes, west)
    parts = [desa, dissolve_to(desa, "kecamatan"), dissolve_to(desa, "kabupaten")]
    drawn = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), crs="EPSG:4326")
    drawn["area_km2"] = measure_area_km2(drawn)
    provinces = sorted({code[:2] for code in codes})
    names = {code: f"{prefix}Provinsi {code}" for code in provinces}
    names |= {code: f"{prefix}Wilayah {code}" for code in drawn["code"]}
    return RegionSet(list_regions(names), drawn, renames=renames)


def write_geojson(path, named_shapes: dict[str, tuple[str, object]]):  # type: ignore[no-untyped-def]
    """A boundary file of desa: code to name and shape."""
    frame = gpd.GeoDataFrame(
        {
            "kode": list(named_shapes),
            "nama": [name for name, _ in named_shapes.values()],
        },
        geometry=[shape for _, shape in named_shapes.values()],
        crs="EPSG:4326",
    )
    path.write_text(frame.to_json(), encoding="utf-8")
    return path
