"""What a person typed into a row of proposals becomes fields, or cells with what to mend.

Good cells never wait for bad ones: a row's fields are read one by one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.amounts import TypedFault, read_amount, read_volume
from analysis.proposals import NEED_REASON, UNDECIDED
from app.actions.rembuk_texts import tidy_line
from app.proposal_books import Books, WordBook, fold, service_of
from app.text import usulan as text
from data_access.reads.usulan import Proposal
from geo.escape import find_unsafe_characters

YEARS_AHEAD = 5
MOST_PRIORITY = 999
NO_REASON = "alasan_kosong"
LONGEST = {"activity": 1_000, "unit": 100, "fund": 120, "decision_reason": 1_000}
# The column whose name is not its field's.
_FIELD_OF = {"amount": "amount_idr"}
_DEFAULTS: Mapping[str, Any] = {"decision": UNDECIDED, "places": ()}
_SHOWN_OPTIONS = 5
_SEPARATORS = re.compile(r"[;\n]")


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that is not stored: its column, why by code, what was typed, what it may mean."""

    column: str
    code: str
    typed: str
    word: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowReading:
    """What the typed cells of a row change (by field) and what of them cannot be stored."""

    values: Mapping[str, Any]
    faults: tuple[CellFault, ...] = ()


def read_row(typed: Mapping[str, str], base: Proposal | None, books: Books) -> RowReading:
    """Read the typed cells of one row (texts by column) against what is stored of it.

    Only fields that differ come back. A decision to postpone or reject waits for its reason.
    """
    values: dict[str, Any] = {}
    faults = []
    for column, written in typed.items():
        found = read_cell(column, written, books)
        if isinstance(found, CellFault):
            faults.append(found)
        else:
            values |= {name: each for name, each in found.items() if each != _stored(base, name)}
    if base is not None and not values.get("activity", base.activity):
        values.pop("activity")
        faults.append(CellFault("activity", "kegiatan_kosong", ""))
    fault = _hold_decision_back(values, base)
    return RowReading(values, tuple([*faults, fault] if fault else faults))


def read_cell(column: str, written: str, books: Books) -> dict[str, Any] | CellFault:
    """Read one cell into its fields; blank is nothing known."""
    plain = tidy_line(written)
    if column in LONGEST:
        return _read_text(column, plain)
    if plain is None:
        return _empty(column)
    readers = {
        "amount": _read_figure,
        "volume": _read_figure,
        "execution_year": _read_whole,
        "priority": _read_whole,
        "bidang": _read_word,
        "decision": _read_word,
        "aim": _read_aim,
        "places": _read_places,
        "agency": _read_agency,
    }
    return readers[column](column, plain, books)


def _stored(base: Proposal | None, name: str) -> Any:
    return _DEFAULTS.get(name) if base is None else getattr(base, name)


def _empty(column: str) -> dict[str, Any]:
    if column == "aim":
        return {"item_code": None, "target_group": None}
    field = _FIELD_OF.get(column, column)
    return {field: _DEFAULTS.get(field)}


def _hold_decision_back(values: dict[str, Any], base: Proposal | None) -> CellFault | None:
    """Take a decision without its reason out of what is stored."""
    stored = {name: _stored(base, name) for name in ("decision", "decision_reason")}
    wanted = stored | values
    if wanted["decision"] not in NEED_REASON or wanted["decision_reason"]:
        return None
    values.pop("decision", None)
    values.pop("decision_reason", None)
    return CellFault("decision_reason", NO_REASON, "")


def _read_text(column: str, plain: str | None) -> dict[str, Any] | CellFault:
    if plain is None:
        return {column: "" if column == "activity" else None}
    if len(plain) > LONGEST[column]:
        return CellFault(column, "panjang", plain)
    if column in ("unit", "fund") and find_unsafe_characters(plain):
        return CellFault(column, "tanda", plain)
    if column == "fund":
        # "apbd" and "APBD" are one fund in the sums.
        plain = next((each for each in text.FUNDS if fold(each) == fold(plain)), plain)
    return {column: plain}


def _read_figure(column: str, plain: str, _books: Books) -> dict[str, Any] | CellFault:
    value = read_amount(plain) if column == "amount" else read_volume(plain)
    if isinstance(value, TypedFault):
        return CellFault(column, value.code, plain)
    return {_FIELD_OF.get(column, column): value}


def _read_whole(column: str, plain: str, books: Books) -> dict[str, Any] | CellFault:
    year = books.year
    first, last = (year, year + YEARS_AHEAD) if column == "execution_year" else (1, MOST_PRIORITY)
    code = "tahun" if column == "execution_year" else "prioritas"
    is_number = re.fullmatch(r"\d{1,4}", plain, re.ASCII) is not None
    if not is_number or not first <= int(plain) <= last:
        return CellFault(column, code, plain, options=(str(first), str(last)))
    return {column: int(plain)}


def _read_word(column: str, plain: str, _books: Books) -> dict[str, Any] | CellFault:
    words = text.BIDANG_WORDS if column == "bidang" else text.DECISION_WORDS
    for code, known in words.items():
        if fold(plain) in known:
            return {column: code}
    return CellFault(column, "bidang" if column == "bidang" else "keputusan", plain)


def _read_aim(column: str, plain: str, books: Books) -> dict[str, Any] | CellFault:
    found = books.aim_book.find(plain) or books.aim_book.find_containing(plain)
    if len(found) != 1:
        return _ask(column, "layanan", plain, plain, books.aim_book, found)
    item = service_of(found[0])
    if item is None:
        return {"item_code": None, "target_group": found[0]}
    return {"item_code": item.code, "target_group": item.cluster}


def _read_agency(column: str, plain: str, books: Books) -> dict[str, Any] | CellFault:
    book = books.agency_book
    found = book.find(plain)
    if not found and fold(plain).startswith(text.AGENCY_PREFIX):  # "Dinas PUPR" is "pupr"
        found = book.find(fold(plain).removeprefix(text.AGENCY_PREFIX))
    if len(found) != 1:
        return _ask(column, "opd", plain, plain, book, found)
    return {"agency": found[0]}


def _read_places(column: str, plain: str, books: Books) -> dict[str, Any] | CellFault:
    if fold(plain) in text.ALL_PLACES:
        return {"places": (books.region_code,)}
    codes: set[str] = set()
    for word in _split_places(plain, books.place_book):
        found = books.place_book.find(word)
        if len(found) != 1:
            return _ask(column, "tempat", plain, word, books.place_book, found)
        codes.add(found[0])
    return {"places": tuple(sorted(codes))}


def _split_places(plain: str, book: WordBook) -> list[str]:
    """Words between semicolons, and between commas where a word holds no known place."""
    parts = [each.strip() for each in _SEPARATORS.split(plain) if each.strip()]
    words = []
    for part in parts:
        known = book.find(part) or "," not in part
        words += [part] if known else [each.strip() for each in part.split(",") if each.strip()]
    return words


def _ask(
    column: str, kind: str, typed: str, word: str, book: WordBook, found: tuple[str, ...]
) -> CellFault:
    """Which is meant: the codes it may be, or words that look like it."""
    if found:
        return CellFault(column, f"{kind}_rancu", typed, word, found[:_SHOWN_OPTIONS])
    return CellFault(column, f"{kind}_tak_dikenal", typed, word, book.suggest(word))
