"""`python -m benchmarks.load`: many people at once on all pages, each thinking between two steps.

A visitor is a websocket as the browser uses it, without a browser: it acts on what is on its screen
and waits until the script has finished. Seven of ten only look (all roles that do), two enter
figures of their kecamatan, one is Bappeda. Everything a visitor does follows from its number, so
two runs differ only in time.
"""

import argparse
import asyncio
import ssl
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil
from sqlalchemy import Engine, text

from benchmarks.load_people import Visitor, admit, prepare_sqlite
from benchmarks.load_record import (
    ACTS,
    Record,
    percentile,
    summarise_errors,
    tabulate_kinds,
    tabulate_pages,
)
from benchmarks.load_walk import Walk
from benchmarks.measuring import describe_load
from benchmarks.reporting import Goal, describe_machine, seconds, size
from benchmarks.servers import Server, serve_ours
from data_access.database import make_engine

THINK_S = (5.0, 10.0)
GOAL_S = 3.0


async def walk_together(
    url: str,
    visitors: Sequence[Visitor],
    record: Record,
    *,
    seconds_long: float,
    think_s: tuple[float, float] = THINK_S,
    tls: ssl.SSLContext | None = None,
    read_cpu: Callable[[], float] | None = None,
) -> None:
    """Let everybody come within the first think time, and use the app to the end.

    read_cpu: CPU seconds of the server so far; only sensible with one visitor.
    """
    until = time.monotonic() + seconds_long

    async def come(number: int, visitor: Visitor) -> None:
        await asyncio.sleep(3 * think_s[1] * number / len(visitors))
        walk = Walk(url, visitor, record, think_s=think_s, tls=tls, read_cpu=read_cpu)
        try:
            await walk.run(until)
        except Exception as error:  # one visitor's end is an error of the test, not its end
            record.errors.append(f"ended: {type(error).__name__}: {error}"[:200])

    async with asyncio.TaskGroup() as crowd:
        tell = crowd.create_task(_tell_often(record))
        async with asyncio.TaskGroup() as people:
            for number, visitor in enumerate(visitors):
                people.create_task(come(number, visitor))
        tell.cancel()


async def _tell_often(record: Record, every_s: float = 30.0) -> None:
    begun, told = time.monotonic(), 0
    while True:
        await asyncio.sleep(every_s)
        recent = [step.seconds for step in record.steps[told:]]
        told = len(record.steps)
        print(
            f"{time.monotonic() - begun:6.0f} s: {len(recent)} steps, "
            f"p50 {seconds(percentile(recent, 0.5))}, p95 {seconds(percentile(recent, 0.95))}, "
            f"{len(record.errors)} errors, {len(record.saved)} saves, {describe_load()}",
            flush=True,
        )


def count_lost(engine: Engine, record: Record) -> int:
    """Acknowledged saves of which the history knows nothing."""
    question = text(
        "SELECT row_key, \"after\" FROM riwayat WHERE actor = :actor AND table_name = 'isian'"
    )
    lost = 0
    for username in {each[0] for each in record.saved}:
        with engine.connect() as connection:
            rows = connection.execute(question, {"actor": username}).all()
        written = [f"{row[0]} {row[1]}" for row in rows]
        for _, unit, item, value in (each for each in record.saved if each[0] == username):
            lost += not any(_tells(words, unit, item, value) for words in written)
    return lost


def _tells(words: str, unit: str, item: str, value: int) -> bool:
    compact = words.replace(" ", "").replace("'", '"')
    return unit in compact and item in compact and f'"value":{value},' in compact


def report(
    record: Record,
    server: Server,
    wall_s: float,
    cpu_s: float,
    lost: int,
    goal_s: float | None = GOAL_S,
) -> str:
    """Everything measured, as Markdown; without `goal_s` nothing is judged."""
    p95 = percentile(record.taken(*ACTS), 0.95)
    own = psutil.Process().cpu_times()
    lines = [
        f"{describe_machine()}, {describe_load()}",
        "",
        tabulate_kinds(record),
        "",
        tabulate_pages(record.steps),
        "",
        f"- server CPU {cpu_s:.1f} s of {wall_s:.0f} s ({100 * cpu_s / wall_s:.0f} %), "
        f"peak memory {size(server.peak_bytes)}; "
        f"the visitors' own CPU {own.user + own.system:.1f} s",
        f"- received {size(record.received_bytes)}, acknowledged saves {len(record.saved)}, "
        f"lost {lost}, came back {record.reconnected}",
        f"- errors: {len(record.errors)}",
        summarise_errors(record.errors),
    ]
    if goal_s is not None:
        met = None if p95 is None else p95 <= goal_s
        lines.append(str(Goal(f"p95 of all acts at most {goal_s:g} s: {seconds(p95)}", met)))
        lines.append(str(Goal("no error, no save lost", not record.errors and not lost)))
    return "\n".join(lines)


def add_options(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """What a load test may be told: how many, how long, how hasty, on how much data."""
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--think", type=float, nargs=2, default=THINK_S, metavar=("FROM", "TO"))
    parser.add_argument("--desa", type=int, default=150)
    work = Path(tempfile.gettempdir()) / "konvergensi-benchmarks"
    parser.add_argument("--work", type=Path, default=work)
    return parser


def main(arguments: list[str] | None = None) -> None:
    """Measure one server process."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    options = add_options(parser).parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    database = prepare_sqlite(options.work, options.desa)
    engine = make_engine(database)
    visitors = admit(engine, options.sessions)
    record = Record()
    with serve_ours(database, options.work) as server:
        begun, before = time.monotonic(), server.cpu_seconds()
        walking = walk_together(
            server.url,
            visitors,
            record,
            seconds_long=options.minutes * 60,
            think_s=tuple(options.think),
            read_cpu=server.cpu_seconds if options.sessions == 1 else None,
        )
        try:
            asyncio.run(walking)
        except KeyboardInterrupt:
            print("stopped early; what was measured until now:")
        wall, spent = time.monotonic() - begun, server.cpu_seconds() - before
        print(report(record, server, wall, spent, count_lost(engine, record)))
    engine.dispose()


if __name__ == "__main__":
    main()
