"""Choosing one period after the other on a page, in a browser."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from app.coverage_words import name_period
from app.problem_figures import order_periods
from benchmarks.browser import Visit, open_chromium
from benchmarks.servers import Server

_ROUNDS = 3
_BUDGET_S = 100  # a slow page gets fewer choices
Find = Callable[[Page, str], Locator]


@dataclass
class Choices:
    """Seconds until painted: the page opened on a server just started; the first choice of each
    period but the one shown at once; the choices of a period that was chosen before.
    """

    opened_s: float
    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)


def measure_choices(
    server: Server,
    path: str,
    probe: str,
    periods: tuple[str, ...],
    find: Find,
    shown: str | None = None,
) -> Choices:
    """Open a page and choose all periods in turn, once for the first time and then again.

    `shown`: the period that the page begins with; by default the first one of services.
    """
    with open_chromium() as browser:
        visit = Visit(browser, probe)
        try:
            visit.page.goto(server.url + path, wait_until="commit")
            choices = Choices(visit.painted_s())
            server.settle()
            seen = {shown or order_periods(periods)[0]}
            begun = time.monotonic()
            for number in range(len(periods) * (_ROUNDS + 1)):
                if choices.again and time.monotonic() - begun > _BUDGET_S:
                    break
                period = periods[(number + 1) % len(periods)]
                taken = _choose(visit, server, find(visit.page, period), probe)
                (choices.again if period in seen else choices.first).append(taken)
                seen.add(period)
            return choices
        finally:
            visit.close()


def find_option(page: Page, period: str) -> Locator:
    """A period in our list, which is opened for it."""
    page.locator(".st-key-periode_layanan input").click()
    return page.locator('[role="option"]').get_by_text(name_period(period), exact=True)


def find_button(page: Page, label: str) -> Locator:
    """A period among the plain page's buttons."""
    buttons = page.locator('[data-testid="stButtonGroup"] button')
    return buttons.get_by_text(label, exact=True)


def _choose(visit: Visit, server: Server, option: Locator, probe: str) -> float:
    visit.page.evaluate("(probe) => { window.bench.arm(probe); }", probe)
    option.click()
    taken = visit.painted_s()
    server.settle()
    return taken
