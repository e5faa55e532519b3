"""`konvergensi user`: the first admin, and everything an admin does without a screen."""

import re

import pytest
from sqlalchemy import Engine, select

from app.actions.passwords import matches
from data_access.database import open_read
from data_access.reads.masuk import read_secret
from data_access.reads.pengguna import read_account
from data_access.schema import Riwayat
from tests.app.conftest import Run

PASSWORD = re.compile(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}")
FIRST = ("user", "add", "Siti.Rahma", "--nama", "Siti  Rahma", "--peran", "admin",
         "--wilayah", "63.11", "--jabatan", "Kepala bidang")  # fmt: skip


@pytest.fixture
def made(run: Run) -> str:
    """A new database with a first admin; gives what the command printed."""
    assert run("db", "new").exit_code == 0
    result = run(*FIRST)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def first_password(output: str) -> str:
    found = PASSWORD.findall(output)
    assert len(found) == 1, output
    return str(found[0])


def test_the_first_admin_is_made_before_any_region_is_known(made: str, engine: Engine) -> None:
    account, secret = read_account(engine, "siti.rahma"), read_secret(engine, "siti.rahma")
    assert account is not None
    assert secret is not None
    assert (account.name, account.must_change) == ("Siti Rahma", True)
    assert account.grants[0].wilayah_code == "63.11"
    assert matches(secret.password_hash, first_password(made))
    assert "63.11 belum ada di basis data" in made


def test_the_actor_is_who_runs_the_command(made: str, engine: Engine) -> None:
    with open_read(engine) as connection:
        question = select(Riwayat.actor).where(Riwayat.table_name.like("pe%"))
        assert set(connection.scalars(question)) == {"penguji"}


def test_a_reset_gives_another_password_and_says_it_once(
    made: str, run: Run, engine: Engine
) -> None:
    result = run("user", "reset", "siti.rahma")
    password = first_password(result.stdout)
    secret = read_secret(engine, "siti.rahma")
    assert secret is not None
    assert matches(secret.password_hash, password)
    assert password != first_password(made)
    assert not PASSWORD.search(run("user", "list").stdout)


def test_an_account_is_disabled_and_enabled(made: str, run: Run) -> None:
    assert "sesinya berakhir" in run("user", "disable", "siti.rahma").stdout
    assert "\tNonaktif\t" in run("user", "list").stdout
    assert run("user", "enable", "siti.rahma").exit_code == 0
    assert "\tBelum ganti sandi pertama\tAdmin · 63.11" in run("user", "list").stdout


def test_roles_are_given_and_taken(made: str, run: Run) -> None:
    role = ("--peran", "operator", "--wilayah", "63.11.01", "--perangkat", "plkb")
    given = run("user", "grant", "siti.rahma", *role, "--sk", "SK 1", "--tanggal-sk", "2026-01-31")
    assert "Operator Penyuluh lapangan KB (PLKB)" in given.stdout
    assert (
        run("user", "revoke", "siti.rahma", "--peran", "admin", "--wilayah", "63.11").exit_code == 0
    )
    last = run("user", "revoke", "siti.rahma", *role)
    assert last.exit_code == 1
    assert "satu-satunya peran" in last.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (FIRST, "sudah ada"),
        (("user", "disable", "siapa"), "tidak ada"),
        (("user", "reset", "siapa"), "tidak ada"),
        (("user", "grant", "siti.rahma", "--peran", "raja", "--wilayah", "63.11"), "Peran raja"),
        (("user", "grant", "siti.rahma", "--peran", "operator", "--wilayah", "63.11.01"), "plkb"),
        (("user", "grant", "siti.rahma", "--peran", "admin", "--wilayah", "6311"), "bertitik"),
        (
            ("user", "grant", "siti.rahma", "--peran", "pimpinan", "--wilayah", "63.11",
             "--tanggal-sk", "31/01/2026"),
            "tahun-bulan-hari",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_to_do(
    made: str, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert said in refused.stderr
    assert not PASSWORD.search(refused.stdout)


def test_without_accounts_the_list_says_how_to_begin(run: Run) -> None:
    run("db", "new")
    assert "konvergensi user add" in run("user", "list").stdout
