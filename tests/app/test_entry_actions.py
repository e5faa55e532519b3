"""Entry, reverts and attachments called directly: whose they are is asked every time."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions.databases import create_database
from app.actions.isian import CellChange, StagePart, save_entry
from app.actions.lampiran import add_attachment, make_subject, withdraw_attachment
from app.actions.riwayat import may_revert, revert
from data_access.reads.isian import read_cells
from data_access.reads.lampiran import list_attachments
from data_access.reads.riwayat import HistoryFilter, HistoryRow, read_history
from data_access.writes.tahapan import StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, PUSKESMAS, add_regions

A = DESA[0]
OPERATOR = Account(1, "ani", "Ani", grants=(Grant("operator", KECAMATAN, "puskesmas"),))


def person(role: str, code: str, agency: str = "") -> Account:
    return Account(2, "lain", "Lain", grants=(Grant(role, code, agency),))


FOREIGN = [
    person("operator", "63.11.02", "puskesmas"),
    person("operator", KECAMATAN, "setcam"),
    person("operator", "63.11", "puskesmas"),
    person("verifikator", KECAMATAN, "puskesmas"),
    person("penyetuju", KECAMATAN, "camat"),
    person("bappeda", "63.11", "bappeda"),
    person("admin", "63.11"),
    person("pimpinan", "ID"),
    replace(OPERATOR, active=False),
    replace(OPERATOR, must_change=True),
]


@pytest.fixture
def place(engine: Engine) -> Engine:
    create_database(engine, kind="nyata")
    add_regions(engine)
    return engine


def enter(
    engine: Engine, who: Account, value: int | None = 34, version: int = 0, where: str = A
) -> None:
    cell = CellChange(where, "S04", value, None, version)
    save_entry(engine, who, PUSKESMAS, (cell,), "t")


def history(engine: Engine, table: str) -> list[HistoryRow]:
    return read_history(engine, HistoryFilter(table=table))


def lock(engine: Engine) -> None:
    move = StageMove("ajukan", KECAMATAN, 2026, "kecamatan.ansit", "puskesmas", "draf", 1)
    assert move_parts(engine, "ani", [move]).moved


@pytest.mark.parametrize("who", FOREIGN)
def test_nobody_enters_for_others(place: Engine, who: Account) -> None:
    with pytest.raises(NotAllowedError):
        enter(place, who)
    assert read_cells(place, KECAMATAN, "2026").empty


@pytest.mark.parametrize(
    ("where", "item"), [("63.11.02.2001", "S04"), (KECAMATAN, "S04"), (A, "S01"), (A, "X01")]
)
def test_cells_that_are_not_the_parts_are_refused(place: Engine, where: str, item: str) -> None:
    with pytest.raises(ValueError, match="do not belong"):
        save_entry(place, OPERATOR, PUSKESMAS, (CellChange(where, item, 1, None, 0),), "t")
    assert read_cells(place, "63.11", "2026").empty


@pytest.mark.parametrize(
    ("year", "stage"), [(2026, "kecamatan.penilaian"), (2023, "kecamatan.ansit"), (2026, "lain")]
)
def test_stages_without_figures_take_none(place: Engine, year: int, stage: str) -> None:
    where = StagePart(KECAMATAN, year, stage, "puskesmas")
    with pytest.raises(ValueError, match="no figures"):
        save_entry(place, OPERATOR, where, (CellChange(A, "S04", 1, None, 0),), "t")


def test_a_negative_count_or_the_same_cell_twice_is_refused(place: Engine) -> None:
    cell = CellChange(A, "S04", 1, None, 0)
    for cells in ((cell, cell), (), (CellChange(A, "S04", -1, None, 0),)):
        with pytest.raises(ValueError, match=r"belong|negative"):
            save_entry(place, OPERATOR, PUSKESMAS, cells, "t")


def test_an_entry_stands_under_the_persons_own_name(place: Engine) -> None:
    enter(place, OPERATOR)
    assert [row.actor for row in history(place, "isian")] == ["ani"]
    assert [row.actor for row in history(place, "tahapan")] == ["ani"]


def test_a_locked_part_answers_with_its_state(place: Engine) -> None:
    enter(place, OPERATOR)
    lock(place)
    cell = CellChange(A, "S04", 36, 34, 1)
    result = save_entry(place, OPERATOR, PUSKESMAS, (cell,), "t")
    assert (result.locked_state, result.outcome.saved) == ("diajukan", 0)


@pytest.mark.parametrize("who", FOREIGN)
def test_nobody_takes_back_what_others_answer_for(place: Engine, who: Account) -> None:
    enter(place, OPERATOR)
    (row,) = history(place, "isian")
    assert not may_revert(who, row)
    with pytest.raises(NotAllowedError):
        revert(place, who, row.id, "t")
    assert read_cells(place, KECAMATAN, "2026")["value"].tolist() == [34]


def test_a_revert_says_what_came_of_it(place: Engine) -> None:
    enter(place, OPERATOR)
    enter(place, OPERATOR, 36, 1)
    newest, first = history(place, "isian")
    assert revert(place, OPERATOR, first.id, "t") == "berubah_lagi"
    assert revert(place, OPERATOR, newest.id, "t") == "dipulihkan"
    assert revert(place, OPERATOR, newest.id, "t") == "dipulihkan"
    assert len(history(place, "isian")) == 3
    lock(place)
    assert revert(place, OPERATOR, history(place, "isian")[0].id, "u") == "terkunci"


def test_rows_without_a_revert_and_numbers_that_are_none_are_refused(place: Engine) -> None:
    enter(place, OPERATOR)
    (stage,) = history(place, "tahapan")
    for number in (stage.id, 999_999):
        with pytest.raises(NotAllowedError):
            revert(place, OPERATOR, number, "t")


@pytest.mark.parametrize("who", FOREIGN)
def test_nobody_attaches_or_withdraws_for_others(place: Engine, who: Account) -> None:
    subject = make_subject(PUSKESMAS)
    with pytest.raises(NotAllowedError):
        add_attachment(place, who, subject, "a.pdf", b"%PDF-1", "t")
    number = add_attachment(place, OPERATOR, subject, "a.pdf", b"%PDF-1", "t").number
    assert number is not None
    with pytest.raises(NotAllowedError):
        withdraw_attachment(place, who, number)
    assert len(list_attachments(place, subject)) == 1


def test_a_file_is_attached_once_and_withdrawn_once_each_in_history(place: Engine) -> None:
    subject = make_subject(PUSKESMAS)
    for _ in range(3):
        result = add_attachment(place, OPERATOR, subject, "C:\\x\\SK.pdf", b"%PDF-1", "t")
    assert list_attachments(place, subject)["file_name"].tolist() == ["SK.pdf"]
    for _ in range(2):
        assert withdraw_attachment(place, OPERATOR, result.number or 0).number == result.number
    lines = [(row.actor, row.action) for row in history(place, "lampiran")]
    assert lines == [("ani", "hapus"), ("ani", "tambah")]


def test_a_bad_file_or_a_locked_part_says_why(place: Engine) -> None:
    subject = make_subject(PUSKESMAS)
    bad = add_attachment(place, OPERATOR, subject, "a.pdf", b"<html>", "t")
    assert (bad.number, bad.fault) == (None, "isi_lain")
    enter(place, OPERATOR)
    lock(place)
    late = add_attachment(place, OPERATOR, subject, "a.pdf", b"%PDF-1", "t")
    assert (late.number, late.locked_state) == (None, "diajukan")


@pytest.mark.parametrize(
    "subject", ["lain", "isian:kecamatan.lain:2026:63.11.01:puskesmas", "a:" + "b" * 90 + ":c"]
)
def test_a_subject_that_is_none_is_refused(place: Engine, subject: str) -> None:
    with pytest.raises(ValueError, match=r"subject|figures"):
        add_attachment(place, OPERATOR, subject, "a.pdf", b"%PDF-1", "t")
