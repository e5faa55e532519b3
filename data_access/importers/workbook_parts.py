"""What an xlsx file declares of itself, held against what is in it, before a cell is read."""

import posixpath
import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from data_access.importers.limits import MIB, TableLimits
from data_access.importers.refusal import Refused

_MAX_PARTS = 5_000
_SMALL_BYTES = 20 * MIB  # a ratio says little about a file that unpacks to less than this
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_TABLE = "/worksheet"  # how the type of a sheet of cells ends; charts and dialogs have others
# Definitions stand before the root element, behind remarks as long as one likes.
_HEAD_BYTES = 256 * 1024
_ROOT = re.compile(rb"<[A-Za-z_]")
_REMARK = re.compile(rb"<!--.*?-->", re.DOTALL)


def check_parts(path: Path, limits: TableLimits) -> None:
    """Refuse a zip that is no workbook, is encrypted, would unpack to too much, or lacks sheets."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        _check_size(parts, limits)
        if any(part.flag_bits & 0x1 for part in parts):
            raise Refused("berkas_berkata_sandi")
        if _BOOK not in archive.namelist():
            raise Refused("berkas_bukan_tabel")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _check_head(archive, part)
        _check_sheets(archive)


def _check_size(parts: list[zipfile.ZipInfo], limits: TableLimits) -> None:
    if len(parts) > _MAX_PARTS:
        raise Refused("berkas_mengembang", ukuran_mb=len(parts))
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if unpacked > limits.unpacked_bytes or (
        unpacked > _SMALL_BYTES and unpacked / packed > limits.unpack_ratio
    ):
        raise Refused("berkas_mengembang", ukuran_mb=unpacked // MIB)


def _check_head(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse definitions of XML, in whatever encoding and behind whatever remark they stand."""
    with archive.open(part) as stream:
        head = stream.read(4096).replace(b"\x00", b"")
        if not _ROOT.search(_REMARK.sub(b"", head)):
            head += stream.read(_HEAD_BYTES).replace(b"\x00", b"")
    head = _REMARK.sub(b"", head)
    root = _ROOT.search(head)
    if root is None and head.strip():
        raise Refused("berkas_rusak")
    if b"<!" in head[: root.start() if root else None]:
        raise Refused("berkas_rusak")


def _check_sheets(archive: zipfile.ZipFile) -> None:
    """Refuse a book that lists a sheet of cells which is not in it, or lists none."""
    names = set(archive.namelist())
    targets = {
        each.get("Id"): posixpath.normpath(posixpath.join("/xl", each.get("Target", "")))
        for each in _read(archive, _RELATIONS)
        if each.get("Type", "").endswith(_TABLE)
    }
    listed = [_relation(each) for each in _read(archive, _BOOK).iterfind(".//{*}sheet")]
    found = [targets[each] for each in listed if each in targets]
    if any(target.removeprefix("/") not in names for target in found):
        raise Refused("berkas_rusak")
    if not found:
        raise Refused("berkas_tanpa_lembar")


def _relation(sheet: Element) -> str | None:
    """The id by which a book's list names a sheet's part; its namespace differs by edition."""
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), None)


def _read(archive: zipfile.ZipFile, name: str) -> Element:
    return fromstring(archive.read(name))  # noqa: S314 - without definitions, see _check_head
