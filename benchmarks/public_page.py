"""How many strangers a second one server process answers: our public page, beside plain Streamlit.

    uv run python -m benchmarks.public_page --work DIR

Ours: whole pages over kept connections (http.client, a thread a visitor), the database in use.
Plain: a visitor opens Streamlit's websocket, asks for the page and reads until its script has
ended (its scripts and styles, 2.7 MB for a first visit, are not counted, which favours it).
"""

import argparse
import shutil
import threading
import time
import urllib.request
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from app.actions.demo import fill_demo
from benchmarks.reporting import Goal, describe_machine, markdown_table, ratio, seconds, size
from benchmarks.servers import Server, serve_ours, serve_page
from data_access.database import make_engine

PAGE = "/publik/99.01/2026"
FILE = f"{PAGE}/data.csv"
VISITORS, SECONDS, GOAL = 8, 10.0, 50
Visit = Callable[[], tuple[int, int]]
"""One visit: bytes as sent, and the status."""


class Reading:
    """What a crowd got in some seconds: visits, the times they took, faults, bytes, CPU."""

    def __init__(self, taken: list[float], faults: int, sent: int, spent_s: float, cpu_s: float):
        self.rate = len(taken) / spent_s
        self.middle_s = sorted(taken)[len(taken) // 2] if taken else None
        self.slow_s = sorted(taken)[int(len(taken) * 0.95)] if taken else None
        self.bytes = sent / max(len(taken), 1)
        self.cpu_s = cpu_s / max(len(taken), 1)
        self.faults = faults


def crowd(server: Server, make_visit: Callable[[], Visit], visitors: int = VISITORS) -> Reading:
    """Let some visitors come again and again for SECONDS."""
    taken: list[float] = []
    counts = {"faults": 0, "sent": 0}
    lock = threading.Lock()
    begin = time.monotonic()
    end = begin + SECONDS

    def come() -> None:
        visit = make_visit()
        while time.monotonic() < end:
            start = time.monotonic()
            try:
                sent, status = visit()
            except Exception:  # a refused visit is a fault, not the end of the measurement
                sent, status = 0, 0
            with lock:
                counts["sent"] += sent
                if status == 200:
                    taken.append(time.monotonic() - start)
                else:
                    counts["faults"] += 1

    before = server.cpu_seconds()
    threads = [threading.Thread(target=come) for _ in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.monotonic() - begin
    return Reading(taken, counts["faults"], counts["sent"], spent, server.cpu_seconds() - before)


def http_visit(url: str, address: str, headers: dict[str, str]) -> Callable[[], Visit]:
    """Visits over one kept connection a visitor."""

    def make() -> Visit:
        connection = HTTPConnection(urlsplit(url).netloc, timeout=30)

        def visit() -> tuple[int, int]:
            connection.request("GET", address, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            known = answer.status == 304 and "If-None-Match" in headers
            return len(body), 200 if known else answer.status

        return visit

    return make


def streamlit_visit(url: str) -> Callable[[], Visit]:
    """Visits as a browser makes them after the shell: a websocket, a run, its messages."""
    address = f"ws://{urlsplit(url).netloc}/_stcore/stream"

    def visit() -> tuple[int, int]:
        ask = BackMsg()
        ask.rerun_script.query_string = ""
        received = 0
        with connect(address, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
            socket.send(ask.SerializeToString())
            while True:
                message = socket.recv(timeout=60)
                received += len(message)
                said = ForwardMsg.FromString(message if isinstance(message, bytes) else b"")
                if said.WhichOneof("type") == "script_finished":
                    return received, 200

    return lambda: visit


def measure_ours(database: Path, work: Path) -> tuple[dict[str, Reading], bytes]:
    """Our page: whole, as a visitor asks who has it already, and the file."""
    with serve_ours(f"sqlite:///{database.as_posix()}", work) as server:
        with urllib.request.urlopen(server.url + PAGE) as answer:
            tag = answer.headers["ETag"]
        with urllib.request.urlopen(server.url + FILE) as answer:
            rows = answer.read()
        packed = {"Accept-Encoding": "gzip"}
        readings = {
            "public page": crowd(server, http_visit(server.url, PAGE, packed)),
            "public page, known (304)": crowd(
                server, http_visit(server.url, PAGE, {**packed, "If-None-Match": tag})
            ),
            "its CSV file": crowd(server, http_visit(server.url, FILE, packed)),
        }
    return readings, rows


def measure_plain(rows: bytes, work: Path) -> Reading:
    """The same figures as a plain Streamlit page."""
    path = work / "publik.csv"
    path.write_bytes(rows)
    with serve_page("plain_public.py", {"PLAIN_PUBLIC_FILE": str(path)}, work) as server:
        crowd(server, streamlit_visit(server.url), visitors=1)
        return crowd(server, streamlit_visit(server.url))


def report(readings: dict[str, Reading]) -> str:
    """A Markdown table and whether the goal is met."""
    header = ["", "a second", "median, s", "95 %, s", "bytes", "server CPU, s", "faults"]
    rows = [
        [
            name,
            f"{each.rate:,.0f}" if each.rate >= 10 else f"{each.rate:.1f}",
            seconds(each.middle_s),
            seconds(each.slow_s),
            size(each.bytes),
            f"{each.cpu_s:.4f}",
            str(each.faults),
        ]
        for name, each in readings.items()
    ]
    ours, plain = readings["public page"], readings["plain Streamlit page"]
    goal = Goal(f"{GOAL} a second from one process: {ours.rate:,.0f}", ours.rate >= GOAL)
    times = f"- ours / plain Streamlit: {ratio(ours.rate, plain.rate)}"
    return "\n".join([describe_machine(), "", markdown_table(header, rows), "", str(goal), times])


def main() -> None:
    """Measure both, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    work: Path = parser.parse_args().work
    work.mkdir(parents=True, exist_ok=True)
    database = work / "publik.db"
    if not database.exists():
        made = work / "baru.db"
        engine = make_engine(f"sqlite:///{made.as_posix()}")
        fill_demo(engine)
        engine.dispose()
        shutil.move(made, database)
    readings, rows = measure_ours(database, work)
    readings["plain Streamlit page"] = measure_plain(rows, work)
    print(report(readings))


if __name__ == "__main__":
    main()
