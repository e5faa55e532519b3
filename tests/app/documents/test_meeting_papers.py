"""A meeting's documents: each agreed proposal once, sums to the rupiah, figures as frozen."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine, text

from app.documents.meeting_files import PAPERS, list_forms, name_file, write_file
from app.documents.meeting_minutes import make_minutes
from app.documents.meeting_plan import write_plan_workbook
from app.documents.meeting_reading import read_record
from app.documents.meeting_record import MeetingRecord
from app.documents.paper import Heading, Table
from app.format import format_count
from app.text import surat as words
from data_access.database import make_engine, open_write
from tests.app.documents.meeting_example import (
    HOSTILE,
    PROPOSALS,
    find,
    make_values,
    open_recorded,
)
from tests.app.documents.papers_text import count_pages, read_docx, read_headers

SIGNED = [each for each in PROPOSALS if each["decision"] == "disepakati"][:12]
KEPT_OUT = PROPOSALS[12:]


@pytest.fixture(scope="module")
def record(demo_template: Path, tmp_path_factory: pytest.TempPathFactory) -> MeetingRecord:
    path = tmp_path_factory.mktemp("rapat") / "demo.db"
    shutil.copy(demo_template, path)
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    made = read_record(engine, open_recorded(engine).id)
    engine.dispose()
    return made


def minutes(record: MeetingRecord) -> str:
    return read_docx(write_file(record, "berita-acara", "docx"))


def part(content: str, start: str, end: str) -> str:
    return content.split(f"\n{start}\n")[1].split(f"\n{end}\n", maxsplit=1)[0]


def money(bidang: str | None = None) -> int:
    return sum(each["amount_idr"] for each in SIGNED if bidang in (None, each["bidang"]))


def test_each_agreed_proposal_stands_once_and_in_its_bidang(record: MeetingRecord) -> None:
    content = minutes(record)
    ends = [*list(words.BIDANG.values())[1:], words.SUMMARY]
    for (bidang, title), end in zip(words.BIDANG.items(), ends, strict=True):
        inside = part(content, title, end)
        mine = [each["activity"] for each in SIGNED if each["bidang"] == bidang]
        assert [each for each in mine if each in inside] == mine
    for each in SIGNED:
        assert content.count(each["activity"]) == 1


def test_sums_are_right_to_the_rupiah(record: MeetingRecord) -> None:
    content = minutes(record)
    for bidang, title in words.BIDANG.items():
        row = words.SUM.format(bidang=title.lower())
        assert f"{row}\t\t\t\t\t{format_count(money(bidang))}\t" in content
    assert f"{words.SUMMARY_TOTAL}\t12\t{format_count(money())}" in content


@pytest.mark.parametrize("paper", ["berita-acara", "daftar-rencana"])
def test_what_is_not_agreed_or_not_complete_is_in_no_list(
    record: MeetingRecord, paper: str
) -> None:
    content = read_docx(write_file(record, paper, "docx"))
    lists = content.split(words.SUMMARY)[0]
    assert not [each["activity"] for each in KEPT_OUT if each["activity"] in lists]
    assert words.INCOMPLETE.format(count=3) in content


def test_postponed_and_rejected_proposals_stand_with_their_reasons(record: MeetingRecord) -> None:
    content = minutes(record)
    postponed = part(content, words.POSTPONED, words.REJECTED)
    rejected = part(content, words.REJECTED, words.PART_COMMITMENTS)
    assert "Kegiatan ke-13." in postponed
    assert "Menunggu kajian." in postponed
    assert "Kegiatan ke-14." in rejected
    assert "Bukan kewenangan." in rejected
    assert words.UNDECIDED.format(count=1) in content


def test_the_opening_sentence_tells_day_place_and_chair_in_words(record: MeetingRecord) -> None:
    content = minutes(record)
    assert (
        "Pada hari ini, Selasa, tanggal enam belas bulan Februari tahun dua ribu dua puluh tujuh "
        "(16-02-2027), bertempat di Aula, telah dilaksanakan"
    ) in content
    assert "dipimpin oleh Drs. Budi selaku Camat" in content
    assert "dihadiri oleh 42 (empat puluh dua) orang peserta" in content


def test_figures_stay_as_frozen_after_the_data_changed(demo: Engine) -> None:
    meeting = open_recorded(demo)
    before = {each: minutes_of(demo, meeting.id, each) for each in ("berita-acara", "matriks")}
    with open_write(demo, "uji") as connection:
        connection.execute(text("UPDATE isian SET value = value + 1 WHERE unit_code LIKE '99.01%'"))
    for paper, content in before.items():
        assert minutes_of(demo, meeting.id, paper) == content


def minutes_of(engine: Engine, meeting_id: int, paper: str) -> str:
    return read_docx(write_file(read_record(engine, meeting_id), paper, "docx"))


def test_the_figures_of_the_paper_are_those_of_the_snapshot(record: MeetingRecord) -> None:
    assert record.figures is not None
    own = record.figures["prevalence"][0]
    blocks = list(make_minutes(record).blocks)
    at = blocks.index(Heading(words.PREVALENCE, 2))
    table = blocks[at + 1]
    assert isinstance(table, Table)
    assert len(table.rows) == len(record.figures["prevalence"])
    counts = (format_count(own["pembilang_jiwa"]), format_count(own["penyebut_jiwa"]))
    assert table.rows[0][2:] == counts


def test_hostile_text_is_literal_in_every_paper(record: MeetingRecord) -> None:
    assert minutes(record).count(HOSTILE) == 3  # participant, commitment, appreciation
    assert HOSTILE in read_docx(write_file(record, "komitmen", "docx"))
    assert HOSTILE in read_docx(write_file(record, "daftar-hadir", "docx"))
    for paper in PAPERS:
        assert count_pages(write_file(record, paper, "pdf")) >= 1


def test_the_workbook_has_real_numbers_and_the_same_sums(record: MeetingRecord) -> None:
    sheet = load_workbook(BytesIO(write_plan_workbook(record))).worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]
    listed = [row for row in rows if isinstance(row[0], int)]
    assert sorted(row[2] for row in listed) == [each["activity"] for each in SIGNED]
    assert sum(row[8] for row in listed) == money()
    assert rows[-1][2] == words.SUMMARY_TOTAL
    assert rows[-1][8] == money()
    assert listed[0][6] == 10.5


def test_a_complete_record_is_no_draft_but_says_that_it_is_the_demonstration(
    record: MeetingRecord,
) -> None:
    assert record.missing == ()
    head = read_headers(write_file(record, "berita-acara", "docx"))
    assert words.MARK_DEMO in head
    assert words.MARK_DRAFT not in head


def test_an_incomplete_record_is_a_draft_on_every_page(record: MeetingRecord) -> None:
    lacking = replace(record, missing=("pimpinan", "nomor"))
    marked = {
        paper: words.MARK_DRAFT in read_headers(write_file(lacking, paper, "docx"))
        for paper in PAPERS
    }
    assert marked == {
        "berita-acara": True,
        "daftar-rencana": True,
        "matriks": True,
        "komitmen": False,
        "daftar-hadir": False,
    }
    only_number = replace(record, missing=("nomor",))
    head = read_headers(write_file(only_number, "berita-acara", "docx"))
    assert words.MARK_DRAFT not in head


def test_a_record_without_anything_still_makes_every_paper(record: MeetingRecord) -> None:
    empty: dict[str, Any] = {
        "figures": None,
        "frozen_at": None,
        "participants": (),
        "priorities": (),
        "proposals": (),
        "commitments": (),
        "appreciations": (),
        "corrections": (),
    }
    nothing = dict.fromkeys(
        ("held_on", "place", "chair_name", "chair_office", "participant_count", "agenda")
    )
    bare = replace(record, meeting=replace(record.meeting, **nothing), **empty)
    for paper in PAPERS:
        for form in list_forms(paper):
            assert write_file(bare, paper, form)
    content = minutes(bare)
    assert words.BASIS_NONE in content
    assert "None" not in content


def test_the_matrix_groups_by_agency_and_counts_only_what_is_agreed(record: MeetingRecord) -> None:
    content = read_docx(write_file(record, "matriks", "docx"))
    assert content.count("Kegiatan ke-") == 13
    assert f"{words.MATRIX_SUM}\t\t\t\t{format_count(money())}\t" in content
    assert "Menunggu kajian." in content
    assert "Kegiatan ke-14." not in content


def test_an_absent_participant_is_not_on_the_sheets(record: MeetingRecord) -> None:
    assert "Dedi" not in read_docx(write_file(record, "daftar-hadir", "docx"))
    assert "Kepala desa/lurah\t2\t" in minutes(record)


def test_a_document_made_later_shows_what_was_agreed_since(demo: Engine) -> None:
    meeting = open_recorded(demo)
    with open_write(demo, "uji") as connection:
        connection.execute(
            text("UPDATE usulan SET decision = 'disepakati' WHERE activity = 'Kegiatan ke-15.'")
        )
    record = read_record(demo, meeting.id)
    assert len(record.list_signed()) == len(SIGNED) + 1
    assert name_file(find(demo, meeting.id), "berita-acara", "pdf").startswith("berita-acara-pra-")


def test_an_unknown_meeting_has_no_record(demo: Engine) -> None:
    with pytest.raises(LookupError):
        read_record(demo, 999)
    assert make_values(3)["bidang"] == "fisik"
