"""The snapshot under every grid: what was typed survives a conflict and a refusal, not a save."""

from collections.abc import Callable

import pytest

from app.actions.isian import CellChange, CellConflict, StagePart
from app.actions.target import TargetChange, TargetConflict, TargetPlace
from app.entry_sheet import Sheet
from app.target_sheet import TargetSheet
from app.versioned_sheet import AnySheet, Stored, find_changes, settle

DESA_ITEM = ("63.11.01.2001", "S01")
TARGET = ("PREV", "RPJMD", 2026)


def figures() -> Sheet:
    place = StagePart("63.11.01", 2026, "kecamatan.ansit", "puskesmas")
    return Sheet(cells={DESA_ITEM: Stored(34, 3)}, place=place, units=(), items=())


def targets() -> TargetSheet:
    place = TargetPlace("63.11", 2026, "bappeda")
    return TargetSheet(cells={TARGET: Stored(18.4, 3)}, place=place, lines=(), years=())


SHEETS = pytest.mark.parametrize(
    ("make", "key"), [(figures, DESA_ITEM), (targets, TARGET)], ids=["figures", "targets"]
)


@SHEETS
def test_what_was_typed_survives_a_refused_save_and_going_back(
    make: Callable[[], AnySheet], key: object
) -> None:
    sheet = make()
    sheet.type(key, "36")
    sheet.leave_conflicts()
    assert sheet.shown_text(key) == "36"
    sheet.end_save(saved=False)
    assert sheet.typed == {key: "36"}
    sheet.end_save(saved=True)
    assert sheet.typed == {}


@SHEETS
def test_discarded_cells_show_the_snapshot_in_new_widgets(
    make: Callable[[], AnySheet], key: object
) -> None:
    sheet = make()
    sheet.type(key, "36")
    sheet.make_widgets_anew()
    before = sheet.round
    sheet.discard()
    assert (sheet.current_text(key), sheet.round) == (sheet.base_text(key), before + 1)
    assert sheet.shown_text(key) == sheet.base_text(key)


def test_the_same_number_is_no_change_and_another_one_carries_the_version_seen() -> None:
    assert find_changes(figures(), [(DESA_ITEM, 34)], CellChange) == ()
    assert find_changes(figures(), [(DESA_ITEM, None)], CellChange) == (
        CellChange(*DESA_ITEM, None, 34, 3),
    )
    assert find_changes(targets(), [(TARGET, 18.0)], TargetChange) == (
        TargetChange(*TARGET, 18.0, 18.4, 3),
    )


def test_our_figure_is_saved_on_their_version_and_never_over_what_nobody_saw() -> None:
    ours = CellChange(*DESA_ITEM, 36, 34, 3)
    theirs = CellConflict(ours, 35, 4, "budi", None)
    assert settle([ours], [theirs], {DESA_ITEM: True}) == (CellChange(*DESA_ITEM, 36, 35, 4),)
    assert settle([ours], [theirs], {DESA_ITEM: False}) == ()


def test_our_target_is_set_anew_where_they_took_it_away() -> None:
    ours = TargetChange(*TARGET, 18.0, 18.4, 3)
    gone = TargetConflict(ours, None, 0, "budi", None)
    assert settle([ours], [gone], {TARGET: True}) == (TargetChange(*TARGET, 18.0, None, 0),)
