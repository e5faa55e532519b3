from datetime import date

from analysis.deadlines import Override
from analysis.readiness import Waiting, find_states, restrict_to_agency
from tests.analysis.stage_cases import KECAMATAN, PARTIES, STAGES, make_board, make_part, pick

ANSIT = "kecamatan.ansit"
JUAI = KECAMATAN[0].code


def test_every_region_has_every_stage_of_its_level_though_nobody_began() -> None:
    board = make_board()
    assert len(board) == 30
    assert {status.state for status in board} == {"belum mulai"}
    assert {status.stage.level for status in board if status.place.code == "63.11"} == {"kabupaten"}


def test_the_operators_of_parts_not_submitted_are_waited_for() -> None:
    status = pick(make_board(make_part(JUAI, ANSIT, "plkb", "diajukan")), JUAI, ANSIT)
    assert status.state == "draf"
    assert status.waiting == (
        Waiting("operator", "setcam"),
        Waiting("operator", "puskesmas"),
        Waiting("verifikator", "plkb"),
    )


def test_the_camat_is_waited_for_only_once_all_parts_are_verified() -> None:
    parts = [make_part(JUAI, ANSIT, party, "terverifikasi") for party in PARTIES]
    assert pick(make_board(*parts), JUAI, ANSIT).waiting == (Waiting("penyetuju", "camat"),)
    status = pick(make_board(*parts[:2]), JUAI, ANSIT)
    assert status.waiting == (Waiting("operator", "plkb"),)


def test_nobody_is_waited_for_where_verification_is_the_end() -> None:
    measured = make_part("63.11", "kabupaten.pengukuran", "dinkes", "terverifikasi")
    status = pick(make_board(measured), "63.11", "kabupaten.pengukuran")
    assert (status.is_final, status.waiting) == (True, ())


def test_late_is_what_is_past_its_day_and_not_done() -> None:
    done = [make_part(JUAI, ANSIT, party, "disetujui") for party in PARTIES]
    board = make_board(*done, today=date(2026, 1, 16))
    assert (pick(board, JUAI, ANSIT).is_late, pick(board, JUAI, ANSIT).days_left) == (False, -1)
    assert pick(board, KECAMATAN[1].code, ANSIT).is_late
    on_the_day = pick(make_board(today=date(2026, 1, 15)), JUAI, ANSIT)
    assert (on_the_day.is_late, on_the_day.days_left) == (False, 0)


def test_a_changed_deadline_shows_on_every_kecamatan_of_the_kabupaten() -> None:
    override = Override("01-20", "banjir", "63.11")
    board = make_board(overrides={("63.11", ANSIT): override})
    days = {s.days_left for s in board if s.stage.code == ANSIT}
    assert days == {10}


def test_an_agency_registered_after_approval_does_not_open_the_stage_again() -> None:
    marking = "kabupaten.penandaan-berjalan"
    part = make_part("63.11", marking, "bappeda", "disetujui")
    status = pick(make_board(part, agencies={"63.11": ["dinsos"]}), "63.11", marking)
    assert (status.state, [each.part for each in status.parts]) == ("disetujui", ["bappeda"])


def test_a_part_begun_stays_when_agencies_are_registered_meanwhile() -> None:
    marking = "kabupaten.penandaan-berjalan"
    part = make_part("63.11", marking, "bagian-lama", "draf")
    status = pick(make_board(part, agencies={"63.11": ["dinsos"]}), "63.11", marking)
    assert [each.part for each in status.parts] == ["bappeda", "dinsos", "bagian-lama"]


def test_one_agency_sees_its_own_part_and_what_it_approves() -> None:
    parts = [make_part(JUAI, ANSIT, party, "draf") for party in PARTIES]
    verified = make_part(JUAI, ANSIT, "plkb", "terverifikasi")
    board = make_board(*parts[:2], verified)
    own = restrict_to_agency(board, "plkb")
    assert pick(own, JUAI, ANSIT).state == "terverifikasi"
    assert {s.stage.level for s in own} == {"kecamatan"}
    assert all("plkb" in STAGES[s.stage.code].parts for s in own)
    as_camat = restrict_to_agency(board, "camat")
    assert pick(as_camat, JUAI, ANSIT).state == "draf"


def test_a_province_chooses_who_approves() -> None:
    board = make_board(approvers={("63.11", "kabupaten.ansit"): "sekda"})
    assert pick(board, "63.11", "kabupaten.ansit").approver == "sekda"
    assert find_states(board)["63.11", "kabupaten.ansit"] == "belum mulai"
