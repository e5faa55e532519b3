"""Five hundred people come and go: the server keeps nothing of them."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.navigation import ENTRIES
from benchmarks.load_client import Client
from benchmarks.load_people import Visitor, admit, prepare_sqlite
from benchmarks.servers import Server, serve_ours
from data_access.database import make_engine

PAGES = [entry.name for entry in ENTRIES]
# Streamlit keeps the last 128 sessions that went away, for who comes back: that many are there
# before and after, so that what is compared is the same.
WARM_UP, SESSIONS, AT_ONCE = 168, 500, 4
MOST_GROWTH = 0.10
# A busy machine is given time: how long it takes is not the question here.
PATIENCE_S = 300


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, list[Visitor]]:
    work = tmp_path_factory.mktemp("kantor")
    database = prepare_sqlite(work, desa=150)
    engine = make_engine(database)
    visitors = admit(engine, 10)
    engine.dispose()
    return database, work, visitors


async def visit(url: str, visitor: Visitor, page: str) -> None:
    """Open a page as everybody does, go on to Beranda, and close the tab."""
    client = Client(url, visitor.token)
    client.patience_s = PATIENCE_S
    await client.connect()
    try:
        await client.open_page(page)
        assert client.screen.faults() == []
        await client.open_page("beranda")
        assert client.screen.faults() == []
    finally:
        await client.close()


async def come_and_go(url: str, visitors: Sequence[Visitor], numbers: range) -> None:
    seats = asyncio.Semaphore(AT_ONCE)

    async def come(number: int) -> None:
        async with seats:
            visitor = visitors[number % len(visitors)]
            await visit(url, visitor, PAGES[number // len(visitors) % len(PAGES)])

    async with asyncio.TaskGroup() as people:
        for number in numbers:
            people.create_task(come(number))


def memory_of(server: Server) -> int:
    """Bytes that the server holds once it rests."""
    server.settle(quiet_s=1.0, limit_s=60)
    return server.memory_bytes()


def test_memory_grows_at_most_a_tenth_after_five_hundred_sessions(
    office: tuple[str, Path, list[Visitor]], record_property: Callable[[str, object], None]
) -> None:
    database, work, visitors = office
    with serve_ours(database, work) as server:
        every = len(PAGES) * len(visitors)
        asyncio.run(come_and_go(server.url, visitors, range(every + WARM_UP)))
        before = memory_of(server)
        asyncio.run(come_and_go(server.url, visitors, range(SESSIONS)))
        after = memory_of(server)
    growth = after / before - 1
    record_property("memory_mb", (round(before / 1e6), round(after / 1e6)))
    told = f"{before / 1e6:.0f} MB, after {SESSIONS} sessions {after / 1e6:.0f} MB"
    sys.stdout.write(f"\n{told}\n")
    assert growth <= MOST_GROWTH, told
