"""`python -m benchmarks.map --desa 300 8563 84000`: our map, the naive one, and nothing at all."""

import argparse
import tempfile
from pathlib import Path

from app.text.measures import LABELS
from benchmarks.browser import open_chromium
from benchmarks.measuring import Measured, describe_load
from benchmarks.pages import Subject, empty_page, measure_page, naive_page, our_page
from benchmarks.regions import Prepared, prepare
from benchmarks.reporting import Goal, describe_machine, judge, tabulate
from benchmarks.servers import serve_ours, serve_page

SIZES = (300, 8563, 84000)


def main(arguments: list[str] | None = None) -> None:
    """Measure every size and print tables, ratios and goals."""
    options = parse(arguments)
    work = options.work.resolve()
    print(f"{describe_machine()}, {describe_load()}\n")
    results: dict[int, dict[str, Measured]] = {}
    for desa in options.desa:
        data = prepare(desa, work)
        results[desa] = measure_size(data, work, options.only)
        print(f"### {desa:,} desa\n")
        print(f"{data.points:.0f} border points a desa in the source. {describe_load()}.\n")
        print(tabulate(results[desa]), flush=True)
        print()
    print_goals(judge(results))


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.map", description=__doc__)
    parser.add_argument("--desa", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(tempfile.gettempdir()) / "konvergensi-benchmarks",
        help="folder that keeps the generated databases for the next run",
    )
    parser.add_argument(
        "--only", nargs="+", choices=("ours", "naive", "empty"), default=("ours", "naive", "empty")
    )
    return parser.parse_args(arguments)


def measure_size(data: Prepared, work: Path, only: tuple[str, ...]) -> dict[str, Measured]:
    """Measure the pages at one size, one after the other, each with its own server and browser."""
    labels = list(LABELS.values())
    pages = {name: Measured() for name in ("ours", "naive", "empty")}
    plain = {"BENCH_GPKG": str(data.gpkg)}

    def measure(subject: Subject, script: str | None) -> Measured:
        server = serve_page(script, plain, work) if script else serve_ours(data.database_url, work)
        with server as running, open_chromium() as browser:
            return measure_page(browser, running, subject)

    if "empty" in only:
        pages["empty"] = measure(empty_page(labels), "empty_page.py")
    if "ours" in only:
        pages["ours"] = measure(our_page(labels, data.codes), None)
    if "naive" in only:
        pages["naive"] = measure(naive_page(labels, len(data.codes)), "naive_page.py")
    return pages


def print_goals(goals: list[Goal]) -> None:
    """Print each goal with what was found."""
    print("### Goals\n")
    for goal in goals:
        print(goal)


if __name__ == "__main__":
    main()
