"""`python -m benchmarks.load_replicas`: two processes of ours behind nginx, one stopped half-way.

One PostgreSQL, nginx with `deploy/nginx.conf` (TLS, every person stays with one process), the
visitors of `benchmarks.load`. In the middle one process gets SIGTERM and does not come back:
whoever was with it connects again, as a browser does by itself, and is with the other from then on.
"""

import argparse
import asyncio
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks.coverage_province import start_postgres
from benchmarks.load import add_options, count_lost, report, walk_together
from benchmarks.load_people import admit, prepare_postgres
from benchmarks.load_record import ACTS, Record, percentile, tabulate_kinds
from benchmarks.measuring import describe_load
from benchmarks.nginx_proxy import proxy
from benchmarks.reporting import Goal, seconds
from benchmarks.servers import Server, serve_ours
from data_access.database import make_engine

GOAL_S = 1.6
_LOST = "lost: "


def main(arguments: list[str] | None = None) -> None:
    """Measure two processes, then one of them alone."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load_replicas", description=__doc__)
    options = add_options(parser).parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    with ExitStack() as running:
        url = prepare_postgres(running.enter_context(start_postgres()), options.desa)
        engine = make_engine(url)
        visitors = admit(engine, options.sessions)
        replicas = [
            running.enter_context(serve_ours(url, options.work / name)) for name in ("a", "b")
        ]
        addresses = [replica.url for replica in replicas]
        # nginx's own processes may enter no folder that only its owner may read.
        folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="nginx-")))
        front = running.enter_context(proxy(addresses, folder))
        record, half_s = Record(), options.minutes * 30
        spent = [replica.cpu_seconds() for replica in replicas]
        begun = time.monotonic()

        async def stop_one() -> None:
            await asyncio.sleep(half_s)
            spent[0] = replicas[0].cpu_seconds() - spent[0]
            print(f"--- one process is asked to end, {describe_load()}", flush=True)
            replicas[0].terminate()

        async def both() -> None:
            async with asyncio.TaskGroup() as group:
                group.create_task(stop_one())
                group.create_task(
                    walk_together(
                        front.url,
                        visitors,
                        record,
                        seconds_long=2 * half_s,
                        think_s=tuple(options.think),
                        tls=front.tls,
                    )
                )

        asyncio.run(both())
        wall = time.monotonic() - begun
        cpu = spent[0] + replicas[1].cpu_seconds() - spent[1]
        lost = count_lost(engine, record)
        print(_report(record, replicas[1], begun + half_s, wall, cpu, lost))
        engine.dispose()


def _report(
    record: Record, left: Server, stopped_at: float, wall_s: float, cpu_s: float, lost: int
) -> str:
    before = Record([step for step in record.steps if step.at <= stopped_at])
    after = Record([step for step in record.steps if step.at > stopped_at])
    acts = before.taken(*ACTS)
    p95 = percentile(acts, 0.95)
    others = [words for words in record.errors if not words.startswith(_LOST)]
    return "\n".join(
        [
            report(record, left, wall_s, cpu_s, lost, goal_s=None),
            "",
            "while both run:",
            "",
            tabulate_kinds(before),
            "",
            "with one left:",
            "",
            tabulate_kinds(after),
            "",
            str(Goal(f"p95 while both run at most {GOAL_S} s: {seconds(p95)}", _met(p95))),
            str(
                Goal(
                    "no acknowledged save lost, no error but the lost sockets",
                    not others and not lost,
                )
            ),
        ]
    )


def _met(value: float | None) -> bool | None:
    return None if value is None else value <= GOAL_S


if __name__ == "__main__":
    main()
