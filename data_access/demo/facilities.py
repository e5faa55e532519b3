"""The demonstration's facilities: invented points inside its invented villages."""

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data_access.importers.fasilitas_checks import Facility

SOURCE = "Data demonstrasi, fiktif"
# Names of posyandu as they are common; none is of a real one.
_FLOWERS = (
    "Anggrek",
    "Bougenvil",
    "Cempaka",
    "Dahlia",
    "Flamboyan",
    "Kenanga",
    "Mawar",
    "Melati",
    "Nusa Indah",
    "Sedap Malam",
    "Teratai",
    "Wijaya Kusuma",
)
_SECOND_POSYANDU, _PUSTU = 0.45, 0.18
_TRIES = 40
_DECIMALS = 6  # of a degree: a tenth of a metre


def make_facilities(regions: gpd.GeoDataFrame, seed: int) -> tuple[Facility, ...]:
    """A posyandu or two a desa, a pustu in some, and a puskesmas a kecamatan.

    `regions`: the demonstration's desa with code, name and geometry (degrees). Every point lies
    inside its desa; the same seed gives the same ones.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 7]))
    desa = regions.sort_values("code")
    found: list[Facility] = []
    seen: set[str] = set()
    for code, name, shape in zip(desa["code"], desa["name"], desa.geometry, strict=True):
        kecamatan = str(code)[:8]
        if kecamatan not in seen:
            seen.add(kecamatan)
            found.append(_place(str(code), "puskesmas", f"Puskesmas {name}", shape, rng))
        count = 1 + int(rng.random() < _SECOND_POSYANDU)
        for flower in rng.choice(len(_FLOWERS), size=count, replace=False):
            found.append(_place(str(code), "posyandu", f"Posyandu {_FLOWERS[flower]}", shape, rng))
        if rng.random() < _PUSTU:
            found.append(_place(str(code), "pustu", f"Pustu {name}", shape, rng))
    return tuple(found)


def _place(
    code: str, kind: str, name: str, shape: BaseGeometry, rng: np.random.Generator
) -> Facility:
    west, south, east, north = shape.bounds
    for _ in range(_TRIES):
        x, y = rng.uniform(west, east), rng.uniform(south, north)
        point = shapely.Point(round(x, _DECIMALS), round(y, _DECIMALS))
        if shape.contains(point):
            break
    else:
        point = shape.representative_point()
    return Facility(
        code, kind, name, round(point.y, _DECIMALS), round(point.x, _DECIMALS), SOURCE, 0
    )
