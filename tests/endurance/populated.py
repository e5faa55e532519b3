"""Copies of the demonstration on either kind of database, to be spoilt."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import Engine

from app.actions.demo import fill_demo
from data_access.database import make_engine
from tests.endurance.own_postgres import own_postgres
from tests.raw_writes import copy_in_use

_NUMBERS = count(1)


class Demonstrations:
    """Gives one filled database after the other; all go with the test."""

    def __init__(self, kind: str, folder: Path, demo: Path | None, server: object = None) -> None:
        self.kind, self._folder, self._demo, self._server = kind, folder, demo, server

    def make(self) -> Engine:
        """A copy of the demonstration of its own."""
        name = f"salinan{next(_NUMBERS)}"
        if self._demo is not None:
            path = self._folder / f"{name}.db"
            copy_in_use(self._demo, path)
            return make_engine(f"sqlite:///{path}")
        return make_engine(self._server.make_database(name, "demo"))  # type: ignore[attr-defined]

    def make_empty_url(self) -> str:
        """The URL of an empty database beside them."""
        name = f"kosong{next(_NUMBERS)}"
        if self._demo is not None:
            return f"sqlite:///{self._folder / name}.db"
        made: str = self._server.make_database(name)  # type: ignore[attr-defined]
        return made


@contextmanager
def demonstrations(kind: str, demo: Path) -> Iterator[Demonstrations]:
    """`demo`: the demonstration's SQLite file, made once for all tests."""
    with tempfile.TemporaryDirectory() as folder:
        if kind == "sqlite":
            yield Demonstrations(kind, Path(folder), demo)
            return
        with own_postgres() as server:
            engine = make_engine(server.make_database("demo"))
            fill_demo(engine)
            engine.dispose()
            yield Demonstrations(kind, Path(folder), None, server)
