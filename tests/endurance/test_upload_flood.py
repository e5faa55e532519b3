"""Twenty people flood the server with uploads: its memory is bounded, and others are answered."""

import asyncio
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from app.text.uploads import CHECK, KINDS
from benchmarks.load_client import Client
from benchmarks.load_people import Visitor, admit, prepare_sqlite
from benchmarks.load_record import percentile
from benchmarks.servers import Server, serve_ours
from data_access.database import make_engine
from tests.endurance.flood import Sender, hand_in

MIB = 1 << 20
# With what surrounds it, a file of 100 MiB is over the limit of one request.
SENDERS, FILES_EACH, FILE_BYTES = 20, 3, 99 * MIB
# Ten of the largest request are held at most, one copy is made on the way, and the app itself.
MOST_BYTES = 2500 * MIB
READERS, TABLE_BYTES, PATIENCE_S = 6, 20 * MIB, 600


@pytest.fixture(scope="module")
def visitors_and_url(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Server, list[Visitor]]]:
    work: Path = tmp_path_factory.mktemp("banjir")
    database = prepare_sqlite(work, desa=150)
    engine = make_engine(database)
    visitors = admit(engine, 200)
    engine.dispose()
    with serve_ours(database, work) as server:
        yield server, visitors


async def open_tab(url: str, visitor: Visitor, page: str) -> Client:
    client = Client(url, visitor.token)
    # A file waits for its turn, and a busy machine is given time.
    client.patience_s = PATIENCE_S
    await client.connect()
    await client.open_page(page)
    return client


async def look_around(url: str, visitor: Visitor, ended: asyncio.Event) -> list[float]:
    """Somebody who only looks, until the flood is over."""
    client, taken = await open_tab(url, visitor, "beranda"), []
    while not ended.is_set():
        for page in ("peta", "beranda"):
            taken.append(await client.open_page(page))
            assert client.screen.faults() == []
            await asyncio.sleep(0.5)
    await client.close()
    return taken


async def flood(
    url: str, senders: Sequence[Visitor], looks: Visitor
) -> tuple[Counter[int], list[float]]:
    tabs = [await open_tab(url, visitor, "beranda") for visitor in senders]
    marks = [
        Sender(url, v.token, tab.screen.session_id) for v, tab in zip(senders, tabs, strict=True)
    ]
    ended = asyncio.Event()
    looking = asyncio.create_task(look_around(url, looks, ended))
    loop = asyncio.get_running_loop()
    sending = [
        loop.run_in_executor(None, mark.put, FILE_BYTES)
        for _ in range(FILES_EACH)
        for mark in marks
    ]
    statuses = Counter(await asyncio.gather(*sending))
    ended.set()
    taken = await looking
    for tab in tabs:
        await tab.close()
    return statuses, taken


def test_a_flood_of_uploads_is_refused_before_it_fills_the_memory(
    visitors_and_url: tuple[Server, list[Visitor]], record_property: Callable[[str, object], None]
) -> None:
    server, visitors = visitors_and_url
    statuses, taken = asyncio.run(flood(server.url, visitors[:SENDERS], visitors[SENDERS]))
    p95 = percentile(taken, 0.95)
    told = (
        f"peak {server.peak_bytes / 1e6:.0f} MB, statuses {dict(statuses)}, others p95 {p95:.2f} s"
    )
    sys.stdout.write(f"\n{told}\n")
    record_property("flood", told)
    assert set(statuses) <= {204, 413, 503, 0}
    assert statuses[204] >= 1
    assert statuses[204] * FILE_BYTES <= 1100 * MIB
    assert statuses.total() == SENDERS * FILES_EACH
    assert server.peak_bytes <= MOST_BYTES, told
    assert taken


def test_one_tab_cannot_hold_any_number_of_small_files(
    visitors_and_url: tuple[Server, list[Visitor]],
) -> None:
    server, visitors = visitors_and_url

    async def send_many() -> Counter[int]:
        tab = await open_tab(server.url, visitors[60], "beranda")
        mark = Sender(server.url, visitors[60].token, tab.screen.session_id)
        statuses = Counter(await asyncio.to_thread(lambda: [mark.put(1000) for _ in range(80)]))
        await tab.close()
        return statuses

    statuses = asyncio.run(send_many())
    assert statuses == {204: 50, 413: 30}


async def check_table(url: str, visitor: Visitor, content: bytes) -> Client:
    """Hand a large table in as Bappeda does and have it checked."""
    tab = await open_tab(url, visitor, "data_masuk")
    kind = tab.screen.find("unggah_jenis")
    assert kind is not None, tab.screen.widgets()
    await tab.act(kind, KINDS["survei"])
    [uploader] = [w for w in tab.screen.widgets("file_uploader") if "survei" in w.key]
    file_id = str(uuid.uuid4())
    mark = Sender(url, visitor.token, tab.screen.session_id)
    assert await asyncio.to_thread(mark.put, len(content), content, file_id) == 204
    await hand_in(tab, uploader, file_id, len(content))
    [button] = [w for w in tab.screen.widgets("button") if w.label == CHECK]
    await tab.act(button)
    return tab


def test_large_tables_are_read_two_at_a_time_while_others_are_answered(
    visitors_and_url: tuple[Server, list[Visitor]], record_property: Callable[[str, object], None]
) -> None:
    server, visitors = visitors_and_url
    planners = [visitor for visitor in visitors[70:] if visitor.grant.role == "bappeda"][:READERS]
    line = b"99.01;2024;" + b"123456;" * 16 + b"\n"
    content = line * (TABLE_BYTES // len(line))

    async def everybody() -> list[float]:
        ended = asyncio.Event()
        looking = asyncio.create_task(look_around(server.url, visitors[65], ended))
        checks = [check_table(server.url, planner, content) for planner in planners]
        for tab in await asyncio.gather(*checks):
            assert tab.screen.faults() == []
            await tab.close()
        ended.set()
        return await looking

    taken = asyncio.run(everybody())
    p95 = percentile(taken, 0.95)
    told = f"peak {server.peak_bytes / 1e6:.0f} MB, others p95 {p95:.2f} s"
    sys.stdout.write(f"\n{told}\n")
    record_property("tables", told)
    assert server.peak_bytes <= MOST_BYTES + 2 * 1024 * MIB, told
    assert taken
