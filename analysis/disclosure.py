"""Which figures must not be published, so that no count of 1 to 4 people can be worked out.

Counts are published of regions that lie in one another, never of desa: of a desa at most a class
of its share. What a reader can work out is then exactly this: for every published region the sum
of all places that lie in it and in no published region between. Such a group of places is safe
when its sums are no small counts and no small count within it is fixed by the sums and the
classes together. A group that is not safe takes in one more region, or its own region is hidden.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

SMALLEST_SHOWN = 5
_TRIES = 12


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest known part of the figures: a desa, or a unit that reports for more than one.

    node: the smallest region to be published that holds it. yes, no: people (stunted and not,
    reached and not). is_alone_secret: its own counts may never be known, small or not (a desa).
    low_pct, high_pct: the class that is published of it, from `low_pct` up to, not including,
    `high_pct`; least, most: how many people it is known to have.
    """

    node: str
    yes: int
    no: int
    is_alone_secret: bool = True
    low_pct: float = 0.0
    high_pct: float = math.inf
    least: int = 0
    most: float = math.inf

    @property
    def size(self) -> int:
        """All its people."""
        return self.yes + self.no


def is_small(count: float) -> bool:
    """Tell whether a count is one of 1 to 4, which might point at persons."""
    return 0 < count < SMALLEST_SHOWN


def find_hidden(atoms: Iterable[Atom], parents: Mapping[str, str]) -> frozenset[str]:
    """The regions whose counts, sum of people and percentage must all be left out.

    parents: every region to be published by its code, with the code of the one that it lies in
    ("" at the top). The answer depends on the figures alone: leaving out still more regions, not
    approved ones for example, lets a reader know less, never more.
    """
    tree = _Tree(atoms, parents)
    for node in tree.list_deepest_first():
        while node not in tree.hidden and not _is_safe(tree.groups[node], tree.within(node)):
            tree.hide(tree.choose_below(node) or node)
    return frozenset(tree.hidden)


class _Tree:
    """Regions with the group of places that each one's published sum still speaks of."""

    def __init__(self, atoms: Iterable[Atom], parents: Mapping[str, str]) -> None:
        self.hidden: set[str] = set()
        self.groups: dict[str, list[Atom]] = {node: [] for node in parents}
        self._parents = parents
        self._children: dict[str, list[str]] = {node: [] for node in parents}
        self._yes, self._no = dict.fromkeys(parents, 0), dict.fromkeys(parents, 0)
        for node, parent in parents.items():
            if parent in self._children:
                self._children[parent].append(node)
        for atom in atoms:
            self.groups[atom.node].append(atom)
            for node in self._path(atom.node):
                self._yes[node] += atom.yes
                self._no[node] += atom.no

    def list_deepest_first(self) -> list[str]:
        return sorted(self._parents, key=lambda node: (-len(self._path(node)), node))

    def hide(self, node: str) -> None:
        """Leave a region out; its group becomes part of the one around it."""
        if not self.groups[node] and (below := self.choose_below(node)):
            self.hide(below)  # else its sum would follow from what is published below it
        self.hidden.add(node)
        parent = self._parents[node]
        if parent in self.groups:
            self.groups[parent] += self.groups[node]

    def choose_below(self, node: str) -> str | None:
        """The published region right below that costs the least: few people, no small count."""
        shown = [c for c in self._children[node] if c not in self.hidden and self._has_people(c)]
        return min(shown, key=self._cost, default=None)

    def within(self, node: str) -> dict[str, list[Atom]]:
        """The places of a region's group by each hidden region that has a small count."""
        found: dict[str, list[Atom]] = {}
        for atom in self.groups[node]:
            for hidden in self._path(atom.node):
                if hidden == node:
                    break
                if is_small(self._yes[hidden]) or is_small(self._no[hidden]):
                    found.setdefault(hidden, []).append(atom)
        return found

    def _has_people(self, node: str) -> bool:
        return self._yes[node] + self._no[node] > 0

    def _cost(self, node: str) -> tuple[bool, int, str]:
        few = min(self._yes[node], self._no[node]) < SMALLEST_SHOWN
        return few, self._yes[node] + self._no[node], node

    def _path(self, node: str) -> list[str]:
        path = []
        while node in self._parents:
            path.append(node)
            node = self._parents[node]
        return path


def _is_safe(group: Sequence[Atom], small_regions: Mapping[str, Sequence[Atom]]) -> bool:
    if not any(atom.size for atom in group):
        return True
    if is_small(sum(atom.yes for atom in group)) or is_small(sum(atom.no for atom in group)):
        return False
    if len(group) == 1:
        return not group[0].is_alone_secret
    each = ([atom] for atom in group if is_small(atom.yes) or is_small(atom.no))
    return all(_can_differ(part, group) for part in (*each, *small_regions.values()))


def _can_differ(part: Sequence[Atom], group: Sequence[Atom]) -> bool:
    """Tell whether a part's small counts could be others, with the rest making up for it."""
    inside = {id(atom) for atom in part}
    others = sorted((a for a in group if id(a) not in inside), key=lambda a: -min(a.yes, a.no))
    wanted = [
        component
        for component in ("yes", "no")
        if is_small(sum(getattr(atom, component) for atom in part))
    ]
    return all(
        any(_can_exchange(mine, other, component) for other in others for mine in part)
        for component in wanted
    )


def _can_exchange(first: Atom, second: Atom, component: str) -> bool:
    """Tell whether people of one kind could be moved between two places, sum and classes kept."""
    mine, theirs = getattr(first, component), getattr(second, component)
    people = first.size + second.size
    for value in (mine + step for distance in range(1, _TRIES) for step in (distance, -distance)):
        if not 0 <= value <= mine + theirs:
            continue
        one = _possible_sizes(first, component, value)
        other = _possible_sizes(second, component, mine + theirs - value)
        if one is None or other is None:
            continue
        if one[0] + other[0] <= people <= one[1] + other[1]:
            return True
    return False


def _possible_sizes(atom: Atom, component: str, value: int) -> tuple[float, float] | None:
    """Least and most people of a place, had it `value` of one kind; None where it cannot."""
    low, high = atom.low_pct, atom.high_pct
    if component == "no":
        # A hair inside the class, whose ends change sides when shares of the others are meant.
        low, high = max(100 - high + 1e-9, 0.0), 100 - low + 1e-9
    least = max(atom.least, value)
    if math.isfinite(high):
        least = max(least, math.floor(100 * value / high) + 1)
    most = min(atom.most, math.floor(100 * value / low)) if low > 0 else atom.most
    return (least, most) if least <= most else None
