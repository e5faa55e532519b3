"""`python -m benchmarks.budget`: a whole APBD imported, looked at, tagged; plain pandas beside."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import budget_import, budget_page, budget_tagging
from benchmarks.budget_database import Large, prepare_large
from benchmarks.measuring import describe_load
from benchmarks.reporting import Goal, describe_machine, markdown_table

LINES, TAGGED = 60_000, 5_000
ENDINGS = ("csv", "xlsx")
PARTS = ("import", "page", "tagging")


def main(arguments: list[str] | None = None) -> None:
    """Measure and print tables with ratios, and whether the goals hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.budget", description=__doc__)
    work = Path(tempfile.gettempdir()) / "konvergensi-benchmarks"
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--lines", type=int, default=LINES)
    parser.add_argument("--tagged", type=int, default=TAGGED)
    parser.add_argument("--postgres", help="URL of an empty database, to import into as well")
    parser.add_argument("--work", type=Path, default=work)
    options = parser.parse_args(arguments)
    folder = options.work.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{describe_machine()}, {describe_load()}\n")
    goals: list[Goal] = []
    if "import" in options.parts:
        goals.append(_report_imports(options.lines, options.postgres, folder))
    large = None if options.parts == ["import"] else _prepare(options, folder)
    if large is not None and "page" in options.parts:
        goals.append(_show(budget_page.HEADER, *budget_page.measure_page(large, folder)))
    if large is not None and "tagging" in options.parts:
        file = folder / f"apbd-{options.lines}.csv"
        measured = budget_tagging.measure_tagging(large, file, folder)
        goals.append(_show(budget_tagging.HEADER, *measured))
    print(f"\n{describe_load()}\n\n### Goals\n")
    print("\n".join(str(goal) for goal in goals))


def _prepare(options: argparse.Namespace, folder: Path) -> Large:
    return prepare_large(options.lines, options.tagged, folder)


def _report_imports(lines: int, postgres: str | None, folder: Path) -> Goal:
    demo = budget_import.prepare_demo(folder)
    rows, costs = [], []
    for ending in ENDINGS:
        file = budget_import.make_budget_file(demo, lines, ending, folder)
        ours, plain = budget_import.measure_sqlite(demo, file, folder)
        rows.append(budget_import.describe(f"{ending}, SQLite", ours, plain))
        costs.append(ours)
    if postgres:
        file = budget_import.make_budget_file(demo, lines, ENDINGS[0], folder)
        ours, plain = budget_import.measure_postgres(postgres, file, folder)
        rows.append(budget_import.describe(f"{ENDINGS[0]}, PostgreSQL", ours, plain))
        costs.append(ours)
    return _show(budget_import.HEADER, rows, budget_import.judge(lines, costs))


def _show(header: Sequence[str], rows: Sequence[Sequence[str]], goal: Goal) -> Goal:
    print(f"{markdown_table(header, rows)}\n", flush=True)
    return goal


if __name__ == "__main__":
    main()
