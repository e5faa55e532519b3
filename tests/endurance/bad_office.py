"""The office where bad files are handed in: its regions, who brings what, what is stored."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from app.access import Account, Grant
from app.actions.databases import create_database
from app.actions.outcome import ImportOutcome
from app.actions.uploads import Upload, UploadRequest, save_upload
from data_access.writes.wilayah import RegionSet, save_regions
from tests.corpus.places import list_regions, make_info, make_place
from tests.endurance.bad_case import DUA, HALONG, JUAI, KABUPATEN, SATU, BadFile

NAMES = {
    "63": "Kalimantan Selatan",
    KABUPATEN: "Balangan",
    JUAI: "Juai",
    HALONG: "Halong",
    SATU: "Desa Satu",
    DUA: "Desa Dua",
    f"{HALONG}.2001": "Desa Tiga",
    "63.12": "Tanah Bumbu",
    "63.12.01": "Satui",
    "63.12.01.2001": "Sungai Danau",
}
OPERATOR = Account(1, "uji.dinkes", "Uji", grants=(Grant("operator", KABUPATEN, "dinkes"),))
BAPPEDA = Account(2, "uji.bappeda", "Uji", grants=(Grant("bappeda", KABUPATEN),))
PERSONS = {"pengukuran": OPERATOR, "fasilitas": OPERATOR, "wilayah": BAPPEDA, "survei": BAPPEDA}


def fill_office(engine: Engine) -> None:
    """A real database with two kabupaten; the first one's desa are drawn."""
    create_database(engine, kind="nyata")
    drawn = make_place([SATU, DUA, f"{HALONG}.2001"]).boundaries
    save_regions(engine, RegionSet(list_regions(NAMES), drawn), make_info("wilayah"))


def request_of(case: BadFile, path: Path) -> UploadRequest:
    """What the screen asks of the actions when this file is handed in there."""
    file = Upload(case.file, path.read_bytes())
    if case.kind != "pengukuran":
        return UploadRequest(case.kind, file)
    return UploadRequest(case.kind, file, case.period, case.source, case.area)


def hand_in(engine: Engine, case: BadFile, path: Path) -> ImportOutcome:
    """The screen's own way, to its end: read in the child process, check, store."""
    return save_upload(engine, PERSONS[case.kind], request_of(case, path))


def command_of(case: BadFile, path: Path) -> list[str]:
    """What somebody types to bring the same file."""
    start = ["import", case.kind, str(path)]
    if case.kind != "pengukuran":
        return start
    area = ["--wilayah", case.area] if case.area else []
    return [*start, "--periode", case.period, "--sumber", case.source, *area]


def digest_of(database: Path) -> str:
    """A mark of everything that an SQLite database holds, whatever its table."""
    marked = hashlib.sha256()
    with closing(sqlite3.connect(database)) as connection:
        for line in connection.iterdump():
            marked.update(line.encode("utf-8", "surrogatepass"))
    return marked.hexdigest()
