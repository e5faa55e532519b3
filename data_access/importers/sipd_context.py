"""What stands above the lines of an outline: titles, "Organisasi : ...", rows of headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from data_access.importers.cells import header_key, shown
from data_access.importers.sipd_cells import clean
from data_access.importers.sipd_codes import (
    is_whole_account,
    pad_account_parts,
    pad_subkegiatan_parts,
    split_code,
)

Cells = Sequence[str | None]

URUSAN, SKPD, PROGRAM, KEGIATAN, SUBKEGIATAN, ACCOUNT, GROUP = 1, 2, 3, 4, 5, 6, 20
_LABELS = {
    "skpd": "skpd opd perangkat_daerah organisasi unit_organisasi nama_skpd nama_opd"
    " nama_perangkat_daerah",
    "sub_unit": "sub_unit sub_skpd sub_unit_organisasi nama_sub_unit nama_sub_skpd",
    "program": "program",
    "kegiatan": "kegiatan",
    "subkegiatan": "sub_kegiatan subkegiatan",
    "sumber_dana": "sumber_dana sumber_pendanaan",
}
_MEANING = {word: name for name, words in _LABELS.items() for word in words.split()}
_YEAR = re.compile(r"(?:TAHUN(?: ANGGARAN)?|T\.?\s?A\.?)\s*:?\s*(20\d\d)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\bPERUBAHAN\b|\bDPPA\b|\bPERGESERAN\b", re.IGNORECASE)
_ORIGINAL = re.compile(r"\bRKA\b|\bDPA\b|\bMURNI\b", re.IGNORECASE)
_SKPD_PARTS = 8  # 1.02.0.00.0.00.01.0000
_ACCOUNT_TYPES = frozenset("456")  # income, spending, financing
_LEVELS = {3: PROGRAM, 4: KEGIATAN, 5: KEGIATAN, 6: SUBKEGIATAN}


@dataclass(slots=True)
class Heading:
    """A row of an outline above others: its level, what it says, and the sum of its lines."""

    level: int
    code: str
    name: str
    row: int
    stated: Decimal | None = None
    total: Decimal = Decimal(0)
    rounded: int = 0
    has_children: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """What the rows above the header say: the budget year, and whether it is a change."""

    year: int | None = None
    is_change: bool | None = None


def read_title(rows: Sequence[Cells]) -> Title:
    """Read the rows above a header."""
    text = " \n ".join(shown(each) for cells in rows for each in cells if each)
    years = {int(year) for year in _YEAR.findall(text)}
    if _CHANGE.search(text):
        change: bool | None = True
    else:
        change = False if _ORIGINAL.search(text) else None
    return Title(years.pop() if len(years) == 1 else None, change)


def read_label(cells: Cells) -> tuple[str, str] | None:
    """Read a row like "Organisasi | : | 1.02... Dinas Kesehatan": its meaning and its text."""
    texts = [clean(text) for text in cells]
    filled = [text for text in texts if text.strip(": ")]
    if not filled or len(filled) > 4:
        return None
    first, found, rest = filled[0].partition(":")
    meaning = _MEANING.get(header_key(first))
    if meaning is None or (len(filled) == 1 and not found):
        return None
    return meaning, " ".join([rest, *filled[1:]]).strip(" :")


def read_heading(code: str, urusan: str) -> tuple[int, str] | None:
    """Tell the level of a code in an outline and write it whole; None when that is not certain.

    `urusan`: the first part of the sub kegiatan above. "5.1.2" that lost its zeros may be an
    account or a program of urusan 5: it is told only below another urusan.
    """
    parts = code.split(".")
    if len(parts) == _SKPD_PARTS:
        return SKPD, code
    if parts[0] in _ACCOUNT_TYPES and len(parts) > 1 and is_whole_account(parts):
        return ACCOUNT + len(parts), code
    padded = pad_subkegiatan_parts(parts[:5]) if len(parts) <= 6 else None
    if padded is not None and padded == parts[:5]:
        return _LEVELS.get(len(parts), URUSAN), code
    if parts[0] in _ACCOUNT_TYPES:
        account = pad_account_parts(parts)
        certain = account is not None and urusan not in {"", parts[0]}
        return (ACCOUNT + len(parts), ".".join(account)) if certain and account else None
    if padded is None:
        return None
    return _LEVELS.get(len(parts), URUSAN), ".".join([*padded, *parts[5:]])


def code_of(text: str | None) -> tuple[str, str]:
    """Part the code cell of an outline; a single part ("5") is a code here, too."""
    code, name = split_code(text)
    line = clean(text)
    return (line, "") if not code and re.fullmatch(r"[0-9X]", line) else (code, name)
