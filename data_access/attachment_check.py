"""What a file to attach must be: a PDF, picture or Office document by its own first bytes."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Literal

from geo.escape import find_unsafe_characters

MIB = 1 << 20
LARGEST_BYTES = 10 * MIB
_LONGEST_NAME = 150
_UNPACKED_BYTES = 200 * MIB
_UNPACK_RATIO = 150
_SMALL_BYTES = 20 * MIB  # a ratio says little about a file that unpacks to less than this
_MAX_PARTS = 5_000
_OFFICE = "application/vnd.openxmlformats-officedocument."

AttachmentFault = Literal[
    "nama_kosong",
    "nama_panjang",
    "nama_tanda",
    "jenis",
    "isi_lain",
    "kosong",
    "besar",
    "rusak",
    "mengembang",
    "makro",
    "sandi",
]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What files of one ending begin with, are called, and (in a zip) must hold."""

    media_type: str
    magic: bytes
    part: str | None = None


KINDS = {
    "pdf": _Kind("application/pdf", b"%PDF-"),
    "jpg": _Kind("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": _Kind("image/jpeg", b"\xff\xd8\xff"),
    "png": _Kind("image/png", b"\x89PNG\r\n\x1a\n"),
    "docx": _Kind(f"{_OFFICE}wordprocessingml.document", b"PK\x03\x04", "word/document.xml"),
    "xlsx": _Kind(f"{_OFFICE}spreadsheetml.sheet", b"PK\x03\x04", "xl/workbook.xml"),
}


def clean_file_name(name: str) -> str:
    """A file's own name without any folder before it."""
    return PurePosixPath(PureWindowsPath(name).name).name.strip()


def media_type_of(file_name: str) -> str:
    """The media type of a file that passed `find_fault`, by its ending."""
    return KINDS[_ending(file_name)].media_type


def find_fault(file_name: str, content: bytes) -> AttachmentFault | None:
    """Tell why a file may not be attached, None where it may.

    The ending, the first bytes and (in Office files) the parts must agree; macros, passwords and
    zips that unpack to too much are refused. `file_name` without folders.
    """
    fault = _check_name(file_name)
    if fault is not None:
        return fault
    kind = KINDS.get(_ending(file_name))
    if kind is None:
        return "jenis"
    if not content:
        return "kosong"
    if len(content) > LARGEST_BYTES:
        return "besar"
    if not content.startswith(kind.magic):
        return "isi_lain"
    return _check_zip(content, kind.part) if kind.part else None


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _check_name(name: str) -> AttachmentFault | None:
    if not name.rpartition(".")[0].strip():
        return "nama_kosong"
    if len(name) > _LONGEST_NAME:
        return "nama_panjang"
    return "nama_tanda" if find_unsafe_characters(name) or '"' in name else None


def _check_zip(content: bytes, needed_part: str) -> AttachmentFault | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "rusak"
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if len(parts) > _MAX_PARTS or unpacked > _UNPACKED_BYTES:
        return "mengembang"
    if unpacked > _SMALL_BYTES and unpacked / packed > _UNPACK_RATIO:
        return "mengembang"
    if any(part.flag_bits & 0x1 for part in parts):
        return "sandi"
    names = {part.filename for part in parts}
    if any(name.rsplit("/", 1)[-1].lower() == "vbaproject.bin" for name in names):
        return "makro"
    return None if {needed_part, "[Content_Types].xml"} <= names else "isi_lain"
