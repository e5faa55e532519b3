"""How soon the page Anggaran answers the next selection, beside plain pandas and `st.dataframe`."""

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlencode

from playwright.sync_api import Locator, Page

from app.actions.penandaan import Snapshot
from app.budget_words import name_snapshot
from app.text import anggaran as text
from benchmarks.browser import Visit, open_chromium
from benchmarks.budget_database import Large, find_large
from benchmarks.measuring import median
from benchmarks.reporting import Goal, ratio, seconds
from benchmarks.servers import Server, serve_ours, serve_page
from data_access.database import make_engine
from data_access.demo.people import KABUPATEN

HEADER = ["choice", "ours, s", "server CPU, s", "plain, s", "plain CPU, s", "ours / plain"]
ROUNDS, LIMIT_S = 5, 1.0
BUDGET_S = 150  # a slow page gets fewer choices
Choose = Callable[[Page, int], Locator]
Taken = tuple[float, float]
"""Seconds until painted, CPU seconds of the server."""


def measure_page(large: Large, work: Path) -> tuple[list[list[str]], Goal]:
    """Rows of the table, and whether the next selection comes within a second."""
    engine = make_engine(large.database_url)
    snapshots = [find_large(engine, kind) for kind in ("murni", "perubahan")]
    engine.dispose()
    opened, snapshot_s, priority_s = _measure_ours(large, snapshots, work)
    plain_s = _measure_plain(large, work)
    rows = [
        _row("page opened first", opened),
        _row("the other snapshot, first time", snapshot_s[0]),
        _row("the other snapshot", _middle(snapshot_s), plain_s),
        _row("other priority places", _middle(priority_s), plain_s),
    ]
    slowest = max(_middle(snapshot_s)[0], _middle(priority_s)[0])
    words = f"the next selection within {LIMIT_S:.0f} s: {seconds(slowest)} s"
    return rows, Goal(words, slowest < LIMIT_S)


def _row(words: str, ours: Taken, plain: Taken | None = None) -> list[str]:
    beside = (None, None) if plain is None else plain
    return [words, *map(seconds, ours), *map(seconds, beside), ratio(ours[0], beside[0])]


def _middle(taken: list[Taken]) -> Taken:
    """Medians, the first choice left out."""
    later = taken[1:]
    return median([each[0] for each in later]), median([each[1] for each in later])


def _measure_ours(
    large: Large, snapshots: list[Snapshot], work: Path
) -> tuple[Taken, list[Taken], list[Taken]]:
    names = [name_snapshot(each) for each in snapshots]
    query = urlencode({"wilayah": KABUPATEN, "potret": names[0]}, quote_via=quote)
    priorities = [text.PRIORITIES[kind] for kind in ("lokus", "masalah")]

    def choose_snapshot(page: Page, number: int) -> Locator:
        page.locator(".st-key-potret input").click()
        option = page.locator('[role="option"]')
        return option.get_by_text(names[(number + 1) % 2], exact=True)

    def choose_priority(page: Page, number: int) -> Locator:
        buttons = page.locator(".st-key-prioritas button")
        return buttons.get_by_text(priorities[number % 2], exact=True)

    with serve_ours(large.database_url, work) as server, open_chromium() as browser:
        visit = Visit(browser, "kata")
        try:
            opened = _open(visit, server, f"/anggaran?{query}")
            snapshot_s = _repeat(visit, server, choose_snapshot)
            priority_s = _repeat(visit, server, choose_priority)
        finally:
            visit.close()
    return opened, snapshot_s, priority_s


def _measure_plain(large: Large, work: Path) -> Taken:
    kinds = ("perubahan", "murni")

    def choose(page: Page, number: int) -> Locator:
        buttons = page.locator('[data-testid="stButtonGroup"] button')
        return buttons.get_by_text(kinds[number % 2], exact=True)

    settings = {"BENCH_BUDGET": str(large.plain_csv)}
    with serve_page("plain_budget.py", settings, work) as server, open_chromium() as browser:
        visit = Visit(browser, "kata")
        try:
            _open(visit, server, "/")
            return _middle(_repeat(visit, server, choose))
        finally:
            visit.close()


def _open(visit: Visit, server: Server, path: str) -> Taken:
    before = server.cpu_seconds()
    visit.page.goto(server.url + path, wait_until="commit")
    return visit.painted_s(), server.settle() - before


def _repeat(visit: Visit, server: Server, choose: Choose) -> list[Taken]:
    """From each click until the page's words are all there."""
    taken: list[Taken] = []
    begun = time.monotonic()
    for number in range(ROUNDS + 1):
        if len(taken) > 1 and time.monotonic() - begun > BUDGET_S:
            break
        found = choose(visit.page, number)
        visit.page.evaluate("window.bench.arm('kata')")
        before = server.cpu_seconds()
        found.click()
        taken.append((visit.painted_s(), server.settle() - before))
    return taken
