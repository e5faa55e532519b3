"""The letterhead of a region's documents: who may set it, what is refused, what it changes."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.access import NotAllowedError
from app.actions.letterhead import (
    LetterheadSetting,
    may_set,
    read_letterhead,
    set_letterhead,
)
from app.documents.meeting_reading import make_letterhead, name_region
from data_access.reads.wilayah import Region, read_path
from tests.app.stage_people import HALONG, JUAI, KABUPATEN, make_person, make_template

SETCAM = make_person("operator", JUAI, "setcam")
PUSKESMAS = make_person("operator", JUAI, "puskesmas")
BAPPEDA = make_person("bappeda", KABUPATEN, "bappeda")
WANTED = LetterheadSetting(
    ("Pemerintah  Kabupaten Balangan ", "", "Kecamatan Juai"),
    "Jalan Raya 1",
    "Mungkur Uyam",
    (("Kepala Puskesmas Juai", "dr. Ani"), ("Ketua TP-PKK", "")),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("kop"))


@pytest.fixture
def place(template: Path, database: Path, engine: Engine) -> Engine:
    shutil.copy(template, database)
    return engine


def test_what_was_set_is_read_back_tidied(place: Engine) -> None:
    assert set_letterhead(place, SETCAM, JUAI, WANTED).is_done
    stored = read_letterhead(place, JUAI)
    assert stored.lines == ("Pemerintah Kabupaten Balangan", "Kecamatan Juai")
    assert (stored.city, stored.signers, stored.version) == (WANTED.city, WANTED.signers, 1)
    assert read_letterhead(place, HALONG) == LetterheadSetting()


def test_who_records_the_meetings_sets_it_and_bappeda_above(place: Engine) -> None:
    assert may_set(SETCAM, JUAI)
    assert may_set(BAPPEDA, JUAI)
    assert may_set(BAPPEDA, KABUPATEN)
    assert set_letterhead(place, BAPPEDA, HALONG, WANTED).is_done


@pytest.mark.parametrize(
    ("person", "code"), [(PUSKESMAS, JUAI), (SETCAM, HALONG), (SETCAM, KABUPATEN), (None, JUAI)]
)
def test_nobody_else_sets_it(place: Engine, person: object, code: str) -> None:
    assert not may_set(person, code)  # type: ignore[arg-type]
    with pytest.raises(NotAllowedError):
        set_letterhead(place, person, code, WANTED)  # type: ignore[arg-type]
    assert read_letterhead(place, code).version == 0


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"lines": (" ",)}, "kosong"),
        ({"lines": ("a",) * 7}, "baris"),
        ({"lines": ("a" * 121,)}, "baris"),
        ({"address": "a" * 301}, "panjang"),
        ({"city": "a" * 81}, "panjang"),
        ({"signers": (("", "Ani"),)}, "penanda_tangan"),
        ({"signers": (("Camat", ""),) * 13}, "penanda_tangan"),
        ({"city": "<b>"}, "tanda"),
        ({"signers": (("Camat", "`x`"),)}, "tanda"),
    ],
)
def test_what_no_letterhead_can_hold_is_refused(
    place: Engine, changed: dict[str, object], fault: str
) -> None:
    assert set_letterhead(place, SETCAM, JUAI, replace(WANTED, **changed)).fault == fault  # type: ignore[arg-type]
    assert read_letterhead(place, JUAI).version == 0


def test_a_desa_has_no_letterhead(place: Engine) -> None:
    assert set_letterhead(place, BAPPEDA, f"{JUAI}.2001", WANTED).fault == "tingkat"


def test_of_two_who_set_it_the_second_is_told(place: Engine) -> None:
    assert set_letterhead(place, SETCAM, JUAI, WANTED).is_done
    other = set_letterhead(place, BAPPEDA, JUAI, replace(WANTED, city="Paringin"))
    assert other.conflict is not None
    assert other.conflict.updated_by == SETCAM.username
    assert read_letterhead(place, JUAI).city == WANTED.city


def test_without_one_the_names_of_the_regions_stand_there(place: Engine) -> None:
    path = read_path(place, JUAI)
    assert make_letterhead(LetterheadSetting(), path).lines == (
        f"Pemerintah {name_region(path[-2])}",
        name_region(path[-1]),
    )


@pytest.mark.parametrize(
    ("kind", "name", "title"),
    [
        ("kecamatan", "Juai", "Kecamatan Juai"),
        ("kabupaten", "Kabupaten Balangan", "Kabupaten Balangan"),
        ("kota", "Banjar", "Kota Banjar"),
        ("provinsi", "Kalimantan Selatan", "Provinsi Kalimantan Selatan"),
    ],
)
def test_a_region_is_named_once_by_its_kind(kind: str, name: str, title: str) -> None:
    assert name_region(Region("1", name, "", kind, "")) == title
