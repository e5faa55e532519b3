import pytest
from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.reads.batches import read_versions
from data_access.reads.pengaturan import (
    pick_approvers,
    pick_overrides,
    read_agencies,
    read_responsible,
    read_settings,
)
from data_access.schema import Riwayat
from data_access.writes.pengaturan import (
    Duty,
    remove_agency,
    save_agency,
    save_duties,
    save_setting,
)

REGION, KEY = "63.11", "tenggat.kecamatan.ansit"


def save(engine: Engine, day: str | None, version: int, actor: str = "bappeda", why: str = "SK 1"):
    value = {} if day is None else {"bulan_hari": day}
    return save_setting(
        engine,
        actor,
        wilayah_code=REGION,
        key=KEY,
        value=value,
        reason=why,
        version=version,
    )


def history(engine: Engine, table: str) -> list[tuple[str, str]]:
    question = select(Riwayat.action, Riwayat.actor).where(Riwayat.table_name == table)
    with open_read(engine) as connection:
        return [tuple(row) for row in connection.execute(question.order_by(Riwayat.id))]


def test_a_setting_keeps_value_reason_and_who(engine: Engine) -> None:
    assert save(engine, "01-20", 0) is None
    [row] = read_settings(engine, "63.11.01").to_dict("records")
    assert (row["value"], row["reason"], row["version"], row["updated_by"]) == (
        {"bulan_hari": "01-20"},
        "SK 1",
        1,
        "bappeda",
    )
    assert history(engine, "pengaturan") == [("tambah", "bappeda")]


def test_two_who_change_the_same_setting_do_not_overwrite_each_other(engine: Engine) -> None:
    save(engine, "01-20", 0)
    assert save(engine, "01-22", 1, "bappeda") is None
    conflict = save(engine, "01-25", 1, "orang lain")
    assert conflict is not None
    assert (conflict.value, conflict.updated_by) == ({"bulan_hari": "01-22"}, "bappeda")
    assert pick_overrides(read_settings(engine, REGION))[REGION, "kecamatan.ansit"].month_day == (
        "01-22"
    )
    late = save(engine, "01-25", 0, "orang lain")
    assert late is not None


def test_the_same_click_twice_is_one_change(engine: Engine) -> None:
    assert [save(engine, "01-20", 0) for _ in range(3)] == [None] * 3
    assert len(history(engine, "pengaturan")) == 1
    assert read_versions(engine)["pengaturan"] == 1


def test_back_to_the_guideline_is_a_change_with_its_reason(engine: Engine) -> None:
    save(engine, "01-20", 0)
    assert save(engine, None, 1, why="SK dicabut") is None
    settings = read_settings(engine, REGION)
    assert pick_overrides(settings) == {}
    assert list(settings["reason"]) == ["SK dicabut"]


def test_a_setting_without_a_reason_is_refused(engine: Engine) -> None:
    with pytest.raises(ValueError, match="reason"):
        save(engine, "01-20", 0, why="  ")
    assert read_settings(engine, REGION).empty


def test_settings_of_neighbours_are_not_read(engine: Engine) -> None:
    save_setting(
        engine,
        "bappeda",
        wilayah_code="63",
        key="penyetuju.provinsi.ansit",
        value={"perangkat": "sekda"},
        reason="SK 2",
        version=0,
    )
    assert pick_approvers(read_settings(engine, "63")) == {("63", "provinsi.ansit"): "sekda"}
    save(engine, "01-20", 0)
    assert read_settings(engine, "63.10").to_dict("list")["wilayah_code"] == ["63"]


def test_an_agency_is_registered_renamed_and_conflicts_are_told(engine: Engine) -> None:
    def put(name: str, seen: str | None):
        return save_agency(
            engine, "bappeda", wilayah_code=REGION, code="dinsos", name=name, seen_name=seen
        )

    assert put("Dinas Sosial", None) is None
    assert put("Dinas Sosial", None) is None  # the same click again
    conflict = put("Dinas Lain", None)
    assert conflict is not None
    assert conflict.value == {"nama": "Dinas Sosial"}
    assert put("Dinas Sosial dan PMD", "Dinas Sosial") is None
    assert list(read_agencies(engine, REGION)["name"]) == ["Dinas Sosial dan PMD"]
    assert [action for action, _ in history(engine, "perangkat_daerah")] == ["tambah", "ubah"]


def test_an_agency_that_answers_for_items_is_not_removed(engine: Engine) -> None:
    save_agency(
        engine, "bappeda", wilayah_code=REGION, code="dinsos", name="Dinas Sosial", seen_name=None
    )
    save_duties(engine, "bappeda", wilayah_code=REGION, duties=[Duty("S01", "dinsos", 0)])
    assert remove_agency(engine, "bappeda", wilayah_code=REGION, code="dinsos") == [
        "tanggung jawab"
    ]
    save_duties(engine, "bappeda", wilayah_code=REGION, duties=[Duty("S01", None, 1)])
    assert remove_agency(engine, "bappeda", wilayah_code=REGION, code="dinsos") == []
    assert read_agencies(engine, REGION).empty


def test_duties_are_saved_all_or_none_and_name_what_changed_meanwhile(engine: Engine) -> None:
    first = [Duty("S01", "dinsos", 0), Duty("S02", "dinkes", 0)]
    assert save_duties(engine, "bappeda", wilayah_code=REGION, duties=first) == []
    save_duties(engine, "lain", wilayah_code=REGION, duties=[Duty("S01", "disdik", 1)])
    stale = [Duty("S01", "dinkes", 1), Duty("S02", "dinsos", 1)]
    [conflict] = save_duties(engine, "bappeda", wilayah_code=REGION, duties=stale)
    assert (conflict.what, conflict.value) == ("S01", {"perangkat": "disdik"})
    stored = read_responsible(engine, REGION)
    assert dict(zip(stored["item_code"], stored["agency"], strict=True)) == {
        "S01": "disdik",
        "S02": "dinkes",
    }
    assert len(history(engine, "penanggung_jawab")) == 3
