"""Snapshots of a budget: only what a file holds is replaced, tags stay, locks hold, carry-over."""

from collections.abc import Sequence

import pandas as pd
import pytest
from sqlalchemy import Engine, func, insert, select, update

from data_access.database import open_read, open_write
from data_access.importers.sipd_lines import BudgetLine
from data_access.reads.anggaran import (
    Snapshot,
    read_activities,
    read_lines,
    read_skpd,
    read_snapshots,
    read_tags,
)
from data_access.reads.batches import read_batches, read_versions
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.schema import Belanja, Penandaan, Riwayat, Subkegiatan
from data_access.writes.anggaran import SnapshotSet, plan_snapshot
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts, note_entry
from data_access.writes.wilayah import save_regions
from tests.corpus.budget import (
    DISTRICT,
    HEALTH,
    JUAI,
    KABUPATEN,
    PAIRING,
    WORKS,
    line,
    store,
)
from tests.corpus.places import make_info, make_place

LINES = (
    line("PMT ibu hamil", 40_000_000),
    line("Rapat koordinasi", 5_000_000, code="1.02.02.2.02.0002"),
    line("Pipa air minum", 90_000_000, WORKS, code="1.03.03.2.01.0001"),
    line("Kelas ibu", 3_000_000, DISTRICT, code="7.01.02.2.01.0001"),
)


@pytest.fixture
def place(engine: Engine) -> Engine:
    save_regions(engine, make_place([f"{JUAI}.2001"]), make_info("wilayah"))
    return engine


def snapshot(engine: Engine, kind: str = "murni") -> Snapshot:
    return next(each for each in read_snapshots(engine, KABUPATEN) if each.kind == kind)


def rows(engine: Engine, kind: str = "murni") -> pd.DataFrame:
    return read_lines(engine, snapshot(engine, kind)).set_index("description")


def tag(engine: Engine, description: str, *amounts: int, kind: str = "murni") -> None:
    """Tag a line as the work page would: its state, its version, its shares."""
    found = rows(engine, kind).loc[description]
    with open_write(engine, "penanda") as connection:
        connection.execute(
            update(Belanja)
            .where(Belanja.id == int(found["line_id"]))
            .values(status="bertanda" if amounts else "bukan", version=int(found["version"]) + 1)
        )
        for amount in amounts:
            connection.execute(
                insert(Penandaan).values(
                    wilayah_code=KABUPATEN,
                    belanja_id=int(found["line_id"]),
                    item_code="I01",
                    target_group="ibu hamil",
                    place_code=f"{JUAI}.2001",
                    kind="sasaran",
                    amount_idr=amount,
                    basis="rupiah",
                    basis_value=float(amount),
                    is_divided=False,
                )
            )


def submit(engine: Engine, part: str, code: str = KABUPATEN, kind: str = "murni") -> None:
    level = "kecamatan" if code == JUAI else "kabupaten"
    short = {"murni": "berjalan", "perubahan": "perubahan"}[kind]
    stage = f"{level}.penandaan-{short}"
    with open_write(engine, "penanda") as connection:
        note_entry(
            connection, wilayah_code=code, year=2026, stage=stage, part=part, actor="penanda"
        )
    moves = [StageMove("ajukan", code, 2026, stage, part, "draf", 1)]
    assert move_parts(engine, "penanda", moves).moved


def everything(engine: Engine) -> tuple[object, ...]:
    with open_read(engine) as connection:
        history = connection.scalar(select(func.count()).select_from(Riwayat))
    return history, read_versions(engine), len(read_batches(engine))


def test_a_file_is_stored_with_its_agencies_and_totals(place: Engine) -> None:
    outcome = store(place, LINES, "a")
    assert (outcome.new, outcome.unchanged, outcome.row_count) == (4, False, 4)
    activities = read_activities(place, snapshot(place))
    assert activities["total_idr"].sum() == 138_000_000
    owners = dict(zip(activities["skpd_name"], activities["owner_code"], strict=True))
    assert owners == {HEALTH: KABUPATEN, WORKS: KABUPATEN, DISTRICT: JUAI}
    assert set(rows(place)["status"]) == {"belum"}
    assert snapshot(place).nomenclature == "900.1-861/2026"
    assert read_versions(place)["anggaran"] == 1
    assert read_batches(place)["imported_by"].iloc[0] == "ani"


def test_the_same_file_again_changes_nothing_at_all(place: Engine) -> None:
    first = store(place, LINES, "a")
    before = everything(place)
    again = store(place, LINES, "a")
    assert (again.unchanged, again.batch_id) == (True, first.batch_id)
    assert everything(place) == before


def test_a_file_replaces_only_the_agencies_that_it_holds(place: Engine) -> None:
    store(place, LINES, "a")
    outcome = store(place, [line("PMT ibu hamil", 40_000_000)], "b")
    assert (outcome.same, outcome.gone, outcome.new) == (1, 1, 0)
    assert sorted(rows(place).index) == ["Kelas ibu", "PMT ibu hamil", "Pipa air minum"]
    assert "1.02.02.2.02.0002" not in set(rows(place)["subkegiatan_code"])
    with open_read(place) as connection:
        codes = set(connection.scalars(select(Subkegiatan.code)))
    assert "1.02.02.2.02.0002" not in codes


def test_an_earlier_file_that_comes_again_is_not_taken_for_what_stands(place: Engine) -> None:
    store(place, LINES, "a")
    store(place, [*LINES, line("Tambahan", 7_000_000)], "b")
    outcome = store(place, LINES, "a")
    assert (outcome.unchanged, outcome.gone) == (False, 1)
    assert "Tambahan" not in rows(place).index


def test_numbers_and_tags_of_lines_that_stay_survive_another_file(place: Engine) -> None:
    store(place, LINES, "a")
    tag(place, "PMT ibu hamil", 30_000_000, 10_000_000)
    tag(place, "Rapat koordinasi")
    before = rows(place)
    store(place, [*LINES, line("Timbangan", 8_000_000)], "b")
    after = rows(place).loc[before.index]
    for column in ("line_id", "status", "version", "line_key"):
        assert list(after[column]) == list(before[column]), column
    assert sorted(read_tags(place, snapshot(place))["amount_idr"]) == [10_000_000, 30_000_000]


def test_a_line_with_another_price_is_to_be_looked_at_again(place: Engine) -> None:
    store(place, LINES, "a")
    tag(place, "PMT ibu hamil", 40_000_000)
    number = rows(place).loc["PMT ibu hamil", "line_id"]
    changed = [line("PMT ibu hamil", 36_000_000), *LINES[1:]]
    outcome = store(place, changed, "b")
    assert (outcome.changed, outcome.lost_tags, outcome.same) == (1, 1, 3)
    row = rows(place).loc["PMT ibu hamil"]
    assert (row["line_id"], row["total_idr"], row["status"]) == (number, 36_000_000, "belum")
    assert read_tags(place, snapshot(place)).empty
    gone = read_history(place, HistoryFilter(table="penandaan"))
    assert [(each.action, each.actor) for each in gone] == [("hapus", "ani"), ("tambah", "penanda")]


def test_new_words_and_realisation_touch_no_tag_and_need_no_open_stage(place: Engine) -> None:
    store(place, LINES, "a")
    tag(place, "PMT ibu hamil", 40_000_000)
    submit(place, "dinkes")
    told = line("PMT ibu hamil", 40_000_000, realisation_idr=12_500_000, account_name=None)
    outcome = store(place, [told, *LINES[1:]], "b")
    assert (outcome.refreshed, outcome.changed, outcome.lost_tags) == (1, 0, 0)
    row = rows(place).loc["PMT ibu hamil"]
    assert (row["realisation_idr"], row["status"]) == (12_500_000, "bertanda")
    assert row["account_name"] == "Belanja Makanan dan Minuman Rapat"
    assert len(read_tags(place, snapshot(place))) == 1


def test_equal_lines_are_told_apart_by_their_order(place: Engine) -> None:
    twice = [line("Honor kader", 600_000), line("Honor kader", 600_000)]
    assert store(place, twice, "a").new == 2
    assert store(place, twice[:1], "b").gone == 1
    assert len(rows(place)) == 1


def test_only_a_change_of_lines_is_refused_where_tags_are_handed_in(place: Engine) -> None:
    store(place, LINES, "a")
    submit(place, "dinkes")
    before = everything(place)
    with pytest.raises(StageLockedError) as caught:
        store(place, [line("Baru", 1_000_000), *LINES], "b")
    assert (caught.value.part, caught.value.state) == ("dinkes", "diajukan")
    assert everything(place) == before
    other = [*LINES, line("Jamban", 2_000_000, WORKS, code="1.03.03.2.01.0001")]
    assert store(place, other, "c").new == 1


def test_a_kecamatan_that_handed_in_holds_its_own_lines_only(place: Engine) -> None:
    store(place, LINES, "a")
    submit(place, "setcam", JUAI)
    with pytest.raises(StageLockedError) as caught:
        store(place, (*LINES[:3], line("Kelas ayah", 1, DISTRICT)), "b")
    assert (caught.value.wilayah_code, caught.value.part) == (JUAI, "setcam")


def change_budget(*more: BudgetLine) -> Sequence[BudgetLine]:
    return [LINES[0], line("Rapat koordinasi", 2_000_000, code="1.02.02.2.02.0002"), *more]


def test_only_equal_lines_take_their_tags_over_from_the_budget_before(place: Engine) -> None:
    store(place, LINES, "a")
    tag(place, "PMT ibu hamil", 30_000_000, 10_000_000)
    tag(place, "Rapat koordinasi", 5_000_000)
    tag(place, "Pipa air minum")
    outcome = store(place, change_budget(*LINES[2:]), "p", kind="perubahan")
    assert (outcome.carried_lines, outcome.carried_tags) == (2, 2)
    states = rows(place, "perubahan")["status"]
    assert states["PMT ibu hamil"] == "bertanda"
    assert states["Pipa air minum"] == "bukan"
    assert states["Rapat koordinasi"] == states["Kelas ibu"] == "belum"
    before, after = (read_tags(place, snapshot(place, kind)) for kind in ("murni", "perubahan"))
    assert sorted(after["amount_idr"]) == [10_000_000, 30_000_000]
    assert set(after["carried_from_id"]) <= set(before["tag_id"])
    assert len(before) == 3


def test_a_sub_kegiatan_keeps_the_mark_that_an_operator_gave_it(place: Engine) -> None:
    store(place, LINES, "a")
    with open_write(place, "penanda") as connection:
        marked = update(Subkegiatan).where(Subkegiatan.code == "1.02.02.2.02.0002")
        connection.execute(marked.values(is_marked=False))
    store(place, change_budget(), "p", kind="perubahan")
    activities = read_activities(place, snapshot(place, "perubahan"))
    marks = dict(zip(activities["subkegiatan_code"], activities["is_marked"], strict=True))
    assert marks == {"1.02.02.2.02.0001": None, "1.02.02.2.02.0002": False}


def test_tags_made_after_the_change_was_stored_come_with_the_same_file_again(
    place: Engine,
) -> None:
    store(place, LINES, "a")
    store(place, change_budget(*LINES[2:]), "p", kind="perubahan")
    tag(place, "PMT ibu hamil", 40_000_000)
    tag(place, "Pipa air minum")
    tag(place, "Pipa air minum", 90_000_000, kind="perubahan")
    outcome = store(place, change_budget(*LINES[2:]), "p", kind="perubahan")
    assert (outcome.unchanged, outcome.carried_lines, outcome.carried_tags) == (True, 1, 1)
    states = rows(place, "perubahan")["status"]
    assert states["Pipa air minum"] == "bertanda"  # what a person said stays
    assert states["PMT ibu hamil"] == "bertanda"


def test_nothing_is_carried_into_tags_that_are_handed_in(place: Engine) -> None:
    store(place, LINES, "a")
    store(place, LINES, "p", kind="perubahan")
    tag(place, "PMT ibu hamil", 40_000_000)
    submit(place, "dinkes", kind="perubahan")
    assert store(place, LINES, "p", kind="perubahan").carried_lines == 0
    assert set(rows(place, "perubahan")["status"]) == {"belum"}


def test_the_check_tells_what_would_go_and_writes_nothing(place: Engine) -> None:
    store(place, LINES, "a")
    tag(place, "Rapat koordinasi", 4_000_000, 1_000_000)
    before = everything(place)
    data = SnapshotSet(KABUPATEN, 2026, "murni", None, LINES[:1], PAIRING)
    plan, tags = plan_snapshot(place, data)
    assert everything(place) == before
    (health,) = plan.agencies
    assert (len(health.same), len(health.gone), sum(tags.values())) == (1, 1, 2)


def test_what_a_person_paired_counts_more_than_what_a_file_suggests(place: Engine) -> None:
    store(place, LINES[:1], "a", pairing={HEALTH: None})
    assert read_skpd(place, KABUPATEN)["owner_code"].isna().all()
    store(place, LINES[:2], "b")
    row = read_skpd(place, KABUPATEN).iloc[0]
    assert (row["owner_code"], row["agency"], row["version"]) == (KABUPATEN, "dinkes", 2)
    store(place, LINES[:1], "c", pairing={HEALTH: (KABUPATEN, "rsud")})
    assert read_skpd(place, KABUPATEN)["agency"].tolist() == ["dinkes"]
