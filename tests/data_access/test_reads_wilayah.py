import pytest
from sqlalchemy import Engine

from data_access.reads.wilayah import (
    read_children,
    read_default_region,
    read_path,
    read_region,
    read_regions,
    read_top_regions,
)
from data_access.writes.wilayah import RegionSet, save_regions
from tests.corpus.places import list_regions, make_info, make_place

# 62.10 and 62.1 would be one number; 6210 of BPS is another kabupaten.
NAMES = {
    "62": "Kalimantan Tengah",
    "62.10": "Gunung Mas",
    "62.11": "Pulang Pisau",
    "62.10.01": 'Soka"an',
    "62.10.01.2001": "O'o",
    "62.10.01.1002": "Anu",
    "62.11.01": "Lain",
    "62.11.01.2001": "Anu",
}


@pytest.fixture
def known(engine: Engine) -> Engine:
    save_regions(engine, RegionSet(list_regions(NAMES)), make_info("daftar"))
    return engine


def test_a_region_is_found_by_its_code_only(known: Engine) -> None:
    region = read_region(known, "62.10.01.2001")
    assert region is not None
    assert (region.name, region.level, region.kind) == ("O'o", "desa", "desa")
    assert [read_region(known, code) for code in ("62.1", "6210", "62.10.", "")] == [None] * 4


def test_the_nation_is_known_though_it_has_no_row(engine: Engine) -> None:
    nation = read_region(engine, "ID")
    assert nation is not None
    assert nation.level == "nasional"


def test_the_path_runs_from_the_top_to_the_region(known: Engine) -> None:
    path = [region.code for region in read_path(known, "62.10.01.2001")]
    assert path == ["62", "62.10", "62.10.01", "62.10.01.2001"]
    assert [region.code for region in read_path(known, "62.10")] == ["62", "62.10"]


def test_regions_of_a_kabupaten_leave_its_neighbour_out(known: Engine) -> None:
    assert list(read_regions(known, "62.10", "desa")["code"]) == ["62.10.01.1002", "62.10.01.2001"]
    assert len(read_regions(known, "62.10")) == 4
    assert len(read_regions(known, "62")) == len(read_regions(known, "ID")) == len(NAMES)
    assert read_regions(known, "62.1").empty


def test_regions_tell_whether_they_have_a_boundary(known: Engine) -> None:
    save_regions(known, make_place(["62.10.01.2001"]), make_info("batas"))
    desa = read_regions(known, "62", "desa").set_index("code")["has_boundary"]
    assert desa.to_dict() == {
        "62.10.01.1002": False,
        "62.10.01.2001": True,
        "62.11.01.2001": False,
    }
    assert desa.dtype == bool


def test_an_empty_place_gives_an_empty_table_with_its_columns(engine: Engine) -> None:
    regions = read_regions(engine, "ID", "desa")
    assert regions.empty
    assert {"code", "name", "has_boundary", "valid_until"} <= set(regions.columns)


def test_children_come_by_name_and_puskesmas_are_not_among_them(known: Engine) -> None:
    puskesmas = list_regions({"62.10.01.P01": "Aaa"})
    save_regions(known, RegionSet(puskesmas), make_info("puskesmas"))
    children = read_children(known, "62.10.01")
    assert list(children["name"]) == ["Anu", "O'o"]


def test_the_choice_of_region_begins_where_no_parent_is_known(engine: Engine) -> None:
    orphan = {code: name for code, name in NAMES.items() if code.startswith("62.10")}
    save_regions(engine, RegionSet(list_regions(orphan)), make_info("a"))
    assert list(read_top_regions(engine)["code"]) == ["62.10"]


def test_a_visitor_starts_in_the_only_kabupaten_province_or_the_nation(engine: Engine) -> None:
    assert read_default_region(engine) is None
    steps = [("62.10.01.2001", "62.10"), ("62.11.01.2001", "62"), ("63.11.01.2001", "ID")]
    for number, (desa, expected) in enumerate(steps):
        save_regions(engine, make_place([desa], 115 + number), make_info(desa))
        assert read_default_region(engine) == expected
