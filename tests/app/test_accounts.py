"""Managing accounts: what an admin may do, by direct call, and what the rules refuse anyone."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from sqlalchemy import Engine, func, select

from app.access import Account, Grant, NotAllowedError
from app.actions import accounts as actions
from app.actions.account_changes import AccountRefusal, Draft
from app.actions.account_lists import check_list, import_list
from app.actions.passwords import matches
from app.documents.accounts_template import write_passwords, write_template
from app.text import accounts as text
from app.text.findings import describe
from data_access.database import open_read
from data_access.reads.masuk import read_secret
from data_access.reads.pengguna import read_account, read_accounts
from data_access.schema import Riwayat
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place
from tests.corpus.tables import UNSAFE_NAMES, write_xlsx

HERE, JUAI, ELSEWHERE = "63.11", "63.11.01", "63.12"
HEAD = ["Nama", "Akun", "Jabatan", "Peran", "Kode wilayah", "Perangkat", "Nomor SK", "Tanggal SK"]
ADMIN = Account(1, "admin.kab", "Admin", grants=(Grant("admin", HERE),))
NOBODIES = [
    None,
    Account(2, "bappeda", "Bappeda", grants=(Grant("bappeda", HERE, "bappeda"),)),
    Account(3, "camat", "Camat", grants=(Grant("penyetuju", JUAI, "camat"),)),
    Account(4, "pimpinan", "Bupati", grants=(Grant("pimpinan", HERE),)),
    Account(5, "mati", "Mati", active=False, grants=(Grant("admin", HERE),)),
    Account(6, "baru", "Baru", must_change=True, grants=(Grant("admin", HERE),)),
    Account(7, "jauh", "Jauh", grants=(Grant("admin", ELSEWHERE),)),
    Account(8, "mirip", "Mirip", grants=(Grant("admin", "63.1"),)),
]
CAMAT = Grant("penyetuju", JUAI, "camat")


@pytest.fixture
def office(office: Engine) -> Engine:
    """A kabupaten with two kecamatan, its admin, a camat, and a person who serves elsewhere too."""
    save_regions(office, make_place([f"{JUAI}.2001", "63.11.02.2001"]), make_info("a"))
    nation = Account(9, "pusat", "Pusat", grants=(Grant("admin", "ID"),))
    for username, grants in (
        ("admin.kab", (Grant("admin", HERE),)),
        ("camat.juai", (CAMAT,)),
        ("rangkap", (Grant("pimpinan", HERE), Grant("pimpinan", ELSEWHERE))),
        ("orang.jauh", (Grant("admin", ELSEWHERE),)),
    ):
        actions.add_account(office, nation, Draft(username, username.title(), grants=grants))
    return office


def snapshot(engine: Engine) -> tuple[object, ...]:
    with open_read(engine) as connection:
        count = connection.scalar(select(func.count()).select_from(Riwayat))
    return count, read_accounts(engine), read_secret(engine, "camat.juai")


Change = Callable[[Engine, Account | None], object]
CHANGES: dict[str, Change] = {
    "add": lambda e, p: actions.add_account(e, p, Draft("baru.ku", "Baru", grants=(CAMAT,))),
    "disable": lambda e, p: actions.disable_account(e, p, "camat.juai"),
    "enable": lambda e, p: actions.enable_account(e, p, "camat.juai"),
    "reset": lambda e, p: actions.reset_password(e, p, "camat.juai"),
    "grant": lambda e, p: actions.grant_role(e, p, "camat.juai", Grant("admin", HERE)),
    "revoke": lambda e, p: actions.revoke_role(e, p, "camat.juai", CAMAT),
}


def test_nobody_but_the_regions_admin_changes_an_account(office: Engine) -> None:
    before = snapshot(office)
    for name, change in CHANGES.items():
        for person in NOBODIES:
            with pytest.raises(NotAllowedError):
                pytest.fail(f"{name} by {person}: {change(office, person)}")
    assert snapshot(office) == before


def test_an_admin_gives_no_role_outside_the_region(office: Engine) -> None:
    before = snapshot(office)
    for region in ("ID", "63", ELSEWHERE, "63.110", "63.1"):
        draft = Draft("orang.baru", "Baru", grants=(CAMAT, Grant("admin", region)))
        with pytest.raises(NotAllowedError):
            actions.add_account(office, ADMIN, draft)
        with pytest.raises(NotAllowedError):
            actions.grant_role(office, ADMIN, "camat.juai", Grant("admin", region))
    assert snapshot(office) == before


@pytest.mark.parametrize("username", ["rangkap", "orang.jauh"])
def test_who_serves_elsewhere_too_is_not_an_admins_to_change(office: Engine, username: str) -> None:
    before = snapshot(office)
    changes = (
        lambda: actions.disable_account(office, ADMIN, username),
        lambda: actions.enable_account(office, ADMIN, username),
        lambda: actions.reset_password(office, ADMIN, username),
        lambda: actions.grant_role(office, ADMIN, username, CAMAT),
        lambda: actions.revoke_role(office, ADMIN, username, Grant("pimpinan", HERE)),
    )
    for change in changes:
        with pytest.raises(NotAllowedError):
            change()
    assert snapshot(office) == before


def test_an_admin_sees_those_of_the_region_and_which_can_be_changed(office: Engine) -> None:
    listed = actions.list_accounts(office, ADMIN)
    seen = {each.account.username: each.manageable for each in listed}
    assert seen == {"admin.kab": True, "camat.juai": True, "rangkap": False}
    for person in NOBODIES[:6]:
        with pytest.raises(NotAllowedError):
            actions.list_accounts(office, person)


def test_a_new_persons_password_is_for_one_sign_in(office: Engine) -> None:
    draft = Draft("camat.dua", "Camat Dua", "Camat", (Grant("penyetuju", "63.11.02"),))
    password = actions.add_account(office, ADMIN, draft)
    account, secret = read_account(office, "camat.dua"), read_secret(office, "camat.dua")
    assert account is not None
    assert secret is not None
    assert (account.must_change, account.is_demo, account.position) == (True, False, "Camat")
    assert account.grants[0].agency == "camat"  # the only agency that approves in a kecamatan
    assert matches(secret.password_hash, password)
    assert len(password) == 14


def test_a_person_is_disabled_enabled_and_given_another_password(office: Engine) -> None:
    actions.disable_account(office, ADMIN, "camat.juai")
    camat = read_account(office, "camat.juai")
    assert camat is not None
    assert not camat.active
    actions.enable_account(office, ADMIN, "camat.juai")
    password = actions.reset_password(office, ADMIN, "camat.juai")
    secret = read_secret(office, "camat.juai")
    assert secret is not None
    assert secret.active
    assert matches(secret.password_hash, password)


def test_roles_come_and_go_but_the_last_one_stays(office: Engine) -> None:
    extra = Grant("operator", JUAI, "setcam")
    actions.grant_role(office, ADMIN, "camat.juai", extra)
    with pytest.raises(AccountRefusal, match="peran_sudah_ada"):
        actions.grant_role(office, ADMIN, "camat.juai", extra)
    actions.revoke_role(office, ADMIN, "camat.juai", CAMAT)
    with pytest.raises(AccountRefusal, match="peran_terakhir"):
        actions.revoke_role(office, ADMIN, "camat.juai", extra)
    with pytest.raises(AccountRefusal, match="peran_tidak_ada"):
        actions.revoke_role(office, ADMIN, "camat.juai", CAMAT)


def test_an_admin_cannot_shut_themself_out(office: Engine) -> None:
    for change in (actions.disable_account, actions.reset_password):
        with pytest.raises(AccountRefusal, match="diri_sendiri"):
            change(office, ADMIN, "admin.kab")
        with pytest.raises(AccountRefusal, match="diri_sendiri"):
            change(office, ADMIN, " Admin.Kab ")
    actions.grant_role(office, ADMIN, "admin.kab", Grant("pimpinan", HERE))
    for username in ("admin.kab", " Admin.Kab "):
        with pytest.raises(AccountRefusal, match="admin_terakhir"):
            actions.revoke_role(office, ADMIN, username, Grant("admin", HERE))


@pytest.mark.parametrize(
    ("grant", "code"),
    [
        (Grant("raja", HERE), "peran_tak_dikenal"),
        (Grant("operator", HERE), "perangkat_tak_sah"),
        (Grant("operator", HERE, "puskesmas"), "perangkat_tak_sah"),
        (Grant("operator", JUAI, "dinkes"), "perangkat_tak_sah"),
        (Grant("penyetuju", JUAI, "bappeda"), "perangkat_tak_sah"),
        (Grant("bappeda", JUAI), "peran_beda_tingkat"),
        (Grant("pimpinan", f"{JUAI}.2001"), "wilayah_tak_sah"),
        (Grant("pimpinan", f"{JUAI}.xx"), "wilayah_tak_sah"),
        (Grant("admin", HERE, "bappeda"), "perangkat_tak_perlu"),
        (Grant("pimpinan", HERE, "", "SK <b>"), "tanda_terlarang"),
    ],
)
def test_a_role_that_does_not_exist_there_is_refused(
    office: Engine, grant: Grant, code: str
) -> None:
    with pytest.raises(AccountRefusal) as refused:
        actions.add_account(office, ADMIN, Draft("orang.baru", "Baru", grants=(grant,)))
    assert refused.value.code == code
    assert text.REFUSALS[code].format(**refused.value.values).endswith(".")


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft("ab", "Nama", grants=(CAMAT,)), "akun_tak_sah"),
        (Draft("Huruf.Besar", "Nama", grants=(CAMAT,)), "akun_tak_sah"),
        (Draft("ada spasi", "Nama", grants=(CAMAT,)), "akun_tak_sah"),
        (Draft("a" * 61, "Nama", grants=(CAMAT,)), "akun_tak_sah"),
        (Draft("<script>", "Nama", grants=(CAMAT,)), "akun_tak_sah"),
        (Draft("orang.baru", "", grants=(CAMAT,)), "nama_kosong"),
        (Draft("orang.baru", "N" * 121, grants=(CAMAT,)), "terlalu_panjang"),
        (Draft("orang.baru", "Nama"), "tanpa_peran"),
        (Draft("camat.juai", "Nama", grants=(CAMAT,)), "akun_sudah_ada"),
        *((Draft("orang.baru", name, grants=(CAMAT,)), "tanda_terlarang") for name in UNSAFE_NAMES),
        *((Draft("orang.baru", "N", name, (CAMAT,)), "tanda_terlarang") for name in UNSAFE_NAMES),
    ],
)
def test_an_account_that_cannot_be_is_refused(office: Engine, draft: Draft, code: str) -> None:
    with pytest.raises(AccountRefusal) as refused:
        actions.add_account(office, ADMIN, draft)
    assert refused.value.code == code
    assert text.REFUSALS[code].format(**refused.value.values).endswith(".")


def write_list(folder: Path, *lines: list[object]) -> Path:
    return write_xlsx(folder / "daftar.xlsx", {"Pengguna": [HEAD, *lines]})


GOOD = (
    ["Ani Lestari", "ani", "Camat", "Penyetuju", "63.11.02", None, "SK 2/2026", "31-01-2026"],
    ["Ani Lestari", "ani", None, "operator", "63.11.02", "Sekretariat kecamatan", None, None],
    ["Beni", "beni", None, "Anggota TPPS", HERE, None, None, None],
    ["Camat.Juai", "camat.juai", None, "verifikator", JUAI, "PLKB", None, None],
    ["camat.juai", "camat.juai", None, "penyetuju", JUAI, "camat", None, None],
)


def test_a_list_makes_accounts_and_adds_roles_in_one_go(office: Engine, tmp_path: Path) -> None:
    path = write_list(tmp_path, *GOOD)
    checked = check_list(office, ADMIN, path)
    assert (checked.people, checked.added, checked.saved) == (2, 1, False)
    assert [found.code for found in checked.findings] == ["pengguna_sudah_berperan"]
    saved = import_list(office, ADMIN, path)
    assert saved.saved
    assert [each.username for each in saved.passwords] == ["ani", "beni"]
    for each in saved.passwords:
        secret = read_secret(office, each.username)
        assert secret is not None
        assert matches(secret.password_hash, each.password)
    ani, camat = read_account(office, "ani"), read_account(office, "camat.juai")
    assert ani is not None
    assert camat is not None
    assert [(g.role, g.agency) for g in ani.grants] == [
        ("penyetuju", "camat"),
        ("operator", "setcam"),
    ]
    assert str(ani.grants[0].sk_date) == "2026-01-31"
    assert len(camat.grants) == 2
    again = import_list(office, ADMIN, path)
    assert not again.saved
    assert not again.rows


def test_only_an_admin_imports_a_list(office: Engine, tmp_path: Path) -> None:
    path = write_list(tmp_path, *GOOD)
    for person in NOBODIES[:6]:
        with pytest.raises(NotAllowedError):
            import_list(office, person, path)


def test_a_list_with_a_foreign_region_or_account_is_refused_whole(
    office: Engine, tmp_path: Path
) -> None:
    before = snapshot(office)
    lines = (
        *GOOD,
        ["Dedi", "dedi", None, "pimpinan", "63", None, None, None],
        ["Rangkap", "rangkap", None, "penyetuju", JUAI, "camat", None, None],
    )
    outcome = import_list(office, ADMIN, write_list(tmp_path, *lines))
    assert not outcome.saved
    found = {(each.code, each.row) for each in outcome.findings if each.severity == "galat"}
    assert found == {("pengguna_di_luar_wewenang", 7), ("pengguna_akun_di_luar_wewenang", 8)}
    assert snapshot(office) == before
    foreign = import_list(office, NOBODIES[6], write_list(tmp_path, *GOOD))
    assert not foreign.saved
    assert all(describe(each).endswith(".") for each in [*outcome.findings, *foreign.findings])
    assert snapshot(office) == before


def test_the_filled_template_comes_in_without_a_fault(office: Engine, tmp_path: Path) -> None:
    regions = pd.DataFrame([(JUAI, "Juai", "kecamatan")], columns=["code", "name", "level"])
    agencies = pd.DataFrame(
        [("Kecamatan", "Operator", "plkb", "PLKB")], columns=["place", "role", "code", "name"]
    )
    path = tmp_path / "templat.xlsx"
    path.write_bytes(write_template(regions, agencies))
    assert check_list(office, ADMIN, path).findings[0].code == "tanpa_baris"
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Pengguna", "Petunjuk", "Wilayah", "Perangkat"]
    for column, value in enumerate(GOOD[0], start=1):
        book["Pengguna"].cell(2, column).value = value  # type: ignore[assignment]
    book.save(path)
    assert import_list(office, ADMIN, path).saved


def test_the_list_of_passwords_is_text_in_excel(tmp_path: Path) -> None:
    rows = [("=1+1", "ani", "abcd-efgh-jkmn", "Operator")]
    path = tmp_path / "sandi.xlsx"
    path.write_bytes(write_passwords(pd.DataFrame(rows, columns=list(text.PASSWORD_COLUMNS))))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet[2]] == list(rows[0])
    assert sheet["A2"].data_type == "s"
