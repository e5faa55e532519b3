"""The small cells that villages are put together from: a Voronoi diagram of uneven points."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Delaunay, KDTree, Voronoi

from data_access.demo.landscape import Floats, Ints, Landscape


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells with their shared edges.

    `xy`: one point a cell, in km. `land`: whether it belongs to the land. `pairs`: the two cells
    of each edge; `ends`: the edge's two corners, as rows of `corners`.
    """

    xy: Floats
    land: np.ndarray[tuple[int], np.dtype[np.bool_]]
    pairs: Ints
    ends: Ints
    corners: Floats


def make_cells(land: Landscape, count: int, rng: np.random.Generator) -> Cells:
    """Scatter about `count` cells on the land, and a rim of cells around it."""
    xy = _scatter(land, count, rng)
    xy = _even_out(xy)
    frame = 40 * land.half * np.array([[-1, -1.1], [-1.2, 1], [1, 1.3], [1.4, -1]])
    xy = np.vstack([xy, frame])
    diagram = Voronoi(xy)
    pairs = diagram.ridge_points.astype(np.int64)
    ends = np.array(diagram.ridge_vertices, dtype=np.int64)
    inside = land.inland(xy) > 0
    inside[-4:] = False
    inside = _keep_largest(inside, pairs)
    return Cells(xy, inside, pairs, ends, diagram.vertices)


def _scatter(land: Landscape, count: int, rng: np.random.Generator) -> Floats:
    towns = KDTree(land.towns)
    kept: list[Floats] = []
    found = 0
    reach = 1.1 * land.half + 0.55 * land.reach
    while found < count:
        xy = rng.uniform(-reach, reach, (200_000 if count > 50_000 else 20_000, 2))
        # Rejection: a point stays with a chance that follows how densely villages lie there.
        chance = land.crowding(xy, towns.query(xy)[0])
        xy = xy[rng.uniform(size=len(xy)) < chance]
        depth = land.inland(xy)
        xy, depth = xy[depth > -0.12 * land.reach], depth[depth > -0.12 * land.reach]
        on_land = np.cumsum(depth > 0)
        enough = int(np.searchsorted(on_land, count - found)) + 1
        kept.append(xy[:enough])
        found += int(on_land[min(enough, len(xy)) - 1])
    return np.vstack(kept)


def _even_out(xy: Floats) -> Floats:
    """Move each point towards the middle of its neighbours, so that no cell is a splinter."""
    start, neighbours = Delaunay(xy).vertex_neighbor_vertices
    number = np.diff(start)
    owner = np.repeat(np.arange(len(xy)), number)
    mean = np.column_stack([np.bincount(owner, xy[neighbours, axis], len(xy)) for axis in (0, 1)])
    step = mean / np.maximum(number, 1)[:, None] - xy
    # Points on the rim have far neighbours; none moves further than its nearest one lies.
    reach = KDTree(xy).query(xy, k=2)[0][:, 1]
    length = np.hypot(step[:, 0], step[:, 1])
    scale = np.minimum(0.9, 1.5 * reach / np.maximum(length, 1e-9))
    moved: Floats = xy + step * scale[:, None]
    return moved


def _keep_largest(
    inside: np.ndarray[tuple[int], np.dtype[np.bool_]], pairs: Ints
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Drop islands, and fill lakes, so that the land is one piece without holes."""
    for wanted in (True, False):
        same = pairs[(inside[pairs] == wanted).all(axis=1)]
        graph = coo_array(
            (np.ones(len(same)), (same[:, 0], same[:, 1])), shape=(len(inside), len(inside))
        )
        label = connected_components(graph, directed=False)[1]
        largest = np.bincount(label[inside == wanted]).argmax()
        inside = np.where((inside == wanted) & (label != largest), not wanted, inside)
    return inside
