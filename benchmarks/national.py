"""`python -m benchmarks.national --work DIR [--reuse]`: Peta and Cakupan of a whole nation.

84,000 desa x 48 items x six periods (24 million facts, 15.6 million of them people reached) and
half a million measurements on a PostgreSQL server of its own. The first run makes the data, which
takes about six minutes and 6 GB; `--reuse` measures what an earlier run has left in DIR. As root
PostgreSQL runs as a user of its own: DIR must lie where others may enter, in /tmp for instance.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from sqlalchemy import Engine

from benchmarks.measuring import describe_load, median
from benchmarks.national_load import fill
from benchmarks.national_pages import (
    Asked,
    describe,
    list_questions,
    measure_coverage_page,
    measure_map_page,
    time_coverage,
    time_prevalence,
)
from benchmarks.national_regions import DESA, KABUPATEN, list_kabupaten
from benchmarks.national_server import read_sizes, start_postgres
from benchmarks.reporting import describe_machine, markdown_table, seconds, size
from data_access.database import make_engine
from data_access.reads.batches import has_schema
from data_access.reads.cakupan import read_isian_periods

HEADER = [
    "",
    "page opened",
    "first of a period",
    "slowest",
    "again",
    "figures",
    "slowest",
    "goal",
    "memory",
]


def main(arguments: list[str] | None = None) -> None:
    """Fill the database where needed, measure, and print tables."""
    options = parse(arguments)
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    folder = work / "pg"
    if folder.exists() and not options.reuse:
        shutil.rmtree(folder)
    print(f"{describe_machine()}, {describe_load()}\n")
    with start_postgres(folder) as url:
        engine = make_engine(url)
        if not has_schema(engine):
            print_steps(fill(engine, options.desa, options.kabupaten))
        print_sizes(engine)
        # In the middle of the nation's figures, not at their beginning.
        kabupaten = list_kabupaten(options.kabupaten)[options.kabupaten // 2]
        lines = measure(url, engine, list_questions(kabupaten), work)
        engine.dispose()
    print(f"Seconds. {describe_load()}\n\n{markdown_table(HEADER, lines)}")


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.national", description=__doc__)
    parser.add_argument("--desa", type=int, default=DESA)
    parser.add_argument("--kabupaten", type=int, default=sum(KABUPATEN))
    work = Path(tempfile.gettempdir()) / "konvergensi-nasional"
    parser.add_argument("--work", type=Path, default=work, help="keeps the database")
    parser.add_argument("--reuse", action="store_true", help="measure what stands in --work")
    return parser.parse_args(arguments)


def measure(url: str, engine: Engine, questions: tuple[Asked, ...], work: Path) -> list[list[str]]:
    """A line a page and question: in a browser, then the figures alone."""
    periods = tuple(read_isian_periods(engine, questions[0].code))
    lines = []
    for asked in questions:
        choices, peak = measure_coverage_page(url, asked, periods, work)
        figures = time_coverage(engine, asked)
        lines.append(_line(f"Cakupan, {asked.words}", describe(choices), figures, asked, peak))
        choices, peak = measure_map_page(url, asked, work)
        figures = time_prevalence(engine, asked)
        lines.append(_line(f"Peta, {asked.words}", describe(choices), figures, asked, peak))
    return lines


def _line(
    words: str, page: list[float], figures: list[float], asked: Asked, peak: int
) -> list[str]:
    values = [*page, median(figures), max(figures)]
    return [words, *map(seconds, values), f"{asked.goal_s:g}", size(peak)]


def print_steps(took: dict[str, float]) -> None:
    """How long each step of filling took."""
    lines = [[step, seconds(value)] for step, value in took.items()]
    lines.append(["total", seconds(sum(took.values()))])
    print(f"{markdown_table(['filling', 's'], lines)}\n", flush=True)


def print_sizes(engine: Engine) -> None:
    """How large the largest tables and indexes are."""
    lines = [[name, f"{rows:,}", size(count)] for name, rows, count in read_sizes(engine)]
    print(f"{markdown_table(['table or index', 'rows', 'size'], lines)}\n", flush=True)


if __name__ == "__main__":
    main()
