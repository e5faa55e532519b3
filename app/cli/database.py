"""`konvergensi db`: new, upgrade, check, backup, restore."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import make_url

from app.actions.databases import create_database
from app.cli.opening import hide_password, open_database
from app.cli.printing import fail, say
from app.format import format_count
from app.settings import read_settings
from app.text import command_line as text
from data_access.backup import BackupError, backup_database, check_database, restore_database
from data_access.database import make_engine
from data_access.grants import grant_application_role
from data_access.reads.batches import has_schema
from data_access.upgrade import upgrade_schema

app = typer.Typer(no_args_is_help=True)


def _target_url() -> str:
    settings = read_settings()
    return settings.database_url or f"sqlite:///{(settings.home / 'konvergensi.db').as_posix()}"


def _existing_url() -> str:
    """The configured database, refused where it would only be made by opening it."""
    url = read_settings().effective_url
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).exists():
        fail(text.NO_SCHEMA.format(url=hide_password(url)))
    return url


def _make_folder(url: str) -> None:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)


@app.command("new", help=text.HELP_DB_NEW)
def new() -> None:
    """Make an empty database for real data."""
    url = _target_url()
    _make_folder(url)
    engine = make_engine(url)
    if has_schema(engine):
        fail(text.ALREADY_THERE.format(url=hide_password(url)))
    create_database(engine, kind="nyata")
    say(text.CREATED.format(url=hide_password(url)))
    if read_settings().database_url is None:
        say(text.SET_VARIABLE.format(url=url))
    say(text.CREATED_NEXT)


@app.command("upgrade", help=text.HELP_DB_UPGRADE)
def upgrade() -> None:
    """Bring the schema to this program's version."""
    engine = make_engine(_existing_url())
    if not has_schema(engine):
        fail(text.NO_SCHEMA.format(url=hide_password(read_settings().effective_url)))
    upgrade_schema(engine)
    say(text.UPGRADED)


@app.command("check", help=text.HELP_DB_CHECK)
def check() -> None:
    """Check integrity and count rows."""
    report = check_database(open_database())
    for table, count in report.counts.items():
        say(f"{table:<16}{format_count(count):>12}")
    if report.problems:
        fail(text.UNHEALTHY.format(problems="; ".join(report.problems)))
    say(text.HEALTHY)


@app.command("grant", help=text.HELP_DB_GRANT)
def grant(role: Annotated[str, typer.Argument(metavar="ROLE")]) -> None:
    """Let a role of PostgreSQL do the application's work, without touching history."""
    engine = open_database()
    if engine.dialect.name == "sqlite":
        fail(text.GRANT_SQLITE)
    grant_application_role(engine, role)
    say(text.GRANTED.format(role=role))


@app.command("backup", help=text.HELP_DB_BACKUP)
def backup(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Back a running database up."""
    try:
        backup_database(open_database(), file)
    except BackupError as error:
        fail(text.BACKUP_ERRORS[error.code].format(detail=error.detail))
    say(text.BACKED_UP.format(path=file))


@app.command("restore", help=text.HELP_DB_RESTORE)
def restore(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Restore a backup into an empty place."""
    url = _target_url()
    _make_folder(url)
    try:
        restore_database(make_engine(url), file)
    except BackupError as error:
        fail(text.BACKUP_ERRORS[error.code].format(detail=error.detail))
    say(text.RESTORED.format(url=hide_password(url)))
