"""What officials type for places, agencies and services, and which codes that may mean.

No cache and no Streamlit here. Nothing is guessed: a word that fits several asks which.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd
from sqlalchemy import Engine

from app.items import Item, find_item, list_items
from app.target_items import list_services
from app.text import usulan as text
from data_access.reads.masalah import read_problem_places
from data_access.reads.pengaturan import read_agencies
from data_access.reads.stage_definitions import read_agency_names
from geo.codes import level_of, parent_of

_KABUPATEN_LENGTH = 5
_SUGGESTED, _SHORTEST_SUGGESTED = 3, 5
_PARTIES = ("puskesmas", "plkb", "setcam")


class WordBook:
    """Codes by the words that stand for them; capitals and double blanks make no difference."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Take every code with its words, the one to show first."""
        self._codes: dict[str, list[str]] = {}
        self._shown: dict[str, str] = {}
        for code, words in entries:
            for word in words:
                known = self._codes.setdefault(fold(word), [])
                if code not in known:
                    known.append(code)
                self._shown.setdefault(fold(word), word)

    def find(self, word: str) -> tuple[str, ...]:
        """The codes that a word stands for: none, one, or several to choose from."""
        return tuple(self._codes.get(fold(word), ()))

    def find_containing(self, word: str) -> tuple[str, ...]:
        """The codes of which one of the words contains this one."""
        part = fold(word)
        found = (code for key, codes in self._codes.items() if part in key for code in codes)
        return tuple(dict.fromkeys(found))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that look like this one, the most alike first; codes are too alike to suggest."""
        if len(fold(word)) < _SHORTEST_SUGGESTED:
            return ()
        near = get_close_matches(fold(word), self._codes, n=_SUGGESTED)
        return tuple(self._shown[each] for each in near)


def fold(word: str) -> str:
    """A word as it is compared."""
    return " ".join(word.split()).casefold()


@dataclass(frozen=True, slots=True)
class Books:
    """All that a meeting's proposals are read with: its region, its year, and three books.

    `places`: names by code; `agencies`: names by code.
    """

    region_code: str
    year: int
    places: Mapping[str, str]
    agencies: Mapping[str, str]
    place_book: WordBook
    agency_book: WordBook
    aim_book: WordBook


def read_books(engine: Engine, region_code: str, year: int) -> Books:
    """The books of a region: its places in force, the agencies of its kabupaten, all services."""
    rows = read_problem_places(engine, region_code)
    places = {str(row.code): str(row.name) for row in rows.itertuples(index=False)}
    owner = region_code[:_KABUPATEN_LENGTH]
    agencies = dict(read_agency_names()) | _own_names(read_agencies(engine, owner), owner)
    return Books(
        region_code,
        year,
        places,
        agencies,
        WordBook((code, _list_place_words(code, places)) for code in places),
        WordBook((code, (code, name)) for code, name in agencies.items()),
        WordBook([*_list_services(), *((name, (name,)) for name in list_target_groups())]),
    )


def write_place(books: Books, code: str) -> str:
    """The shortest words that name a place of the meeting's region and no other."""
    if code == books.region_code:
        return text.ALL_WRITTEN
    for word in _list_place_words(code, books.places):
        if books.place_book.find(word) == (code,):
            return word
    return code


def list_target_groups() -> tuple[str, ...]:
    """The guideline's target groups of services, in its order."""
    return tuple(dict.fromkeys(item.cluster for item in list_services()))


def service_of(code: str) -> Item | None:
    """The service of a code, None for anything else that is entered."""
    item = find_item(code)
    return item if item is not None and item.group == "capaian" else None


def _own_names(agencies: pd.DataFrame, owner: str) -> dict[str, str]:
    own = agencies[agencies["wilayah_code"] == owner]
    return dict(zip(own["code"], own["name"], strict=True))


def _list_place_words(code: str, places: Mapping[str, str]) -> list[str]:
    name = places.get(code)
    if name is None:
        return [code]
    prefixes = text.PLACE_PREFIXES.get(level_of(code), ())
    words = [name, *(f"{prefix} {name}" for prefix in prefixes)]
    parent = places.get(parent_of(code) or "")
    if parent is not None:
        words.append(text.IN_PARENT.format(name=name, parent=parent))
    return [*words, code]


def _list_services() -> list[tuple[str, tuple[str, ...]]]:
    labels = {item.code: item.label for item in list_services()}
    items = [item for party in _PARTIES for item in list_items(party) if item.group == "capaian"]
    return [(each.code, (each.short, each.name, each.code, labels[each.code])) for each in items]
