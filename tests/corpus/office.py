"""A small kabupaten as an office has it: two kecamatan, ten desa in the first, its people's list.

Files that people bring are made here, too: August's measurements and the list of accounts.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, update

from app.actions.databases import create_database
from data_access.database import make_engine, open_write
from data_access.reads.pengguna import Grant
from data_access.schema import Pengguna
from data_access.writes.tahapan import StageMove, move_parts, note_entry
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place
from tests.corpus.tables import Line, write_csv, write_xlsx
from tests.signed_in import add_person, sign_everybody_in

KABUPATEN, JUAI, HALONG = "63.11", "63.11.01", "63.11.02"
DESA = tuple(f"{JUAI}.20{number:02d}" for number in range(1, 11))
DESA_HALONG = (f"{HALONG}.2001", f"{HALONG}.2002")
YEAR = datetime.now(UTC).year
STEPS = (("ajukan", "draf"), ("verifikasi", "diajukan"), ("setujui", "terverifikasi"))
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


BY_LIST = ("dinkes.verifikator", "kepala.bappeda", "pimpinan", "camat")


def name_of(username: str) -> str:
    """The name of a person of `PEOPLE` on screen."""
    return " ".join(word.capitalize() for word in username.split("."))


def write_people(path: Path) -> Path:
    """A list of some of `PEOPLE` as an admin gets it from the offices."""
    head: Line = ("Nama", "Akun", "Peran", "Kode wilayah", "Perangkat", "Nomor SK")
    lines: list[Line] = [
        (name_of(name), name, grant.role, grant.wilayah_code, grant.agency, "188/12/2026")
        for name, grant in PEOPLE.items()
        if name in BY_LIST
    ]
    return write_xlsx(path, {"Pengguna": [head, *lines]})


def admit_the_others(path: Path) -> None:
    """Make the accounts of `PEOPLE` that no list brought; nobody has a password to change."""
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    for name in PEOPLE.keys() - set(BY_LIST):
        add_person(engine, name, PEOPLE[name])
    with open_write(engine, "uji") as connection:
        connection.execute(update(Pengguna).values(must_change=False))
    sign_everybody_in(engine)
    engine.dispose()


def write_measurements(path: Path, stunted: Sequence[int]) -> Path:
    """A plain table of measured children, a row a desa; `stunted` of a hundred each."""
    head: Line = ("kode", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi")
    lines: list[Line] = [
        (code, 110, 2, count - 2, 100 - count, 0)
        for code, count in zip((*DESA, *DESA_HALONG), stunted, strict=True)
    ]
    return write_csv(path, [head, *lines])


def bring_analysis_to_approval(path: Path, kecamatan: str) -> None:
    """Let a kecamatan's parties and its camat finish the analysis, without their screens."""
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    stage = "kecamatan.ansit"
    for part in PARTIES:
        with open_write(engine, f"{part}.operator") as connection:
            note_entry(
                connection,
                wilayah_code=kecamatan,
                year=YEAR,
                stage=stage,
                part=part,
                actor=f"{part}.operator",
            )
    for version, (kind, seen) in enumerate(STEPS, start=1):
        moves = [StageMove(kind, kecamatan, YEAR, stage, part, seen, version) for part in PARTIES]
        assert not move_parts(engine, "uji", moves).conflicts
    engine.dispose()
