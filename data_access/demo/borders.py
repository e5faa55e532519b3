"""Village polygons from grouped cells, whose wiggly borders neighbours share point for point."""

import math
from dataclasses import dataclass

import numpy as np
import shapely

from data_access.demo.cells import Cells
from data_access.demo.landscape import Floats, Ints

# The middle of the drawn land: the open Banda Sea, with no land for some 100 km around.
CENTRE_LON, CENTRE_LAT = 126.0, -5.2
KM_PER_DEGREE = 111.32
DECIMALS = 6
Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class _Edges:
    """Border edges: the group left and right of each, and its two corners."""

    left: Ints
    right: Ints
    start: Ints
    end: Ints


def draw_polygons(
    cells: Cells, groups: Ints, count: int, detail: int, rng: np.random.Generator
) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """Return one polygon (EPSG:4326) for each of `count` groups, about `detail` points each."""
    edges = _find_edges(cells, groups)
    per_group = 2 * len(edges.left) / count
    steps = max(1, round(detail / per_group))
    waves = rng.standard_normal((len(edges.left), min(steps - 1, 6)))
    stiff = np.zeros(count + 1, dtype=bool)
    while True:
        lines = _bend(cells.corners, edges, steps, waves, _touching(edges, stiff))
        polygons = _close_rings(edges, _to_degrees(lines), count)
        faulty = _find_faults(polygons)
        if not faulty.any():
            return polygons
        if stiff[:-1].all():
            raise ValueError(f"{faulty.sum()} villages are no valid coverage")
        # Where bent borders would cross, the straight edges of the cells are kept: never wrong.
        # A village that is stiff already is crossed from further away: then all become stiff.
        stiff[:-1] |= faulty | (faulty & stiff[:-1]).any()


def _find_edges(cells: Cells, groups: Ints) -> _Edges:
    side = groups[cells.pairs]
    border = side[:, 0] != side[:, 1]
    pairs, ends, side = cells.pairs[border], cells.ends[border], side[border]
    start, end = cells.corners[ends[:, 0]], cells.corners[ends[:, 1]]
    along, across = end - start, cells.xy[pairs[:, 0]] - start
    first_is_left = along[:, 0] * across[:, 1] - along[:, 1] * across[:, 0] > 0
    left = np.where(first_is_left, side[:, 0], side[:, 1])
    right = np.where(first_is_left, side[:, 1], side[:, 0])
    used, numbered = np.unique(ends, return_inverse=True)
    corner = used[numbered.reshape(ends.shape)]
    return _Edges(left, right, corner[:, 0], corner[:, 1])


def _touching(edges: _Edges, stiff: Flags) -> Flags:
    touched: Flags = stiff[edges.left] | stiff[edges.right]
    return touched


def _bend(corners: Floats, edges: _Edges, steps: int, waves: Floats, stiff: Flags) -> Floats:
    """Return each edge as a line of steps + 1 points: rounded at corners, wavy between."""
    fixed = np.zeros(len(corners), dtype=bool)
    fixed[edges.start[stiff]] = True
    fixed[edges.end[stiff]] = True
    corners = _smooth(corners, edges, fixed)
    start, end = corners[edges.start], corners[edges.end]
    t = np.linspace(0, 1, steps + 1)[None, :, None]
    lines = start[:, None] * (1 - t) + end[:, None] * t
    if steps == 1:
        return lines
    tangent = _tangents(corners, edges)
    soft = ~stiff[:, None, None]
    chord = end - start
    pull_start = _aligned(tangent[edges.start], chord)
    pull_end = _aligned(tangent[edges.end], chord)
    hermite = (t**3 - 2 * t**2 + t) * (pull_start - chord)[:, None] + (t**3 - t**2) * (
        pull_end - chord
    )[:, None]
    number = np.arange(1, waves.shape[1] + 1)
    shape = np.sin(math.pi * number[:, None] * t[0, :, 0]) / number[:, None] ** 1.1
    shape[:, [0, -1]] = 0
    normal = np.column_stack([-chord[:, 1], chord[:, 0]])
    wiggle = (0.1 * waves @ shape)[:, :, None] * normal[:, None]
    return lines + np.where(soft, hermite + wiggle, 0.0)


def _smooth(corners: Floats, edges: _Edges, fixed: Flags) -> Floats:
    """Pull each corner towards its neighbours along the border, so that no comb is left."""
    degree = np.bincount(np.concatenate([edges.start, edges.end]), minlength=len(corners))
    weight = np.where(degree == 2, 0.55, 0.3)[:, None]
    weight[fixed | (degree == 0)] = 0
    for _ in range(2):
        total = _sum_at(edges.start, corners[edges.end], len(corners))
        total += _sum_at(edges.end, corners[edges.start], len(corners))
        mean = total / np.maximum(degree, 1)[:, None]
        corners = np.where(weight > 0, corners * (1 - weight) + mean * weight, corners)
    return corners


def _sum_at(where: Ints, what: Floats, count: int) -> Floats:
    return np.column_stack([np.bincount(where, what[:, axis], count) for axis in (0, 1)])


def _tangents(corners: Floats, edges: _Edges) -> Floats:
    """Return the direction of the border through each corner of two edges, zero at others."""
    degree = np.bincount(np.concatenate([edges.start, edges.end]), minlength=len(corners))
    at = np.concatenate([edges.start, edges.end])
    to = np.concatenate([edges.end, edges.start])
    order = np.argsort(at, kind="stable")
    first = np.searchsorted(at[order], np.arange(len(corners)))
    two = np.flatnonzero(degree == 2)
    tangent = np.zeros_like(corners)
    tangent[two] = corners[to[order[first[two] + 1]]] - corners[to[order[first[two]]]]
    return tangent


def _aligned(tangent: Floats, chord: Floats) -> Floats:
    """Give the tangent the chord's sense and length; where there is none, the chord itself."""
    length = np.hypot(tangent[:, 0], tangent[:, 1])
    sense = np.sign((tangent * chord).sum(axis=1))
    scale = sense * np.hypot(chord[:, 0], chord[:, 1]) / np.maximum(length, 1e-12)
    return np.where((length > 0)[:, None] & (sense != 0)[:, None], tangent * scale[:, None], chord)


def _to_degrees(lines: Floats) -> Floats:
    # One scale for both axes: the land keeps its shape on a map that is not projected. The two
    # centres are multiples of the last decimal, so that neighbours round alike.
    degrees = lines / KM_PER_DEGREE + np.array([CENTRE_LON, CENTRE_LAT])
    rounded: Floats = np.round(degrees, DECIMALS)
    return rounded


def _close_rings(
    edges: _Edges, lines: Floats, count: int
) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """Walk around every group with the group on the left and make its polygon."""
    group = np.concatenate([edges.left, edges.right])
    start = np.concatenate([edges.start, edges.end])
    end = np.concatenate([edges.end, edges.start])
    walked = np.concatenate([lines[:, :-1], lines[:, :0:-1]])
    mine = group >= 0
    group, start, end, walked = group[mine], start[mine], end[mine], walked[mine]
    order, ring = _walk(group, start, end)
    points = walked[order].reshape(-1, 2)
    ring_of_point = np.repeat(ring, walked.shape[1])
    same = np.r_[False, (points[1:] == points[:-1]).all(axis=1)]
    same[1:] &= ring_of_point[1:] == ring_of_point[:-1]
    rings = shapely.linearrings(points[~same], indices=ring_of_point[~same])
    owner = group[order][np.searchsorted(ring, np.arange(len(rings)))]
    is_hole = ~shapely.is_ccw(rings)
    place = np.lexsort((is_hole, owner))
    polygons: np.ndarray[tuple[int], np.dtype[np.object_]] = shapely.polygons(
        rings[place], indices=owner[place]
    )
    if len(polygons) != count:
        raise ValueError(f"{count} groups gave {len(polygons)} polygons")
    return polygons


def _walk(group: Ints, start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Order the directed edges ring by ring: positions of the edges, ring number of each."""
    base = int(max(start.max(), end.max())) + 1
    key = group * base + start
    by_key = np.argsort(key, kind="stable")
    following = by_key[np.searchsorted(key[by_key], group * base + end)].tolist()
    seen = bytearray(len(following))
    order: list[int] = []
    ring: list[int] = []
    number = 0
    for first in range(len(following)):
        if seen[first]:
            continue
        current = first
        while not seen[current]:
            seen[current] = 1
            order.append(current)
            ring.append(number)
            current = following[current]
        number += 1
    return np.array(order), np.array(ring)


def _find_faults(polygons: np.ndarray[tuple[int], np.dtype[np.object_]]) -> Flags:
    faulty: Flags = ~shapely.is_valid(polygons)
    faulty |= ~shapely.is_empty(shapely.coverage_invalid_edges(polygons))
    return faulty
