"""Tables, ratios and goals as Markdown."""

import os
import platform
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

from benchmarks.measuring import Measured

Reading = Callable[[Measured], float | None]


def seconds(value: float | None) -> str:
    """Seconds with as many digits as mean something."""
    if value is None:
        return "-"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def size(value: float | None) -> str:
    """Bytes in kB or MB (of 1,000)."""
    if value is None:
        return "-"
    return f"{value / 1e6:,.2f} MB" if value >= 1e6 else f"{value / 1e3:.1f} kB"


ROWS: tuple[tuple[str, Reading, Callable[[float | None], str]], ...] = (
    ("first page after start, s", lambda page: page.first_s, seconds),
    ("cold page to painted, s", lambda page: page.cold_s, seconds),
    ("recolour, s", lambda page: page.recolour_s, seconds),
    ("click to drill, s", lambda page: page.drill_s, seconds),
    ("bytes cold", lambda page: page.cold_bytes, size),
    ("bytes a recolour", lambda page: page.recolour_bytes, size),
    ("server CPU a recolour, s", lambda page: page.recolour_cpu_s, seconds),
    ("server peak memory", lambda page: page.peak_bytes, size),
)


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def ratio(first: float | None, second: float | None) -> str:
    """`first` over `second`, a dash where either is unknown."""
    if first is None or not second:
        return "-"
    value = first / second
    return f"{value:,.0f}" if value >= 20 else f"{value:.1f}" if value >= 2 else f"{value:.2f}"


def tabulate(pages: Mapping[str, Measured]) -> str:
    """One size: a row a figure, our page, the naive one, the empty one, and the ratios."""
    ours, naive, empty = pages["ours"], pages["naive"], pages["empty"]
    rows = []
    for name, read, write in ROWS:
        values = [read(page) for page in (ours, naive, empty)]
        ratios = [ratio(values[1], values[0]), ratio(values[0], values[2])]
        rows.append([name, *map(write, values), *ratios])
    repeats = [str(page.repeats) for page in (ours, naive, empty)]
    rows.append(["recolours measured", *repeats, "", ""])
    header = ["", "ours", "naive folium", "empty page", "naive / ours", "ours / empty"]
    notes = [f"\n{name}: {page.note}" for name, page in pages.items() if page.note]
    return markdown_table(header, rows) + "".join(notes)


@dataclass(frozen=True)
class Goal:
    """What was promised, and whether it held (None: not measured)."""

    words: str
    held: bool | None

    def __str__(self) -> str:
        verdict = {True: "met", False: "NOT MET", None: "not measured"}[self.held]
        return f"- {self.words}: {verdict}"


def judge(results: Mapping[int, Mapping[str, Measured]]) -> list[Goal]:
    """The goals at 300 and 8,563 desa."""
    goals = []
    small, large = results.get(300), results.get(8563)
    if small:
        ours, naive, empty = small["ours"], small["naive"], small["empty"]
        goals += [
            _at_most("300: recolour, times naive", ours.recolour_s, naive.recolour_s, 1 / 15),
            _at_most("300: recolour, times empty rerun", ours.recolour_s, empty.recolour_s, 2),
            _at_most(
                "300: bytes a recolour, times naive",
                ours.recolour_bytes,
                naive.recolour_bytes,
                0.05,
            ),
            _at_most("300: server CPU a recolour, s", ours.recolour_cpu_s, 1, 0.08),
        ]
    if large:
        ours = large["ours"]
        before = small["ours"].recolour_s if small else None
        goals += [
            _at_most("8,563: recolour, times that at 300", ours.recolour_s, before, 2),
            _at_most("8,563: cold page, s", ours.cold_s, 1, 3),
        ]
    return goals


def _at_most(words: str, value: float | None, unit: float | None, limit: float) -> Goal:
    if value is None or not unit:
        return Goal(f"{words}, at most {limit:.3g}", None)
    share = value / unit
    return Goal(f"{words}, at most {limit:.3g}: {share:.3g}", share <= limit)


def describe_machine() -> str:
    """Date, processor, memory and versions, for the record."""
    cpu = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        found = re.search(r"model name\s*:\s*(.+)", cpuinfo.read_text())
        cpu = found.group(1) if found else cpu
    memory = psutil.virtual_memory().total / 1e9
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {cpu}, {os.cpu_count()} cores, "
        f"{memory:.0f} GB, Python {platform.python_version()}"
    )


def chromium_version(path: str) -> str:
    """What the browser says of itself."""
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return answer.stdout.strip()
