"""Tags: all lines of a save or none, versions, shares within the line, locks, history."""

import time
from dataclasses import replace

import pytest
from sqlalchemy import Engine, update

from data_access.database import open_write
from data_access.reads.anggaran import Snapshot, read_activities, read_lines, read_tags
from data_access.reads.batches import read_versions
from data_access.reads.penandaan import has_tags, read_tagged_sums, read_tags_of_activities
from data_access.reads.penandaan_sebelumnya import (
    find_earlier,
    read_earlier_lines,
    read_earlier_tags,
)
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_parts
from data_access.schema import Belanja
from data_access.writes.once import KeyReusedError
from data_access.writes.penandaan import LineTags, TagDraft, mark_activities, save_tags
from data_access.writes.tag_drafts import TagOutcome, TagsRefusedError
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.budget_rows import (
    DESA,
    GIZI,
    KABUPATEN,
    KECAMATAN,
    ROWS,
    Row,
    add_budget,
    add_places,
    add_skpd,
    add_snapshot,
)

PMT, RAPAT, SEMBAKO = "PMT ibu hamil KEK", "Makan minum rapat", "Sembako keluarga"
STAGE = "kabupaten.penandaan-berjalan"
Budget = tuple[Engine, Snapshot, dict[str, int]]


@pytest.fixture
def budget(engine: Engine) -> Budget:
    return (engine, *add_budget(engine))


def tag(amount: int, item: str | None = "I01", place: str | None = DESA[0]) -> TagDraft:
    return TagDraft(item, None, place, "sasaran", amount)


def tagged(line_id: int, *tags: TagDraft, version: int = 1) -> LineTags:
    return LineTags(line_id, version, "bertanda" if tags else "bukan", tags)


def save(budget: Budget, *lines: LineTags, key: str = "k1", actor: str = "ani") -> TagOutcome:
    engine, snapshot, _ = budget
    return save_tags(engine, actor, key, KABUPATEN, snapshot, lines)


def stored(budget: Budget) -> dict[str, tuple[str, int]]:
    rows = read_lines(budget[0], budget[1])
    return dict(
        zip(rows["description"], zip(rows["status"], rows["version"], strict=True), strict=True)
    )


def amounts(budget: Budget) -> list[tuple[str | None, int]]:
    rows = read_tags(budget[0], budget[1])
    return list(zip(rows["item_code"], rows["amount_idr"], strict=True))


def test_tags_of_several_lines_are_stored_at_once_with_history_of_each(budget: Budget) -> None:
    engine, _, numbers = budget
    before = read_versions(engine)["anggaran"]
    outcome = save(
        budget,
        tagged(numbers[PMT], tag(6_000_000), tag(4_000_000, "I02", None)),
        tagged(numbers[RAPAT]),
    )
    assert (outcome.saved, outcome.conflicts, outcome.repeated) == (2, (), False)
    assert amounts(budget) == [("I01", 6_000_000), ("I02", 4_000_000)]
    assert stored(budget)[PMT] == ("bertanda", 2)
    assert stored(budget)[RAPAT] == ("bukan", 2)
    assert read_versions(engine)["anggaran"] == before + 1
    lines = read_history(engine, HistoryFilter(table="belanja"))
    assert {(r.actor, r.row_key, r.action) for r in lines if r.actor == "ani"} == {
        ("ani", str(numbers[PMT]), "ubah"),
        ("ani", str(numbers[RAPAT]), "ubah"),
    }
    assert len(read_history(engine, HistoryFilter(table="penandaan"))) == 2


def test_every_agency_of_a_save_begins_its_own_part(budget: Budget) -> None:
    engine, _, numbers = budget
    save(budget, tagged(numbers[PMT], tag(1)), tagged(numbers[SEMBAKO]))
    parts = read_parts(engine, [KABUPATEN], 2026)
    assert {(part.stage, part.part, part.state) for part in parts} == {
        (STAGE, "dinkes", "draf"),
        (STAGE, "dinsos", "draf"),
    }


def test_a_kecamatans_own_line_begins_the_part_of_the_kecamatan(budget: Budget) -> None:
    engine, _, numbers = budget
    save(budget, tagged(numbers["PMT balita di posyandu"]))
    (part,) = read_parts(engine, [KECAMATAN], 2026)
    assert (part.stage, part.part) == ("kecamatan.penandaan-berjalan", "setcam")


def test_shares_never_exceed_the_line_and_then_nothing_is_written(budget: Budget) -> None:
    numbers = budget[2]
    with pytest.raises(TagsRefusedError) as caught:
        save(
            budget,
            tagged(numbers[RAPAT]),
            tagged(numbers[PMT], tag(6_000_000), tag(4_000_001)),
        )
    assert [(f.code, f.line_id) for f in caught.value.faults] == [("melebihi_baris", numbers[PMT])]
    assert set(stored(budget).values()) == {("belum", 1)}
    assert read_parts(budget[0], [KABUPATEN], 2026) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda line: replace(line, tags=()), "tanpa_tanda"),
        (lambda line: replace(line, status="bukan"), "sisa_tanda"),
        (lambda line: replace(line, status="anu"), "keadaan"),
        (lambda line: replace(line, tags=(replace(line.tags[0], kind="anu"),)), "jenis"),
        (lambda line: replace(line, tags=(replace(line.tags[0], basis="anu"),)), "bagian"),
        (lambda line: replace(line, tags=(replace(line.tags[0], amount_idr=-1),)), "negatif"),
        (lambda line: replace(line, line_id=9_999), "baris_asing"),
    ],
)
def test_what_no_form_offers_is_refused(budget: Budget, wrong, code: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TagsRefusedError) as caught:
        save(budget, wrong(tagged(budget[2][PMT], tag(1))))
    assert [fault.code for fault in caught.value.faults] == [code]


def test_lines_nobody_is_paired_with_and_lines_of_another_snapshot_are_refused(
    budget: Budget,
) -> None:
    engine, snapshot, numbers = budget
    with pytest.raises(TagsRefusedError, match="skpd_lepas"):
        save(budget, tagged(numbers["Seleksi"], tag(1)))
    with pytest.raises(TagsRefusedError, match="baris_ganda"):
        save(budget, tagged(numbers[PMT], tag(1)), tagged(numbers[PMT]))
    _, theirs = add_snapshot(engine, "perubahan")
    with pytest.raises(TagsRefusedError, match="baris_asing"):
        save(budget, tagged(theirs[PMT], tag(1)))
    with pytest.raises(TagsRefusedError, match="baris_asing"):
        save_tags(engine, "ani", "k", "63.12", snapshot, [tagged(numbers[PMT], tag(1))])


def test_the_second_of_two_sees_theirs_and_writes_nothing(budget: Budget) -> None:
    numbers = budget[2]
    save(budget, tagged(numbers[PMT], tag(6_000_000)))
    outcome = save(
        budget, tagged(numbers[PMT], tag(5)), tagged(numbers[RAPAT]), key="k2", actor="budi"
    )
    (conflict,) = outcome.conflicts
    assert (conflict.ours.line_id, conflict.version, conflict.status, conflict.who) == (
        numbers[PMT],
        2,
        "bertanda",
        "ani",
    )
    assert [each.amount_idr for each in conflict.theirs] == [6_000_000]
    assert conflict.at is not None
    assert stored(budget)[RAPAT] == ("belum", 1)


def test_a_line_whose_figure_was_imported_anew_is_a_conflict_too(budget: Budget) -> None:
    engine, _, numbers = budget
    with open_write(engine, "impor") as connection:
        changed = update(Belanja).where(Belanja.id == numbers[PMT])
        connection.execute(changed.values(total_idr=5, version=2))
    outcome = save(budget, tagged(numbers[PMT], tag(6_000_000)))
    assert [(c.status, c.who) for c in outcome.conflicts] == [("belum", "impor")]


def test_the_same_click_again_writes_once_and_another_content_is_refused(budget: Budget) -> None:
    line = tagged(budget[2][PMT], tag(6_000_000))
    save(budget, line)
    again = save(budget, line)
    assert (again.saved, again.repeated) == (1, True)
    assert amounts(budget) == [("I01", 6_000_000)]
    with pytest.raises(KeyReusedError):
        save(budget, tagged(budget[2][PMT], tag(5), version=2))


def test_a_line_that_stands_so_already_is_not_written_again(budget: Budget) -> None:
    save(budget, tagged(budget[2][PMT], tag(6_000_000)))
    save(budget, tagged(budget[2][PMT], tag(6_000_000), version=2), key="k2", actor="budi")
    assert stored(budget)[PMT] == ("bertanda", 2)
    assert len(read_history(budget[0], HistoryFilter(table="penandaan"))) == 1


def test_tags_are_replaced_and_taken_away_again(budget: Budget) -> None:
    number = budget[2][PMT]
    save(budget, tagged(number, tag(6_000_000)))
    save(budget, tagged(number, tag(2_000_000, "I02"), version=2), key="k2")
    assert amounts(budget) == [("I02", 2_000_000)]
    save(budget, LineTags(number, 3, "belum"), key="k3")
    assert amounts(budget) == []
    assert stored(budget)[PMT] == ("belum", 4)


def test_a_submitted_part_takes_no_tags_and_nothing_is_written(budget: Budget) -> None:
    engine, snapshot, numbers = budget
    save(budget, tagged(numbers[PMT], tag(6_000_000)))
    move = StageMove("ajukan", KABUPATEN, 2026, STAGE, "dinkes", "draf", 1)
    assert move_parts(engine, "ani", [move]).moved
    with pytest.raises(StageLockedError) as caught:
        save(budget, tagged(numbers[SEMBAKO]), tagged(numbers[RAPAT]), key="k2")
    assert (caught.value.part, caught.value.state) == ("dinkes", "diajukan")
    assert stored(budget)[SEMBAKO] == ("belum", 1)
    activity = read_activities(engine, snapshot).set_index("subkegiatan_code")
    with pytest.raises(StageLockedError):
        mark_activities(engine, "ani", snapshot, {int(activity.loc[GIZI, "subkegiatan_id"]): True})


def test_a_sub_kegiatan_is_marked_once_and_not_in_another_snapshot(budget: Budget) -> None:
    engine, snapshot, _ = budget
    activity = int(
        read_activities(engine, snapshot).set_index("subkegiatan_code").loc[GIZI, "subkegiatan_id"]
    )
    assert mark_activities(engine, "ani", snapshot, {activity: True}) == 1
    assert mark_activities(engine, "ani", snapshot, {activity: True}) == 0
    rows = read_activities(engine, snapshot).set_index("subkegiatan_id")
    assert bool(rows.loc[activity, "is_marked"]) is True
    with pytest.raises(TagsRefusedError):
        mark_activities(engine, "ani", snapshot, {activity: True, 9_999: True})


def test_sums_and_tags_are_asked_by_sub_kegiatan(budget: Budget) -> None:
    engine, snapshot, numbers = budget
    save(budget, tagged(numbers[PMT], tag(6), tag(4)), tagged(numbers[SEMBAKO], tag(5)))
    rows = read_activities(engine, snapshot).set_index("subkegiatan_code")
    gizi = int(rows.loc[GIZI, "subkegiatan_id"])
    sums = read_tagged_sums(engine, snapshot).set_index("subkegiatan_id")
    assert (sums.loc[gizi, "tagged_idr"], sums.loc[gizi, "tag_count"]) == (10, 2)
    own = read_tags_of_activities(engine, snapshot, [gizi])
    assert list(own["amount_idr"]) == [6, 4]
    assert set(own["line_id"]) == {numbers[PMT]}


def test_whether_anything_is_tagged_is_told_of_a_budget_and_of_one_agency(budget: Budget) -> None:
    engine, snapshot, numbers = budget
    assert not has_tags(engine, snapshot)
    save(budget, tagged(numbers[PMT], tag(6)))
    assert has_tags(engine, snapshot)
    row = read_lines(engine, snapshot, tagged_only=True).iloc[0]
    assert has_tags(engine, snapshot, (row["owner_code"], row["agency"]))
    assert not has_tags(engine, snapshot, (KECAMATAN, "setcam"))
    save(budget, tagged(numbers[PMT], version=2), key="k2")
    assert not has_tags(engine, snapshot)


def test_an_earlier_snapshot_tells_what_a_changed_line_was_tagged_with(engine: Engine) -> None:
    add_places(engine)
    add_skpd(engine)
    before, old = add_snapshot(
        engine,
        rows=(replace(ROWS[0], status="bertanda", tags=({"item_code": "I01"},)), ROWS[1]),
    )
    now, numbers = add_snapshot(
        engine, "perubahan", (replace(ROWS[0], total_idr=12_000_000), Row(*_new()))
    )
    assert find_earlier([now, before], now) == before
    assert find_earlier([now, before], before) is None
    activity = int(read_activities(engine, now)["subkegiatan_id"].iloc[0])
    (line,) = read_earlier_lines(engine, now, before, [activity]).to_dict("records")
    assert (line["line_id"], line["before_id"]) == (numbers[PMT], old[PMT])
    assert (line["before_status"], line["before_total_idr"]) == ("bertanda", 10_000_000)
    (earlier,) = read_earlier_tags(engine, [old[PMT]]).to_dict("records")
    assert (earlier["before_id"], earlier["item_code"]) == (old[PMT], "I01")
    assert read_earlier_tags(engine, []).empty


def _new() -> tuple[str, str, str, int]:
    return "Dinas Kesehatan", GIZI, "Baris baru", 1


def test_two_hundred_lines_are_tagged_within_two_seconds(engine: Engine) -> None:
    add_places(engine)
    add_skpd(engine)
    rows = tuple(replace(ROWS[0], description=f"PMT {number}") for number in range(200))
    snapshot, numbers = add_snapshot(engine, rows=rows)
    lines = [tagged(each, tag(4), tag(5, "I02")) for each in numbers.values()]
    start = time.perf_counter()
    assert save_tags(engine, "ani", "k", KABUPATEN, snapshot, lines).saved == 200
    assert time.perf_counter() - start < 2
