"""Targets: one transaction, versions, conflicts, the same click once, locks, history."""

import pytest
from sqlalchemy import Engine, func, select

from analysis.targets import PREVALENCE
from data_access.database import open_read
from data_access.reads.batches import read_versions
from data_access.reads.pengaturan import read_settings
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.target import read_targets
from data_access.schema import Riwayat
from data_access.writes.once import KeyReusedError
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.targets import (
    BAPPEDA,
    DINKES,
    KABUPATEN,
    STAGE,
    add_regions,
    change,
    save,
)


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def stored(engine: Engine, code: str = KABUPATEN) -> dict[tuple[str, str, int], tuple[float, int]]:
    rows = read_targets(engine, code)
    own = rows[rows["wilayah_code"] == code]
    return {
        (row.item_code, row.document, row.year): (row.target_pct, row.version)
        for row in own.itertuples(index=False)
    }


def lines(engine: Engine) -> list[tuple[str, str, str]]:
    rows = read_history(engine, HistoryFilter(table="target"))
    return [(row.actor, row.row_key, row.action) for row in reversed(rows)]


def submit(engine: Engine, part: str, version: int = 1, state: str = "draf") -> None:
    moves = [StageMove("ajukan", KABUPATEN, 2026, STAGE, part, state, version)]
    assert move_parts(engine, "budi", moves).moved


def test_a_series_of_years_is_stored_at_once_with_a_line_of_history_each(place: Engine) -> None:
    outcome = save(
        place, "ani", change(18.4, year=2025), change(17.0), change(0.0, "I01"), key="k1"
    )
    assert (outcome.saved, outcome.conflicts, outcome.repeated) == (3, (), False)
    assert stored(place) == {
        (PREVALENCE, "RPJMD", 2025): (18.4, 1),
        (PREVALENCE, "RPJMD", 2026): (17.0, 1),
        ("I01", "RPJMD", 2026): (0.0, 1),
    }
    assert lines(place) == [
        ("ani", f"{KABUPATEN}|2025|{PREVALENCE}|RPJMD", "tambah"),
        ("ani", f"{KABUPATEN}|2026|{PREVALENCE}|RPJMD", "tambah"),
        ("ani", f"{KABUPATEN}|2026|I01|RPJMD", "tambah"),
    ]
    assert read_versions(place)["target"] == 1


def test_the_first_entry_makes_the_part_of_who_enters_a_draft(place: Engine) -> None:
    save(place, "ani", change(90, "I01"), key="k1", part=DINKES)
    rows = read_history(place, HistoryFilter(table="tahapan"))
    assert [((r.after or {})["part"], (r.after or {})["state"]) for r in rows] == [
        ("dinkes", "draf")
    ]


def test_a_changed_and_a_cleared_target_are_one_line_of_history_each(place: Engine) -> None:
    save(place, "ani", change(18.4), change(90, "I01"), key="k1")
    save(
        place,
        "budi",
        change(18.0, base=18.4, version=1),
        change(None, "I01", base=90.0, version=1),
        key="k2",
    )
    assert stored(place) == {(PREVALENCE, "RPJMD", 2026): (18.0, 2)}
    assert lines(place)[2:] == [
        ("budi", f"{KABUPATEN}|2026|{PREVALENCE}|RPJMD", "ubah"),
        ("budi", f"{KABUPATEN}|2026|I01|RPJMD", "hapus"),
    ]


def test_the_second_of_two_sees_theirs_and_writes_nothing(place: Engine) -> None:
    save(place, "ani", change(18.4), change(90, "I01"), key="k1")
    save(place, "ani", change(18.2, base=18.4, version=1), key="k2")
    outcome = save(
        place,
        "budi",
        change(18.0, base=18.4, version=1),
        change(85, "I01", base=90.0, version=1),
        key="k3",
    )
    (conflict,) = outcome.conflicts
    assert (conflict.theirs, conflict.version, conflict.who) == (18.2, 2, "ani")
    assert conflict.at is not None
    assert outcome.saved == 0
    assert stored(place)["I01", "RPJMD", 2026] == (90.0, 1)


def test_a_target_taken_away_and_set_anew_is_not_overwritten_unseen(place: Engine) -> None:
    save(place, "ani", change(18.4), key="k1")
    save(place, "ani", change(None, base=18.4, version=1), key="k2")
    save(place, "ani", change(17.5), key="k3")
    outcome = save(place, "budi", change(18.0, base=18.4, version=1), key="k4")
    assert [(c.theirs, c.version) for c in outcome.conflicts] == [(17.5, 1)]
    assert stored(place)[PREVALENCE, "RPJMD", 2026] == (17.5, 1)


def test_who_took_a_target_away_is_told_to_who_changes_it(place: Engine) -> None:
    save(place, "ani", change(18.4), key="k1")
    save(place, "ani", change(None, base=18.4, version=1), key="k2")
    outcome = save(place, "budi", change(18.0, base=18.4, version=1), key="k3")
    assert [(c.theirs, c.version, c.who) for c in outcome.conflicts] == [(None, 0, "ani")]


def test_the_same_click_again_writes_once_and_another_content_is_refused(place: Engine) -> None:
    save(place, "ani", change(18.4), key="k1")
    again = save(place, "ani", change(18.4), key="k1")
    assert (again.saved, again.repeated) == (1, True)
    assert len(lines(place)) == 1
    with pytest.raises(KeyReusedError):
        save(place, "ani", change(17.0, year=2027), key="k1")


def test_a_submitted_part_takes_no_targets_and_nothing_is_written(place: Engine) -> None:
    save(place, "ani", change(18.4), key="k1")
    submit(place, "bappeda")
    with pytest.raises(StageLockedError) as caught:
        save(place, "ani", change(18.0, base=18.4, version=1), key="k2")
    assert caught.value.state == "diajukan"
    assert stored(place) == {(PREVALENCE, "RPJMD", 2026): (18.4, 1)}


def test_bappeda_does_not_change_what_an_agency_has_handed_in(place: Engine) -> None:
    save(place, "ani", change(90, "I01"), key="k1", part=DINKES)
    submit(place, "dinkes")
    with pytest.raises(StageLockedError) as caught:
        save(place, "bappeda", change(80, "I01", base=90.0, version=1), key="k2", held=(DINKES,))
    assert caught.value.part == "dinkes"
    assert stored(place)["I01", "RPJMD", 2026] == (90.0, 1)
    other = save(place, "bappeda", change(18.4), key="k3", part=BAPPEDA)
    assert other.saved == 1


def test_a_kecamatan_has_targets_without_a_stage_and_inherits_the_rest(place: Engine) -> None:
    save(place, "ani", change(18.4), key="k1")
    save(place, "camat", change(15.0), key="k2", part=None, region="63.11.01")
    rows = read_targets(place, "63.11.01")
    assert list(zip(rows["wilayah_code"], rows["target_pct"], strict=True)) == [
        (KABUPATEN, 18.4),
        ("63.11.01", 15.0),
    ]
    assert len(read_targets(place, KABUPATEN)) == 2


def test_the_reason_for_the_older_national_targets_is_kept_beside_them(place: Engine) -> None:
    old = change(80.0, "I07", document="nasional-lama")
    save(place, "ani", old, key="k1", reason="RPJMD belum disahkan")
    settings = read_settings(place, KABUPATEN)
    (row,) = settings[settings["key"] == "target.nasional-lama"].itertuples(index=False)
    assert (row.value, row.reason, row.updated_by, row.version) == (
        {"butir": ["I07"]},
        "RPJMD belum disahkan",
        "ani",
        1,
    )
    gone = change(None, "I07", document="nasional-lama", base=80.0, version=1)
    save(place, "budi", gone, key="k2", reason="RPJMD sudah ada")
    kept = read_settings(place, KABUPATEN)["reason"].tolist()
    assert kept == ["RPJMD sudah ada"]
    changes = read_history(place, HistoryFilter(table="pengaturan"))
    assert [row.action for row in changes] == ["ubah", "tambah"]


def test_no_write_is_without_an_actor(place: Engine) -> None:
    save(place, "ani", change(18.4), key="k1")
    with open_read(place) as connection:
        empty = select(func.count()).select_from(Riwayat).where(Riwayat.actor == "")
        assert connection.scalar(empty) == 0
