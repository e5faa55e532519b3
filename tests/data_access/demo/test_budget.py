from collections import Counter

import pandas as pd
import pytest
from sqlalchemy import Engine, func, select

from data_access import reference
from data_access.database import open_read
from data_access.demo.budget import DemoBudget, DemoLine, DemoSnapshot, make_budget
from data_access.demo.budget_plan import read_demo_table, read_plan
from data_access.demo.names import name_parents
from data_access.demo.people import AGENCIES, KABUPATEN
from data_access.demo.shapes import draw_desa
from data_access.demo.year import make_year
from data_access.reads.anggaran import (
    read_activities,
    read_lines,
    read_skpd,
    read_snapshots,
    read_tags,
    read_unit_costs,
)
from data_access.schema import ProgramMitra, SubkegiatanTematik
from data_access.writes.anggaran_keys import make_line_keys
from data_access.writes.demo_budget import save_demo_budget
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

Made = tuple[pd.DataFrame, DemoBudget]


def make(desa: int, seed: int = 1) -> Made:
    regions = draw_desa(desa, seed=1, detail=10)
    parents = name_parents(regions["code"], 1)
    kecamatan = sorted(parents.loc[parents["level"] == "kecamatan", "code"])
    return regions, make_budget(regions, parents, make_year(kecamatan), seed)


@pytest.fixture(scope="module")
def made() -> Made:
    return make(150)


@pytest.fixture(scope="module")
def small() -> Made:
    return make(30)


def find(budget: DemoBudget, kind: str) -> DemoSnapshot:
    return next(each for each in budget.snapshots if each.kind == kind)


def key_lines(snapshot: DemoSnapshot) -> dict[str, DemoLine]:
    keys = make_line_keys([each.line for each in snapshot.lines])
    return dict(zip(keys, snapshot.lines, strict=True))


def thematic_codes() -> set[str]:
    return set(read_demo_table("tematik")["code"])


def test_same_seed_makes_the_same_budget(small: Made) -> None:
    assert make(30)[1] == small[1]
    assert make(30, seed=2)[1] != small[1]


def test_it_has_some_forty_sub_kegiatan_and_1200_lines_in_three_snapshots(made: Made) -> None:
    budget = made[1]
    kinds = [(each.kind, each.year) for each in budget.snapshots]
    assert kinds == [("murni", 2026), ("perubahan", 2026), ("rencana", 2027)]
    lines = [each.line for each in find(budget, "murni").lines]
    assert 35 <= len({(line.skpd_name, line.subkegiatan_code) for line in lines}) <= 45
    assert 1150 <= sum(len(each.lines) for each in budget.snapshots) <= 1250


def test_every_line_is_its_volume_times_its_price(made: Made) -> None:
    for snapshot in made[1].snapshots:
        for each in snapshot.lines:
            line = each.line
            assert line.total_idr == (line.volume or 0) * (line.unit_price_idr or 0) > 0


def test_every_agency_is_one_that_the_region_has_but_one_is_nobodys(made: Made) -> None:
    regions, budget = made
    kecamatan = {(code, "setcam") for code in regions["code"].str[:8]}
    known = {(KABUPATEN, agency) for agency in AGENCIES} | kecamatan
    pairs = [(each.owner_code, each.agency) for each in budget.skpd]
    assert {pair for pair in pairs if pair[0]} == known
    assert pairs.count((None, None)) == 1


def test_shares_never_exceed_their_line_and_name_what_exists(made: Made) -> None:
    regions, budget = made
    items = reference.read_table("indikator").set_index("kode")["kelompok_sasaran"]
    places = {code[:length] for code in regions["code"] for length in (5, 8, 13)}
    for snapshot in budget.snapshots:
        for each in snapshot.lines:
            assert sum(tag.amount_idr for tag in each.tags) <= each.line.total_idr
            assert bool(each.tags) == (each.status == "bertanda")
            for tag in each.tags:
                assert tag.place_code is None or tag.place_code in places
                assert tag.target_group == (items[tag.item_code] if tag.item_code else None)


def test_a_kecamatan_tags_only_places_of_its_own(made: Made) -> None:
    owners = {each.name: each.owner_code for each in made[1].skpd if each.agency == "setcam"}
    own = [each for each in find(made[1], "murni").lines if each.line.skpd_name in owners]
    for each in own:
        for tag in each.tags:
            owner = str(owners[each.line.skpd_name])
            assert (tag.place_code or owner).startswith(owner)


@pytest.mark.parametrize("kind", ["murni", "rencana"])
def test_what_was_approved_has_no_suggested_line_left_open(made: Made, kind: str) -> None:
    suggested = thematic_codes() | {code for code, mark in made[1].marks.items() if mark}
    open_codes = {
        each.line.subkegiatan_code for each in find(made[1], kind).lines if each.status == "belum"
    }
    assert open_codes
    assert not open_codes & suggested


def test_a_change_leaves_most_lines_alone(made: Made) -> None:
    before, after = (key_lines(find(made[1], kind)) for kind in ("murni", "perubahan"))
    both = before.keys() & after.keys()
    changed = [key for key in both if before[key].line.total_idr != after[key].line.total_idr]
    assert 0.05 < len(changed) / len(before) < 0.16
    assert 0 < len(before.keys() - both) < 25
    assert 0 < len(after.keys() - both) < 25


def test_what_the_change_altered_is_open_only_where_it_is_still_being_tagged(made: Made) -> None:
    lines = find(made[1], "perubahan").lines
    by_agency = Counter((each.line.skpd_name, each.status != "belum") for each in lines)
    assert not by_agency["Dinas Kesehatan", True]
    assert by_agency["Dinas Pengendalian Penduduk dan KB", True]


def test_tagging_has_the_faults_of_real_tagging(made: Made) -> None:
    regions, budget = made
    lines = find(budget, "murni").lines
    tags = [(each, tag) for each in lines for tag in each.tags]
    serving = [(each, tag) for each, tag in tags if tag.kind in ("sasaran", "layanan")]
    assert any(tag.place_code is None for _, tag in serving)
    assert any(tag.item_code is None for _, tag in serving)
    assert any(each.line.account_code == "5.1.02.01.01.0052" for each, _ in serving)
    assert {tag.kind for _, tag in tags} == {"sasaran", "layanan", "bimbingan", "administrasi"}
    assert {tag.basis for _, tag in tags} == {"seluruhnya", "persen", "volume", "rupiah"}
    twins = Counter((each.line.description, each.line.total_idr) for each in lines if each.tags)
    assert max(twins.values()) > 1
    named = {tag.place_code for _, tag in tags}
    assert 0.15 < (~regions["code"].isin(named)).mean() < 0.5


def test_one_line_is_spent_beyond_its_budget_and_some_do_not_tell(made: Made) -> None:
    lines = [each.line for each in find(made[1], "perubahan").lines]
    assert sum((line.realisation_idr or 0) > line.total_idr for line in lines) == 1
    assert 5 < sum(line.realisation_idr is None for line in lines) < 60
    assert all(each.line.realisation_idr is None for each in find(made[1], "rencana").lines)


def test_a_kelurahan_has_no_village_budget(made: Made) -> None:
    regions, budget = made
    kinds = regions.set_index("code")["kind"]
    village = [each for each in budget.programmes if each.source == "apbdes"]
    assert {kinds[each.wilayah_code] for each in village} == {"desa"}
    assert 50 <= len(budget.programmes) <= 65
    assert {each.review for each in budget.programmes} == {"menunggu", "disetujui", "dikembalikan"}
    assert all(
        bool(each.review_note) == (each.review == "dikembalikan") for each in budget.programmes
    )
    assert all((each.realisation_june_idr or 0) <= each.amount_idr for each in budget.programmes)


def test_unit_costs_are_missing_for_some_services_and_say_that_they_are_invented() -> None:
    costs = read_demo_table("biaya")
    assert costs["item_code"].nunique() == 20
    assert costs["source"].str.contains("rekaan").all()


def test_habits_and_marks_agree_with_the_thematic_list() -> None:
    thematic = thematic_codes()
    assert len(thematic) == 23
    for activity in read_plan():
        if activity.habit in ("lepas", "ditolak"):
            assert activity.is_marked is not True
            assert activity.habit == "ditolak" or activity.code not in thematic
        else:
            assert activity.is_marked or activity.code in thematic


def test_stored_it_reads_back_and_unchanged_lines_carry_their_tags(
    engine: Engine, small: Made
) -> None:
    regions, budget = small
    save_regions(engine, make_place(list(regions["code"])), make_info("wilayah"))
    infos = [make_info(each.kind, "anggaran") for each in budget.snapshots]
    save_demo_budget(engine, budget, make_info("daftar", "tematik"), infos)
    stored = {each.kind: each for each in read_snapshots(engine, KABUPATEN)}
    for snapshot in budget.snapshots:
        lines = read_lines(engine, stored[snapshot.kind])
        assert lines["total_idr"].sum() == sum(each.line.total_idr for each in snapshot.lines)
        tags = read_tags(engine, stored[snapshot.kind])
        assert set(tags["line_id"]) == set(lines.loc[lines["status"] == "bertanda", "line_id"])
        shares = tags.groupby("line_id")["amount_idr"].sum()
        assert (shares <= lines.set_index("line_id")["total_idr"].reindex(shares.index)).all()
    murni, perubahan = (read_tags(engine, stored[kind]) for kind in ("murni", "perubahan"))
    carried = perubahan["carried_from_id"].dropna()
    assert len(carried) > 0.7 * len(perubahan)
    assert set(carried) <= set(murni["tag_id"])
    activities = read_activities(engine, stored["perubahan"])
    assert activities["is_thematic"].sum() > 10
    assert activities.loc[~activities["is_thematic"], "is_marked"].eq(True).sum() > 5
    open_lines = activities.set_index("skpd_name")["open_count"].groupby("skpd_name").sum()
    assert open_lines["Dinas Kesehatan"] > 0
    assert read_skpd(engine, KABUPATEN)["owner_code"].isna().sum() == 1
    assert read_unit_costs(engine, KABUPATEN)["item_code"].nunique() == 20
    with open_read(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(SubkegiatanTematik)) == 23
        number = connection.scalar(select(func.count()).select_from(ProgramMitra))
    assert number == len(budget.programmes)
