import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, insert, select, text
from sqlalchemy.exc import IntegrityError

from data_access.database import BUSY_TIMEOUT_MS, make_engine, open_read, open_write
from data_access.schema import Identitas, VersiTopik
from data_access.upgrade import upgrade_schema
from data_access.writes.batches import move_version

THREADS, WRITES = 8, 20


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    upgrade_schema(engine)
    yield engine
    engine.dispose()


def pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_sqlite_keeps_foreign_keys_and_lets_readers_in_while_one_writes(sqlite: Engine) -> None:
    with open_read(sqlite) as connection:
        assert pragma(connection, "foreign_keys") == 1
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2  # an acknowledged write survives a power cut
        assert pragma(connection, "busy_timeout") == BUSY_TIMEOUT_MS


def test_a_fact_of_an_unknown_region_is_refused_by_the_database(engine: Engine) -> None:
    statement = text(
        "INSERT INTO wilayah_kerja (puskesmas_code, desa_code)"
        " VALUES ('99.01.01.P01', '99.01.01.2001')"
    )
    with pytest.raises(IntegrityError), open_write(engine, "penguji") as connection:
        connection.execute(statement)


def test_eight_writers_queue_and_no_write_is_lost(engine: Engine) -> None:
    with open_write(engine, "penguji") as connection:
        move_version(connection, "uji")
    faults: list[Exception] = []

    def write() -> None:
        try:
            for _ in range(WRITES):
                with open_write(engine, "penguji") as connection:
                    move_version(connection, "uji")
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=write) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with open_read(engine) as connection:
        assert connection.scalar(select(VersiTopik.version)) == 1 + THREADS * WRITES


def test_a_reader_sees_the_old_state_while_a_write_is_open(sqlite: Engine) -> None:
    question = select(VersiTopik.version).where(VersiTopik.topic == "uji")
    with open_write(sqlite, "penguji") as writer:
        move_version(writer, "uji")
        with open_read(sqlite) as reader:
            assert reader.scalar(question) is None
    with open_read(sqlite) as reader:
        assert reader.scalar(question) == 1


def test_a_fault_in_a_write_undoes_all_of_it(engine: Engine) -> None:
    def fail_halfway() -> None:
        with open_write(engine, "penguji") as connection:
            move_version(connection, "uji")
            raise RuntimeError("mati lampu")

    with pytest.raises(RuntimeError):
        fail_halfway()
    with open_read(engine) as connection:
        assert connection.scalar(select(VersiTopik.version)) is None


def test_what_a_reader_writes_by_mistake_is_rolled_back(engine: Engine) -> None:
    with open_read(engine) as connection:
        connection.execute(insert(VersiTopik).values(topic="uji", version=1))
    with open_read(engine) as connection:
        assert connection.scalar(select(VersiTopik.version)) is None


def test_errors_never_show_what_was_typed(engine: Engine) -> None:
    secret = "NIK 6210012345670001"
    row = {"key": "sama", "value": secret}
    with pytest.raises(IntegrityError) as caught, open_write(engine, "penguji") as connection:
        connection.execute(insert(Identitas), [row, row])
    assert secret not in str(caught.value)
    assert "hidden" in str(caught.value)


def test_a_postgresql_address_without_a_driver_gets_ours() -> None:
    engine = make_engine("postgresql://orang:rahasia@127.0.0.1:9/uji")
    assert engine.url.drivername == "postgresql+psycopg"
    assert "rahasia" not in str(engine.url)
