import threading

import pytest
from sqlalchemy import Engine, select

from data_access.database import open_read, open_write
from data_access.reads.batches import read_versions
from data_access.schema import LangkahTahapan, PengecualianGerbang, Pernyataan, Riwayat, Tahapan
from data_access.writes.tahapan import (
    StageLockedError,
    StageMove,
    move_parts,
    note_entry,
    save_exception,
    save_statement,
)
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

KECAMATAN = "63.11.01"
PART = {"wilayah_code": KECAMATAN, "year": 2026, "stage": "kecamatan.ansit", "part": "puskesmas"}


@pytest.fixture
def place(engine: Engine) -> Engine:
    save_regions(engine, make_place(["63.11.01.2001", "63.11.02.2001"]), make_info("a"))
    return engine


def enter(engine: Engine, actor: str = "operator", **part: object) -> None:
    with open_write(engine, actor) as connection:
        note_entry(connection, **{**PART, **part}, actor=actor)  # type: ignore[arg-type]


def step(kind: str, seen: str, version: int, note: str | None = None, **part: object) -> StageMove:
    key = {**PART, **part}
    return StageMove(kind, from_state=seen, version=version, note=note, **key)  # type: ignore[arg-type]


def states(engine: Engine) -> list[tuple[str, str, int, str | None, str]]:
    columns = (Tahapan.part, Tahapan.state, Tahapan.version, Tahapan.note, Tahapan.updated_by)
    with open_read(engine) as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(Tahapan.id))]


def steps(engine: Engine) -> list[tuple[str, str, str | None, str]]:
    columns = (
        LangkahTahapan.from_state,
        LangkahTahapan.to_state,
        LangkahTahapan.note,
        LangkahTahapan.actor,
    )
    question = select(*columns).order_by(LangkahTahapan.id)
    with open_read(engine) as connection:
        return [tuple(row) for row in connection.execute(question)]


def history(engine: Engine, table: str) -> list[tuple[str, str | None, str]]:
    question = select(Riwayat.action, Riwayat.wilayah_code, Riwayat.actor).order_by(Riwayat.id)
    with open_read(engine) as connection:
        rows = connection.execute(question.where(Riwayat.table_name == table))
        return [tuple(row) for row in rows]


def submit(engine: Engine) -> None:
    enter(engine)
    move_parts(engine, "operator", [step("ajukan", "draf", 1)])


def test_the_first_entry_makes_a_draft_and_later_ones_change_nothing(place: Engine) -> None:
    enter(place)
    versions = read_versions(place)
    enter(place, "orang lain")
    assert states(place) == [("puskesmas", "draf", 1, None, "operator")]
    assert steps(place) == [("belum mulai", "draf", None, "operator")]
    assert read_versions(place) == versions


def test_a_submitted_part_takes_no_entry_and_the_error_says_which(place: Engine) -> None:
    submit(place)
    with pytest.raises(StageLockedError) as caught:
        enter(place)
    error = caught.value
    assert (error.wilayah_code, error.part, error.state) == (KECAMATAN, "puskesmas", "diajukan")
    enter(place, part="plkb")  # another party's part stays open
    assert [row[:2] for row in states(place)] == [("puskesmas", "diajukan"), ("plkb", "draf")]


def test_a_returned_part_opens_again_and_keeps_its_note_until_submitted(place: Engine) -> None:
    submit(place)
    move_parts(place, "verifikator", [step("kembalikan", "diajukan", 2, "S04 desa A keliru")])
    enter(place)
    assert states(place) == [("puskesmas", "draf", 4, "S04 desa A keliru", "operator")]
    move_parts(place, "operator", [step("ajukan", "draf", 4)])
    assert states(place)[0][3] is None
    path = ["draf", "diajukan", "dikembalikan", "draf", "diajukan"]
    assert [row[1] for row in steps(place)] == path


def test_every_step_is_history_with_its_actor(place: Engine) -> None:
    submit(place)
    move_parts(place, "verifikator", [step("verifikasi", "diajukan", 2)])
    assert history(place, "tahapan") == [
        ("tambah", KECAMATAN, "operator"),
        ("ubah", KECAMATAN, "operator"),
        ("ubah", KECAMATAN, "verifikator"),
    ]
    assert [row[2] for row in history(place, "langkah_tahapan")] == [
        "operator",
        "operator",
        "verifikator",
    ]


def test_one_part_seen_in_an_old_state_keeps_all_from_moving(place: Engine) -> None:
    submit(place)
    enter(place, part="setcam", actor="setcam")
    move_parts(place, "verifikator", [step("kembalikan", "diajukan", 2, "periksa lagi")])
    outcome = move_parts(
        place,
        "camat",
        [step("verifikasi", "diajukan", 2), step("ajukan", "draf", 1, part="setcam")],
    )
    assert outcome.moved == ()
    [conflict] = outcome.conflicts
    assert (conflict.state, conflict.updated_by) == ("dikembalikan", "verifikator")
    assert conflict.updated_at is not None
    assert [row[1] for row in states(place)] == ["dikembalikan", "draf"]


def test_the_same_click_again_writes_once(place: Engine) -> None:
    enter(place)
    click = [step("ajukan", "draf", 1)]
    outcomes = [move_parts(place, "operator", click) for _ in range(3)]
    assert [len(each.moved) for each in outcomes] == [1, 0, 0]
    assert [len(each.repeated) for each in outcomes] == [0, 1, 1]
    assert len(steps(place)) == 2


def test_three_clicks_at_once_on_a_part_not_begun_write_once(place: Engine) -> None:
    outcomes = []
    barrier = threading.Barrier(3)

    def click() -> None:
        barrier.wait()
        outcomes.append(move_parts(place, "operator", [step("ajukan", "belum mulai", 0)]))

    threads = [threading.Thread(target=click) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(len(each.moved) for each in outcomes) == [0, 0, 1]
    assert not [each for each in outcomes if each.conflicts]
    assert len(steps(place)) == 1


def test_many_operators_beginning_one_part_at_once_make_one_draft(place: Engine) -> None:
    threads = [threading.Thread(target=enter, args=(place, f"op{n}")) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(states(place)) == len(steps(place)) == 1


@pytest.mark.parametrize(
    ("move", "state", "note"),
    [
        ("setujui", "diajukan", None),
        ("verifikasi", "draf", None),
        ("kembalikan", "diajukan", " "),
        ("buka", "disetujui", None),
        ("tarik", "terverifikasi", None),
    ],
)
def test_steps_out_of_order_or_without_their_note_are_refused(
    place: Engine, move: str, state: str, note: str | None
) -> None:
    with pytest.raises(ValueError, match="step"):
        move_parts(place, "siapa", [step(move, state, 1, note)])
    assert states(place) == []


def test_exceptions_and_statements_are_stored_once_with_their_reason(place: Engine) -> None:
    for _ in range(2):
        save_exception(
            place,
            "bappeda",
            wilayah_code="63.11",
            year=2026,
            stage="kabupaten.ansit",
            reason="banjir di dua kecamatan",
        )
        save_statement(place, "bappeda", wilayah_code="63.11", year=2026, text="data resmi")
    with open_read(place) as connection:
        assert list(connection.scalars(select(PengecualianGerbang.reason))) == [
            "banjir di dua kecamatan"
        ]
        assert list(connection.scalars(select(Pernyataan.text))) == ["data resmi"]
    assert history(place, "pengecualian_gerbang") == [("tambah", "63.11", "bappeda")]
    assert history(place, "pernyataan") == [("tambah", "63.11", "bappeda")]
