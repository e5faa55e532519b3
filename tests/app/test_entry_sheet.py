"""The snapshot under a grid: positions become desa and items, text becomes numbers or faults."""

import pandas as pd

from app.actions.isian import CellConflict, StagePart, parse_cells
from app.entry_sheet import (
    NAME_COLUMN,
    Sheet,
    count_filled,
    list_changes,
    make_frame,
    make_sheet,
    take_frame,
)
from app.items import find_entry_stage, find_item, list_entry_stages, list_items
from app.versioned_sheet import settle

DESA = [f"63.11.01.20{number:02d}" for number in range(1, 11)]
PLACE = StagePart("63.11.01", 2026, "kecamatan.ansit", "puskesmas")
ITEMS = list_items("puskesmas")[:4]
FIRST = ITEMS[0].code


def sheet(**values: int) -> Sheet:
    units = pd.DataFrame({"code": DESA, "name": [f"Desa {code[-2:]}" for code in DESA]})
    rows = [(DESA[0], code, value, 3) for code, value in values.items()]
    cells = pd.DataFrame(rows, columns=["unit_code", "item_code", "value", "version"])
    return make_sheet(PLACE, units, ITEMS, cells.astype({"value": "Int64"}))


def test_forty_pasted_cells_with_one_bad_name_that_one() -> None:
    made = sheet()
    edited = make_frame(made, ITEMS)
    for item in ITEMS:
        edited[item.code] = [str(number) for number in range(10)]
    edited.loc[6, ITEMS[2].code] = "12,5"
    take_frame(made, ITEMS, edited)
    values, faults = parse_cells(made.typed)
    assert [(fault.unit_code, fault.item_code, fault.text) for fault in faults] == [
        (DESA[6], ITEMS[2].code, "12,5")
    ]
    assert len(list_changes(made, values)) == 39


def test_only_the_cells_that_differ_are_changes_on_the_version_seen() -> None:
    made = sheet(**{FIRST: 34})
    edited = make_frame(made, ITEMS)
    assert edited.loc[0, FIRST] == "34"
    edited.loc[1, FIRST] = "0"
    take_frame(made, ITEMS, edited)
    values, _ = parse_cells(made.typed)
    (change,) = list_changes(made, values)
    assert (change.key, change.value, change.base_version) == ((DESA[1], FIRST), 0, 0)
    edited.loc[0, FIRST] = "36"
    take_frame(made, ITEMS, edited)
    changes = list_changes(made, parse_cells(made.typed)[0])
    assert [(c.key, c.base_value, c.base_version) for c in changes] == [
        ((DESA[0], FIRST), 34, 3),
        ((DESA[1], FIRST), None, 0),
    ]


def test_a_number_written_another_way_is_no_change() -> None:
    made = sheet(**{FIRST: 1234})
    for text in ("1.234", " 1234 ", "01234", "1234,0"):
        made.type((DESA[0], FIRST), text)
        assert list_changes(made, parse_cells(made.typed)[0]) == ()


def test_a_cleared_cell_and_a_word_for_nothing_known_are_unknown_and_never_zero() -> None:
    made = sheet(**{FIRST: 34})
    for text in ("", "-", "n/a", None):
        made.type((DESA[0], FIRST), text)
        (change,) = list_changes(made, parse_cells(made.typed)[0])
        assert change.value is None


def test_columns_and_rows_that_are_not_the_sheets_are_not_taken() -> None:
    made = sheet()
    edited = make_frame(made, ITEMS)
    edited[NAME_COLUMN] = "lain"
    edited["S01"] = "999"
    edited.loc[len(edited)] = "7"
    take_frame(made, ITEMS, edited)
    assert made.typed == {}


def test_an_editor_made_anew_starts_with_what_had_been_typed() -> None:
    made = sheet(**{FIRST: 34})
    made.type((DESA[0], FIRST), "36")
    made.make_widgets_anew()
    frame = make_frame(made, ITEMS)
    assert frame.loc[0, FIRST] == "36"
    take_frame(made, ITEMS, frame)
    assert made.typed == {(DESA[0], FIRST): "36"}


def test_filled_counts_known_cells_only() -> None:
    assert count_filled(sheet(**{FIRST: 0})) == (1, 40)
    assert count_filled(sheet()) == (0, 40)


def test_a_settled_conflict_is_saved_on_theirs_or_left() -> None:
    made = sheet(**{FIRST: 34})
    made.type((DESA[0], FIRST), "36")
    made.type((DESA[1], FIRST), "7")
    cells = list_changes(made, parse_cells(made.typed)[0])
    theirs = CellConflict(cells[0], 35, 4, "budi", None)
    mine = settle(cells, [theirs], {cells[0].key: True})
    assert [(c.value, c.base_value, c.base_version) for c in mine] == [(36, 35, 4), (7, None, 0)]
    kept = settle(cells, [theirs], {cells[0].key: False})
    assert [c.value for c in kept] == [7]
    same = CellConflict(cells[0], 36, 4, "budi", None)
    assert settle(cells[:1], [same], {cells[0].key: True}) == ()


def test_every_item_of_the_guideline_and_the_added_live_births_have_one_party() -> None:
    counts = {party: len(list_items(party)) for party in ("setcam", "puskesmas", "plkb")}
    assert sum(counts.values()) == 16 + 1 + 31 + 13
    assert counts == {"setcam": 10, "puskesmas": 47, "plkb": 4}


def test_items_carry_their_unit_where_the_guideline_gives_one() -> None:
    def unit(code: str) -> str:
        item = find_item(code)
        assert item is not None
        return item.unit

    assert [unit(code) for code in ("S04", "I02", "I11", "D10")] == [
        "orang",
        "orang",
        "anak",
        "lembaga",
    ]
    assert [unit(code) for code in ("I06", "I28", "I31")] == ["", "", ""]
    assert find_item("X99") is None


def test_three_stages_of_a_kecamatan_hold_figures() -> None:
    names = [stage.code for stage in list_entry_stages()]
    assert names == ["kecamatan.ansit", "kecamatan.semester-1", "kecamatan.semester-2"]
    found = find_entry_stage("2026-S2")
    assert found is not None
    assert (found[0].code, found[1]) == ("kecamatan.semester-2", 2026)
    assert find_entry_stage("2025-08") is None
