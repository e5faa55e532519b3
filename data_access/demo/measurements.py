"""Fictional measurements: where stunting is high, how it falls, and the flaws of real figures."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data_access.demo.landscape import Floats, Ints, make_noise

SOURCE = "e-PPGBM"
PERIODS = ("2024-02", "2024-08", "2025-02", "2025-08", "2026-02", "2026-08")
COLUMNS = (
    "unit_code",
    "period",
    "sasaran_jiwa",
    "sangat_pendek_jiwa",
    "pendek_jiwa",
    "normal_jiwa",
    "tinggi_jiwa",
    "outlier_jiwa",
    "stunting_jiwa",
    "diukur_jiwa",
)
# How much of the fall is done by each period: real figures do not fall in a straight line.
_PROGRESS = np.array([0.0, 0.1, 0.38, 0.5, 0.8, 1.0])
_FIRST_START, _FIRST_END = 0.186, 0.131
_LOWEST, _HIGHEST = 0.03, 0.38
_SEVERE, _TALL, _OUTLIER = 0.25, 0.012, 0.004


def make_measurements(regions: gpd.GeoDataFrame, seed: int = 1) -> pd.DataFrame:
    """Make the counts of `COLUMNS`, in children, one row a desa and period of `PERIODS`.

    `regions`: code and geometry of desa, as `draw_desa` gives them. Floats; a desa without
    figures in a period has no row. Every kabupaten has a kecamatan of low participation, a desa
    with more children measured than there are, a break in series and very small desa.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 3]))
    place = _locate(regions)
    flaws = [_choose_flaws(place, number, rng) for number in range(place.n_kabupaten)]
    sasaran, diukur = _count_children(place, flaws, rng)
    chance = _set_level(_draw_tendency(place, rng), diukur, place, rng)
    stunting = rng.binomial(diukur, chance)
    severe = rng.binomial(stunting, _SEVERE)
    tall = rng.binomial(diukur - stunting, _TALL)
    counts = {
        "sasaran_jiwa": sasaran,
        "sangat_pendek_jiwa": severe,
        "pendek_jiwa": stunting - severe,
        "normal_jiwa": diukur - stunting - tall,
        "tinggi_jiwa": tall,
        "outlier_jiwa": rng.binomial(diukur, _OUTLIER),
        "stunting_jiwa": stunting,
        "diukur_jiwa": diukur,
    }
    frame = pd.DataFrame(
        {
            "unit_code": np.tile(place.codes, len(PERIODS)),
            "period": np.repeat(PERIODS, len(place.codes)),
            **{name: value.T.ravel().astype(float) for name, value in counts.items()},
        }
    )
    present = ~_draw_missing(place, flaws, rng).T.ravel()
    return frame.loc[present, list(COLUMNS)].reset_index(drop=True)


@dataclass(frozen=True, slots=True)
class _Place:
    """The desa as arrays: middle in degrees, and how far from their town they lie.

    `remoteness`: the distance, `north`: its part towards the hills in the north; 1 is what is
    usual in the kabupaten. `reach`: the usual distance in degrees.
    """

    codes: np.ndarray[tuple[int], np.dtype[np.object_]]
    kabupaten: Ints
    kecamatan: Ints
    xy: Floats
    remoteness: Floats
    north: Floats
    reach: float

    @property
    def n_kabupaten(self) -> int:
        return int(self.kabupaten.max()) + 1


def _locate(regions: gpd.GeoDataFrame) -> _Place:
    codes = regions["code"].to_numpy(dtype=object)
    kabupaten = np.unique([code[:5] for code in codes], return_inverse=True)[1]
    kecamatan = np.unique([code[:8] for code in codes], return_inverse=True)[1]
    xy = shapely.get_coordinates(shapely.centroid(regions.geometry.to_numpy()))
    # The town is where the kelurahan (1xxx) lie.
    urban = np.array([code[9] == "1" for code in codes])
    size = np.bincount(kabupaten[urban])
    town = np.column_stack(
        [np.bincount(kabupaten[urban], xy[urban, axis]) / size for axis in (0, 1)]
    )
    away = np.hypot(*(xy - town[kabupaten]).T)
    usual = np.bincount(kabupaten, away) / np.bincount(kabupaten)
    north = (xy[:, 1] - town[kabupaten, 1]) / usual[kabupaten]
    return _Place(
        codes, kabupaten, kecamatan, xy, away / usual[kabupaten], north, float(usual.mean())
    )


@dataclass(frozen=True, slots=True)
class _Flaws:
    """Which desa of one kabupaten (positions) carry which flaw."""

    low: Ints
    over: int
    break_in_series: int
    tiny: Ints
    missing_last: Ints
    never: int


def _choose_flaws(place: _Place, number: int, rng: np.random.Generator) -> _Flaws:
    mine = np.flatnonzero(place.kabupaten == number)
    kecamatan = np.unique(place.kecamatan[mine])
    # Not the town's kecamatan, which is the first, where there is another.
    chosen = rng.choice(kecamatan[1:] if len(kecamatan) > 1 else kecamatan)
    rest = rng.permutation(mine[place.kecamatan[mine] != chosen])
    if len(rest) < 8:
        rest = rng.permutation(mine)
    return _Flaws(
        low=mine[place.kecamatan[mine] == chosen],
        over=int(rest[0]),
        break_in_series=int(rest[1]),
        tiny=rest[2:4],
        missing_last=rest[4:7],
        never=int(rest[7]),
    )


def _count_children(
    place: _Place, flaws: list[_Flaws], rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Return sasaran and measured children, desa by period."""
    shape = (len(place.codes), len(PERIODS))
    usual = 88 * np.exp(0.42 * rng.standard_normal(shape[0]) - 0.1 * (place.remoteness - 1))
    drift = 1 + 0.03 * rng.standard_normal(shape)
    sasaran = np.round(np.clip(usual, 34, 172)[:, None] * drift).astype(np.int64)
    share = 0.83 + 0.02 * np.arange(shape[1]) + 0.05 * rng.standard_normal(shape)
    share -= 0.03 * (place.remoteness - 1)[:, None]
    for flaw in flaws:
        share[flaw.low, -2:] = rng.uniform(0.34, 0.52, (len(flaw.low), 2))
        sasaran[flaw.break_in_series, 3:] = np.round(2.8 * sasaran[flaw.break_in_series, 3:])
        sasaran[flaw.tiny] = 14
    diukur = np.round(sasaran * np.clip(share, 0.3, 0.99)).astype(np.int64)
    for flaw in flaws:
        diukur[flaw.tiny] = rng.integers(9, 14, (len(flaw.tiny), shape[1]))
        diukur[flaw.tiny[0], -1] = 12
        diukur[flaw.over, -1] = np.ceil(1.08 * sasaran[flaw.over, -1])
    return sasaran, diukur


def _draw_tendency(place: _Place, rng: np.random.Generator) -> Floats:
    """Return how far each desa and period lies above its kabupaten, on the logit scale."""
    smooth = make_noise(rng, 2.2 * place.reach).at(place.xy)
    turning = make_noise(rng, 1.6 * place.reach).at(place.xy)
    count = len(place.codes)
    hills = 0.36 * (place.remoteness - 1) + 0.2 * place.north
    height = hills + 0.3 * smooth + 0.2 * rng.standard_normal(count)
    slope = 0.22 * turning + 0.22 * rng.standard_normal(count)
    wobble = 0.07 * rng.standard_normal((count, len(PERIODS)))
    return height[:, None] + slope[:, None] * (_PROGRESS - 0.5) + wobble


def _set_level(tendency: Floats, weights: Ints, place: _Place, rng: np.random.Generator) -> Floats:
    """Shift the tendencies so that every kabupaten meets its figure in every period."""
    start = rng.uniform(0.16, 0.2, place.n_kabupaten)
    end = start * rng.uniform(0.66, 0.82, place.n_kabupaten)
    start[0], end[0] = _FIRST_START, _FIRST_END
    wanted = start[:, None] + (end - start)[:, None] * _PROGRESS
    low, high = np.full(wanted.shape, -6.0), np.full(wanted.shape, 3.0)
    for _ in range(30):
        middle = (low + high) / 2
        chance = _to_chance(tendency + middle[place.kabupaten])
        reached = np.column_stack(
            [
                np.bincount(place.kabupaten, chance[:, t] * weights[:, t])
                / np.bincount(place.kabupaten, weights[:, t])
                for t in range(len(PERIODS))
            ]
        )
        low, high = (
            np.where(reached < wanted, middle, low),
            np.where(reached < wanted, high, middle),
        )
    return _to_chance(tendency + low[place.kabupaten])


def _to_chance(logit: Floats) -> Floats:
    chance: Floats = np.clip(1 / (1 + np.exp(-logit)), _LOWEST, _HIGHEST)
    return chance


def _draw_missing(
    place: _Place, flaws: list[_Flaws], rng: np.random.Generator
) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Return which desa and period have no figures."""
    missing = rng.uniform(size=(len(place.codes), len(PERIODS))) < 0.02
    for flaw in flaws:
        special = np.concatenate([flaw.low, flaw.tiny, [flaw.over, flaw.break_in_series]])
        missing[special] = False
        missing[flaw.missing_last, -1] = True
        missing[flaw.never] = True
    return missing
