"""A crowd right after the start: every page opened at once, by everybody, and none breaks."""

import asyncio
import urllib.request
from pathlib import Path

from app.navigation import ENTRIES
from app.tokens import COOKIE
from benchmarks.load_client import Client
from benchmarks.load_people import Visitor, admit, prepare_sqlite
from benchmarks.servers import serve_ours
from data_access.database import make_engine

PAGES = [entry.name for entry in ENTRIES]
STARTS, PATIENCE_S = 2, 300
MAP_FRAME = "/component/streamlit_folium.st_folium/index.html"


def read_status(url: str, token: str) -> int:
    request = urllib.request.Request(url, headers={"Cookie": f"{COOKIE}={token}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        status: int = answer.status
    return status


async def open_at_once(url: str, visitors: list[Visitor]) -> list[str]:
    """Each page in a tab of its own, all asked for in the same moment; what the screens tell."""
    tabs = [Client(url, visitor.token) for visitor in visitors]
    for tab in tabs:
        tab.patience_s = PATIENCE_S
        await tab.connect()
    pages = zip(tabs, PAGES, strict=True)
    await asyncio.gather(*(tab.open_page(page) for tab, page in pages))
    faults = [
        f"{page}: {fault}"
        for tab, page in zip(tabs, PAGES, strict=True)
        for fault in tab.screen.faults()
    ]
    for tab in tabs:
        await tab.close()
    return faults


def test_the_first_visitors_all_at_once_find_every_page_whole(tmp_path: Path) -> None:
    database = prepare_sqlite(tmp_path, desa=150)
    engine = make_engine(database)
    visitors = admit(engine, len(PAGES))
    engine.dispose()
    for _ in range(STARTS):
        with serve_ours(database, tmp_path) as server:
            assert asyncio.run(open_at_once(server.url, visitors)) == []
            assert asyncio.run(open_at_once(server.url, visitors)) == []
            assert read_status(server.url + MAP_FRAME, visitors[0].token) == 200
