"""Finished pages in memory: made once, made anew when what they show has changed."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest

from app.public.shelf import ASK_AGAIN_S, CALM_S, Finished, Shelf, finish

Answer = TypeVar("Answer")
KEY = ("99.01", 2026, "html")


class Works:
    """Stands in for the database and the clock, and counts what is asked."""

    def __init__(self) -> None:
        self.versions = {"tahapan": 1, "isian": 1}
        self.made, self.asked, self.now = 0, 0, 0.0

    def make(self, key: tuple[object, ...]) -> Finished | None:
        self.made += 1
        return finish(f"{self.made}".encode(), "text/plain") if key == KEY else None

    def read(self) -> dict[str, int]:
        self.asked += 1
        return dict(self.versions)


def run(question: Coroutine[Any, Any, Answer]) -> Answer:
    """Run to the end in a thread of its own: the tests' own may be inside a loop already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, question).result()


@pytest.fixture
def works() -> Works:
    return Works()


@pytest.fixture
def fetch(works: Works) -> Callable[[], Finished | None]:
    shelf = Shelf(works.make, works.read, clock=lambda: works.now)
    return lambda: run(shelf.fetch(KEY))


def test_a_page_is_made_once_and_versions_are_asked_now_and_then(
    works: Works, fetch: Callable[[], Finished | None]
) -> None:
    first = fetch()
    for _ in range(20):
        assert fetch() == first
    assert (works.made, works.asked) == (1, 1)
    works.now += ASK_AGAIN_S
    assert fetch() == first
    assert (works.made, works.asked) == (1, 2)


def test_a_hold_shows_at_the_next_look(works: Works, fetch: Callable[[], Finished | None]) -> None:
    first = fetch()
    works.versions["penilaian"] = 1
    works.now += ASK_AGAIN_S
    assert fetch() != first


def test_figures_being_typed_do_not_make_the_page_anew_every_time(
    works: Works, fetch: Callable[[], Finished | None]
) -> None:
    first = fetch()
    works.versions["isian"] = 2
    works.now += ASK_AGAIN_S
    assert fetch() == first
    works.now += CALM_S
    assert fetch() != first


def test_many_who_ask_at_once_wait_for_one_making(works: Works) -> None:
    shelf = Shelf(works.make, works.read, clock=lambda: works.now)

    async def ask_all() -> list[Finished | None]:
        return await asyncio.gather(*(shelf.fetch(KEY) for _ in range(10)))

    assert len(set(run(ask_all()))) == 1
    assert works.made == 1


def test_what_does_not_exist_is_not_kept(works: Works) -> None:
    shelf = Shelf(works.make, works.read, clock=lambda: works.now)
    for _ in range(2):
        assert run(shelf.fetch(("63.11", 2026, "html"))) is None
    assert works.made == 2
