"""`konvergensi user`: accounts from the command line; the first admin is made here."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated

import typer
from sqlalchemy import Engine

from app.access import Account, Grant
from app.actions import account_changes as changes
from app.actions.account_changes import AccountRefusal, Draft
from app.actions.people import read_role_words
from app.cli.opening import open_database
from app.cli.printing import fail, say
from app.settings import read_settings
from app.text import accounts as text
from data_access.reads.pengguna import read_accounts
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_region

app = typer.Typer(no_args_is_help=True)

Username = Annotated[str, typer.Argument(metavar="USERNAME", help=text.HELP_USERNAME)]
Role = Annotated[str, typer.Option("--peran", help=text.HELP_ROLE)]
RegionCode = Annotated[str, typer.Option("--wilayah", help=text.HELP_REGION)]
Agency = Annotated[str, typer.Option("--perangkat", help=text.HELP_AGENCY)]
SkNumber = Annotated[str | None, typer.Option("--sk", help=text.HELP_SK)]
SkDate = Annotated[str | None, typer.Option("--tanggal-sk", help=text.HELP_SK_DATE)]


@app.command("add", help=text.HELP_ADD)
def add(
    username: Username,
    nama: Annotated[str, typer.Option(help=text.HELP_NAME)],
    peran: Role,
    wilayah: RegionCode,
    perangkat: Agency = "",
    jabatan: Annotated[str, typer.Option(help=text.HELP_POSITION)] = "",
    sk: SkNumber = None,
    tanggal_sk: SkDate = None,
) -> None:
    """Make an account and print the password for its first sign-in."""
    grant = Grant(peran, wilayah, perangkat, sk, _read_date(tanggal_sk))
    draft = Draft(username.strip().lower(), " ".join(nama.split()), jabatan.strip(), (grant,))
    engine = open_database()
    with _saying():
        password = changes.add(engine, _actor(), draft)
    say(text.ADDED.format(username=draft.username, roles=_roles(engine, draft.username)))
    _note_region(engine, wilayah)
    say(text.FIRST_PASSWORD.format(password=password))


@app.command("disable", help=text.HELP_DISABLE)
def disable(username: Username) -> None:
    """Let an account sign in no longer."""
    with _saying():
        changes.set_active(open_database(), _actor(), username, active=False)
    say(text.DISABLED.format(username=username))


@app.command("enable", help=text.HELP_ENABLE)
def enable(username: Username) -> None:
    """Let a disabled account sign in again."""
    with _saying():
        changes.set_active(open_database(), _actor(), username, active=True)
    say(text.ENABLED.format(username=username))


@app.command("reset", help=text.HELP_RESET)
def reset(username: Username) -> None:
    """Print a new password for one sign-in; the account's sessions end."""
    with _saying():
        password = changes.reset(open_database(), _actor(), username)
    say(text.WAS_RESET.format(username=username))
    say(text.FIRST_PASSWORD.format(password=password))


@app.command("grant", help=text.HELP_GRANT)
def grant(
    username: Username,
    peran: Role,
    wilayah: RegionCode,
    perangkat: Agency = "",
    sk: SkNumber = None,
    tanggal_sk: SkDate = None,
) -> None:
    """Give an account one more role."""
    wanted = Grant(peran, wilayah, perangkat, sk, _read_date(tanggal_sk))
    engine = open_database()
    with _saying():
        changes.grant_role(engine, _actor(), username, wanted)
    say(text.GRANTED.format(username=username, roles=_roles(engine, username)))
    _note_region(engine, wilayah)


@app.command("revoke", help=text.HELP_REVOKE)
def revoke(username: Username, peran: Role, wilayah: RegionCode, perangkat: Agency = "") -> None:
    """Take a role from an account."""
    engine = open_database()
    with _saying():
        changes.revoke_role(engine, _actor(), username, Grant(peran, wilayah, perangkat))
    say(text.GRANTED.format(username=username, roles=_roles(engine, username)))


@app.command("list", help=text.HELP_LIST)
def list_all() -> None:
    """Print every account with its state and roles, a line each, tab between the columns."""
    engine = open_database()
    accounts = read_accounts(engine)
    if not accounts:
        say(text.NOBODY)
    words = read_role_words(engine, accounts)
    for account in accounts:
        say("\t".join((account.username, account.name, _state(account), words.grants(account))))


def _state(account: Account) -> str:
    if not account.active:
        return text.STATE_DISABLED
    return text.STATE_FIRST_USE if account.must_change else text.STATE_ACTIVE


@contextmanager
def _saying() -> Iterator[None]:
    try:
        yield
    except AccountRefusal as refused:
        fail(text.REFUSALS[refused.code].format(**refused.values))


def _actor() -> str:
    return read_settings().effective_actor


def _roles(engine: Engine, username: str) -> str:
    account = changes.find(engine, username)
    return read_role_words(engine, [account]).grants(account)


def _note_region(engine: Engine, code: str) -> None:
    if code != NATION and read_region(engine, code) is None:
        say(text.UNKNOWN_REGION_NOTE.format(code=code))


def _read_date(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        fail(text.BAD_DATE.format(date=written))
