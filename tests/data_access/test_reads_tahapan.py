from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, insert, update

from data_access.database import open_write
from data_access.reads.pengguna import Grant
from data_access.reads.stage_definitions import read_items, read_items_of_parties, read_stages
from data_access.reads.tahapan import (
    read_desa_counts,
    read_exceptions,
    read_fill_counts,
    read_parts,
    read_role_holders,
    read_statements,
    read_steps,
    read_time_zone,
)
from data_access.schema import Isian, Periode, Wilayah
from data_access.writes.pengguna import save_account
from data_access.writes.tahapan import (
    StageMove,
    move_parts,
    note_entry,
    save_exception,
    save_statement,
)
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

FIRST, SECOND = "63.11.01", "63.11.02"
DESA = ["63.11.01.2001", "63.11.01.2002", "63.11.02.2001"]


@pytest.fixture
def place(engine: Engine) -> Engine:
    save_regions(engine, make_place(DESA), make_info("a"))
    return engine


def enter(engine: Engine, code: str, part: str = "plkb", year: int = 2026) -> None:
    with open_write(engine, "guntur") as connection:
        note_entry(
            connection,
            wilayah_code=code,
            year=year,
            stage="kecamatan.ansit",
            part=part,
            actor="guntur",
        )


def add_person(engine: Engine, username: str, *grants: Grant) -> None:
    save_account(
        engine,
        "uji",
        username=username,
        name=username.capitalize(),
        position=None,
        password_hash="",
        must_change=False,
        is_demo=False,
        grants=grants,
    )


def test_parts_are_those_of_the_regions_and_the_year_asked_for(place: Engine) -> None:
    enter(place, FIRST)
    enter(place, SECOND)
    enter(place, FIRST, year=2025)
    found = read_parts(place, [FIRST, "63.11"], 2026)
    assert [(p.wilayah_code, p.part, p.state, p.version) for p in found] == [
        (FIRST, "plkb", "draf", 1)
    ]
    moment = found[0].updated_at
    assert moment is not None
    assert abs((datetime.now(UTC) - moment.replace(tzinfo=UTC)).total_seconds()) < 60


def test_steps_name_the_person_and_come_newest_first(place: Engine) -> None:
    add_person(place, "guntur", Grant("operator", FIRST, "plkb"))
    enter(place, FIRST)
    move = StageMove("ajukan", FIRST, 2026, "kecamatan.ansit", "plkb", "draf", 1)
    move_parts(place, "tanpa akun", [move])
    steps = read_steps(place, FIRST, 2026)
    assert list(steps["to_state"]) == ["diajukan", "draf"]
    assert list(steps["actor"]) == ["tanpa akun", "guntur"]
    assert list(steps["name"].fillna("-")) == ["-", "Guntur"]


def test_who_holds_a_role_leaves_out_other_regions(place: Engine) -> None:
    add_person(place, "guntur", Grant("operator", FIRST, "plkb"))
    add_person(place, "asing", Grant("operator", "63.10.01", "plkb"))
    holders = read_role_holders(place, "63.11")
    assert list(holders["name"]) == ["Guntur"]


def test_filled_cells_are_counted_by_kecamatan_and_item_and_blank_is_not_filled(
    place: Engine,
) -> None:
    rows = [(DESA[0], "S01", 5), (DESA[1], "S01", 0), (DESA[1], "S02", None), (DESA[2], "S01", 1)]
    with open_write(place, "uji") as connection:
        connection.execute(
            insert(Periode).values(
                label="2026", kind="ansit", first_day="2026-01-01", last_day="2026-12-31"
            )
        )
        for code, item, value in rows:
            cell = {"period": "2026", "unit_code": code, "item_code": item, "value": value}
            connection.execute(insert(Isian).values(**cell, version=1))
    counts = read_fill_counts(place, "63.11", "2026")
    assert sorted(counts.itertuples(index=False, name=None)) == [
        (FIRST, "S01", 2),
        (SECOND, "S01", 1),
    ]
    assert read_desa_counts(place, "63.11") == {FIRST: 2, SECOND: 1}


def test_a_desa_no_longer_in_force_is_not_counted(place: Engine) -> None:
    with open_write(place, "uji") as connection:
        ended = update(Wilayah).where(Wilayah.code == DESA[1])
        connection.execute(ended.values(valid_until=datetime(2025, 1, 1).date()))
    assert read_desa_counts(place, "63.11")[FIRST] == 1


def test_the_time_zone_is_the_regions_own_else_its_provinces(place: Engine) -> None:
    assert read_time_zone(place, DESA[0]) == "WITA"
    with open_write(place, "uji") as connection:
        own = update(Wilayah).where(Wilayah.code == "63.11").values(time_zone="WIB")
        connection.execute(own)
    assert read_time_zone(place, DESA[0]) == "WIB"


def test_exceptions_and_statements_say_who_and_why(place: Engine) -> None:
    save_exception(
        place,
        "bappeda",
        wilayah_code="63.11",
        year=2026,
        stage="kabupaten.ansit",
        reason="banjir",
    )
    save_statement(place, "bappeda", wilayah_code="63.11", year=2026, text="data resmi")
    [opened] = read_exceptions(place, "63.11", 2026).to_dict("records")
    assert (opened["stage"], opened["reason"], opened["actor"]) == (
        "kabupaten.ansit",
        "banjir",
        "bappeda",
    )
    assert list(read_statements(place, "63.11", 2026)["text"]) == ["data resmi"]
    assert read_statements(place, "63.11", 2025).empty


def test_each_of_the_sixty_items_and_live_births_is_one_partys_of_the_kecamatan() -> None:
    parties = read_items_of_parties()
    assert set(parties) == {"setcam", "puskesmas", "plkb"}
    assert sum(len(codes) for codes in parties.values()) == len(read_items()) == 60 + 1
    entered = [stage for stage in read_stages().values() if stage.is_entered_here]
    assert [stage.parts for stage in entered] == [("setcam", "puskesmas", "plkb")] * 3
