"""The pages Peta and Cakupan of the invented nation in a browser, and their figures alone."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page
from sqlalchemy import Engine

from app.coverage_figures import compute_coverage_table
from app.figures import View, compute_prevalensi
from app.format import format_period
from app.text.screens import LEVEL_LABELS
from benchmarks.coverage_choices import Choices, find_option, measure_choices
from benchmarks.measuring import median
from benchmarks.national_facts import MONTHS, SOURCE
from benchmarks.servers import serve_ours
from data_access.reads.cakupan import read_isian_periods
from data_access.reads.scope import NATION


@dataclass(frozen=True)
class Asked:
    """One question of the benchmark: whose figures, by which level (of the map's own), the goal."""

    words: str
    code: str
    level: str
    map_level: str
    goal_s: float


def list_questions(kabupaten: str) -> tuple[Asked, ...]:
    """What is measured on both pages."""
    return (
        Asked("one kabupaten", kabupaten, "kecamatan", "desa", 1),
        Asked("nation by province", NATION, "provinsi", "provinsi", 2),
    )


def time_coverage(engine: Engine, asked: Asked) -> list[float]:
    """Seconds of Cakupan's figures of every period, read and computed, no page."""
    periods = read_isian_periods(engine, asked.code)
    return [
        _time(lambda each=period: compute_coverage_table(engine, asked.code, asked.level, each))  # type: ignore[misc]
        for period in periods
    ]


def time_prevalence(engine: Engine, asked: Asked) -> list[float]:
    """Seconds of Peta's figures of every month beside the one before, no page."""
    views = [View(asked.code, asked.map_level, SOURCE, now, old) for old, now in pairwise(MONTHS)]
    return [_time(lambda each=view: compute_prevalensi(engine, each)) for view in views]  # type: ignore[misc]


def _time(compute: Callable[[], object]) -> float:
    begun = time.perf_counter()
    compute()
    return time.perf_counter() - begun


def measure_coverage_page(
    url: str, asked: Asked, periods: tuple[str, ...], work: Path
) -> tuple[Choices, int]:
    """Cakupan, another period chosen each time; with the server's peak of memory."""
    path = "/cakupan?" + urlencode({"wilayah": asked.code})
    with serve_ours(url, work) as server:
        choices = measure_choices(server, path, "panas", periods, find_option)
        return choices, server.peak_bytes


def measure_map_page(url: str, asked: Asked, work: Path) -> tuple[Choices, int]:
    """Peta, another month chosen each time; with the server's peak of memory."""
    level = LEVEL_LABELS[asked.map_level]
    path = "/peta?" + urlencode({"wilayah": asked.code, "tingkat": level})
    with serve_ours(url, work) as server:
        choices = measure_choices(server, path, "peta", MONTHS, _find_month, MONTHS[-1])
        return choices, server.peak_bytes


def _find_month(page: Page, month: str) -> Locator:
    page.locator(".st-key-periode input").click()
    return page.locator('[role="option"]').get_by_text(format_period(month), exact=True)


def describe(choices: Choices) -> list[float]:
    """Opened, first choice of a period (median, slowest), choice again, seconds."""
    first, again = choices.first, choices.again
    return [choices.opened_s, median(first), max(first), median(again)]
