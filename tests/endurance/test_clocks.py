"""Clocks and time zones: midnight in three zones, servers elsewhere, clocks set back, odd days."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from analysis.deadlines import ZONES, to_date, to_local, today_in
from app.cli.export_request import ExportRequest
from app.stage_board import read_board
from app.tokens import hash_token
from data_access import reference
from data_access.database import make_engine
from data_access.reads.isian import find_writers
from data_access.reads.pengguna import Grant, read_account, read_account_of_session
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_time_zone
from data_access.reads.wilayah import read_region
from data_access.upgrade import upgrade_schema
from data_access.writes.sesi import begin_attempt, mark_success, start_session
from data_access.writes.wilayah import save_regions
from tests.corpus.entry import DESA, PERIOD, add_regions, cell, save
from tests.corpus.places import make_info, make_place
from tests.endurance.own_postgres import OwnPostgres, own_postgres
from tests.signed_in import add_person

ROOT = Path(__file__).resolve().parents[2]
# By the database of time zones: the city whose clocks a province has. Pontianak's cover the west
# and the middle of Kalimantan, Makassar's the rest of it, Sulawesi, Bali, and Nusa Tenggara.
CITIES = {
    "Asia/Jakarta": "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36",
    "Asia/Pontianak": "61 62",
    "Asia/Makassar": "51 52 53 63 64 65 71 72 73 74 75 76",
    "Asia/Jayapura": "81 82 91 92 93 94 95 96",
}
PLACES = {"WIB": "32.08.01", "WITA": "63.11.01", "WIT": "91.01.01"}
SERVER_ZONES = ("UTC", "Asia/Jayapura", "America/New_York")
NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = make_engine(f"sqlite:///{tmp_path / 'jam.db'}")
    upgrade_schema(made)
    yield made
    made.dispose()


@pytest.fixture
def three_zones(engine: Engine) -> Engine:
    for number, code in enumerate(PLACES.values()):
        save_regions(engine, make_place([f"{code}.2001"]), make_info(f"wilayah{number}"))
    return engine


def test_every_province_has_the_clocks_of_its_city_and_none_a_summer_time() -> None:
    table = reference.read_table("zona_waktu")
    ours = dict(zip(table["provinsi"], table["zona"], strict=True))
    theirs = {code: ZoneInfo(city) for city, codes in CITIES.items() for code in codes.split()}
    assert ours.keys() == theirs.keys()
    assert len(ours) == 38
    for code, zone in theirs.items():
        for month in range(12 * 30):
            moment = datetime(2020 + month // 12, month % 12 + 1, 15, tzinfo=UTC)
            local = moment.astimezone(ZONES[ours[code]])
            assert local.utcoffset() == moment.astimezone(zone).utcoffset(), code
            assert local.dst() == timedelta(0)


@pytest.mark.parametrize(("zone", "code"), list(PLACES.items()))
def test_a_stage_is_late_from_the_regions_own_midnight_on(
    three_zones: Engine, zone: str, code: str
) -> None:
    assert read_time_zone(three_zones, code) == zone
    midnight = datetime(2026, 1, 16, tzinfo=ZONES[zone]).astimezone(UTC)
    told = []
    for seconds in (-86_400, -1, 0, 86_399):
        today = today_in(zone, midnight + timedelta(seconds=seconds))
        board = read_board(three_zones, code, 2026, today)
        [status] = [s for s in board if s.place.code == code and s.stage.code == "kecamatan.ansit"]
        told.append((status.days_left, status.is_late))
    assert told == [(0, False), (0, False), (-1, True), (-1, True)]


def test_the_year_changes_three_times_in_two_hours() -> None:
    changes = [datetime(2026, 12, 31, hour, 0, tzinfo=UTC) for hour in (15, 16, 17)]
    for zone, change in zip(("WIT", "WITA", "WIB"), changes, strict=True):
        assert today_in(zone, change - timedelta(seconds=1)) == date(2026, 12, 31)
        assert today_in(zone, change) == date(2027, 1, 1)


def test_what_was_due_on_the_last_day_is_late_in_the_new_year(three_zones: Engine) -> None:
    code = PLACES["WIT"]
    for day, late in ((date(2026, 12, 31), False), (date(2027, 1, 1), True)):
        board = read_board(three_zones, code, 2026, day)
        found = {s.stage.code: s.is_late for s in board if s.place.code == code}
        assert found["kecamatan.semester-2"] is late
        assert found["kecamatan.penilaian"] is late


@pytest.mark.parametrize(
    ("year", "last"), [(2024, 29), (2027, 28), (2028, 29), (2100, 28), (2000, 29)]
)
def test_february_ends_on_its_last_day(engine: Engine, year: int, last: int) -> None:
    add_regions(engine)
    assert to_date("02-29", year) == date(year, 2, last)
    day = date(year, 2, last)
    board = read_board(engine, "63.11", year, day)
    [status] = [s for s in board if s.place.code == "63.11" and s.stage.code == "kabupaten.ansit"]
    assert status.days_left == 0
    assert (day + timedelta(days=1)).month == 3


@pytest.mark.parametrize(("zone", "code"), list(PLACES.items()))
def test_a_file_carries_the_day_of_the_regions_clocks(
    three_zones: Engine, zone: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Papua the office opens while it is still yesterday in UTC."""

    class Morning(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 11, 20, 23, 30, tzinfo=UTC)

    monkeypatch.setattr("app.cli.export_request.datetime", Morning)
    region = read_region(three_zones, code)
    assert region is not None
    request = ExportRequest(three_zones, region, None, None, None)
    assert request.now.date() == date(2026, 11, 21)
    assert request.now.hour == {"WIB": 6, "WITA": 7, "WIT": 8}[zone]


def test_a_session_holds_until_its_last_second_and_not_while_the_clock_is_wrong(
    engine: Engine,
) -> None:
    add_regions(engine)
    add_person(engine, "ani", Grant("operator", "63.11.01", "setcam"))
    ani = read_account(engine, "ani")
    assert ani is not None
    start_session(engine, ani.id, hash_token("a"), now=NOW, lasts=timedelta(hours=8))
    holds = {
        "at once": (timedelta(0), True),
        "another server, five minutes behind": (timedelta(minutes=-5), True),
        "the last second": (timedelta(hours=8, seconds=-1), True),
        "over": (timedelta(hours=8), False),
        "the clock set back a day": (timedelta(days=-1), False),
        "the clock set back ten years": (timedelta(days=-3650), False),
    }
    for when, (shift, expected) in holds.items():
        found = read_account_of_session(engine, hash_token("a"), NOW + shift)
        assert (found is not None) is expected, when


def test_a_clock_that_ran_ahead_locks_nobody_out_until_then(engine: Engine) -> None:
    ahead = NOW + timedelta(days=3650)
    for _ in range(5):
        assert begin_attempt(engine, "ani", ahead) is not None
    assert begin_attempt(engine, "ani", ahead + timedelta(minutes=1)) is None
    for number in range(5):
        assert begin_attempt(engine, "ani", NOW + timedelta(seconds=number)) is not None
    assert begin_attempt(engine, "ani", NOW + timedelta(minutes=1)) is None, "the lock still works"
    assert begin_attempt(engine, "ani", NOW - timedelta(seconds=30)) is None, "a server behind"
    after = begin_attempt(engine, "ani", NOW + timedelta(minutes=16))
    assert after is not None
    mark_success(engine, after)


def test_the_history_keeps_its_order_when_the_clock_is_set_back(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_regions(engine)
    times = iter([NOW + timedelta(hours=2), NOW])

    class SetBack(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return next(times)

    monkeypatch.setattr("data_access.database.datetime", SetBack)
    save(engine, "ani", cell(DESA[0], "S04", 1), key="satu")
    save(engine, "budi", cell(DESA[0], "S04", 2, version=1), key="dua")
    rows = read_history(engine, HistoryFilter(table="isian"))
    assert [row.actor for row in rows] == ["budi", "ani"]
    with engine.connect() as connection:
        writers = find_writers(connection, PERIOD, [(DESA[0], "S04")])
    assert writers[(DESA[0], "S04")][0] == "budi"


def run_elsewhere(zone: str, url: str) -> dict[str, object]:
    """Let a server whose own clock stands in a zone write and tell."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.endurance.clock_script", url],
        env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    said: dict[str, object] = json.loads(done.stdout)
    return said


def demand_the_same(told: list[dict[str, object]]) -> None:
    for said in told:
        assert said["off_s"] < 60, said["columns"]  # type: ignore[operator]
        assert said["history_off_s"] < 60  # type: ignore[operator]
        assert said["session_holds"] == [True, True, False]
        assert said["digests"] != []
        assert (said["boards"], said["digests"]) == (told[0]["boards"], told[0]["digests"])
    assert len({str(said["zone"]) for said in told}) > 1, "TZ was heard"


def test_the_servers_own_zone_changes_nothing(tmp_path: Path) -> None:
    told = [
        run_elsewhere(zone, f"sqlite:///{tmp_path / str(number)}.db")
        for number, zone in enumerate(SERVER_ZONES)
    ]
    demand_the_same(told)


@pytest.fixture(scope="module", params=["Asia/Jayapura", "America/St_Johns"])
def server(request: pytest.FixtureRequest) -> Iterator[OwnPostgres]:
    with own_postgres(request.param) as made:
        yield made


def test_nor_does_that_of_postgresql(server: OwnPostgres) -> None:
    told = [
        run_elsewhere(zone, server.make_database(f"jam{number}"))
        for number, zone in enumerate(("Asia/Jakarta", "America/New_York"))
    ]
    demand_the_same(told)


def test_a_moment_without_zone_is_utc() -> None:
    stored = datetime(2026, 11, 20, 23, 30)
    assert to_local("WIT", stored) == stored.replace(tzinfo=UTC)
    assert to_local("WIT", stored).isoformat() == "2026-11-21T08:30:00+09:00"
