"""Accounts, roles, sessions and attempts in the database, on SQLite and PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, func, select

from data_access.database import open_read
from data_access.reads.batches import read_versions
from data_access.reads.masuk import has_accounts, read_secret
from data_access.reads.pengguna import (
    Grant,
    read_account,
    read_account_of_session,
    read_accounts,
)
from data_access.schema import Pengguna, PeranPengguna, PercobaanMasuk, Riwayat, Sesi
from data_access.writes import pengguna as writes
from data_access.writes import sesi

NOW = datetime(2026, 2, 3, 4, 5, tzinfo=UTC)
ADMIN = Grant("admin", "63.11")
CAMAT = Grant("penyetuju", "63.11.01", "camat", "SK 1/2026", date(2026, 1, 31))


def add(engine: Engine, username: str = "siti", *grants: Grant) -> int:
    return writes.save_account(
        engine, "pemasang", username=username, name="Siti", position="Camat", password_hash="sidik",
        must_change=True, is_demo=False, grants=grants or (CAMAT,),
    )  # fmt: skip


def start(engine: Engine, account_id: int, token: str = "a") -> None:
    sesi.start_session(engine, account_id, token, now=NOW, lasts=timedelta(hours=8))


def history(engine: Engine) -> list[tuple[str, str, str]]:
    with open_read(engine) as connection:
        question = select(Riwayat.table_name, Riwayat.action, Riwayat.actor).order_by(Riwayat.id)
        return [tuple(row) for row in connection.execute(question)]


def test_an_account_comes_back_as_it_was_made(engine: Engine) -> None:
    assert not has_accounts(engine)
    add(engine, " Siti ")
    account = read_account(engine, "SITI")
    assert account is not None
    assert (account.username, account.must_change, account.active) == ("siti", True, True)
    assert account.grants[0].sk_date == date(2026, 1, 31)
    secret = read_secret(engine, "siti")
    assert secret is not None
    assert secret.password_hash == "sidik"
    assert has_accounts(engine)
    assert read_versions(engine)["pengguna"] == 1


def test_every_write_is_history_with_its_actor_and_moves_the_version(engine: Engine) -> None:
    number = add(engine)
    writes.save_grant(engine, "admin", number, ADMIN)
    account = read_account(engine, "siti")
    assert account is not None
    writes.delete_grant(engine, "admin", number, account.grants[0].id or 0)
    writes.set_active(engine, "admin", number, active=False)
    writes.set_password(engine, "siti", number, "baru", must_change=False)
    assert history(engine) == [
        ("pengguna", "tambah", "pemasang"),
        ("peran_pengguna", "tambah", "pemasang"),
        ("peran_pengguna", "tambah", "admin"),
        ("peran_pengguna", "hapus", "admin"),
        ("pengguna", "ubah", "admin"),
        ("pengguna", "ubah", "siti"),
    ]
    assert read_versions(engine)["pengguna"] == 5
    with open_read(engine) as connection:
        kept = str(connection.execute(select(Riwayat.before, Riwayat.after)).all())
    assert "sidik" not in kept
    assert "baru" not in kept


def test_a_taken_name_is_refused_and_nothing_is_written(engine: Engine) -> None:
    add(engine)
    with pytest.raises(writes.AccountError, match="akun_sudah_ada"):
        add(engine, "Siti")
    lone = writes.NewAccount("budi", "Budi", None, "x", True, False, (ADMIN,))
    taken = writes.NewAccount("siti", "Siti", None, "x", True, False, (ADMIN,))
    with pytest.raises(writes.AccountError, match="akun_sudah_ada"):
        writes.save_list(engine, "admin", [lone, taken], [])
    assert [each.username for each in read_accounts(engine)] == ["siti"]
    assert len(history(engine)) == 2


def test_the_same_role_twice_is_refused(engine: Engine) -> None:
    number = add(engine)
    with pytest.raises(writes.AccountError, match="peran_sudah_ada"):
        writes.save_grant(engine, "admin", number, Grant("penyetuju", "63.11.01", "camat"))
    writes.save_grant(engine, "admin", number, Grant("penyetuju", "63.11.02", "camat"))


def test_the_last_role_stays_also_when_two_take_one_each(engine: Engine) -> None:
    number = add(engine, "siti", CAMAT, ADMIN)
    account = read_account(engine, "siti")
    assert account is not None

    def take(grant: Grant) -> str:
        try:
            writes.delete_grant(engine, "admin", number, grant.id or 0)
        except writes.AccountError as refused:
            return refused.code
        return "diambil"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, account.grants)) == ["diambil", "peran_terakhir"]


def test_ten_at_once_make_one_account_of_one_name(engine: Engine) -> None:
    def make(_: int) -> str:
        try:
            add(engine)
        except writes.AccountError as refused:
            return refused.code
        return "dibuat"

    with ThreadPoolExecutor(10) as pool:
        done = list(pool.map(make, range(10)))
    assert sorted(done) == ["akun_sudah_ada"] * 9 + ["dibuat"]


def test_somebody_elses_role_is_not_taken(engine: Engine) -> None:
    one = add(engine, "siti", CAMAT, ADMIN)
    add(engine, "budi", CAMAT, ADMIN)
    other = read_account(engine, "budi")
    assert other is not None
    with pytest.raises(writes.AccountError, match="akun_tidak_ada"):
        writes.delete_grant(engine, "admin", one, other.grants[0].id or 0)
    with open_read(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(PeranPengguna)) == 4


def test_an_unknown_account_cannot_be_changed(engine: Engine) -> None:
    with pytest.raises(writes.AccountError, match="akun_tidak_ada"):
        writes.set_active(engine, "admin", 99, active=False)
    with pytest.raises(writes.AccountError, match="akun_tidak_ada"):
        writes.set_password(engine, "admin", 99, "x", must_change=True)


def test_a_write_without_an_actor_is_refused(engine: Engine) -> None:
    with pytest.raises(ValueError, match="actor"):
        writes.set_active(engine, " ", add(engine), active=False)


def test_a_session_holds_until_it_ends_expires_or_the_account_is_disabled(engine: Engine) -> None:
    number = add(engine)
    for token in "abc":
        start(engine, number, token)
    later = NOW + timedelta(hours=7, minutes=59)
    assert read_account_of_session(engine, "a", later) is not None
    assert read_account_of_session(engine, "a", NOW + timedelta(hours=8)) is None
    sesi.end_session(engine, "a", NOW)
    sesi.end_session(engine, "tak-ada", NOW)
    assert read_account_of_session(engine, "a", NOW) is None
    assert read_account_of_session(engine, "b", NOW) is not None
    writes.set_active(engine, "admin", number, active=False)
    assert read_account_of_session(engine, "b", NOW) is None
    writes.set_active(engine, "admin", number, active=True)
    assert read_account_of_session(engine, "b", NOW) is None
    start(engine, number, "d")
    writes.set_password(engine, "admin", number, "x", must_change=True)
    assert read_account_of_session(engine, "d", NOW) is None


def test_a_changed_role_shows_in_a_running_session(engine: Engine) -> None:
    number = add(engine)
    start(engine, number)
    writes.save_grant(engine, "admin", number, ADMIN)
    person = read_account_of_session(engine, "a", NOW)
    assert person is not None
    assert [grant.role for grant in person.grants] == ["penyetuju", "admin"]


def fail(engine: Engine, minutes: float, name: str = "siti") -> bool:
    """One failed attempt; tells whether it was let through to be compared."""
    return sesi.begin_attempt(engine, name, NOW + timedelta(minutes=minutes)) is not None


def test_five_failures_lock_for_a_quarter_of_an_hour_after_the_fifth(engine: Engine) -> None:
    assert [fail(engine, minute) for minute in (0, 1, 2, 3, 4)] == [True] * 5
    assert [fail(engine, minute) for minute in (4.1, 10, 18.9)] == [False] * 3
    assert fail(engine, 4, "orang.lain")
    assert fail(engine, 19)
    # What failed before the lock lies more than 15 minutes back: four more may fail.
    assert [fail(engine, minute) for minute in (19.1, 19.2, 19.3, 19.4)] == [True] * 4
    assert not fail(engine, 19.5)


def test_five_failures_spread_over_a_longer_time_do_not_lock(engine: Engine) -> None:
    assert all(fail(engine, minute) for minute in range(0, 60, 4))


def test_a_success_counts_from_there(engine: Engine) -> None:
    for minute in range(4):
        fail(engine, minute)
    attempt = sesi.begin_attempt(engine, "siti", NOW + timedelta(minutes=4))
    assert attempt is not None
    sesi.mark_success(engine, attempt)
    assert [fail(engine, 5 + tenth / 10) for tenth in range(5)] == [True] * 5
    assert not fail(engine, 6)


def test_a_reset_lifts_the_lock(engine: Engine) -> None:
    number = add(engine)
    for minute in range(5):
        fail(engine, minute)
    assert not fail(engine, 5)
    writes.set_password(engine, "admin", number, "x", must_change=True)
    assert fail(engine, 5)


def test_many_attempts_at_once_do_not_outrun_the_lock(engine: Engine) -> None:
    with ThreadPoolExecutor(12) as pool:
        let_through = list(pool.map(lambda _: fail(engine, 0), range(24)))
    assert sum(let_through) == 5


def test_old_attempts_and_sessions_are_cleared_away(engine: Engine) -> None:
    start(engine, add(engine))
    fail(engine, 0)
    fail(engine, 60 * 24 * 31)
    with open_read(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(PercobaanMasuk)) == 1
        assert connection.scalar(select(func.count()).select_from(Sesi)) == 0
        assert connection.scalar(select(func.count()).select_from(Pengguna)) == 1
