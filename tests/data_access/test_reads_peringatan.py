"""What alerts ask the database: commitments with a day that are not kept yet."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Engine

from data_access.reads.peringatan import COLUMNS, read_open_commitments
from data_access.reads.rembuk import read_commitments
from data_access.writes.rembuk import open_meeting
from data_access.writes.rembuk_rows import CommitmentDraft, RowChange, follow_up, save_rows
from tests.corpus.entry import KECAMATAN, add_regions

PROMISE = CommitmentDraft("opd", "Dinas Kesehatan", "Ani", "Menyediakan TTD", date(2026, 9, 1))


def test_open_commitments_with_a_day_are_read_from_every_region_inside(engine: Engine) -> None:
    add_regions(engine)
    assert list(read_open_commitments(engine, KECAMATAN[:5]).columns) == list(COLUMNS)
    number = open_meeting(
        engine,
        "ani",
        wilayah_code=KECAMATAN,
        year=2026,
        kind="pra-musrenbang",
        elements=["Camat"],
        key="buka",
    )
    drafts = [
        PROMISE,
        replace(PROMISE, statement="Lebih dulu", due_on=date(2026, 3, 1)),
        replace(PROMISE, statement="Tanpa hari", due_on=None),
        replace(PROMISE, statement="Sudah selesai"),
    ]
    save_rows(engine, "ani", number, [RowChange(None, each) for each in drafts], key="janji")
    done = next(c for c in read_commitments(engine, KECAMATAN) if c.statement == "Sudah selesai")
    follow_up(engine, "ani", done, "selesai", "Foto")
    rows = read_open_commitments(engine, KECAMATAN[:5])
    assert list(rows["statement"]) == ["Lebih dulu", "Menyediakan TTD"]
    assert list(rows["due_on"]) == [date(2026, 3, 1), date(2026, 9, 1)]
    assert set(rows["wilayah_code"]) == {KECAMATAN}
    assert read_open_commitments(engine, "63.99").empty
