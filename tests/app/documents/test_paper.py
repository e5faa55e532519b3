"""A paper in Word and PDF: what is written stands there literally, on every page its marks."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from PIL import Image

from app.documents import paper_pdf
from app.documents.paper import (
    Across,
    Column,
    Cover,
    Facts,
    Heading,
    Letterhead,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
)
from app.documents.paper_docx import write_docx
from app.documents.paper_pdf import write_pages, write_pdf
from app.documents.paper_text import clean_text
from app.documents.paper_widths import fit_columns
from tests.app.documents.papers_text import count_pages, read_docx, read_headers

UPRIGHT, WIDE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
HOSTILE = (
    '#let x = 1 #panic("a") #read("/etc/passwd") $x^2$ *tebal* _miring_ <label> @acuan `kode` '
    "\\ // komentar /* buka ] ) } = judul \"kutip\" 'k' ~ & {{ }} %s {0} --- https://a.b"
)
TABLE = Table((Column("No.", 1, "kanan"), Column("Kegiatan", 5)), (("1", HOSTILE),), ("", "Jumlah"))
PAPER = Paper(
    titles=("Berita acara", "Kecamatan Juai"),
    blocks=(
        Heading("A. " + HOSTILE),
        Paragraph(HOSTILE),
        Numbered((HOSTILE, "dua")),
        Facts((("Tempat", HOSTILE),)),
        TABLE,
        PageBreak(),
        Signatures("Paringin, 17 Februari 2026", (Signature("Camat", HOSTILE), Signature("Sekda"))),
    ),
    letterhead=Letterhead(("Pemerintah", HOSTILE), HOSTILE),
    number=HOSTILE,
    marks=("KONSEP",),
    footer=HOSTILE,
)


def test_every_sign_of_markup_stands_in_word_as_it_was_written() -> None:
    words = read_docx(write_docx(PAPER))
    # Letterhead in capitals, address, number, heading, paragraph, list, fact, cell, name.
    assert words.count(HOSTILE) == 8
    assert HOSTILE.upper() in words


def test_typst_never_reads_a_text_as_markup() -> None:
    """A panic, an unknown label or an unclosed bracket would end the setting of the page."""
    data = paper_pdf._to_data(PAPER)
    assert data["blocks"][1]["text"] == HOSTILE
    assert count_pages(write_pdf(PAPER)) == 2


@pytest.mark.parametrize("sign", ["#", "$", "*", "_", "`", "<a>", "@a", "\\", "[", "]", "//", "="])
def test_a_sign_alone_makes_another_page_than_none(sign: str) -> None:
    plain = replace(PAPER, blocks=(Paragraph("x y"),), letterhead=None, number="", footer="")
    marked = replace(plain, blocks=(Paragraph(f"x {sign} y"),))
    assert write_pages(marked, 40) != write_pages(plain, 40)


def test_new_lines_stay_and_control_signs_go() -> None:
    words = "satu\r\ndua\x00\x0b tiga\ud800"
    assert clean_text(words) == "satu\ndua\n tiga"
    paper = replace(PAPER, blocks=(Paragraph(words),))
    assert "satu\ndua\n tiga" in read_docx(write_docx(paper))
    assert write_pdf(paper).startswith(b"%PDF-")


def test_marks_stand_at_the_top_of_every_page() -> None:
    assert "KONSEP" in read_headers(write_docx(PAPER))
    assert write_pdf(PAPER) != write_pdf(replace(PAPER, marks=()))


def test_the_same_paper_is_the_same_picture_on_every_server() -> None:
    families = {font.family for font in paper_pdf._fonts().fonts()}
    assert "Libertinus Serif" in families
    assert all(font.path is None for font in paper_pdf._fonts().fonts())


def test_a_row_of_another_length_than_the_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        Table(TABLE.columns, (("satu",),))


def test_the_template_takes_nothing_from_elsewhere() -> None:
    template = paper_pdf._read_template().decode()
    assert not [word for word in ("import", "include", "@preview", "read(") if word in template]


def test_pictures_a_cover_and_pages_across_stand_in_word_and_pdf() -> None:
    picture = Picture(make_png(), 'Peta "prevalensi" #x', HOSTILE, 60)
    across = Across((Heading("Lampiran"), TABLE, picture))
    paper = replace(
        PAPER,
        blocks=(Paragraph("Isi"), across, Paragraph("Akhir")),
        cover=Cover(("Kecamatan Juai", HOSTILE), (("Keadaan", HOSTILE),)),
    )
    document = Document(BytesIO(write_docx(paper)))
    assert [each.orientation for each in document.sections] == [UPRIGHT, WIDE, UPRIGHT]
    last = Document(BytesIO(write_docx(replace(paper, blocks=(Paragraph("Isi"), across)))))
    assert [each.orientation for each in last.sections] == [UPRIGHT, WIDE]
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == 'Peta "prevalensi" #x'
    shown = read_docx(write_docx(paper))
    assert shown.count(HOSTILE) == 5  # letterhead, cover line, cover fact, cell, caption
    pages = write_pages(paper, 20)
    shapes = [Image.open(BytesIO(each)).size for each in pages]
    assert [wide > high for wide, high in shapes] == [False, False, True, False]
    assert count_pages(write_pdf(paper)) == 4


def make_png() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 20), "navy").save(buffer, "PNG")
    return buffer.getvalue()


def read_rows(content: bytes) -> list[bool]:
    """Of every row of the first table that has headings: whether it may not be torn."""
    table = next(each for each in Document(BytesIO(content)).tables if len(each.rows) > 2)
    return [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in table.rows]


def test_the_first_row_below_the_headings_may_be_torn_and_no_other() -> None:
    """Where it may not, LibreOffice can leave out all the rows that follow it on other pages."""
    long = replace(TABLE, rows=tuple((str(number), HOSTILE) for number in range(4)))
    torn = read_rows(write_docx(replace(PAPER, blocks=(long,))))
    assert torn[1] is False
    assert all(torn[2:5])


def test_office_and_name_stand_in_one_row_that_is_not_torn() -> None:
    places = (Signature("Camat\nJuai", "Ani"), Signature("Sekda"))
    content = write_docx(replace(PAPER, blocks=(Signatures("Juai, 1 Mei 2026", places),)))
    (table,) = Document(BytesIO(content)).tables
    (row,) = table.rows
    assert row._tr.xpath("./w:trPr/w:cantSplit")
    assert row.cells[0].paragraphs[-1].text == "Ani"


def test_a_number_keeps_its_percent_sign_on_its_line() -> None:
    paper = replace(PAPER, blocks=(Paragraph("naik 16,1 % lagi"), Numbered(("5 % saja",))))
    words = read_docx(write_docx(paper))
    assert "16,1\u00a0% lagi" in words
    assert "5\u00a0% saja" in words


def test_no_column_is_narrower_than_its_longest_word() -> None:
    columns = (Column("No.", 1, "kanan"), Column("Satuan", 1), Column("Kegiatan", 30))
    table = Table(columns, (("12", "sambungan", "Perluasan jaringan air minum"),))
    number, unit, activity = (each.width / 100 for each in fit_columns(table, 16.6).columns)
    assert number > 0.8
    assert unit > 1.8
    assert number + unit + activity == pytest.approx(16.6, abs=0.05)
    # What fits as it is stays as it is.
    even = Table((Column("A", 1), Column("B", 3)), (("x", "y"),))
    assert [each.width for each in fit_columns(even, 16).columns] == [400, 1200]
