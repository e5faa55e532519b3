"""Facilities: a file replaces the same kabupaten and kinds, and withdrawing brings them back."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from data_access.importers.fasilitas_checks import Facility
from data_access.reads.batches import read_batch, read_batch_regions, read_versions
from data_access.reads.fasilitas import read_facilities
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.writes.batches import BatchInfo
from data_access.writes.fasilitas import save_facilities
from data_access.writes.withdrawals import withdraw_import
from tests.corpus.entry import DESA, KECAMATAN, add_regions

MAWAR = Facility(DESA[0], "posyandu", "Mawar", -2.5, 115.5, "", 2)
MELATI = replace(MAWAR, name="Melati", source="Dinkes 2026", longitude=115.51)
PUSKESMAS = replace(MAWAR, code=KECAMATAN, kind="puskesmas", name="Puskesmas Juai")


def info(name: str) -> BatchInfo:
    return BatchInfo("fasilitas", name, name, "ani")


def names(engine: Engine) -> list[str]:
    return list(read_facilities(engine, KECAMATAN[:5])["name"])


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    save_facilities(engine, [MAWAR, PUSKESMAS], info("a.csv"))
    return engine


def test_facilities_come_back_as_they_were_given(place: Engine) -> None:
    frame = read_facilities(place, KECAMATAN)
    assert frame["kind"].tolist() == ["puskesmas", "posyandu"]
    row = frame.iloc[1]
    assert (row["wilayah_code"], row["latitude"], row["longitude"]) == (DESA[0], -2.5, 115.5)
    assert row["source"] == "a.csv"  # where the file says none
    assert row["wilayah_name"]
    assert read_facilities(place, "99").empty


def test_a_file_of_posyandu_replaces_posyandu_only(place: Engine) -> None:
    before = read_versions(place)
    done = save_facilities(place, [MELATI], info("b.csv"))
    assert names(place) == ["Puskesmas Juai", "Melati"]
    assert len(done.replaced_batches) == 1
    earlier = read_batch(place, done.replaced_batches[0])
    assert earlier is not None
    assert earlier.status == "sebagian digantikan"
    assert read_versions(place)["fasilitas"] == before["fasilitas"] + 1
    gone = read_history(place, HistoryFilter(table="fasilitas"))
    assert [(row.actor, row.action) for row in gone] == [("ani", "hapus")]
    assert read_batch_regions(place, done.batch_id, "fasilitas") == [KECAMATAN[:5]]


def test_the_same_file_changes_nothing(place: Engine) -> None:
    assert save_facilities(place, [MAWAR, PUSKESMAS], info("a.csv")).unchanged
    assert len(names(place)) == 2


def test_withdrawing_an_import_brings_back_what_it_replaced(place: Engine) -> None:
    done = save_facilities(place, [MELATI], info("b.csv"))
    assert withdraw_import(place, "budi", done.batch_id) == 1
    assert names(place) == ["Puskesmas Juai", "Mawar"]
    earlier = read_batch(place, done.replaced_batches[0])
    assert earlier is not None
    assert earlier.status == "berlaku"
