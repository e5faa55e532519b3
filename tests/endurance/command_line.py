"""The command `konvergensi` in a process of its own, which may be killed at a chosen moment."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from app.settings import read_settings


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: before a write's statement of this number, or so long into its commit."""

    statement: int | None = None
    after_commit_s: float | None = None


def spread_moments(statements: int, count: int) -> list[Moment]:
    """`count` moments over a write of so many statements, a third of them about its commit."""
    delays = (0.0, 0.0001, 0.0005, 0.002, 0.008, 0.03)[-max(2, count // 3) :]
    steps = count - len(delays)
    at = [1 + round(step * (statements - 1) / (steps - 1)) for step in range(steps)]
    return [*(Moment(statement=n) for n in at), *(Moment(after_commit_s=s) for s in delays)]


@dataclass(frozen=True, slots=True)
class Office:
    """Where the command works: its database, a folder for its log, and one for what it prints."""

    url: str
    home: Path
    desk: Path | None = None

    def run(self, *arguments: object, kill: Moment | None = None) -> int:
        """Run one command; its exit code, or minus the signal that ended it."""
        prepare = (lambda: _kill_at(kill)) if kill else (lambda: None)
        return self._fork([str(each) for each in arguments], prepare)

    def count_statements(self, *arguments: object) -> int:
        """Run one command; how many statements it wrote with."""
        place = self._desk() / "hitungan"
        code = self._fork([str(each) for each in arguments], lambda: _count_into(place))
        assert code == 0, self.said()
        return int(place.read_text())

    def said(self) -> str:
        """What the last command printed."""
        return (self._desk() / "keluaran.txt").read_text(errors="replace")

    def log(self) -> str:
        """What it logged, the end of it."""
        return (self.home / "konvergensi.log").read_text(errors="replace")[-4000:]

    def _desk(self) -> Path:
        place = self.desk or self.home
        place.mkdir(parents=True, exist_ok=True)
        return place

    def _fork(self, arguments: Sequence[str], prepare: Callable[[], None]) -> int:
        child = os.fork()
        if child == 0:
            os._exit(self._become(arguments, prepare))
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status)

    def _become(self, arguments: Sequence[str], prepare: Callable[[], None]) -> int:
        """In the child: be the command, from its settings to its exit code."""
        with (self._desk() / "keluaran.txt").open("w") as sink:
            os.dup2(sink.fileno(), 1)
            os.dup2(sink.fileno(), 2)
            sys.stdout, sys.stderr = sink, sink
            os.environ["KONVERGENSI_DATABASE_URL"] = self.url
            os.environ["KONVERGENSI_HOME"] = str(self.home)
            os.environ["KONVERGENSI_ACTOR"] = "petugas"
            sys.argv = ["konvergensi", *arguments]
            prepare()
            return _run_main()


def _run_main() -> int:
    from app.cli import main

    read_settings.cache_clear()
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except BaseException as error:  # the real command would show a trace
        sys.stdout.write(f"Traceback: {error!r}\n")
        return 70
    finally:
        with suppress(OSError, ValueError):
            sys.stdout.flush()
    return 0


def _kill_at(moment: Moment) -> None:
    def before(count: int) -> None:
        if count == moment.statement:
            os.kill(os.getpid(), signal.SIGKILL)

    def commit(_connection: Connection) -> None:
        if moment.after_commit_s == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        elif moment.after_commit_s is not None:
            kill = (os.getpid(), signal.SIGKILL)
            threading.Timer(moment.after_commit_s, os.kill, kill).start()

    _watch_writes(before, commit)


def _count_into(place: Path) -> None:
    counted = [0]

    def before(count: int) -> None:
        counted[0] = count

    _watch_writes(before, lambda _: place.write_text(str(counted[0])) and None)


def _watch_writes(before: Callable[[int], None], commit: Callable[[Connection], None]) -> None:
    seen = [0]

    @event.listens_for(Engine, "before_cursor_execute")
    def count(connection: Connection, *_: object) -> None:
        if connection.get_execution_options().get("konvergensi_write"):
            seen[0] += 1
            before(seen[0])

    @event.listens_for(Engine, "commit")
    def end(connection: Connection) -> None:
        if connection.get_execution_options().get("konvergensi_write"):
            commit(connection)
