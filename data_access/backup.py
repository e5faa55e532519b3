"""Online backup, restore into an empty place, and the check of a database's health."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from data_access.database import open_read
from data_access.reads.batches import count_rows
from data_access.schema import Identitas
from data_access.triggers import expected_triggers, read_triggers
from data_access.upgrade import is_current, read_revision

# How a file of pg_dump's custom format begins.
_DUMP_MARK = b"PGDMP"


class BackupError(RuntimeError):
    """A backup or restore that was not done; `code` says why."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class HealthReport:
    """Integrity, schema revision and row counts of a database."""

    problems: tuple[str, ...]
    revision: str | None
    is_current: bool
    counts: dict[str, int]


def backup_database(engine: Engine, target: Path) -> None:
    """Copy a running database into a new file; readers and writers go on meanwhile.

    SQLite by its own online backup, PostgreSQL by pg_dump (custom format). Raises BackupError
    where the file exists or the tool is missing; nothing half-written stays.
    """
    if target.exists():
        raise BackupError("berkas_sudah_ada", str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.sebagian")
    try:
        if engine.dialect.name == "sqlite":
            _copy_sqlite(Path(str(engine.url.database)), partial)
            _make_single_file(partial)
        else:
            _run_tool(engine, ["pg_dump", "--format=custom", f"--file={partial}"])
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def restore_database(engine: Engine, source: Path) -> None:
    """Restore a backup into an empty database; one that holds tables is refused."""
    if not source.exists():
        raise BackupError("berkas_tidak_ada", str(source))
    if engine.dialect.name == "sqlite":
        database = Path(str(engine.url.database))
        if database.exists() and inspect(engine).get_table_names():
            raise BackupError("tujuan_tidak_kosong", str(database))
        engine.dispose()
        _check_sqlite(source)
        database.parent.mkdir(parents=True, exist_ok=True)
        _copy_sqlite(source, database)
        return
    if inspect(engine).get_table_names():
        raise BackupError("tujuan_tidak_kosong", str(engine.url.database))
    _check_dump(source)
    _run_tool(engine, ["pg_restore", "--no-owner", "--exit-on-error", "-1", str(source)])


def _copy_sqlite(source: Path, target: Path) -> None:
    with (
        closing(_open_read_only(source)) as origin,
        closing(sqlite3.connect(target)) as copy,
    ):
        origin.backup(copy)


def _make_single_file(copy: Path) -> None:
    """Leave no write-ahead log: a backup is one file that opens on a read-only disk, too."""
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _open_read_only(path: Path) -> sqlite3.Connection:
    """Open by address, so that a "?" or "%" in a file's name stays part of its name."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _check_sqlite(source: Path) -> None:
    """Refuse what is no database of ours: an empty file is a sound SQLite database, too."""
    try:
        with closing(_open_read_only(source)) as connection:
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        raise BackupError("bukan_cadangan", str(source)) from error
    if verdict != "ok":
        raise BackupError("cadangan_rusak", str(source))
    if Identitas.__tablename__ not in tables:
        raise BackupError("bukan_cadangan", str(source))


def _check_dump(source: Path) -> None:
    with source.open("rb") as handle:
        if handle.read(len(_DUMP_MARK)) != _DUMP_MARK:
            raise BackupError("bukan_cadangan", str(source))


def _run_tool(engine: Engine, command: list[str]) -> None:
    tool = shutil.which(command[0])
    if tool is None:
        raise BackupError("alat_tidak_ada", command[0])
    url = engine.url
    environment = {
        **os.environ,
        "PGHOST": url.host or str(url.query.get("host", "")),
        "PGPORT": str(url.port or 5432),
        "PGUSER": url.username or "",
        "PGPASSWORD": url.password or "",
        "PGDATABASE": url.database or "",
    }
    name = ["--dbname", url.database or ""] if command[0] == "pg_restore" else []
    done = subprocess.run(  # noqa: S603
        [tool, *command[1:-1], *name, command[-1]],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise BackupError("alat_gagal", done.stderr.strip()[-500:])


def _missing_triggers(connection: Connection) -> list[str]:
    """History triggers that a table should have and lacks: its changes would go unrecorded."""
    tables = set(inspect(connection).get_table_names())
    expected = {name for name in expected_triggers() if name.split(".")[0] in tables}
    return sorted(expected - read_triggers(connection))


def check_database(engine: Engine) -> HealthReport:
    """Ask the database whether it is whole and count its rows."""
    problems: list[str] = []
    with open_read(engine) as connection:
        if engine.dialect.name == "sqlite":
            verdicts = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            problems += [str(verdict) for verdict in verdicts if verdict != "ok"]
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            problems += [f"{row[0]} -> {row[2]}" for row in broken[:20]]
        problems += [f"pemicu {name}" for name in _missing_triggers(connection)]
    current = is_current(engine)
    counts = count_rows(engine) if current else {}
    return HealthReport(tuple(problems), read_revision(engine), current, counts)
