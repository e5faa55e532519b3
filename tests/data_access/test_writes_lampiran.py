"""Attachments: stored once, with their hash; added and withdrawn with a name in history."""

import pytest
from sqlalchemy import Engine

from data_access.reads.lampiran import list_attachments, read_attachment, read_attachment_place
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.writes.lampiran import NewAttachment, save_attachment, withdraw_attachment
from data_access.writes.once import KeyReusedError
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, PUSKESMAS, add_regions, cell, save

SUBJECT = "isian:kecamatan.ansit:2026:63.11.01:puskesmas"
SK = NewAttachment(KECAMATAN, SUBJECT, "SK camat.pdf", "application/pdf", b"%PDF-1.7 isi")


def lines(engine: Engine) -> list[tuple[str, str]]:
    history = read_history(engine, HistoryFilter(table="lampiran"))
    return [(row.actor, row.action) for row in reversed(history)]


def test_an_attachment_comes_back_as_it_was_given(engine: Engine) -> None:
    number = save_attachment(engine, "ani", SK, key="k1")
    found = read_attachment(engine, number)
    assert found is not None
    assert (found.file_name, found.media_type, found.content) == (
        "SK camat.pdf",
        "application/pdf",
        b"%PDF-1.7 isi",
    )
    assert read_attachment_place(engine, number) == (KECAMATAN, SUBJECT)
    listed = list_attachments(engine, SUBJECT)
    assert listed[["file_name", "size_bytes", "uploaded_by"]].iloc[0].tolist() == [
        "SK camat.pdf",
        12,
        "ani",
    ]
    assert list_attachments(engine, "isian:lain").empty


def test_adding_and_withdrawing_are_one_line_of_history_each_without_the_content(
    engine: Engine,
) -> None:
    number = save_attachment(engine, "ani", SK, key="k1")
    assert withdraw_attachment(engine, "budi", number)
    assert not withdraw_attachment(engine, "budi", number)
    assert lines(engine) == [("ani", "tambah"), ("budi", "hapus")]
    kept = read_history(engine, HistoryFilter(table="lampiran"))[0].before or {}
    assert "content" not in kept
    assert len(kept["content_sha256"]) == 64
    assert read_attachment(engine, number) is None
    assert read_attachment_place(engine, number) is None


def test_the_same_file_is_stored_once_under_a_subject(engine: Engine) -> None:
    first = save_attachment(engine, "ani", SK, key="k1")
    assert save_attachment(engine, "ani", SK, key="k1") == first
    assert save_attachment(engine, "budi", SK, key="k2") == first
    assert len(list_attachments(engine, SUBJECT)) == 1
    other = NewAttachment(KECAMATAN, SUBJECT, "SK camat.pdf", "application/pdf", b"%PDF-lain")
    with pytest.raises(KeyReusedError):
        save_attachment(engine, "ani", other, key="k1")
    assert save_attachment(engine, "ani", other, key="k3") != first


def test_a_locked_part_keeps_its_attachments_as_they_are(engine: Engine) -> None:
    add_regions(engine)
    number = save_attachment(engine, "ani", SK, key="k1", entry=PUSKESMAS)
    save(engine, "ani", cell(DESA[0], "S04", 3), key="s1")
    move_parts(
        engine,
        "ani",
        [StageMove("ajukan", KECAMATAN, 2026, "kecamatan.ansit", "puskesmas", "draf", 1)],
    )
    with pytest.raises(StageLockedError):
        withdraw_attachment(engine, "ani", number, entry=PUSKESMAS)
    other = NewAttachment(KECAMATAN, SUBJECT, "b.pdf", "application/pdf", b"%PDF-2")
    with pytest.raises(StageLockedError):
        save_attachment(engine, "ani", other, key="k2", entry=PUSKESMAS)
    assert len(list_attachments(engine, SUBJECT)) == 1
