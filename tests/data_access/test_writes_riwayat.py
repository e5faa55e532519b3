"""Taking one change back: as a new change, only while the row stands as it was left."""

import pytest
from sqlalchemy import Engine, delete, insert, text, update

from data_access.database import open_read, open_write
from data_access.periods import parse_month
from data_access.reads.changes import (
    count_changes,
    is_part_of_import,
    read_change_tables,
    read_changes,
    read_import_rows,
)
from data_access.reads.isian import read_cells
from data_access.reads.riwayat import (
    HistoryFilter,
    HistoryRow,
    read_actors,
    read_history,
    read_history_row,
    read_region_names,
)
from data_access.schema import COUNTS, PenanggungJawab
from data_access.writes.isian import StagePart
from data_access.writes.pengukuran import MeasurementSet, save_measurements
from data_access.writes.riwayat import ChangedSinceError, revert_change
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, PERIOD, PUSKESMAS, add_regions, cell, save
from tests.corpus.places import make_info

A, B = DESA[:2]


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    save(engine, "ani", cell(A, "S04", 34), key="k1")
    save(engine, "budi", cell(A, "S04", 36, 1), key="k2")
    return engine


def cells(engine: Engine) -> list[tuple[object, ...]]:
    return list(read_cells(engine, KECAMATAN, PERIOD).itertuples(index=False, name=None))


def rows(engine: Engine, table: str = "isian") -> list[HistoryRow]:
    return list(reversed(read_history(engine, HistoryFilter(table=table))))


def test_a_change_is_taken_back_as_a_new_change_with_its_own_actor(place: Engine) -> None:
    assert revert_change(place, "cici", rows(place)[-1], key="r1", entry=PUSKESMAS)
    assert cells(place) == [(A, "S04", 34, 3)]
    (last,) = rows(place)[2:]
    assert (last.actor, last.action) == ("cici", "ubah")
    assert (last.before or {})["value"] == 36


def test_the_same_click_takes_it_back_once(place: Engine) -> None:
    change = rows(place)[-1]
    assert revert_change(place, "cici", change, key="r1")
    assert not revert_change(place, "cici", change, key="r1")
    assert len(rows(place)) == 3


def test_a_row_that_was_changed_since_is_left_alone(place: Engine) -> None:
    first = rows(place)[0]
    with pytest.raises(ChangedSinceError):
        revert_change(place, "cici", first, key="r1")
    assert cells(place) == [(A, "S04", 36, 2)]
    assert len(rows(place)) == 2


def test_taking_back_a_first_entry_leaves_the_cell_unknown(place: Engine) -> None:
    save(place, "ani", cell(B, "S04", 5), key="k3")
    assert revert_change(place, "cici", rows(place)[-1], key="r1")
    assert read_cells(place, B, PERIOD)["value"].isna().tolist() == [True]


def test_a_revert_of_a_revert_brings_the_figure_again(place: Engine) -> None:
    revert_change(place, "cici", rows(place)[-1], key="r1")
    revert_change(place, "dodi", rows(place)[-1], key="r2")
    assert cells(place) == [(A, "S04", 36, 4)]


def test_a_locked_part_takes_nothing_back(place: Engine) -> None:
    move_parts(
        place,
        "ani",
        [StageMove("ajukan", KECAMATAN, 2026, "kecamatan.ansit", "puskesmas", "draf", 1)],
    )
    with pytest.raises(StageLockedError):
        revert_change(place, "cici", rows(place)[-1], key="r1", entry=PUSKESMAS)
    assert cells(place) == [(A, "S04", 36, 2)]


def test_who_answers_for_an_item_is_taken_back_whether_changed_added_or_deleted(
    place: Engine,
) -> None:
    def duties() -> list[tuple[object, ...]]:
        with open_read(place) as connection:
            question = text("SELECT item_code, agency, version FROM penanggung_jawab")
            return [tuple(row) for row in connection.execute(question)]

    row = {"wilayah_code": "63.11", "item_code": "S01", "agency": "dinkes", "version": 1}
    for statement in (
        insert(PenanggungJawab).values(**row),
        update(PenanggungJawab).values(agency="dinsos", version=2),
    ):
        with open_write(place, "ani") as connection:
            connection.execute(statement)
    added, changed = rows(place, "penanggung_jawab")
    assert revert_change(place, "cici", changed, key="r1")
    assert duties() == [("S01", "dinkes", 3)]
    with pytest.raises(ChangedSinceError):
        revert_change(place, "cici", added, key="r2")
    with open_write(place, "ani") as connection:
        connection.execute(delete(PenanggungJawab))
    deleted = rows(place, "penanggung_jawab")[-1]
    assert revert_change(place, "cici", deleted, key="r3")
    assert duties() == [("S01", "dinkes", 4)]
    with pytest.raises(ChangedSinceError):
        revert_change(place, "cici", deleted, key="r4")
    assert revert_change(place, "cici", rows(place, "penanggung_jawab")[-1], key="r5")
    assert duties() == []


def test_one_measured_row_is_taken_back_and_no_other(place: Engine) -> None:
    import pandas as pd

    period = parse_month("2025-08")
    assert period is not None
    frame = pd.DataFrame(5.0, index=range(2), columns=list(COUNTS)).assign(unit_code=[A, B])
    frame["stunting_jiwa"], frame["diukur_jiwa"] = 10.0, 20.0
    frame.loc[:, "sasaran_jiwa"] = float("nan")
    facts = MeasurementSet("e-PPGBM", "rutin", period, "desa", frame)
    save_measurements(place, facts, make_info("ukur", "pengukuran"))
    with open_write(place, "ani") as connection:
        connection.execute(
            text("UPDATE pengukuran SET outlier_jiwa = 9 WHERE unit_code = :a"), {"a": A}
        )
    (change,) = rows(place, "pengukuran")
    assert revert_change(place, "cici", change, key="r1")
    with open_read(place) as connection:
        figures = connection.execute(text("SELECT outlier_jiwa FROM pengukuran")).scalars().all()
    assert list(figures) == [5, 5]
    assert [row.actor for row in rows(place, "pengukuran")] == ["ani", "cici"]


def test_other_tables_have_no_revert(place: Engine) -> None:
    with pytest.raises(ValueError, match="tahapan"):
        revert_change(place, "cici", rows(place, "tahapan")[0], key="r1")


def test_a_change_is_one_line_with_all_its_rows(place: Engine) -> None:
    asked = HistoryFilter()
    changes = read_changes(place, asked)
    assert changes["actor"].tolist()[:2] == ["budi", "ani"]
    assert changes["at"].iloc[0].tzinfo is not None
    newest, first = changes["change_id"].tolist()[:2]
    tables = read_change_tables(place, [newest, first], asked)
    assert tables[newest] == {"isian": 1}
    assert tables[first] == {"isian": 1, "langkah_tahapan": 1, "periode": 1, "tahapan": 1}
    assert count_changes(place, asked) == len(changes)


def test_history_is_found_by_region_table_person_and_date(place: Engine) -> None:
    def actors(asked: HistoryFilter) -> list[str]:
        return [row.actor for row in read_history(place, asked)]

    assert actors(HistoryFilter(KECAMATAN, "isian")) == ["budi", "ani"]
    assert actors(HistoryFilter(A, "isian", "ani")) == ["ani"]
    assert actors(HistoryFilter("63.11.02", "isian")) == []
    assert actors(HistoryFilter(KECAMATAN, "batch")) == []
    assert actors(HistoryFilter("63.11", "batch")) == ["uji"]
    at = rows(place)[0].at
    assert actors(HistoryFilter(table="isian", until=at)) == []
    assert actors(HistoryFilter(table="isian", since=at)) == ["budi", "ani"]
    assert read_actors(place) == {"ani": "ani", "budi": "budi", "uji": "uji"}


def test_an_import_stands_once_and_is_known_as_one(place: Engine) -> None:
    (batch,) = rows(place, "batch")
    assert is_part_of_import(place, batch.change_id)
    assert not is_part_of_import(place, rows(place)[0].change_id)
    assert count_changes(place, HistoryFilter(actor="uji")) == 1
    assert read_import_rows(place, [batch.change_id]) == [batch]
    assert read_region_names(place, {A, "63.11", "99"}) == {
        A: f"Wilayah {A}",
        "63.11": "Wilayah 63.11",
    }


def test_a_number_that_is_no_row_finds_nothing(place: Engine) -> None:
    assert read_history_row(place, 999_999) is None


def test_a_part_that_nobody_began_is_a_draft_after_a_revert(place: Engine) -> None:
    other = StagePart(KECAMATAN, 2027, "kecamatan.ansit", "puskesmas")
    assert revert_change(place, "cici", rows(place)[-1], key="r1", entry=other)
    assert (rows(place, "tahapan")[-1].after or {})["state"] == "draf"
