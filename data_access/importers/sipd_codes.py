"""Codes of sub kegiatan and accounts as files hold them: lost zeros put back where certain."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from data_access.importers.cells import is_date, is_fraction, quoted, shown
from data_access.importers.rows import one_line

# 900.1.15.5-1317/2023 gave the last part of a sub kegiatan four digits; two before.
_FOUR_DIGITS_SINCE = 2024
_SUBKEGIATAN = (1, 2, 2, 1, 2)
_ACCOUNT = (1, 1, 2, 2, 2, 4)
_LEAST_ACCOUNT_PARTS = 3
_CODE = re.compile(r"'?([0-9Xx]+(?:\s*\.\s*[0-9Xx]+)+)\.?(?![\d.,])\s*[-–:]?\s*(.*)", re.ASCII)
_BARE = re.compile(r"'?(\d{10,13})(?!\d)\s*[-–:]?\s*(.*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class CodeReading:
    """A cell's code and the name beside it; `fault` and `candidates` say why there is no code.

    `is_repaired`: the code differs from what is written, and nothing else can be meant.
    """

    code: str | None
    name: str = ""
    is_repaired: bool = False
    fault: str | None = None
    candidates: str = ""


@lru_cache(maxsize=65_536)
def split_code(text: str | None) -> tuple[str, str]:
    """Part a cell in its code ("" for none) and its name: "5.1.02 Belanja" has both."""
    line = one_line(text)
    found = _CODE.fullmatch(line) or _BARE.fullmatch(line)
    if found is None:
        return "", line
    return re.sub(r"\s", "", found.group(1)).upper(), found.group(2).strip()


def read_subkegiatan(text: str | None, ending: int | None) -> CodeReading:
    """Read a sub kegiatan's code, x.xx.xx.x.xx.xxxx or older with two digits at the end.

    `ending`: how many digits the file's last parts have (`find_ending`), None when it is not told.
    """
    fault = _spoiled(text)
    if fault is not None:
        return fault
    code, name = split_code(text)
    if not code:
        return CodeReading(None, name)
    parts = _cut(code, (*_SUBKEGIATAN, len(code) - 8)) if code.isdigit() else code.split(".")
    head = _pad(parts[:5], _SUBKEGIATAN)
    if head is None or not _ends_activity(parts):
        return CodeReading(None, name, fault="sipd_kode_subkegiatan")
    last = parts[5]
    if head == parts[:5] and len(last) in {2, 4}:
        return CodeReading(code, name)
    stem = ".".join(head)
    if len(last) < 3 and ending is None:
        both = f"{stem}.{last.zfill(2)} atau {stem}.{last.zfill(4)}"
        return CodeReading(None, name, fault="sipd_kode_rancu", candidates=both)
    width = 4 if len(last) > 2 or ending is None else ending
    return CodeReading(f"{stem}.{last.zfill(width)}", name, is_repaired=True)


def _ends_activity(parts: list[str]) -> bool:
    """Tell whether there are six parts, of urusan 1 to 8 (or X: any), the last whole."""
    if len(parts) != 6 or not re.fullmatch(r"0*[1-8]|X", parts[0], re.ASCII):
        return False
    return re.fullmatch(r"\d{1,4}", parts[5], re.ASCII) is not None


def find_ending(texts: Iterable[str | None], year: int | None = None) -> int | None:
    """How many digits the last part of this file's sub kegiatan codes has; None: not told.

    What whole codes show counts first, then parts of three digits, then the budget year.
    """
    whole: set[int] = set()
    longest = 0
    for text in set(texts):
        parts = split_code(text)[0].split(".")
        if len(parts) != 6 or (len(parts[1]) == 1 and parts[0] in "456"):
            continue  # an outline holds accounts in the same column
        longest = max(longest, len(parts[5]))
        if _pad(parts[:5], _SUBKEGIATAN) == parts[:5] and len(parts[5]) in {2, 4}:
            whole.add(len(parts[5]))
    if len(whole) == 1:
        return whole.pop()
    if longest > 2 and not whole:
        return 4
    if year is None or whole:
        return None
    return 4 if year >= _FOUR_DIGITS_SINCE else 2


def read_account(text: str | None) -> CodeReading:
    """Read an account's code as 5.1.02.01.01.0052; three to six parts, whole where fewer than six.

    Later lists write the same account with more zeros (5.1.02.01.001.00052).
    """
    fault = _spoiled(text)
    if fault is not None:
        return fault
    code, name = split_code(text)
    if not code:
        return CodeReading(None, name)
    parts = _cut(code, _ACCOUNT) if code.isdigit() else code.split(".")
    padded = _pad(parts, _ACCOUNT) if "X" not in code else None
    if padded is None or len(parts) < _LEAST_ACCOUNT_PARTS:
        return CodeReading(None, name, fault="sipd_kode_rekening")
    if len(parts) < len(_ACCOUNT) and padded != parts:
        # 5.2.2.01.01 may be of Permendagri 13/2006: another account altogether.
        return CodeReading(None, name, fault="sipd_kode_rekening")
    whole = ".".join(padded)
    return CodeReading(whole, name, is_repaired=whole != code)


def parents_of(subkegiatan_code: str) -> tuple[str, str]:
    """Give the codes of the program and the kegiatan that a sub kegiatan belongs to."""
    parts = subkegiatan_code.split(".")
    return ".".join(parts[:3]), ".".join(parts[:5])


def pad_subkegiatan_parts(parts: list[str]) -> list[str] | None:
    """Put lost zeros back into the first five parts or fewer; None when they fit no code."""
    return _pad(parts, _SUBKEGIATAN)


def pad_account_parts(parts: list[str]) -> list[str] | None:
    """Put lost zeros back into the parts of an account; None when they fit no code."""
    return _pad(parts, _ACCOUNT)


def is_whole_account(parts: list[str]) -> bool:
    """Tell whether every part has its width as an account's: "5.1.02" has, "5.01.02" has not."""
    padded = _pad(parts, _ACCOUNT)
    return padded == parts or (
        padded is not None and len(parts) == 6 and [*map(len, parts)] == [1, 1, 2, 2, 3, 5]
    )


def _spoiled(text: str | None) -> CodeReading | None:
    if is_date(text):
        return CodeReading(None, fault="kode_terbaca_tanggal", candidates=quoted(text))
    if is_fraction(text):
        return CodeReading(None, fault="sipd_kode_angka", candidates=shown(text))
    return None


def _pad(parts: list[str], widths: tuple[int, ...]) -> list[str] | None:
    if len(parts) > len(widths):
        return None
    padded = [_fit(part, width) for part, width in zip(parts, widths, strict=False)]
    return None if any(len(p) != w for p, w in zip(padded, widths, strict=False)) else padded


def _fit(part: str, width: int) -> str:
    """Write a part in so many digits; it stays longer when it holds more than zeros too many."""
    if not part.isdigit():
        return part
    return (part.lstrip("0") or "0").zfill(width)


def _cut(digits: str, widths: tuple[int, ...]) -> list[str]:
    """Part a code without points by the widths of its parts; nothing when the length is not so."""
    if len(digits) != sum(widths) or widths[-1] not in {2, 4}:
        return []
    parts, start = [], 0
    for width in widths:
        parts.append(digits[start : start + width])
        start += width
    return parts
