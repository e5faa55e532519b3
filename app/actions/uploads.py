"""Files handed in on the screen: who may bring what, checked first, then stored as a whole."""

import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from app.access import Account, NotAllowedError, demand, may, may_somewhere
from app.actions.fasilitas import import_fasilitas, may_bring_somewhere
from app.actions.left_files import PREFIX, sweep_left_files
from app.actions.outcome import ImportOutcome
from app.actions.pengukuran import AGENCY, MeasurementRequest, import_pengukuran
from app.actions.survei import import_survei
from app.actions.wilayah import ACTION as BRINGS_REGIONS
from app.actions.wilayah import import_wilayah
from data_access.importers.layout_memory import (
    MEANINGS,
    HandLayout,
    SheetSample,
    is_complete,
)
from data_access.importers.limits import BoundaryLimits, TableLimits
from data_access.importers.matching import Unmatched
from data_access.periods import parse_month
from data_access.reads.scope import NATION
from data_access.reads.tata_letak import RememberedLayout
from data_access.writes.tata_letak import forget_layout, save_layout
from geo.escape import find_unsafe_characters
from geo.findings import Finding

__all__ = [
    "BOUNDARY_MB",
    "KINDS",
    "MEANINGS",
    "TABLE_MB",
    "Finding",
    "HandLayout",
    "ImportOutcome",
    "RememberedLayout",
    "SheetSample",
    "Unmatched",
    "Upload",
    "UploadRequest",
    "areas_for",
    "check_upload",
    "forget_columns",
    "is_complete",
    "kinds_for",
    "remember_columns",
    "save_upload",
]

KINDS = ("pengukuran", "survei", "wilayah", "fasilitas")
TABLE_MB, BOUNDARY_MB = TableLimits().file_bytes >> 20, BoundaryLimits().file_bytes >> 20
_LONGEST_SOURCE = 60
_TURNS = threading.BoundedSemaphore(2)
_SAFE_NAME = re.compile(r"[^\w.() -]+")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as the browser sent it: its name there, and its bytes."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class UploadRequest:
    """What a person hands in. `period` "YYYY-MM", `source` and the options: measurements only.

    `area_code`: the region whose figures the file replaces, None for the kecamatan of its rows.
    `confirmed`: parent_name, name, code of spellings given their region just now.
    """

    kind: str
    file: Upload
    period: str = ""
    source: str = ""
    area_code: str | None = None
    create_puskesmas: bool = False
    mapping: Upload | None = None
    crosswalk: Upload | None = None
    confirmed: tuple[tuple[str, str, str], ...] = ()
    layout: HandLayout | None = None


def areas_for(person: Account | None) -> list[str]:
    """Kabupaten whose measurements a person may bring, by their roles."""
    codes = {grant.wilayah_code for grant in person.grants} if person else set()
    return sorted(code for code in codes if len(code) == 5 and may(person, "isi", code, AGENCY))


def kinds_for(person: Account | None) -> list[str]:
    """What a person may bring."""
    allowed = {
        "pengukuran": bool(areas_for(person)),
        "survei": may(person, "impor_survei", NATION),
        "wilayah": may_somewhere(person, BRINGS_REGIONS),
        "fasilitas": may_bring_somewhere(person),
    }
    return [kind for kind in KINDS if allowed[kind]]


def check_upload(engine: Engine, person: Account | None, request: UploadRequest) -> ImportOutcome:
    """Read and check a file as `save_upload` would, and store nothing."""
    return _import(engine, person, request, dry_run=True)


def save_upload(engine: Engine, person: Account | None, request: UploadRequest) -> ImportOutcome:
    """Check a file once more and store all of it or nothing; the same again changes nothing.

    Raises NotAllowedError unless every region in the file is one that the person may bring.
    """
    return _import(engine, person, request, dry_run=False)


def _import(
    engine: Engine, person: Account | None, request: UploadRequest, *, dry_run: bool
) -> ImportOutcome:
    if person is None or request.kind not in kinds_for(person):
        raise NotAllowedError("isi", request.area_code or NATION, AGENCY)
    if request.kind == "pengukuran" and (refused := _check_words(request)):
        return ImportOutcome([refused])
    with stored_files(request.file, request.mapping, request.crosswalk) as (
        path,
        mapping,
        crosswalk,
    ):
        if path is None:
            raise ValueError("an upload without a file")
        if request.kind == "survei":
            return import_survei(engine, path, person=person, dry_run=dry_run)
        if request.kind == "fasilitas":
            return import_fasilitas(engine, path, person=person, dry_run=dry_run)
        if request.kind == "wilayah":
            return import_wilayah(engine, path, crosswalk, person=person, dry_run=dry_run)
        asked = _to_measurements(request, path, mapping, crosswalk)
        return import_pengukuran(engine, asked, person=person, dry_run=dry_run)


def _check_words(request: UploadRequest) -> Finding | None:
    source = request.source.strip()
    if parse_month(request.period) is None:
        return Finding("periode_tak_dikenal", "galat", values={"isi": request.period or "-"})
    if not source or len(source) > _LONGEST_SOURCE or find_unsafe_characters(source):
        return Finding("sumber_tak_aman", "galat", values={"batas": _LONGEST_SOURCE})
    return None


def _to_measurements(
    request: UploadRequest, path: Path, mapping: Path | None, crosswalk: Path | None
) -> MeasurementRequest:
    period = parse_month(request.period)
    if period is None:
        raise ValueError(request.period)
    return MeasurementRequest(
        path,
        period,
        request.source.strip(),
        request.area_code,
        request.create_puskesmas,
        mapping,
        crosswalk,
        request.confirmed,
        request.layout,
    )


@contextmanager
def stored_files(*uploads: Upload | None) -> Iterator[tuple[Path | None, ...]]:
    """Files in a private folder for as long as they are read, each under a name made harmless.

    Two at a time: what a large file holds is in memory until it has been checked and stored.
    """
    sweep_left_files()
    with _TURNS, tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        paths: list[Path | None] = []
        for place, upload in enumerate(uploads):
            if upload is None:
                paths.append(None)
                continue
            own = Path(folder) / str(place)
            own.mkdir(mode=0o700)
            path = own / make_safe_name(upload.name)
            path.write_bytes(upload.content)
            paths.append(path)
        yield tuple(paths)


def make_safe_name(name: str) -> str:
    """A file's own name without folders and marks that a page or a reader could take for more."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = " ".join(_SAFE_NAME.sub("_", last).split()).lstrip(". ")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:80]}{dot}{ending[:12]}" if stem else f"berkas_{ending[:80]}"


def remember_columns(
    engine: Engine,
    person: Account | None,
    area_code: str,
    layout: HandLayout,
    sample: SheetSample,
) -> None:
    """Remember what the columns of a header row mean, for files of the same headers.

    `sample`: the sheet as it was shown. Raises NotAllowedError unless the person may enter
    measurements of the area; ValueError where the columns do not suffice.
    """
    author = demand(person, "isi", area_code[:5], AGENCY)
    if not is_complete(layout.columns):
        raise ValueError("the columns name no unit or count no children")
    headings = sample.rows[layout.header_index]
    save_layout(
        engine,
        author.username,
        kind="pengukuran",
        header_sha256=sample.digests[layout.header_index],
        columns=layout.columns,
        headings={meaning: headings[place] for meaning, place in layout.columns.items()},
    )


def forget_columns(
    engine: Engine, person: Account | None, area_code: str, header_sha256: str
) -> bool:
    """Forget the meaning of a header row; raises NotAllowedError as `remember_columns` does."""
    author = demand(person, "isi", area_code[:5], AGENCY)
    return forget_layout(engine, author.username, kind="pengukuran", header_sha256=header_sha256)
