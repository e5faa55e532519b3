"""The invented land: where its outline, rivers and towns lie, in kilometres on a plane."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DESA_AREA_KM2 = 10.0


@dataclass(frozen=True, slots=True)
class Noise:
    """A smooth random field made of plane waves; about standard normal at every point."""

    waves: Floats
    phases: Floats

    def at(self, xy: Floats) -> Floats:
        """Return the field's value at every point of `xy` (rows of x, y)."""
        total = np.zeros(len(xy))
        for wave, phase in zip(self.waves, self.phases, strict=True):
            total += np.cos(xy @ wave + phase)
        return total * math.sqrt(2 / len(self.phases))


def make_noise(rng: np.random.Generator, wavelength: float, modes: int = 16) -> Noise:
    """Draw a field whose hills are about `wavelength` apart (same unit as its points)."""
    angle = rng.uniform(0, 2 * math.pi, modes)
    number = 2 * math.pi / wavelength * rng.uniform(0.7, 1.4, modes)
    waves = np.column_stack([number * np.cos(angle), number * np.sin(angle)])
    return Noise(waves, rng.uniform(0, 2 * math.pi, modes))


@dataclass(frozen=True, slots=True)
class River:
    """A river that runs from north to south, as a line of many points (rising y)."""

    y: Floats
    x: Floats

    def x_at(self, y: Floats) -> Floats:
        """Return the river's x at each y."""
        return np.interp(y, self.y, self.x)


def make_river(x: float, half: float, reach: float, rng: np.random.Generator) -> River:
    """Draw a river that meanders around `x` through land of side 2 * `half`."""
    y = np.linspace(-2.3 * half, 2.3 * half, 60 * max(10, round(2 * half / reach)))
    line = np.column_stack([np.full(len(y), x), y])
    wide, narrow = make_noise(rng, 0.9 * reach, 6), make_noise(rng, 0.22 * reach, 8)
    return River(y, x + reach * (0.11 * wide.at(line) + 0.035 * narrow.at(line)))


@dataclass(frozen=True, slots=True)
class Landscape:
    """An outline, rivers and one town a kabupaten. `reach` is a kabupaten's side in km."""

    half: float
    reach: float
    rough: tuple[Noise, Noise, Noise]
    rivers: tuple[River, ...]
    towns: Floats

    def inland(self, xy: Floats) -> Floats:
        """Return about how far inside the outline a point lies, in km; negative is outside."""
        u, v = xy[:, 0] / (self.half * 1.06), xy[:, 1] / (self.half * 0.98)
        # One kabupaten is roundish; a province of many is squarer, so that no corner is starved.
        power = 2.7 if len(self.towns) == 1 else 6.0
        radius = (np.abs(u) ** power + np.abs(v) ** power) ** (1 / power)
        large, middle, small = (noise.at(xy) for noise in self.rough)
        return self.half * (1 - radius) + self.reach * (
            0.08 * np.tanh(large) + 0.05 * middle + 0.018 * small
        )

    def side(self, xy: Floats) -> Ints:
        """Return how many rivers lie west of a point: two points that differ have one between."""
        west = np.zeros(len(xy), dtype=np.int64)
        for river in self.rivers:
            west += xy[:, 0] > river.x_at(xy[:, 1])
        return west

    def crowding(self, xy: Floats, town_distance: Floats) -> Floats:
        """Return how densely villages lie at a point, 0 to 1: rivers and towns are dense."""
        nearest = np.full(len(xy), np.inf)
        for river in self.rivers:
            nearest = np.minimum(nearest, np.abs(xy[:, 0] - river.x_at(xy[:, 1])))
        return (
            0.3
            + 0.9 * np.exp(-((nearest / (0.1 * self.reach)) ** 2))
            + 2.6 * np.exp(-((town_distance / (0.11 * self.reach)) ** 2))
        ) / 3.8


def make_landscape(n_desa: int, n_kabupaten: int, rng: np.random.Generator) -> Landscape:
    """Draw the land for `n_desa` villages in `n_kabupaten` columns and rows of kabupaten."""
    half = math.sqrt(n_desa * DESA_AREA_KM2) / 2
    reach = 2 * half / math.sqrt(n_kabupaten)
    columns = math.ceil(math.sqrt(n_kabupaten))
    rivers = tuple(
        make_river(
            (column + 0.5 + rng.uniform(-0.12, 0.12)) * 2 * half / columns - half, half, reach, rng
        )
        for column in range(columns)
    )
    rough = (
        make_noise(rng, 0.8 * reach),
        make_noise(rng, 0.34 * reach),
        make_noise(rng, 0.1 * reach),
    )
    towns = _place_towns(n_kabupaten, half, rivers, rng)
    return Landscape(half, reach, rough, rivers, towns)


def _place_towns(
    count: int, half: float, rivers: tuple[River, ...], rng: np.random.Generator
) -> Floats:
    rows = math.ceil(count / len(rivers))
    towns = []
    for row in range(rows):
        # The towns of one row are spread over its whole width, also where the last is short.
        in_row = count // rows + (1 if row < count % rows else 0)
        for column in range(in_row):
            x = (column + 0.5) * 2 * half / in_row - half
            y = half - (row + 0.55 + rng.uniform(-0.16, 0.16)) * 2 * half / rows
            bends = np.array([river.x_at(np.array([y]))[0] for river in rivers])
            # A town lies a little beside its river.
            towns.append((bends[np.argmin(np.abs(bends - x))] + 0.03 * half, y))
    return np.array(towns)
