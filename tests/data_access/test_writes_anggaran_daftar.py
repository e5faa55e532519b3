"""Lists beside the budget: a file replaces its own list, a region's additions are its own."""

import pytest
from sqlalchemy import Engine

from data_access.reads.batches import read_versions
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.scope import NATION
from data_access.reads.tematik import count_accounts, read_thematic
from data_access.writes.anggaran_daftar import (
    add_thematic,
    remove_thematic,
    save_accounts,
    save_thematic,
)
from data_access.writes.batches import BatchInfo, WriteOutcome

LIST = {
    ("kabupaten", "1.02.02.2.02.0001"): "Kesehatan Ibu Hamil",
    ("kabupaten", "1.02.02.2.02.0015"): "Gizi Masyarakat",
    ("provinsi", "1.02.02.1.02.0015"): "Gizi Masyarakat",
}


def store(
    engine: Engine,
    told: dict[tuple[str, str], str],
    digest: str,
    region: str = NATION,
    nomenclature: str = "2026",
) -> WriteOutcome:
    info = BatchInfo("tematik", f"{digest}.csv", digest, "ani", {"wilayah": region})
    return save_thematic(engine, told, info, wilayah_code=region, nomenclature=nomenclature)


def codes(engine: Engine, region: str) -> list[tuple[str, str]]:
    rows = read_thematic(engine, region)
    return sorted(zip(rows["wilayah_code"], rows["code"], strict=True))


def test_a_list_is_replaced_by_the_next_file_of_its_version(engine: Engine) -> None:
    assert store(engine, LIST, "a").row_count == 3
    again = store(engine, LIST, "a")
    assert again.unchanged
    shorter = {key: name for key, name in LIST.items() if not key[1].endswith("0001")}
    shorter["kabupaten", "1.02.02.2.02.0015"] = "Pelayanan Gizi Masyarakat"
    store(engine, shorter, "b")
    store(engine, LIST, "c", nomenclature="2027")
    rows = read_thematic(engine, "63.11")
    older = rows[rows["nomenclature"] == "2026"]
    assert dict(zip(older["code"], older["name"], strict=True)) == {
        "1.02.02.2.02.0015": "Pelayanan Gizi Masyarakat",
        "1.02.02.1.02.0015": "Gizi Masyarakat",
    }
    assert read_versions(engine)["anggaran"] == 3


def test_a_region_adds_and_takes_away_only_on_its_own_list(engine: Engine) -> None:
    store(engine, LIST, "a")
    more = {"level": "kabupaten", "code": "2.11.03.2.01.0001", "name": "Air bersih"}
    assert add_thematic(engine, "ani", wilayah_code="63.11", **more)
    assert not add_thematic(engine, "ani", wilayah_code="63.11", **more)
    assert ("63.11", "2.11.03.2.01.0001") in codes(engine, "63.11")
    assert ("63.11", "2.11.03.2.01.0001") not in codes(engine, "63.09")
    key = {"level": "kabupaten", "nomenclature": "daerah", "code": "2.11.03.2.01.0001"}
    with pytest.raises(ValueError, match="national"):
        remove_thematic(engine, "ani", wilayah_code=NATION, **key)
    assert remove_thematic(engine, "budi", wilayah_code="63.11", **key)
    assert not remove_thematic(engine, "budi", wilayah_code="63.11", **key)
    changes = read_history(engine, HistoryFilter(table="subkegiatan_tematik"))
    assert [(each.actor, each.action) for each in changes] == [("budi", "hapus"), ("ani", "tambah")]


def test_accounts_are_added_and_renamed_but_none_is_taken_away(engine: Engine) -> None:
    info = BatchInfo("akun", "a.csv", "a", "ani")
    save_accounts(engine, {"5": (1, "BELANJA DAERAH"), "5.1": (2, "BELANJA OPERASI")}, info)
    later = BatchInfo("akun", "b.csv", "b", "ani")
    assert not save_accounts(engine, {"5.1": (2, "Belanja Operasi")}, later).unchanged
    assert save_accounts(engine, {"5.1": (2, "Belanja Operasi")}, later).unchanged
    assert count_accounts(engine) == 2
    (change,) = read_history(engine, HistoryFilter(table="akun_belanja"))
    assert (change.action, (change.after or {})["name"]) == ("ubah", "Belanja Operasi")
