"""`python -m benchmarks.coverage`: our heatmap, an empty rerun of our app, a plain `px.imshow`."""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page

from app.coverage_words import name_period
from benchmarks.browser import Visit, open_chromium
from benchmarks.coverage_data import DESA, Prepared, prepare
from benchmarks.measuring import describe_load, median
from benchmarks.reporting import describe_machine, markdown_table, ratio, seconds
from benchmarks.servers import Server, serve_ours, serve_page
from benchmarks.visitor import admit_visitor
from data_access.demo.people import KABUPATEN as KABUPATEN_CODE

ROWS, ROUNDS = (12, 40), 3
BUDGET_S = 100  # a slow page gets fewer choices
Find = Callable[[Page, str], Locator]
Times = tuple[list[float], list[float]]


def main(arguments: list[str] | None = None) -> None:
    """Measure and print a table with ratios."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coverage", description=__doc__)
    work = Path(tempfile.gettempdir()) / "konvergensi-benchmarks"
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS)
    parser.add_argument("--work", type=Path, default=work)
    options = parser.parse_args(arguments)
    print(f"{describe_machine()}, {describe_load()}\n")
    header = ["rows", "first of a period, s", "again, s", "empty, s", "plain, s"]
    lines = []
    for rows in options.rows:
        data = prepare(rows, options.work.resolve())
        first, again = measure_ours(data, options.work)
        empty = median(measure_empty(data, options.work)[1])
        plain = median(measure_plain(data, options.work)[1])
        ours, new = median(again), median(first)
        lines.append([str(rows), *map(seconds, (new, ours, empty, plain))])
        lines[-1] += [ratio(new, empty), ratio(ours, empty), ratio(plain, ours)]
    header += ["first / empty", "again / empty", "plain / again"]
    print(f"{DESA} desa. {describe_load()}\n\n{markdown_table(header, lines)}")


def measure_ours(data: Prepared, work: Path) -> Times:
    """The page Cakupan of the kabupaten, another period chosen each time."""
    path = "/cakupan?" + urlencode({"wilayah": KABUPATEN_CODE})
    with serve_ours(data.database_url, work) as server:
        return _measure(server, path, "panas", data.periods, _find_option)


def measure_empty(data: Prepared, work: Path) -> Times:
    """Our app with nothing to draw."""
    admit_visitor(data.database_url)
    settings = {"KONVERGENSI_DATABASE_URL": data.database_url}
    with serve_page("empty_rerun.py", settings, work) as server:
        return _measure(server, "/", "text", data.periods, _find_named_button)


def measure_plain(data: Prepared, work: Path) -> Times:
    """All desa by `pd.pivot` and `px.imshow`."""
    settings = {"BENCH_COVERAGE": str(data.coverage_csv)}
    with serve_page("plain_heatmap.py", settings, work) as server:
        return _measure(server, "/", "plotly", data.periods, _find_button)


def _measure(server: Server, path: str, probe: str, periods: tuple[str, ...], find: Find) -> Times:
    """Seconds of the first choice of each period but the newest, shown at once, and of later."""
    with open_chromium() as browser:
        visit = Visit(browser, probe)
        try:
            visit.page.goto(server.url + path, wait_until="commit")
            visit.painted_s()
            server.settle()
            first, again = [], []
            begun = time.monotonic()
            for number in range(len(periods) * (ROUNDS + 1)):
                if again and time.monotonic() - begun > BUDGET_S:
                    break
                period = periods[(number + 1) % len(periods)]
                option = find(visit.page, period)
                visit.page.evaluate("(probe) => { window.bench.arm(probe); }", probe)
                option.click()
                taken = visit.painted_s()
                server.settle()
                is_new = number < len(periods) and period != periods[-1]
                (first if is_new else again).append(taken)
            return first, again
        finally:
            visit.close()


def _find_option(page: Page, period: str) -> Locator:
    page.locator(".st-key-periode_layanan input").click()
    return page.locator('[role="option"]').get_by_text(name_period(period), exact=True)


def _find_named_button(page: Page, period: str) -> Locator:
    return _find_button(page, name_period(period))


def _find_button(page: Page, label: str) -> Locator:
    buttons = page.locator('[data-testid="stButtonGroup"] button')
    return buttons.get_by_text(label, exact=True)


if __name__ == "__main__":
    main()
