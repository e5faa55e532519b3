"""What a stranger can work out from published figures: an integer solver, not our own rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from analysis.disclosure import Atom

_OPEN = 0.5  # the upper end of a class does not belong to it; all bounds are halves of a percent
_MANY = 100_000


@dataclass(frozen=True)
class Published:
    """Everything a reader has: which places lie where, sums of shown regions, classes of places."""

    atoms: Sequence[Atom]
    parents: Mapping[str, str]
    hidden: frozenset[str]

    def members(self, node: str) -> list[int]:
        """Places inside a region."""
        return [n for n, atom in enumerate(self.atoms) if node in self._path(atom.node)]

    def _path(self, node: str) -> list[str]:
        path = []
        while node in self.parents:
            path.append(node)
            node = self.parents[node]
        return path

    def constraints(self) -> list[LinearConstraint]:
        """Variables: stunted of each place, then measured of each place."""
        count = len(self.atoms)
        rows, low, high = [], [], []
        for node in self.parents:
            if node in self.hidden:
                continue
            inside = self.members(node)
            for offset, value in (
                (0, sum(self.atoms[n].yes for n in inside)),
                (count, sum(self.atoms[n].size for n in inside)),
            ):
                row = np.zeros(2 * count)
                row[[offset + n for n in inside]] = 1
                rows.append(row), low.append(value), high.append(value)
        for n, atom in enumerate(self.atoms):
            at_most_all = np.zeros(2 * count)
            at_most_all[n], at_most_all[count + n] = 1, -1
            rows.append(at_most_all), low.append(-np.inf), high.append(0)
            above, below = np.zeros(2 * count), np.zeros(2 * count)
            above[n], above[count + n] = 100, -atom.low_pct
            rows.append(above), low.append(0), high.append(np.inf)
            if np.isfinite(atom.high_pct):
                below[n], below[count + n] = 100, -atom.high_pct
                rows.append(below), low.append(-np.inf), high.append(-_OPEN)
        return [LinearConstraint(np.array(rows), low, high)]

    def bound(self, places: Sequence[int], component: str) -> tuple[int, int]:
        """The least and the most that a sum over places can be, given what is published."""
        count = len(self.atoms)
        wanted = np.zeros(2 * count)
        wanted[list(places)] = 1
        if component == "no":
            wanted = -wanted
            wanted[[count + n for n in places]] = 1
        bounds = Bounds(
            np.r_[np.zeros(count), [float(a.least) for a in self.atoms]],
            np.r_[np.full(count, _MANY), [min(a.most, _MANY) for a in self.atoms]],
        )
        found = []
        for sign in (1, -1):
            solved = milp(
                sign * wanted,
                constraints=self.constraints(),
                bounds=bounds,
                integrality=np.ones(2 * count),
            )
            assert solved.status in (0, 3, 4), solved.message
            # 3 and 4: without a bound; nothing at all is known on this side.
            found.append(sign * solved.fun if solved.status == 0 else _MANY)
        return round(found[0]), round(found[1])

    def find_recovered(self, *, regions_only: bool = False) -> list[tuple[object, str, int]]:
        """Counts of 1 to 4 of a place or region that only one number fits, with that number."""
        each = range(0 if regions_only else len(self.atoms))
        parts: dict[object, list[int]] = {n: [n] for n in each}
        parts |= {node: self.members(node) for node in self.parents}
        found = []
        for name, places in parts.items():
            for component in ("yes", "no"):
                true = sum(getattr(self.atoms[n], component) for n in places)
                if not 0 < true < 5:
                    continue
                least, most = self.bound(places, component)
                if least == most:
                    found.append((name, component, true))
        return found
