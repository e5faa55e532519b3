"""`python -m benchmarks.coverage`: our heatmap, an empty rerun of our app, a plain `px.imshow`."""

import argparse
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.coverage_choices import Choices, find_button, find_option, measure_choices
from benchmarks.coverage_data import DESA, Prepared, prepare
from benchmarks.measuring import describe_load, median
from benchmarks.reporting import describe_machine, markdown_table, ratio, seconds
from benchmarks.servers import read_own_settings, serve_ours, serve_page
from benchmarks.visitor import admit_visitor
from data_access.demo.people import KABUPATEN as KABUPATEN_CODE

ROWS = (12, 40)


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
        choices = measure_ours(data, options.work)
        new, ours = median(choices.first), median(choices.again)
        empty = median(measure_empty(data, options.work).again)
        plain = median(measure_plain(data, options.work).again)
        lines.append([str(rows), *map(seconds, (new, ours, empty, plain))])
        lines[-1] += [ratio(new, empty), ratio(ours, empty), ratio(plain, new)]
    header += ["first / empty", "again / empty", "plain / first"]
    print(f"{DESA} desa. {describe_load()}\n\n{markdown_table(header, lines)}")


def measure_ours(data: Prepared, work: Path) -> Choices:
    """The page Cakupan of the kabupaten, another period chosen each time."""
    path = "/cakupan?" + urlencode({"wilayah": KABUPATEN_CODE})
    with serve_ours(data.database_url, work) as server:
        return measure_choices(server, path, "panas", data.periods, find_option)


def measure_empty(data: Prepared, work: Path) -> Choices:
    """Our app with nothing to draw, served as ours is."""
    admit_visitor(data.database_url)
    settings = {"KONVERGENSI_DATABASE_URL": data.database_url, **read_own_settings()}
    with serve_page("empty_rerun.py", settings, work) as server:
        return measure_choices(server, "/", "text", data.periods, find_option)


def measure_plain(data: Prepared, work: Path) -> Choices:
    """All desa by `pd.pivot` and `px.imshow`."""
    settings = {"BENCH_COVERAGE": str(data.coverage_csv)}
    with serve_page("plain_heatmap.py", settings, work) as server:
        return measure_choices(server, "/", "plotly", data.periods, find_button)


if __name__ == "__main__":
    main()
