"""The villages of the demonstration: an invented coverage with invented codes and names.

Villages are grown over many small cells, so that borders bend and follow the rivers as real
ones do; kecamatan and kabupaten are connected groups of villages. Everything follows the seed.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.spatial import KDTree

from data_access.demo.borders import draw_polygons
from data_access.demo.cells import Cells, make_cells
from data_access.demo.grouping import group_evenly, grow, pick_evenest, share_out
from data_access.demo.landscape import Floats, Ints, Landscape, make_landscape, make_noise
from data_access.demo.names import name_desa

PROVINSI_CODE = "99"
DESA_PER_KABUPATEN = 150
DESA_PER_KECAMATAN = 12.5
MOST_KABUPATEN = 99
MOST_KECAMATAN = 99
_MOST_DESA = 99 * 850
# Small cells a village is put together from; fewer where there are very many villages.
_CELLS_PER_DESA = (9, 40)
_CELLS_IN_ALL = 200_000


def draw_desa(n_desa: int = 150, seed: int = 1, detail: int = 60) -> gpd.GeoDataFrame:
    """Draw `n_desa` fictional villages: code, name, level, kind, geometry (EPSG:4326).

    One row a village, ordered by code, polygons that share their borders exactly. `kind` is
    "desa" or "kelurahan". `detail` is the mean number of points of a village (real ones have
    100 to 500). ValueError outside 30 to 84,150 villages.
    """
    if not 30 <= n_desa <= _MOST_DESA:
        raise ValueError(f"n_desa must be 30 to {_MOST_DESA}, not {n_desa}")
    rng = np.random.Generator(np.random.PCG64(seed))
    n_kabupaten = min(max(1, round(n_desa / DESA_PER_KABUPATEN)), MOST_KABUPATEN)
    land = make_landscape(n_desa, n_kabupaten, rng)
    least, most = _CELLS_PER_DESA
    per_desa = min(max(_CELLS_IN_ALL // n_desa, least), most)
    cells = make_cells(land, n_desa * per_desa, rng)
    desa, kabupaten = _grow_desa(cells, land, n_desa, rng)
    xy = _middles(cells, desa, n_desa)
    kecamatan = _group_kecamatan(cells, desa, xy, kabupaten, rng)
    polygons = draw_polygons(cells, desa, n_desa, detail, rng)
    frame = _give_codes(xy, kabupaten, kecamatan, land.towns, rng)
    result = gpd.GeoDataFrame(frame, geometry=polygons, crs="EPSG:4326")
    return result.sort_values("code").reset_index(drop=True)


def _grow_desa(
    cells: Cells, land: Landscape, n_desa: int, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Return the desa of every cell (-1 off the land) and the kabupaten of every desa."""
    inner = cells.land[cells.pairs].all(axis=1)
    pairs = cells.pairs[inner]
    costs = _costs(cells.xy, pairs, land, rng)
    on_land = np.flatnonzero(cells.land)
    seeds = on_land[KDTree(cells.xy[on_land]).query(land.towns)[1]]
    length = np.hypot(*(cells.xy[pairs[:, 0]] - cells.xy[pairs[:, 1]]).T)
    kabupaten = grow(pairs, length * costs, seeds, len(cells.xy))
    sizes = share_out(np.bincount(kabupaten[on_land], minlength=len(seeds)), n_desa)
    desa = group_evenly(cells.xy, pairs, costs, kabupaten, sizes, rng=rng, rounds=3)
    return desa, np.repeat(np.arange(len(sizes)), sizes)


def _costs(xy: Floats, pairs: Ints, land: Landscape, rng: np.random.Generator) -> Floats:
    """Make it dear to cross a river or a ridge, so that borders come to lie there."""
    middle = xy[pairs].mean(axis=1)
    ridges = make_noise(rng, 0.09 * land.reach, 20).at(middle)
    side = land.side(xy)
    crosses = side[pairs[:, 0]] != side[pairs[:, 1]]
    costs: Floats = np.exp(0.35 * ridges) * rng.uniform(0.7, 1.3, len(pairs)) + 3.0 * crosses
    return costs


def _middles(cells: Cells, desa: Ints, n_desa: int) -> Floats:
    member = np.flatnonzero(desa >= 0)
    size = np.bincount(desa[member], minlength=n_desa)
    return np.column_stack(
        [np.bincount(desa[member], cells.xy[member, axis], n_desa) / size for axis in (0, 1)]
    )


def _group_kecamatan(
    cells: Cells, desa: Ints, xy: Floats, kabupaten: Ints, rng: np.random.Generator
) -> Ints:
    """Return the kecamatan of every desa, numbered kabupaten by kabupaten."""
    side = desa[cells.pairs]
    border = (side[:, 0] != side[:, 1]) & (side >= 0).all(axis=1)
    low, high = side[border].min(axis=1), side[border].max(axis=1)
    ends = cells.corners[cells.ends[border]]
    length = np.hypot(*(ends[:, 0] - ends[:, 1]).T)
    keys, place = np.unique(low * len(xy) + high, return_inverse=True)
    shared = np.bincount(place, length)
    # Villages that touch by a few metres only are poor neighbours: they would look apart.
    costs = 1 + np.minimum(0.3 * np.median(shared) / shared, 30.0)
    pairs = np.column_stack([keys // len(xy), keys % len(xy)])
    sizes = np.maximum(1, np.round(np.bincount(kabupaten) / DESA_PER_KECAMATAN).astype(np.int64))
    # Many kecamatan even out by themselves, and each try is dear where there are many villages.
    n_tries = int(np.clip(10_000 // len(xy), 2, 12))
    tries = [
        group_evenly(xy, pairs, costs, kabupaten, sizes, rng=rng, rounds=5) for _ in range(n_tries)
    ]
    return pick_evenest(tries, kabupaten, sizes)


def _give_codes(
    xy: Floats, kabupaten: Ints, kecamatan: Ints, towns: Floats, rng: np.random.Generator
) -> pd.DataFrame:
    """Number kecamatan from the town's (01) outwards by north-west, and villages within each."""
    north_west = xy[:, 0] - xy[:, 1]
    rows: list[tuple[int, str, str, str]] = []
    for number in range(len(towns)):
        mine = np.flatnonzero(kabupaten == number)
        from_town = np.hypot(*(xy[mine] - towns[number]).T)
        capital = kecamatan[mine[np.argmin(from_town)]]
        present = np.unique(kecamatan[mine])
        place = [north_west[mine[kecamatan[mine] == one]].mean() for one in present]
        ordered = present[np.lexsort((place, present != capital))]
        for position, one in enumerate(ordered, start=1):
            inside = kecamatan[mine] == one
            key = from_town if one == capital else north_west[mine]
            villages = mine[inside][np.argsort(key[inside], kind="stable")]
            code = f"{PROVINSI_CODE}.{number + 1:02d}.{position:02d}"
            rows += _number_villages(villages, code, one == capital, rng)
    frame = pd.DataFrame(rows, columns=["row", "code", "name", "kind"])
    frame["level"] = "desa"
    return frame.set_index("row").sort_index()[["code", "name", "level", "kind"]]


def _number_villages(
    villages: Ints, kecamatan_code: str, is_capital: bool, rng: np.random.Generator
) -> list[tuple[int, str, str, str]]:
    """Number on through kelurahan (1xxx, the inner part of the town) and desa (2xxx)."""
    n_kelurahan = int(np.ceil(0.6 * len(villages))) if is_capital else 0
    names = name_desa(len(villages), rng)
    rows = []
    for number, (village, name) in enumerate(zip(villages, names, strict=True), start=1):
        kind = "kelurahan" if number <= n_kelurahan else "desa"
        first = 1 if kind == "kelurahan" else 2
        rows.append((int(village), f"{kecamatan_code}.{first}{number:03d}", name, kind))
    return rows
