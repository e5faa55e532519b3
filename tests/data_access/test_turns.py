"""Writers of one file in one process: first come, first served, and nobody waits for ever."""

import threading
import time
from pathlib import Path

from sqlalchemy import Engine

from data_access.database import make_engine, open_write
from data_access.turns import take_turn
from data_access.upgrade import upgrade_schema


def open_file(path: Path) -> Engine:
    return make_engine(f"sqlite:///{path}")


def test_who_comes_second_waits_for_the_first_whatever_the_engine(tmp_path: Path) -> None:
    first, second = (open_file(tmp_path / "uji.db") for _ in range(2))
    order: list[str] = []

    def come_second() -> None:
        with take_turn(second, 10):
            order.append("kedua")

    with take_turn(first, 10):
        waiting = threading.Thread(target=come_second)
        waiting.start()
        time.sleep(0.2)
        order.append("pertama")
    waiting.join()
    assert order == ["pertama", "kedua"]


def test_whose_patience_ends_goes_on_and_asks_the_database(tmp_path: Path) -> None:
    engine = open_file(tmp_path / "uji.db")
    with take_turn(engine, 1), take_turn(engine, 0.1):
        pass
    with take_turn(engine, 0.1):
        pass


def test_another_file_is_nobodys_business(tmp_path: Path) -> None:
    began = time.monotonic()
    with take_turn(open_file(tmp_path / "a.db"), 10), take_turn(open_file(tmp_path / "b.db"), 10):
        pass
    assert time.monotonic() - began < 5


def test_a_write_that_fails_gives_its_turn_on(tmp_path: Path) -> None:
    engine = open_file(tmp_path / "uji.db")
    upgrade_schema(engine)
    for _ in range(2):
        try:
            with open_write(engine, "ani"):
                raise RuntimeError
        except RuntimeError:
            continue
    began = time.monotonic()
    with open_write(engine, "ani"):
        pass
    assert time.monotonic() - began < 5
