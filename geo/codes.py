"""Kemendagri region codes: read, place in the hierarchy, and repair only what is certain."""

import re
from dataclasses import dataclass

ROOT = "ID"
LEVELS = ("provinsi", "kabupaten", "kecamatan", "desa")

_DOTTED = re.compile(r"[1-9]\d(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
_PUSKESMAS = re.compile(r"[1-9]\d\.\d{2}\.\d{2}\.P\d{2}")
_UNDOTTED = re.compile(r"([1-9]\d)(\d{2})?(\d{2})?(\d{4})?")
# 61.12 that went through binary floating point: 61.120000000000005 or 61.119999999999997
_FLOAT_NOISE = re.compile(r"([1-9]\d)\.(\d{2}(?:0{6,}\d{1,3}|9{6,}\d{0,3}))")
_LOST_TRAILING_ZERO = re.compile(r"([1-9]\d)\.(\d)")
_LOST_ZEROS = re.compile(r"([1-9]\d)\.(\d{1,2})(?:\.(\d{1,2})(?:\.(\d{4}))?)?")
_DATE = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/-](\d{1,2}|[A-Za-z]{3,})[/-]\d{2,4})([ T].*)?")
_KIND_BY_FIRST_DIGIT = {"1": "kelurahan", "2": "desa", "3": "desa adat"}
_FIRST_KOTA = 71


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What a cell says: the code, or why not. `repaired` tells that it was put right.

    `problem` is one of kode_kosong, kode_rusak, kode_terbaca_tanggal, kode_tidak_dikenal;
    `candidates` are the codes that a damaged one may have been, for a person to choose from.
    """

    code: str | None
    problem: str | None = None
    repaired: bool = False
    candidates: tuple[str, ...] = ()


def read_code(text: str, *, undotted: bool = False) -> str | None:
    """Return the dotted Kemendagri code in `text`, or None.

    2, 4, 6 or 10 bare digits count only when the caller knows the column to be Kemendagri's
    (`undotted=True`): 3,829 BPS codes look the same and mean another village.
    """
    stripped = text.strip()
    if _DOTTED.fullmatch(stripped) or _PUSKESMAS.fullmatch(stripped):
        return stripped
    if undotted and len(stripped) in (2, 4, 6, 10):
        match = _UNDOTTED.fullmatch(stripped)
        if match and stripped.isascii():
            return ".".join(part for part in match.groups() if part)
    return None


def examine_code(text: str | None, *, undotted: bool = False) -> CodeReading:
    """Read a code as it came, repairing noise of binary fractions and stray blanks or quotes."""
    cell = "" if text is None else text.replace("\u00a0", " ").strip().lstrip("'").strip()
    if not cell or cell.lower() in {"-", "null", "none", "nan"}:
        return CodeReading(None, "kode_kosong")
    whole = cell[:-2] if undotted and re.fullmatch(r"\d+\.0", cell) else cell
    code = read_code(whole, undotted=undotted)
    if code is not None:
        return CodeReading(code, repaired=cell != text)
    if _FLOAT_NOISE.fullmatch(cell):
        return CodeReading(f"{float(cell):.2f}", repaired=True)
    if _DATE.fullmatch(cell):
        return CodeReading(None, "kode_terbaca_tanggal")
    candidates = _guess_originals(cell)
    return CodeReading(
        None, "kode_rusak" if candidates else "kode_tidak_dikenal", False, candidates
    )


def _guess_originals(cell: str) -> tuple[str, ...]:
    """List what a code that lost zeros may have been: 62.1 is 62.10 from a number, 62.01 typed."""
    match = _LOST_TRAILING_ZERO.fullmatch(cell)
    if match:
        return (f"{match[1]}.{match[2]}0", f"{match[1]}.0{match[2]}")
    match = _LOST_ZEROS.fullmatch(cell)
    if match:
        return (".".join(part.zfill(2) for part in match.groups() if part),)
    return ()


def level_of(code: str) -> str:
    """Return "negara", "provinsi", "kabupaten", "kecamatan", "desa" or "puskesmas"."""
    if code == ROOT:
        return "negara"
    if _PUSKESMAS.fullmatch(code):
        return "puskesmas"
    if not _DOTTED.fullmatch(code):
        raise ValueError(f"not a Kemendagri code: {code!r}")
    return LEVELS[code.count(".")]


def parent_of(code: str) -> str | None:
    """Return the code one level up: the kecamatan of a desa or puskesmas, "ID" of a provinsi."""
    level = level_of(code)
    if level == "negara":
        return None
    return ROOT if level == "provinsi" else code.rpartition(".")[0]


def ancestor_at(code: str, level: str) -> str:
    """Return the code of the region at `level` that holds `code` (itself at its own level)."""
    if level == "negara":
        return ROOT
    parts = code.split(".")
    wanted = LEVELS.index(level) + 1
    if code == ROOT or len(parts) < wanted or (level == "desa" and level_of(code) != "desa"):
        raise ValueError(f"{code!r} has no ancestor at {level!r}")
    return ".".join(parts[:wanted])


def kind_of(code: str) -> str:
    """Return the official kind: kelurahan 1xxx, desa 2xxx, desa adat 3xxx, kota from xx.71."""
    level = level_of(code)
    if level == "desa":
        return _KIND_BY_FIRST_DIGIT.get(code.rpartition(".")[2][0], "lainnya")
    if level == "kabupaten":
        return "kota" if int(code[3:]) >= _FIRST_KOTA else "kabupaten"
    return level
