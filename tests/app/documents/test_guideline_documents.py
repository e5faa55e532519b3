"""The guideline's documents: their figures are the export's, and a draft says what it lacks."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from sqlalchemy import Engine, delete, insert, text

from app.budget_words import key_snapshot
from app.cli.export_request import ExportRequest
from app.cli.exporting_budget import tabulate_gaps
from app.cli.exporting_coverage import tabulate_coverage
from app.cli.exporting_prevalence import tabulate_prevalence
from app.cli.exporting_problems import tabulate_problems
from app.cli.exporting_tags import tabulate_tags
from app.documents import guideline_review, guideline_semester
from app.documents.guideline_ansit import pick_budget
from app.documents.guideline_files import (
    frame_document,
    list_lacks,
    write_form,
    write_tables,
)
from app.documents.guideline_money import (
    compute_gaps_of,
    make_gap_table,
)
from app.documents.guideline_paper import Framed
from app.documents.paper import Across, Block, Heading, Paragraph, Picture, Table
from app.documents.paper_docx import write_docx
from app.documents.paper_pdf import write_pdf
from app.format import format_count, format_idr, format_pct
from app.guideline_case import GuidelineCase
from app.guideline_list import ANSIT, DOCUMENTS, FIRST_HALF, SECOND_HALF, TAG_NOW, find_document
from app.text import dokumen as words
from app.text import surat as paper_words
from data_access.database import make_engine, open_write
from data_access.reads.program_mitra import read_programs
from data_access.reads.wilayah import read_region
from data_access.schema import Masalah, Regulasi
from tests.app.documents.papers_text import read_docx, read_headers

KABUPATEN, KECAMATAN, YEAR = "99.01", "99.01.01", 2026
NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture(scope="module")
def read_only(demo_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A copy of the demonstration for tests that only read."""
    path = tmp_path_factory.mktemp("dokumen") / "demo.db"
    shutil.copy(demo_template, path)
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def kecamatan(read_only: Engine) -> GuidelineCase:
    return GuidelineCase(read_only, KECAMATAN, YEAR, NOW)


@pytest.fixture(scope="module")
def kabupaten(read_only: Engine) -> GuidelineCase:
    return GuidelineCase(read_only, KABUPATEN, YEAR, NOW)


@pytest.fixture(scope="module")
def analysis(kecamatan: GuidelineCase) -> Framed:
    return frame_document(kecamatan, find_document(ANSIT))


def ask(case: GuidelineCase, period: str | None = None, level: str | None = None) -> ExportRequest:
    region = read_region(case.engine, case.code)
    assert region is not None
    return ExportRequest(case.engine, region, period, None, level)


def flatten(blocks: tuple[Block, ...] | list[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += flatten(list(block.blocks)) if isinstance(block, Across) else [block]
    return found


def find_tables(framed: Framed, heading: str) -> list[Table]:
    tables = [each for each in flatten(list(framed.paper.blocks)) if isinstance(each, Table)]
    return [each for each in tables if heading in [column.heading for column in each.columns]]


def read_words(framed: Framed) -> str:
    return "\n".join(
        each.text for each in flatten(list(framed.paper.blocks)) if isinstance(each, Paragraph)
    )


def test_every_document_the_guideline_expects_is_there_once() -> None:
    groups = pd.Series([each.group for each in DOCUMENTS]).value_counts().to_dict()
    assert groups == {
        "analisis": 1,
        "perencanaan": 2,
        "pelaksanaan": 4,
        "penilaian": 2,
        "dukungan": 2,
        "reviu": 1,
    }
    assert {each.key for each in DOCUMENTS} == set(words.TITLES) == set(words.SHORT_TITLES)


def test_coverage_stands_as_the_export_has_it(analysis: Framed, kecamatan: GuidelineCase) -> None:
    exported = tabulate_coverage(ask(kecamatan, str(YEAR), "kecamatan")).table
    (table,) = find_tables(analysis, "Terjangkau")
    shown = [(row[2], row[3]) for row in table.rows]
    expected = [
        (format_pct(row.cakupan_pct), format_pct(row.target_pct, missing="-"))
        for row in exported.itertuples(index=False)
    ]
    assert shown == expected
    sheet = next(each for each in analysis.tables if each.sheet.startswith("Analisis"))
    own = sheet.table[sheet.table["region_code"] == KECAMATAN]
    assert own["pembilang"].tolist() == exported["pembilang"].tolist()


def test_prevalence_and_problem_places_stand_as_the_export_has_them(
    analysis: Framed, kecamatan: GuidelineCase
) -> None:
    exported = tabulate_prevalence(ask(kecamatan, kecamatan.pairing.measured, "desa")).table
    (table,) = find_tables(analysis, "Prevalensi")[:1]
    shown = {row[1]: (row[2], row[3]) for row in table.rows}
    expected = {
        row.name: (format_pct(row.prevalensi_pct), format_count(row.stunting_jiwa))
        for row in exported.itertuples(index=False)
    }
    assert shown == expected
    places = tabulate_problems(ask(kecamatan, str(YEAR))).table
    pd.testing.assert_frame_equal(
        next(e for e in analysis.tables if "code" in e.table and "reason" in e.table).table, places
    )


def test_gaps_of_the_budget_stand_as_the_export_has_them(kabupaten: GuidelineCase) -> None:
    snapshot = pick_budget(kabupaten)
    assert snapshot is not None
    asked = key_snapshot(snapshot)
    exported = tabulate_gaps(ask(kabupaten, asked, "kabupaten")).table
    table = make_gap_table(kabupaten, compute_gaps_of(kabupaten, snapshot))
    assert table is not None
    known = dict(zip(exported["service"], exported["gap_idr"], strict=True))
    assert table.rows
    for row in table.rows:
        assert row[4] == format_count(known[row[0]], "-"), row[0]


def test_tagged_lines_and_their_sum_are_the_exports(kabupaten: GuidelineCase) -> None:
    framed = frame_document(kabupaten, find_document(TAG_NOW))
    exported = tabulate_tags(ask(kabupaten, "2026-murni")).table
    pd.testing.assert_frame_equal(framed.tables[0].table, exported)
    whole = int(exported["amount_idr"].sum())
    assert format_idr(whole) in read_words(framed)
    sums = [each.total for each in find_tables(framed, "Bagian")]
    assert [total[2] for total in sums if total] == [format_count(whole)] * 3
    listed = find_tables(framed, "Subkegiatan")
    totals = [int(each.total[-1].replace(".", "")) for each in listed if each.total]
    assert sum(totals) == whole


def test_realisation_counts_only_programmes_that_tell_it(
    kecamatan: GuidelineCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guideline_semester, "draw_heatmap", lambda *_: None)
    framed = frame_document(kecamatan, find_document(FIRST_HALF))
    programmes = read_programs(kecamatan.engine, KECAMATAN, YEAR)
    told = programmes[programmes["realisation_june_idr"].notna()]
    assert 0 < len(told) < len(programmes)
    (table,) = find_tables(framed, "Sumber")[:1]
    assert table.total is not None
    assert table.total[1] == format_count(len(programmes))
    assert table.total[3] == format_count(int(told["realisation_june_idr"].sum()))
    share = 100 * told["realisation_june_idr"].sum() / told["amount_idr"].sum()
    assert table.total[4] == format_pct(float(share))


def test_an_approved_document_is_final_and_signed_by_the_approver(analysis: Framed) -> None:
    assert analysis.lacks.is_final
    assert analysis.paper.marks == (paper_words.MARK_DEMO,)
    assert analysis.paper.cover is not None
    assert (words.COVER_STATE, words.COVER_FINAL) in analysis.paper.cover.facts
    headings = [each.text for each in analysis.paper.blocks if isinstance(each, Heading)]
    assert headings[0] == "A. Dasar data"
    pictures = [each for each in flatten(list(analysis.paper.blocks)) if isinstance(each, Picture)]
    assert len(pictures) == 3
    assert all(each.content.startswith(b"\x89PNG") and each.alt for each in pictures)


def test_a_draft_says_so_on_every_page_and_lists_what_is_missing(kecamatan: GuidelineCase) -> None:
    document = find_document(SECOND_HALF)
    framed = frame_document(kecamatan, document)
    assert words.MARK_DRAFT in framed.paper.marks
    assert framed.lacks == list_lacks(kecamatan, document)
    assert words.LACK_HALF.format(half="II", year=YEAR) in framed.lacks.sentences
    assert {gap.is_all for gap in framed.lacks.gaps} == {True}
    assert len({name for gap in framed.lacks.gaps for name in gap.desa}) == 10
    content = write_docx(framed.paper)
    assert words.MARK_DRAFT in read_headers(content)
    shown = read_docx(content)
    assert words.MISSING_INTRO in shown
    assert words.ALL_ITEMS in shown
    assert write_pdf(framed.paper).startswith(b"%PDF")


def test_an_empty_cell_is_named_with_its_desa_once_the_stage_is_open_again(demo: Engine) -> None:
    with open_write(demo, "penguji") as connection:
        connection.execute(
            text("UPDATE tahapan SET state = 'draf' WHERE stage = 'kecamatan.ansit'")
        )
        connection.execute(
            text(
                "UPDATE isian SET value = NULL WHERE period = '2026' AND item_code = 'S03' "
                "AND unit_code = '99.01.01.1001'"
            )
        )
    case = GuidelineCase(demo, KECAMATAN, YEAR, NOW)
    lacks = list_lacks(case, find_document(ANSIT))
    named = [gap for gap in lacks.gaps if len(gap.desa) == 1]
    desa = case.children.set_index("code").loc["99.01.01.1001", "name"]
    assert any(gap.desa == (desa,) and len(gap.items) >= 1 for gap in named)


def test_all_other_documents_are_made_in_their_forms(
    kecamatan: GuidelineCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guideline_review, "draw_heatmap", lambda *_: None)
    for document in DOCUMENTS:
        if document.key in {ANSIT, FIRST_HALF}:
            continue
        framed = frame_document(kecamatan, document)
        assert framed.lacks == list_lacks(kecamatan, document), document.key
        names = ZipFile(BytesIO(write_tables(kecamatan, document, framed))).namelist()
        sheets = [each for each in names if each.startswith("xl/worksheets/sheet")]
        assert len(sheets) == len(framed.tables) + 1, document.key


def test_a_document_is_written_as_word_with_its_map_and_wide_pages(
    kecamatan: GuidelineCase, analysis: Framed
) -> None:
    content = write_docx(analysis.paper)
    assert "Dokumen Analisis Situasi".upper() in read_docx(content)
    assert write_form(kecamatan, find_document("daftar-regulasi"), "pdf").startswith(b"%PDF")


def test_a_desa_has_no_documents(read_only: Engine) -> None:
    with pytest.raises(ValueError, match="no documents"):
        GuidelineCase(read_only, "99.01.01.1001", YEAR)


def test_regulations_are_listed_and_stages_without_one_are_named(demo: Engine) -> None:
    with open_write(demo, "penguji") as connection:
        connection.execute(delete(Regulasi).where(Regulasi.wilayah_code == KECAMATAN))
        connection.execute(
            insert(Regulasi).values(
                wilayah_code=KECAMATAN,
                year=YEAR,
                kind="keputusan",
                number='12/2026 #panic("x")',
                dated_on=date(2026, 3, 2),
                subject="Tim percepatan penurunan stunting <kecamatan>",
                stage="ansit",
                version=1,
                updated_by="penguji",
                updated_at=NOW,
            )
        )
    case = GuidelineCase(demo, KECAMATAN, YEAR, NOW)
    framed = frame_document(case, find_document("daftar-regulasi"))
    (table,) = find_tables(framed, "Tentang")
    assert table.rows[0][1:] == (
        "Keputusan",
        '12/2026 #panic("x")',
        "2 Maret 2026",
        "Tim percepatan penurunan stunting <kecamatan>",
        "Analisis situasi",
    )
    missing = "\n".join(framed.lacks.sentences)
    assert "Pra-musrenbang" in missing
    assert "Analisis situasi" not in missing
    assert write_pdf(framed.paper).startswith(b"%PDF")


def test_what_an_approved_document_lacks_is_told_as_a_remark(demo: Engine) -> None:
    with open_write(demo, "penguji") as connection:
        connection.execute(delete(Masalah).where(Masalah.wilayah_code == KECAMATAN))
    case = GuidelineCase(demo, KECAMATAN, YEAR, NOW)
    lacks = list_lacks(case, find_document(ANSIT))
    assert lacks.is_final
    assert lacks.remarks == (words.LACK_PROBLEMS,)
