"""Migrations on the whole demonstration: down, up, broken off anywhere, killed, two at once."""

import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, make_url

from data_access.backup import check_database
from data_access.database import make_engine
from data_access.upgrade import (
    downgrade_schema,
    newest_revision,
    read_revision,
    upgrade_schema,
)
from tests.endurance.checksums import add_up, in_both, list_columns
from tests.endurance.populated import Demonstrations, demonstrations

LOG = logging.getLogger("ukuran")
REVISIONS = ["0001", "0002", "0003", "0004", "0005", "0006"]
# What its downgrade says that it takes away: the mark of imports that the older schema lacks.
GIVEN_UP = {"batch": frozenset({"kind"})}


class BrokenOffError(Exception):
    """Stands for whatever may stop a migration: a power cut, a full disk, an impatient hand."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def source(request: pytest.FixtureRequest, demo_database: Path) -> Iterator[Demonstrations]:
    with demonstrations(request.param, demo_database) as made:
        yield made


def test_the_revisions_here_are_all_there_are() -> None:
    assert newest_revision() == REVISIONS[-1]


@contextmanager
def counted(engine: Engine, reach: int | None, end: Callable[[], None]) -> Iterator[list[int]]:
    """Count statements; at number `reach` the end comes."""
    seen = [0]

    def before(*_: object) -> None:
        seen[0] += 1
        if seen[0] == reach:
            end()

    event.listen(engine, "before_cursor_execute", before)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", before)


def break_off() -> None:
    raise BrokenOffError


def below(revision: str) -> str:
    place = REVISIONS.index(revision)
    return REVISIONS[place - 1] if place else "base"


def state_of(engine: Engine) -> tuple[object, ...]:
    columns = list_columns(engine)
    problems = check_database(engine).problems
    return read_revision(engine), columns, add_up(engine, columns), problems


def run_there_and_back(engine: Engine, revision: str) -> tuple[int, int]:
    """Down from a revision and up again: how many statements each takes."""
    with counted(engine, None, break_off) as down:
        downgrade_schema(engine, below(revision))
    with counted(engine, None, break_off) as up:
        upgrade_schema(engine, name_target(revision))
    return down[0], up[0]


def name_target(revision: str) -> str:
    """Only at the newest revision are views and triggers made again."""
    return "head" if revision == REVISIONS[-1] else revision


def points_of(statements: int) -> list[int]:
    """Where a run of so many statements is broken off: early, at a half, just before its end."""
    return sorted({max(1, statements // 10), statements // 2, statements})


@pytest.mark.parametrize("revision", REVISIONS)
def test_down_and_up_keeps_what_the_older_schema_holds(
    source: Demonstrations, revision: str
) -> None:
    engine = source.make()
    whole, before = list_columns(engine), add_up(engine, list_columns(engine))
    downgrade_schema(engine, below(revision))
    kept = in_both(whole, list_columns(engine))
    kept = {name: columns - GIVEN_UP.get(name, frozenset()) for name, columns in kept.items()}
    asked = add_up(engine, kept)
    upgrade_schema(engine)
    assert add_up(engine, kept) == asked
    report = check_database(engine)
    assert (report.problems, report.is_current) == ((), True)
    assert list_columns(engine) == whole
    same = [name for name, columns in kept.items() if columns == whole[name]]
    assert {name: asked[name] for name in same} == {name: before[name] for name in same}
    LOG.info("%s, down to %s and up: %d tables kept", source.kind, below(revision), len(kept))
    engine.dispose()


@pytest.mark.parametrize("revision", REVISIONS)
def test_broken_off_anywhere_it_leaves_all_as_it_was_and_works_again(
    source: Demonstrations, revision: str
) -> None:
    engine = source.make()
    if revision != REVISIONS[-1]:
        downgrade_schema(engine, revision)
    down, up = run_there_and_back(engine, revision)
    breaks = 0
    for direction, statements in ((downgrade_schema, down), (upgrade_schema, up)):
        target = below(revision) if direction is downgrade_schema else name_target(revision)
        before = state_of(engine)
        for point in points_of(statements):
            with counted(engine, point, break_off), pytest.raises(BrokenOffError):
                direction(engine, target)
            assert state_of(engine) == before, (direction.__name__, point)
            breaks += 1
        direction(engine, target)
    upgrade_schema(engine)
    report = check_database(engine)
    assert (report.problems, report.is_current) == ((), True)
    LOG.info("%s %s: broken off %d times, nothing half", source.kind, revision, breaks)
    engine.dispose()


def test_killed_in_the_middle_it_leaves_all_as_it_was(source: Demonstrations) -> None:
    engine = source.make()
    downgrade_schema(engine, "0004")
    url = make_url(engine.url).render_as_string(hide_password=False)
    before = state_of(engine)
    engine.dispose()
    for point in (40, 90, 140):
        assert kill_upgrade(url, point) == -signal.SIGKILL
        engine = make_engine(url)
        wait_until_forgotten(engine)
        assert state_of(engine) == before
        engine.dispose()
    engine = make_engine(url)
    upgrade_schema(engine)
    assert check_database(engine).problems == ()
    engine.dispose()


def kill_upgrade(url: str, point: int) -> int:
    """Upgrade in a process of its own that is killed at a statement; how it ended."""
    child = os.fork()
    if child == 0:
        engine = make_engine(url)
        with counted(engine, point, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            upgrade_schema(engine)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def wait_until_forgotten(engine: Engine) -> None:
    """PostgreSQL notices a moment later that its client is gone."""
    if engine.dialect.name == "postgresql":
        time.sleep(1)


def test_two_that_upgrade_at_once_both_find_it_done(source: Demonstrations) -> None:
    engine = source.make()
    downgrade_schema(engine, "0004")
    url = make_url(engine.url).render_as_string(hide_password=False)
    engine.dispose()
    engines = [make_engine(url) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(upgrade_schema, engines))
    report = check_database(engines[0])
    assert (report.problems, report.is_current) == ((), True)
    for each in engines:
        each.dispose()
