"""Online backup, and restore into an empty place."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, inspect, update

from data_access.backup_seal import read_seal, seal
from data_access.database import open_log
from data_access.health import HealthReport, check_database
from data_access.schema import Identitas, VersiTopik

__all__ = [
    "BackupError",
    "HealthReport",
    "backup_database",
    "check_database",
    "restore_database",
]

# How a file of pg_dump's custom format begins.
_DUMP_MARK = b"PGDMP"
# More writes than can lie between a backup and its restore.
_FAR = 1_000_000
# How the connection is secured holds for PostgreSQL's tools as well.
_TLS = ("sslmode", "sslrootcert", "sslcert", "sslkey")


class BackupError(RuntimeError):
    """A backup or restore that was not done; `code` says why."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def backup_database(engine: Engine, target: Path) -> None:
    """Copy a running database into a new file; readers and writers go on meanwhile.

    SQLite by its own online backup, PostgreSQL by pg_dump (custom format); the file ends with a
    seal by which a change of any byte is found. Raises BackupError where the file exists or the
    tool is missing; nothing half-written stays.
    """
    if target.exists():
        raise BackupError("berkas_sudah_ada", str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.sebagian")
    try:
        # It holds everything, hashes of passwords too: whoever made it, and nobody else, reads it.
        partial.touch(mode=0o600)
        if engine.dialect.name == "sqlite":
            _copy_sqlite(Path(str(engine.url.database)), partial)
            _make_single_file(partial)
        else:
            _run_tool(engine, ["pg_dump", "--format=custom", f"--file={partial}"])
        seal(partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def restore_database(engine: Engine, source: Path) -> None:
    """Restore a backup into an empty database; one that holds tables is refused.

    A backup that is damaged is refused before anything is written. Raises BackupError.
    """
    if not source.exists():
        raise BackupError("berkas_tidak_ada", str(source))
    if read_seal(source) == "rusak":
        raise BackupError("cadangan_rusak", str(source))
    if engine.dialect.name == "sqlite":
        _restore_sqlite(engine, source)
    else:
        _restore_postgresql(engine, source)
    _outdate_caches(engine)


def _restore_sqlite(engine: Engine, source: Path) -> None:
    database = Path(str(engine.url.database))
    if database.exists() and inspect(engine).get_table_names():
        raise BackupError("tujuan_tidak_kosong", str(database))
    engine.dispose()
    _check_sqlite(source)
    database.parent.mkdir(parents=True, exist_ok=True)
    _copy_sqlite(source, database)


def _restore_postgresql(engine: Engine, source: Path) -> None:
    if inspect(engine).get_table_names():
        raise BackupError("tujuan_tidak_kosong", str(engine.url.database))
    _check_dump(source)
    try:
        _run_tool(engine, ["pg_restore", "--no-owner", "--exit-on-error", "-1", str(source)])
    except BackupError as error:
        if error.code != "alat_gagal":
            raise
        # One transaction: the target is as empty as before.
        raise BackupError("pulih_gagal", error.detail) from error


def _outdate_caches(engine: Engine) -> None:
    """Move the topics' versions past all that a running app may have seen before it was lost.

    They went back with the backup: the same number would stand for two contents.
    """
    with open_log(engine) as connection:
        if inspect(connection).has_table(VersiTopik.__tablename__):
            connection.execute(update(VersiTopik).values(version=VersiTopik.version + _FAR))


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
        **{f"PG{key.upper()}": str(url.query[key]) for key in _TLS if key in url.query},
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
