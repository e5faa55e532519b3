"""What an uploaded boundary file really is, by its bytes, before GDAL sees it."""

import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from geo.escape import show_text
from geo.findings import Finding

_SQLITE = b"SQLite format 3\x00"
_GEOPACKAGE_IDS = (b"GPKG", b"GP10", b"GP11")
_FLATGEOBUF = b"fgb\x03fgb"
_PARQUET = b"PAR1"
_ZIP = b"PK\x03\x04"
_SHAPEFILE = b"\x00\x00\x27\x0a"
_NEEDED = (".shx", ".dbf")  # beside every .shp: where its shapes begin, and its codes and names
_GEOJSON_TYPE = re.compile(rb'"type"\s*:\s*"(FeatureCollection|Feature)"')
# A reference system that would have to be fetched from another host.
_CRS_ELSEWHERE = re.compile(rb'"crs"\s*:\s*\{\s*"type"\s*:\s*"(?:link|url)"', re.IGNORECASE)
_HEAD_BYTES = 65_536

MAX_UNPACKED_BYTES = 400_000_000
MAX_RATIO = 100
MAX_MEMBERS = 5_000
_RATIO_MATTERS_FROM_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class FileKind:
    """A recognised file. `kind`: gpkg, geojson, flatgeobuf, geoparquet, shapefile_zip or gdb_zip.

    `sources` are the paths for GDAL: one a shapefile or geodatabase inside a zip.
    """

    kind: str
    sources: tuple[str, ...]


def check_file_kind(
    path: Path, *, max_unpacked_bytes: int = MAX_UNPACKED_BYTES
) -> FileKind | Finding:
    """Tell what `path` is, or why it is refused, without opening it in GDAL.

    Codes of refusal: wilayah_berkas_kosong, wilayah_format_tidak_dikenal, wilayah_zip_rusak,
    wilayah_zip_terlalu_besar, wilayah_zip_nama_berbahaya, wilayah_zip_tanpa_batas,
    wilayah_zip_tidak_lengkap, wilayah_crs_tidak_dikenal.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head:
        return Finding("wilayah_berkas_kosong", "galat", values={"berkas": path.name})
    if head.startswith(_ZIP):
        return _check_zip(path, max_unpacked_bytes)
    kind = _name_plain_file(head)
    if kind is None:
        return Finding("wilayah_format_tidak_dikenal", "galat", values={"berkas": path.name})
    if kind == "geojson" and _CRS_ELSEWHERE.search(head):
        return Finding("wilayah_crs_tidak_dikenal", "galat")
    return FileKind(kind, (str(path),))


def _name_plain_file(head: bytes) -> str | None:
    if head.startswith(_SQLITE) and head[68:72] in _GEOPACKAGE_IDS:
        return "gpkg"
    if head.startswith(_FLATGEOBUF):
        return "flatgeobuf"
    if head.startswith(_PARQUET):
        return "geoparquet"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return "geojson" if text.startswith(b"{") and _GEOJSON_TYPE.search(text) else None


def _check_zip(path: Path, max_unpacked_bytes: int) -> FileKind | Finding:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            fault = _find_zip_fault(members, max_unpacked_bytes)
            if fault is not None:
                return fault
            return _find_sources(path, archive, members)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ) as fault_in_file:
        values = {"berkas": path.name, "sebab": type(fault_in_file).__name__}
        return Finding("wilayah_zip_rusak", "galat", values=values)


def _find_zip_fault(members: list[zipfile.ZipInfo], limit: int) -> Finding | None:
    unpacked = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    bomb = unpacked > _RATIO_MATTERS_FROM_BYTES and unpacked / packed > MAX_RATIO
    if unpacked > limit or len(members) > MAX_MEMBERS or bomb:
        values = {
            "ukuran_mb": round(unpacked / 1e6),
            "batas_mb": round(limit / 1e6),
            "isi": len(members),
        }
        return Finding("wilayah_zip_terlalu_besar", "galat", values=values)
    for member in members:
        if _is_dangerous(member):
            values_of_name = {"nama": show_text(member.filename)}
            return Finding("wilayah_zip_nama_berbahaya", "galat", values=values_of_name)
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        return Finding("wilayah_zip_nama_berbahaya", "galat", values={"nama": show_text(names[0])})
    return None


def _is_dangerous(member: zipfile.ZipInfo) -> bool:
    name = member.filename
    parts = PurePosixPath(name).parts
    is_link = (member.external_attr >> 16) & 0o170000 == 0o120000
    return (
        is_link
        or name.startswith("/")
        or ".." in parts
        or any(mark in name for mark in "\\:{}")
        or any(ord(mark) < 32 for mark in name)
        or bool(member.flag_bits & 0x1)  # encrypted
    )


def _find_sources(
    path: Path, archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo]
) -> FileKind | Finding:
    names = [m.filename for m in members if not m.filename.startswith("__MACOSX/")]
    inside = f"/vsizip/{{{path.resolve()}}}/"
    databases = sorted({found[0] for name in names if (found := re.match(r".*?\.gdb(?=/)", name))})
    if databases:
        return FileKind("gdb_zip", tuple(inside + name for name in databases))
    shapefiles = [name for name in names if name.lower().endswith(".shp")]
    if not shapefiles:
        return Finding("wilayah_zip_tanpa_batas", "galat", values={"berkas": path.name})
    known = {name.lower() for name in names}
    for name in shapefiles:
        shown = show_text(name)
        with archive.open(name) as member:
            if member.read(4) != _SHAPEFILE:
                values = {"berkas": shown, "sebab": ".shp"}
                return Finding("wilayah_zip_rusak", "galat", values=values)
        lacking = [part for part in _NEEDED if name.lower()[:-4] + part not in known]
        if lacking:
            values = {"berkas": shown, "kurang": ", ".join(lacking)}
            return Finding("wilayah_zip_tidak_lengkap", "galat", values=values)
    return FileKind("shapefile_zip", tuple(inside + name for name in shapefiles))
