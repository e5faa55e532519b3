"""The seal of a backup: a checksum of the whole file behind its end, where its readers never look.

SQLite keeps no checksum of its pages: without one a bit that flipped on a disk or a stick would
be restored as a wrong figure.
"""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO, Literal

_MARK = b"\nKONVERGENSI-SHA256:"
_LENGTH = len(_MARK) + 64 + 1
_PORTION = 1 << 20

Verdict = Literal["utuh", "rusak", "tanpa_segel"]


def seal(path: Path) -> None:
    """Append the seal to a finished backup and wait until the disk has all of it."""
    with path.open("r+b") as file:
        digest = _hash(file, path.stat().st_size)
        file.seek(0, 2)
        file.write(_MARK + digest.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def read_seal(path: Path) -> Verdict:
    """Tell whether a backup is as it was made; "tanpa_segel" for one made by other tools."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - 2 * _LENGTH))
        end = file.read()
        if _MARK not in end:
            return "tanpa_segel"
        if not end[-_LENGTH:].startswith(_MARK):
            return "rusak"
        return "utuh" if _hash(file, size - _LENGTH) == end[-65:-1].decode() else "rusak"


def _hash(file: BinaryIO, length: int) -> str:
    """SHA-256 of a file's first so many bytes."""
    digest, left = hashlib.sha256(), length
    file.seek(0)
    while left > 0 and (portion := file.read(min(_PORTION, left))):
        digest.update(portion)
        left -= len(portion)
    return digest.hexdigest()
