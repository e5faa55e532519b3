"""Signing in and out, and changing one's own password."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy import Engine

from app.access import Account
from app.actions.passwords import find_fault, hash_password, is_outdated, matches
from app.settings import read_settings
from app.tokens import hash_token, make_token
from data_access.demo.people import SHARED_PASSWORD
from data_access.reads.batches import read_identity
from data_access.reads.masuk import Secret, has_accounts, read_secret
from data_access.reads.pengguna import read_account, read_account_of_session, read_accounts
from data_access.writes.pengguna import renew_hash, set_password
from data_access.writes.sesi import begin_attempt, end_session, mark_success, start_session

DEMO_PASSWORD = SHARED_PASSWORD
Refusal = Literal[
    "salah",
    "terkunci",
    "nonaktif",
    "hanya_di_sini",
    "sandi_lama_salah",
    "sandi_beda",
    "sandi_sama",
    "sandi_demo",
    "terlalu_pendek",
    "terlalu_panjang",
    "sama_dengan_akun",
    "mudah_ditebak",
    "tak_terdaftar",
]


class SignInError(Exception):
    """A sign-in or a change of password that was refused; `code` says why."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(code)
        self.code: Refusal = code


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the sign-in form shows. `demo_accounts`: those to choose from, by one click each."""

    is_demo: bool
    has_accounts: bool
    demo_accounts: tuple[Account, ...] = ()


def session_length() -> timedelta:
    """How long a sign-in lasts at most."""
    return timedelta(hours=read_settings().session_hours)


def describe_welcome(engine: Engine, *, local: bool) -> Welcome:
    """What the sign-in form may show to this visitor.

    local: the visitor sits at this very computer; the demonstration's accounts are for them only.
    """
    if not is_demo(engine):
        return Welcome(is_demo=False, has_accounts=has_accounts(engine))
    accounts = read_accounts(engine) if local else []
    ready = [each for each in accounts if each.is_demo and each.active and not each.must_change]
    return Welcome(is_demo=True, has_accounts=True, demo_accounts=tuple(ready))


def is_demo(engine: Engine) -> bool:
    """Tell whether the database is the demonstration."""
    return read_identity(engine).get("jenis") == "demo"


def find_account(engine: Engine, token: str) -> Account | None:
    """Who is signed in with a token, None once they are not.

    In the demonstration's database every account is one of the demonstration, also one that a
    visitor made: none may be used from another computer.
    """
    account = read_account_of_session(engine, hash_token(token), datetime.now(UTC))
    if account is not None and not account.is_demo and is_demo(engine):
        return replace(account, is_demo=True)
    return account


def sign_in(
    engine: Engine, username: str, password: str, *, local: bool, old_token: str = ""
) -> str:
    """Sign a person in and return the new session's token; the old one ends.

    Raises SignInError: the answer and the time it takes do not tell whether the account exists;
    that it is disabled only hears who knows its password.
    """
    now = datetime.now(UTC)
    if not local and is_demo(engine):
        raise SignInError("hanya_di_sini")
    name = username.strip().lower()
    attempt = begin_attempt(engine, name, now)
    if attempt is None:
        raise SignInError("terkunci")
    secret = read_secret(engine, name)
    if not matches(secret.password_hash if secret else None, password) or secret is None:
        raise SignInError("salah")
    mark_success(engine, attempt)
    if not secret.active:
        raise SignInError("nonaktif")
    if secret.is_demo and not local:
        raise SignInError("hanya_di_sini")
    _renew(engine, secret, password)
    return _start(engine, secret.id, now, old_token)


def sign_in_proven(engine: Engine, username: str, *, local: bool, old_token: str = "") -> str:
    """Sign in the person whose identity a provider has proven, and return the session's token.

    No account is ever made here. A password that was meant for one sign-in is withdrawn: identity
    has been proven otherwise, and whoever printed it must not be able to use it later.
    Raises SignInError.
    """
    if not local and is_demo(engine):
        raise SignInError("hanya_di_sini")
    secret = read_secret(engine, username.strip().lower())
    if secret is None:
        raise SignInError("tak_terdaftar")
    if not secret.active:
        raise SignInError("nonaktif")
    if secret.is_demo and not local:
        raise SignInError("hanya_di_sini")
    account = read_account(engine, secret.username)
    if account is not None and account.must_change:
        unknown = hash_password(make_token())
        set_password(engine, secret.username, secret.id, unknown, must_change=False)
    return _start(engine, secret.id, datetime.now(UTC), old_token)


def sign_out(engine: Engine, token: str) -> None:
    """End a session; a token that is none changes nothing."""
    if token:
        end_session(engine, hash_token(token), datetime.now(UTC))


def change_password(engine: Engine, person: Account, old: str, new: str, again: str) -> str:
    """Give the person another password: every session of theirs ends, a new token is returned.

    Raises SignInError; wrong old passwords lock the account as wrong sign-ins do.
    """
    now = datetime.now(UTC)
    secret = read_secret(engine, person.username)
    if secret is None or not secret.active:
        raise SignInError("salah")
    if secret.is_demo:
        raise SignInError("sandi_demo")
    attempt = begin_attempt(engine, person.username, now)
    if attempt is None:
        raise SignInError("terkunci")
    if not matches(secret.password_hash, old):
        raise SignInError("sandi_lama_salah")
    mark_success(engine, attempt)
    _judge(person.username, old, new, again)
    new_hash = hash_password(new)
    set_password(engine, person.username, person.id, new_hash, must_change=False)
    return _start(engine, person.id, datetime.now(UTC))


def _judge(username: str, old: str, new: str, again: str) -> None:
    if new != again:
        raise SignInError("sandi_beda")
    if new == old:
        raise SignInError("sandi_sama")
    fault = find_fault(new, username)
    if fault is not None:
        raise SignInError(fault)


def _renew(engine: Engine, secret: Secret, password: str) -> None:
    if secret.password_hash is not None and is_outdated(secret.password_hash):
        renew_hash(engine, secret.username, secret.id, hash_password(password))


def _start(engine: Engine, account_id: int, now: datetime, old_token: str = "") -> str:
    sign_out(engine, old_token)
    token = make_token()
    start_session(engine, account_id, hash_token(token), now=now, lasts=session_length())
    return token
