"""Growing connected groups over a graph of neighbours: kabupaten, desa and kecamatan."""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from data_access.demo.landscape import Floats, Ints


def grow(pairs: Ints, costs: Floats, seeds: Ints, count: int) -> Ints:
    """Give each of `count` nodes the position in `seeds` of the seed nearest by path cost.

    A group is connected by construction; -1 where no seed can be reached.
    """
    graph = coo_array((costs, (pairs[:, 0], pairs[:, 1])), shape=(count, count)).tocsr()
    source = dijkstra(
        graph, directed=False, indices=seeds, min_only=True, return_predecessors=True
    )[2]
    position = np.full(count + 1, -1, dtype=np.int64)
    position[seeds] = np.arange(len(seeds))
    # Nodes that no seed reaches carry a negative source, which indexes the spare last slot.
    return position[np.where(source < 0, count, source)]


def recentre(xy: Floats, groups: Ints, seeds: Ints) -> Ints:
    """Return for each group its node nearest to the group's middle, as the next seed."""
    member = np.flatnonzero(groups >= 0)
    group = groups[member]
    size = np.bincount(group, minlength=len(seeds))
    middle = np.column_stack(
        [np.bincount(group, xy[member, axis], len(seeds)) / size for axis in (0, 1)]
    )
    away = np.hypot(*(xy[member] - middle[group]).T)
    order = np.lexsort((away, group))
    first = np.searchsorted(group[order], np.arange(len(seeds)))
    return member[order[first]]


def group_evenly(
    xy: Floats,
    pairs: Ints,
    costs: Floats,
    parents: Ints,
    sizes: Ints,
    *,
    rng: np.random.Generator,
    rounds: int,
) -> Ints:
    """Split every parent into as many connected groups as `sizes` says, about equal in nodes.

    `parents`: parent number of each node, -1 outside. Groups are numbered parent by parent.
    """
    inside = (parents[pairs[:, 0]] == parents[pairs[:, 1]]) & (parents[pairs[:, 0]] >= 0)
    pairs, costs = pairs[inside], costs[inside]
    seeds = _draw_seeds(parents, sizes, rng)
    groups = grow(pairs, costs, seeds, len(xy))
    for _ in range(rounds):
        seeds = recentre(xy, groups, seeds)
        groups = grow(pairs, costs, seeds, len(xy))
    return groups


def pick_evenest(tries: list[Ints], parents: Ints, sizes: Ints) -> Ints:
    """Take for every parent the split, of several by `group_evenly`, with the largest least group.

    Of equal ones the first is taken.
    """
    owner = np.repeat(np.arange(len(sizes)), sizes)
    least = np.array(
        [
            np.minimum.reduceat(
                np.bincount(groups[parents >= 0], minlength=len(owner)),
                np.searchsorted(owner, np.arange(len(sizes))),
            )
            for groups in tries
        ]
    )
    best = least.argmax(axis=0)
    chosen: Ints = np.array(tries)[best[parents], np.arange(len(parents))]
    return chosen


def _draw_seeds(parents: Ints, sizes: Ints, rng: np.random.Generator) -> Ints:
    shuffled = rng.permutation(len(parents))
    shuffled = shuffled[parents[shuffled] >= 0]
    by_parent = shuffled[np.argsort(parents[shuffled], kind="stable")]
    start = np.searchsorted(parents[by_parent], np.arange(len(sizes)))
    return np.concatenate(
        [by_parent[first : first + size] for first, size in zip(start, sizes, strict=True)]
    )


def share_out(weights: Ints, total: int) -> Ints:
    """Share `total` whole units out in proportion to `weights`, the largest remainders up."""
    exact = weights * total / weights.sum()
    shares: Ints = np.floor(exact).astype(np.int64)
    left = total - int(shares.sum())
    shares[np.argsort(shares - exact, kind="stable")[:left]] += 1
    return shares
