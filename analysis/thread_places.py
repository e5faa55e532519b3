"""Which proposals and causes belong to a place: those that name it, one around it, one inside."""

from collections.abc import Iterable, Iterator, Sequence

HERE, INSIDE = "tempat_itu", "sebagian"
# What a place around another one is, by how many numbers its code has.
_AROUND = {1: "seprovinsi", 2: "sekabupaten", 3: "sekecamatan"}
Place = tuple[str, str | None]


class PlaceFinder:
    """What names which places for which services, found by region and service."""

    def __init__(self, rows: Iterable[tuple[int, Sequence[str], Sequence[str | None]]]) -> None:
        self._named: dict[Place, set[int]] = {}
        self._inside: dict[Place, set[int]] = {}
        for number, places, items in rows:
            for place in places:
                for around, word in _list_around(place):
                    kept = self._named if word == HERE else self._inside
                    for item in items:
                        kept.setdefault((around, item), set()).add(number)

    def find(self, code: str, item: str | None) -> list[tuple[int, str]]:
        """Numbers that reach a region for a service, with how: the closest way counts."""
        found: dict[int, str] = {}
        for around, word in _list_around(code):
            for number in self._named.get((around, item), ()):
                found.setdefault(number, word)
        for number in self._inside.get((code, item), ()):
            found.setdefault(number, INSIDE)
        return sorted(found.items())


def _list_around(code: str) -> Iterator[tuple[str, str]]:
    """A region and those around it, with what each is to it."""
    yield code, HERE
    while "." in code:
        code = code.rpartition(".")[0]
        yield code, _AROUND[code.count(".") + 1]
