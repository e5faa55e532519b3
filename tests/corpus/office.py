"""A small kabupaten as an office has it: two kecamatan, ten desa in the first, its people's list.

Files that people bring are made here, too: August's measurements and the list of accounts.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from app.actions.databases import create_database
from data_access.reads.pengguna import Grant
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place
from tests.corpus.tables import Line, write_csv, write_xlsx

KABUPATEN, JUAI, HALONG = "63.11", "63.11.01", "63.11.02"
DESA = tuple(f"{JUAI}.20{number:02d}" for number in range(1, 11))
DESA_HALONG = (f"{HALONG}.2001", f"{HALONG}.2002")
YEAR = datetime.now(UTC).year
PARTIES = ("setcam", "puskesmas", "plkb")
PEOPLE: Mapping[str, Grant] = {
    "dinkes.verifikator": Grant("verifikator", KABUPATEN, "dinkes"),
    "bappeda.operator": Grant("operator", KABUPATEN, "bappeda"),
    "bappeda.verifikator": Grant("verifikator", KABUPATEN, "bappeda"),
    "kepala.bappeda": Grant("penyetuju", KABUPATEN, "bappeda"),
    "pimpinan": Grant("pimpinan", KABUPATEN),
    "camat": Grant("penyetuju", JUAI, "camat"),
    "setcam.operator": Grant("operator", JUAI, "setcam"),
    "setcam.verifikator": Grant("verifikator", JUAI, "setcam"),
    "puskesmas.operator": Grant("operator", JUAI, "puskesmas"),
    "puskesmas.verifikator": Grant("verifikator", JUAI, "puskesmas"),
    "plkb.operator": Grant("operator", JUAI, "plkb"),
    "plkb.verifikator": Grant("verifikator", JUAI, "plkb"),
}


def fill_office(engine: Engine) -> None:
    """Make a real database with the regions, and nothing else in it."""
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([*DESA, *DESA_HALONG]), make_info("wilayah"))


def name_of(username: str) -> str:
    """The name of a person of `PEOPLE` on screen."""
    return " ".join(word.capitalize() for word in username.split("."))


def write_people(path: Path) -> Path:
    """The list of `PEOPLE` as an admin gets it from the offices."""
    head: Line = ("Nama", "Akun", "Peran", "Kode wilayah", "Perangkat", "Nomor SK")
    lines: list[Line] = [
        (name_of(name), name, grant.role, grant.wilayah_code, grant.agency, "188/12/2026")
        for name, grant in PEOPLE.items()
    ]
    return write_xlsx(path, {"Pengguna": [head, *lines]})


def write_measurements(path: Path, stunted: Sequence[int]) -> Path:
    """A plain table of measured children, a row a desa; `stunted` of a hundred each."""
    head: Line = ("kode", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi")
    lines: list[Line] = [
        (code, 110, 2, count - 2, 100 - count, 0)
        for code, count in zip((*DESA, *DESA_HALONG), stunted, strict=True)
    ]
    return write_csv(path, [head, *lines])
