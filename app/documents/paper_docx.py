"""A paper as a Word document: plain styles that an office can go on writing in."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from app.documents.paper import (
    Align,
    Block,
    Facts,
    Heading,
    Letterhead,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Signatures,
    Table,
)
from app.documents.paper_docx_parts import (
    add_field,
    keep_with_next,
    rule_below,
    set_language,
)
from app.documents.paper_docx_tables import add_facts, add_signatures, add_table
from app.documents.paper_text import clean_text
from app.text import surat as text

FONT = "Arial"
_PAGE = (Cm(21.0), Cm(29.7))
_SIDE, _TOP = Cm(2.2), Cm(2.0)
_MARK = RGBColor(0xB4, 0x53, 0x09)
_ALIGNED: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
}


def write_docx(paper: Paper) -> bytes:
    """The paper as a Word document, A4, with page numbers and its marks on every page."""
    document = Document()
    _set_styles(document)
    _set_page(document, paper)
    document.core_properties.title = clean_text(" ".join(paper.titles))
    document.core_properties.author = ""
    document.core_properties.comments = ""
    if paper.letterhead is not None:
        _add_letterhead(document, paper.letterhead)
    for line in paper.titles:
        _add_line(document, line.upper(), size=12, strong=True, align="tengah")
    if paper.number:
        number = f"{text.NUMBER_LABEL} {paper.number}"
        _add_line(document, number, align="tengah")
    _add_line(document, "", size=6)
    for block in paper.blocks:
        _add_block(document, block)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_styles(document: DocumentObject) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    for level, size in ((1, 11.5), (2, 10.5)):
        style = document.styles[f"Heading {level}"]
        font = style.font
        font.name, font.size, font.bold = FONT, Pt(size), True
        font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(10)
        style.paragraph_format.space_after = Pt(4)
    set_language(document, FONT)


def _set_page(document: DocumentObject, paper: Paper) -> None:
    section = document.sections[0]
    width, height = _PAGE[::-1] if paper.landscape else _PAGE
    section.page_width, section.page_height = width, height
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = _SIDE
    section.top_margin = section.bottom_margin = _TOP
    if paper.marks:
        head = section.header.paragraphs[0]
        run = head.add_run(clean_text(" · ".join(paper.marks)))
        run.bold, run.font.size, run.font.color.rgb = True, Pt(8.5), _MARK
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    start = f"{paper.footer} · {text.PAGE_WORD} " if paper.footer else f"{text.PAGE_WORD} "
    for part in (clean_text(start), "PAGE", f" {text.PAGE_OF} ", "NUMPAGES"):
        if part.isupper():
            add_field(foot, part)
        else:
            foot.add_run(part)
    for run in foot.runs:
        run.font.size = Pt(8.5)


def _add_letterhead(document: DocumentObject, head: Letterhead) -> None:
    for line in head.lines:
        _add_line(document, line.upper(), size=13, strong=True, align="tengah")
    last = _add_line(document, head.address, size=9.5, align="tengah")
    rule_below(last)
    last.paragraph_format.space_after = Pt(12)


def _add_line(
    document: DocumentObject,
    words: str,
    *,
    size: float = 10.5,
    strong: bool = False,
    align: Align = "kiri",
) -> WordParagraph:
    line = document.add_paragraph()
    run = line.add_run(clean_text(words))
    run.bold, run.font.size = strong, Pt(size)
    line.alignment = _ALIGNED[align]
    line.paragraph_format.space_after = Pt(2)
    return line


def _add_block(document: DocumentObject, block: Block) -> None:
    if isinstance(block, Heading):
        keep_with_next(document.add_heading(clean_text(block.text), block.level))
    elif isinstance(block, Paragraph):
        run = document.add_paragraph().add_run(clean_text(block.text))
        run.bold = block.strong
        run.font.size = Pt(9.5 if block.small else 10.5)
    elif isinstance(block, Numbered):
        _add_numbered(document, block.items)
    elif isinstance(block, Facts):
        add_facts(document, block)
    elif isinstance(block, Table):
        add_table(document, block)
    elif isinstance(block, Signatures):
        add_signatures(document, block)
    elif isinstance(block, PageBreak):
        document.add_page_break()  # type: ignore[no-untyped-call]


def _add_numbered(document: DocumentObject, items: Sequence[str]) -> None:
    # Numbers as text: Word's own list numbering would go on counting from list to list.
    for number, item in enumerate(items, start=1):
        line = document.add_paragraph()
        line.paragraph_format.left_indent = Cm(0.8)
        line.paragraph_format.first_line_indent = Cm(-0.8)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
        line.paragraph_format.space_after = Pt(3)
        line.add_run(f"{number}.\t{clean_text(item)}")
