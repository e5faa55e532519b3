from datetime import date

from analysis.tasks import group_late, list_next_deadlines, list_tasks
from tests.analysis.stage_cases import KECAMATAN, PARTIES, make_board, make_part

ANSIT, JUAI, HALONG = "kecamatan.ansit", KECAMATAN[0].code, KECAMATAN[1].code
OPERATOR = ("operator", JUAI, "puskesmas")


def kinds(board, *duties):
    return [(task.kind, task.status.stage.code) for task in list_tasks(board, duties)]


def test_an_operator_is_told_of_what_is_due_soon_and_of_what_came_back_first() -> None:
    back = make_part(JUAI, "kecamatan.penandaan-berjalan", "puskesmas", "dikembalikan")
    board = make_board(back, today=date(2026, 1, 16))
    assert kinds(board, OPERATOR) == [
        ("isi", ANSIT),
        ("perbaiki", "kecamatan.penandaan-berjalan"),
    ]


def test_what_is_far_off_and_not_begun_does_not_wait_yet() -> None:
    assert kinds(make_board(today=date(2025, 11, 1)), OPERATOR) == []


def test_each_role_is_told_only_of_its_own_part_of_its_own_region() -> None:
    board = make_board(make_part(JUAI, ANSIT, "puskesmas", "diajukan"))
    assert ("verifikasi", ANSIT) in kinds(board, ("verifikator", JUAI, "puskesmas"))
    assert kinds(board, ("verifikator", JUAI, "plkb")) == []
    assert kinds(board, ("verifikator", HALONG, "puskesmas")) == []


def test_the_camat_is_told_once_everything_is_verified() -> None:
    parts = [make_part(JUAI, ANSIT, party, "terverifikasi") for party in PARTIES]
    assert kinds(make_board(*parts), ("penyetuju", JUAI, "camat")) == [("setujui", ANSIT)]
    assert kinds(make_board(*parts[:2]), ("penyetuju", JUAI, "camat")) == []


def test_late_stages_are_told_together_the_longest_first() -> None:
    board = [s for s in make_board(today=date(2026, 2, 2)) if s.place.level == "kecamatan"]
    late = group_late(board)
    assert [(first.stage.code, len(group)) for first, group in late] == [
        (ANSIT, 2),
        ("kecamatan.penandaan-berjalan", 2),
    ]


def test_the_next_deadlines_are_those_ahead_nearest_first() -> None:
    board = [s for s in make_board(today=date(2026, 1, 15)) if s.place.code == JUAI]
    assert [s.days_left for s in list_next_deadlines(board)] == [0, 16, 44]
