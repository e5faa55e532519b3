"""Who may do what where: the matrix as the guideline and SAFETY's table A ask."""

import itertools

import pytest

from app.access import (
    Account,
    Grant,
    NotAllowedError,
    demand,
    home_region,
    may,
    may_somewhere,
)
from data_access import reference
from data_access.schema import ROLES

KECAMATAN, OTHER = "63.11.01", "63.11.02"
ACTIONS = sorted(set(reference.read_table("peran")["tindakan"]))


def person(*grants: Grant, active: bool = True, must_change: bool = False) -> Account:
    return Account(1, "uji", "Uji", active=active, must_change=must_change, grants=grants)


def allowed(account: Account, region: str, agency: str = "") -> set[str]:
    return {action for action in ACTIONS if may(account, action, region, agency)}


READ = {"lihat", "unduh"}


def test_the_operator_of_the_puskesmas_enters_its_part_and_no_other() -> None:
    operator = person(Grant("operator", KECAMATAN, "puskesmas"))
    own = READ | {"lihat_riwayat", "isi", "ajukan", "pulihkan"}
    assert allowed(operator, KECAMATAN, "puskesmas") == own
    for region, agency in (
        (KECAMATAN, "plkb"),
        (KECAMATAN, "setcam"),
        (KECAMATAN, ""),
        (OTHER, "puskesmas"),
        ("63.11", "puskesmas"),
        ("63", "puskesmas"),
        ("63.11.010", "puskesmas"),
    ):
        assert allowed(operator, region, agency) == READ | {"lihat_riwayat"}, (region, agency)


def test_whoever_verifies_does_not_enter_and_whoever_approves_does_neither() -> None:
    verifikator = person(Grant("verifikator", KECAMATAN, "puskesmas"))
    camat = person(Grant("penyetuju", KECAMATAN, "camat"))
    assert allowed(verifikator, KECAMATAN, "puskesmas") & {"isi", "setujui", "verifikasi"} == {
        "verifikasi"
    }
    assert allowed(camat, KECAMATAN, "camat") & {"isi", "setujui", "verifikasi", "buka"} == {
        "setujui",
        "buka",
    }


def test_the_head_of_bappeda_approves_for_the_kabupaten_not_in_the_camats_place() -> None:
    head = person(Grant("penyetuju", "63.11", "bappeda"))
    assert may(head, "setujui", "63.11", "bappeda")
    assert not may(head, "setujui", KECAMATAN, "camat")
    assert not may(head, "setujui", KECAMATAN, "bappeda")
    assert not may(head, "setujui", "63.11", "sekda")


def test_a_provinces_agency_does_not_reach_into_a_kabupaten() -> None:
    assert not may(person(Grant("operator", "63", "dinkes")), "isi", "63.11", "dinkes")


@pytest.mark.parametrize("role", ["pimpinan", "anggota_tpps"])
def test_leaders_and_members_read_and_download_everywhere_and_change_nothing(role: str) -> None:
    reader = person(Grant(role, "63.11"))
    for region, agency in itertools.product(("63.11", KECAMATAN, "32"), ("", "dinkes", "camat")):
        assert allowed(reader, region, agency) == READ


def test_an_admin_manages_accounts_and_no_data() -> None:
    admin = person(Grant("admin", "63.11"))
    assert allowed(admin, KECAMATAN) == READ | {"lihat_riwayat", "kelola_pengguna"}
    assert allowed(admin, "63.12") == READ | {"lihat_riwayat"}


def test_nobody_and_who_must_not_do_nothing() -> None:
    grant = Grant("bappeda", "63.11")
    for nobody in (None, person(grant, active=False), person(grant, must_change=True), person()):
        assert not any(may(nobody, action, "63.11") for action in ACTIONS)
        assert not any(may_somewhere(nobody, action) for action in ACTIONS)


def test_several_roles_add_up() -> None:
    both = person(Grant("operator", KECAMATAN, "setcam"), Grant("admin", "63.11"))
    assert may(both, "isi", KECAMATAN, "setcam")
    assert may(both, "kelola_pengguna", OTHER)


def test_an_unknown_action_is_nobodys() -> None:
    assert not may(person(*(Grant(role, "ID") for role in ROLES)), "hapus_semua", "63.11")


def test_a_demand_that_is_not_met_names_what_was_asked() -> None:
    with pytest.raises(NotAllowedError) as caught:
        demand(person(Grant("pimpinan", "63.11")), "isi", KECAMATAN, "plkb")
    assert (caught.value.action, caught.value.region_code) == ("isi", KECAMATAN)


def test_every_role_of_the_matrix_can_be_held() -> None:
    assert set(reference.read_table("peran")["peran"]) == set(ROLES)


def test_staff_of_one_kecamatan_start_there_and_others_at_the_top() -> None:
    camat = person(Grant("penyetuju", KECAMATAN, "camat"), Grant("operator", KECAMATAN, "setcam"))
    assert home_region(camat) == KECAMATAN
    both = person(Grant("operator", KECAMATAN, "plkb"), Grant("operator", OTHER, "plkb"))
    for elsewhere in (both, person(Grant("bappeda", "63.11")), person()):
        assert home_region(elsewhere) is None
