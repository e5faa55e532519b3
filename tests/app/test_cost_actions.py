"""Who sets unit costs, what is refused, and the need that follows: never 0 for what is missing."""

from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine, insert

from app.access import Account, Grant, NotAllowedError
from app.actions.biaya import (
    COST,
    SOURCE,
    CostChange,
    UnitCost,
    list_own_items,
    parse_costs,
    store_costs,
)
from app.actions.databases import create_database
from app.budget_figures import Ground
from app.components.costs_view import write_note
from app.cost_figures import list_rows, pick_in_force, tabulate_needs
from app.cost_sheet import Line, list_changes, make_frame, make_sheet, take_frame
from app.text import biaya as text
from data_access.database import make_engine, open_write
from data_access.reads.anggaran import read_unit_costs
from data_access.schema import PenanggungJawab
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

KABUPATEN, KECAMATAN = "63.11", "63.11.01"
DESA = [f"{KECAMATAN}.200{n}" for n in (1, 2, 3)]
SSH = UnitCost(125_000, "SSH 2026")
NEW = CostChange("I01", 2026, SSH, None, 0)


def person(role: str, code: str = KABUPATEN, agency: str = "") -> Account:
    return Account(1, f"{role}.{agency}", "Ani", grants=(Grant(role, code, agency),))


BAPPEDA, DINKES = person("bappeda"), person("operator", agency="dinkes")


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{(tmp_path / 'biaya.db').as_posix()}")
    create_database(engine, kind="nyata")
    save_regions(engine, make_place(DESA), make_info("wilayah"))
    with open_write(engine, "uji") as connection:
        row = {"wilayah_code": KABUPATEN, "item_code": "I01", "agency": "dinkes", "version": 1}
        connection.execute(insert(PenanggungJawab).values(**row))
    return engine


def test_bappeda_sets_all_and_an_agency_what_it_answers_for(place: Engine) -> None:
    assert len(list_own_items(BAPPEDA, KABUPATEN, {})) == 31
    assert list_own_items(DINKES, KABUPATEN, {"I01": "dinkes", "I02": "dpu"}) == ("I01",)
    assert list_own_items(person("operator", KECAMATAN, "setcam"), KECAMATAN, {}) == ()
    assert store_costs(place, DINKES, KABUPATEN, [NEW], "t").saved == 1
    assert store_costs(place, BAPPEDA, KABUPATEN, [CostChange("I02", 2026, SSH, None, 0)], "t")
    assert len(read_unit_costs(place, KABUPATEN)) == 2


@pytest.mark.parametrize(
    "who",
    [
        None,
        person("pimpinan"),
        person("bappeda", "63.12"),
        person("verifikator", agency="dinkes"),
        person("operator", agency="dpu"),
        person("operator", KECAMATAN, "setcam"),
    ],
)
def test_nobody_else_sets_one(place: Engine, who: Account | None) -> None:
    with pytest.raises(NotAllowedError):
        store_costs(place, who, KABUPATEN, [NEW], "t")
    with pytest.raises(NotAllowedError):
        store_costs(place, BAPPEDA, KECAMATAN, [NEW], "t")


@pytest.mark.parametrize(
    "change",
    [
        CostChange("I02", 2026, SSH, None, 0),
        CostChange("I01", 2019, SSH, None, 0),
        CostChange("I01", 2026, UnitCost(0, "x"), None, 0),
        CostChange("I01", 2026, UnitCost(5, " "), None, 0),
    ],
)
def test_forged_cells_are_refused(place: Engine, change: CostChange) -> None:
    with pytest.raises(ValueError, match="unit cost"):
        store_costs(place, DINKES, KABUPATEN, [change], "t")


def test_a_cost_needs_its_source_and_is_never_zero() -> None:
    rows = {
        "I01": ("125.000", "SSH 2026", ""),
        "I02": ("", "", ""),
        "I03": ("125.000", " ", "sumber_kosong"),
        "I04": ("", "SSH", "biaya_kosong"),
        "I05": ("0", "SSH", "biaya_nol"),
        "I06": ("12,5", "SSH", "uang_pecahan"),
        "I07": ("1", "<b>", "sumber_tanda"),
    }
    texts = {}
    for item, (cost, source, _) in rows.items():
        texts[item, 2026, COST], texts[item, 2026, SOURCE] = cost, source
    values, faults = parse_costs(texts)
    assert values == {("I01", 2026): SSH, ("I02", 2026): None}
    assert {each.key[0]: each.code for each in faults} == {
        item: code for item, (_, _, code) in rows.items() if code
    }


def test_the_sheet_knows_a_change_from_the_same_written_otherwise() -> None:
    stored = pd.DataFrame(
        {"item_code": ["I01"], "year": [2026], "cost_idr": [125_000], "source": ["SSH"]}
    ).assign(version=3)
    lines = tuple(Line(code, code, code, "", "") for code in ("I01", "I02"))
    sheet = make_sheet(KABUPATEN, 2026, lines, stored)
    frame = make_frame(sheet)
    assert list(frame[text.COST]) == ["125.000", ""]
    frame[text.COST] = ["125000", "9.000"]
    frame[text.SOURCE] = ["SSH", "SSH 2026"]
    take_frame(sheet, frame)
    values, faults = parse_costs(sheet.typed_rows())
    assert faults == ()
    assert list_changes(sheet, values) == (
        CostChange("I02", 2026, UnitCost(9_000, "SSH 2026"), None, 0),
    )
    frame[text.COST], frame[text.SOURCE] = ["", ""], ["", ""]
    take_frame(sheet, frame)
    values, _ = parse_costs(sheet.typed_rows())
    assert list_changes(sheet, values) == (
        CostChange("I01", 2026, None, UnitCost(125_000, "SSH"), 3),
    )


def ground(reach: list[tuple[str, str, int | None]], *costs: tuple[str, int, int]) -> Ground:
    frame = pd.DataFrame(reach, columns=["region_code", "item_code", "perlu_dijangkau"])
    known = pd.DataFrame(costs, columns=["item_code", "year", "cost_idr"]).assign(source="SSH")
    return Ground(
        KABUPATEN,
        pd.DataFrame(columns=["code", "name", "level", "parent_code"]),
        frame.astype({"perlu_dijangkau": "Int64"}),
        known,
        pd.DataFrame(),
    )


def test_the_need_is_people_times_the_newest_cost_up_to_the_year() -> None:
    people = [(DESA[0], "I01", 4), (DESA[1], "I01", 6), (DESA[2], "I01", None)]
    known = ground(people, ("I01", 2024, 10), ("I01", 2026, 12), ("I01", 2027, 99))
    row = tabulate_needs(known, KABUPATEN, 2026).set_index("item_code").loc["I01"]
    assert (row["cost_year"], row["reach"], row["need_idr"], row["desa_unknown"]) == (
        2026,
        10,
        120,
        1,
    )
    assert write_note(row.to_dict()) == "1 desa belum diketahui"
    assert pick_in_force(known.unit_costs, 2025)["I01"].cost_idr == 10
    one = tabulate_needs(known, DESA[1], 2026).set_index("item_code").loc["I01"]
    assert one["need_idr"] == 72


def test_without_a_cost_the_need_is_missing_and_says_so() -> None:
    table = tabulate_needs(ground([(DESA[0], "I01", 4), (DESA[1], "I01", 0)]), KABUPATEN, 2026)
    row = table.set_index("item_code").loc["I01"]
    assert row["reach"] == 4
    assert pd.isna(row["need_idr"])
    assert write_note(row.to_dict()) == text.MISSING
    unknown = table.set_index("item_code").loc["I02"]
    assert pd.isna(unknown["reach"])
    assert text.NO_PEOPLE in write_note(unknown.to_dict())


def test_two_services_with_one_count_of_people_have_one_cost() -> None:
    rows = list_rows()
    assert len(rows) == 30
    assert rows["I14"][0] == "BAD-9 + BAL-4"
    assert "I19" not in rows
