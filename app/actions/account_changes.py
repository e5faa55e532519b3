"""Changes to accounts, checked against the rules, by whoever `actor` is: for the command line
directly, for screens through `app.actions.accounts`, which asks first whether they may."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from sqlalchemy import Engine

from app.access import Account, Grant
from app.actions.passwords import hash_password, make_first_password
from data_access.reads.pengaturan import read_agencies
from data_access.reads.pengguna import read_account
from data_access.reads.scope import NATION
from data_access.role_rules import agencies_of, is_username, levels_of
from data_access.writes import pengguna as writes
from geo.codes import level_of, read_code
from geo.escape import find_unsafe_characters, show_marks

LONGEST_NAME = 120


class AccountRefusal(ValueError):
    """A change that the rules refuse; `code` names the sentence, `values` its figures."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, object] = values


@dataclass(frozen=True, slots=True)
class Draft:
    """An account as a person describes it."""

    username: str
    name: str
    position: str = ""
    grants: tuple[Grant, ...] = field(default=())


def check_draft(engine: Engine, draft: Draft) -> Draft:
    """The draft with its roles completed; AccountRefusal where no account may be made like this."""
    if not is_username(draft.username):
        raise AccountRefusal("akun_tak_sah")
    if not draft.name:
        raise AccountRefusal("nama_kosong")
    for value in (draft.name, draft.position):
        _check_words(value)
    if not draft.grants:
        raise AccountRefusal("tanpa_peran")
    grants = tuple(check_grant(engine, grant) for grant in draft.grants)
    return replace(draft, grants=grants)


def check_grant(engine: Engine, grant: Grant) -> Grant:
    """The role, with its agency where only one is possible.

    Raises AccountRefusal where no role of this kind exists at this place for this agency.
    """
    code = grant.wilayah_code
    if code != NATION and (read_code(code) is None or level_of(code) in {"desa", "puskesmas"}):
        raise AccountRefusal("wilayah_tak_sah", kode=code)
    level = "nasional" if code == NATION else level_of(code)
    if not levels_of(grant.role):
        raise AccountRefusal("peran_tak_dikenal", peran=grant.role)
    if level not in levels_of(grant.role):
        raise AccountRefusal("peran_beda_tingkat", peran=grant.role, tingkat=level)
    known = agencies_at(engine, grant.role, code)
    if len(known) == 1 and not grant.agency:
        grant = replace(grant, agency=next(iter(known)))
    if known and grant.agency not in known:
        raise AccountRefusal(
            "perangkat_tak_sah", perangkat=grant.agency or "-", dikenal=", ".join(known)
        )
    if not known and grant.agency:
        raise AccountRefusal("perangkat_tak_perlu", peran=grant.role)
    _check_words(grant.sk_number or "")
    return grant


def agencies_at(engine: Engine, role: str, region_code: str) -> dict[str, str]:
    """Agencies that a role in a region may be held for: code and name, none where none is due."""
    level = "nasional" if region_code == NATION else level_of(region_code)
    rows = read_agencies(engine, region_code).itertuples(index=False)
    own = {str(row.code): str(row.name) for row in rows if row.wilayah_code == region_code}
    return agencies_of(role, level, own)


def add(engine: Engine, actor: str, draft: Draft) -> str:
    """Make an account and return the password for its first sign-in, which nobody sees again."""
    draft = check_draft(engine, draft)
    password = make_first_password()
    with _refusing():
        writes.save_account(
            engine,
            actor,
            username=draft.username,
            name=draft.name,
            position=draft.position or None,
            password_hash=hash_password(password),
            must_change=True,
            is_demo=False,
            grants=draft.grants,
        )
    return password


def reset(engine: Engine, actor: str, username: str) -> str:
    """Give a new password for one sign-in; every session of the account ends."""
    account = find(engine, username)
    password = make_first_password()
    writes.set_password(engine, actor, account.id, hash_password(password), must_change=True)
    return password


def set_active(engine: Engine, actor: str, username: str, *, active: bool) -> None:
    """Let an account sign in, or no longer."""
    writes.set_active(engine, actor, find(engine, username).id, active=active)


def grant_role(engine: Engine, actor: str, username: str, grant: Grant) -> None:
    """Give an account one more role."""
    account = find(engine, username)
    whole = check_grant(engine, grant)
    with _refusing():
        writes.save_grant(engine, actor, account.id, whole)


def revoke_role(engine: Engine, actor: str, username: str, grant: Grant) -> None:
    """Take a role from an account, found by role, region and agency; never the last."""
    account = find(engine, username)
    wanted = (grant.role, grant.wilayah_code, grant.agency)
    held = [each for each in account.grants if wanted == _key(each)]
    if not held or held[0].id is None:
        raise AccountRefusal("peran_tidak_ada", akun=username)
    with _refusing():
        writes.delete_grant(engine, actor, account.id, held[0].id)


def find(engine: Engine, username: str) -> Account:
    """An account by its name; raises AccountRefusal where there is none."""
    account = read_account(engine, username)
    if account is None:
        raise AccountRefusal("akun_tidak_ada", akun=username)
    return account


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn what a write refuses into the refusal that screens and the command line know."""
    try:
        yield
    except writes.AccountError as error:
        raise AccountRefusal(error.code, akun=error.name) from error


def _key(grant: Grant) -> tuple[str, str, str]:
    return grant.role, grant.wilayah_code, grant.agency


def _check_words(value: str) -> None:
    marks = find_unsafe_characters(value)
    if marks:
        raise AccountRefusal("tanda_terlarang", tanda=show_marks(marks))
    if len(value) > LONGEST_NAME:
        raise AccountRefusal("terlalu_panjang", batas=LONGEST_NAME)
