"""A paper as a Word document: plain styles that an office can go on writing in."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from app.documents.paper import (
    Across,
    Align,
    Block,
    Cover,
    Facts,
    Heading,
    Letterhead,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from app.documents.paper_docx_parts import (
    add_field,
    describe_picture,
    keep_with_next,
    rule_below,
    set_language,
)
from app.documents.paper_docx_tables import (
    add_facts,
    add_signatures,
    add_table,
    find_room,
)
from app.documents.paper_text import bind_units, clean_text
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
    if paper.cover is not None:
        _add_cover(document, paper, paper.cover)
    else:
        _add_titles(document, paper)
    for block in paper.blocks:
        _add_block(document, block)
    if paper.blocks and isinstance(paper.blocks[-1], Across):
        _drop_last_section(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_titles(document: DocumentObject, paper: Paper) -> None:
    for line in paper.titles:
        _add_line(document, line.upper(), size=12, strong=True, align="tengah")
    if paper.number:
        number = f"{text.NUMBER_LABEL} {paper.number}"
        _add_line(document, number, align="tengah")
    _add_line(document, "", size=6)


def _add_cover(document: DocumentObject, paper: Paper, cover: Cover) -> None:
    room = Pt(70 if paper.landscape else 180)
    for at, line in enumerate(paper.titles):
        title = _add_line(document, line.upper(), size=18, strong=True, align="tengah")
        title.paragraph_format.space_before = room if at == 0 else Pt(4)
    for at, line in enumerate(cover.lines):
        shown = _add_line(document, line, size=13, align="tengah")
        shown.paragraph_format.space_before = Pt(18 if at == 0 else 2)
    _add_line(document, "").paragraph_format.space_before = room
    if cover.facts:
        add_facts(document, Facts(cover.facts))
    document.add_page_break()  # type: ignore[no-untyped-call]


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
    _turn_page(section, across=paper.landscape)
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


def _turn_page(section: Section, *, across: bool) -> None:
    section.page_width, section.page_height = _PAGE[::-1] if across else _PAGE
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT


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
        line = document.add_paragraph()
        line.paragraph_format.keep_with_next = block.keep
        run = line.add_run(bind_units(block.text))
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
    elif isinstance(block, Picture):
        _add_picture(document, block)
    elif isinstance(block, Across):
        _add_across(document, block)
    elif isinstance(block, PageBreak):
        document.add_page_break()  # type: ignore[no-untyped-call]


def _add_picture(document: DocumentObject, block: Picture) -> None:
    line = document.add_paragraph()
    width = Length(find_room(document) * block.width_pct // 100)
    describe_picture(line.add_run().add_picture(BytesIO(block.content), width), block.alt)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if block.caption:
        keep_with_next(line)
        run = _add_line(document, block.caption, size=9, align="tengah").runs[0]
        run.italic = True


def _add_across(document: DocumentObject, block: Across) -> None:
    # Margins, head and foot are those of the section before; only the page is turned.
    was_across = document.sections[-1].orientation == WD_ORIENT.LANDSCAPE
    _turn_page(document.add_section(WD_SECTION.NEW_PAGE), across=True)
    for each in block.blocks:
        _add_block(document, each)
    _turn_page(document.add_section(WD_SECTION.NEW_PAGE), across=was_across)
    # The line that ends the section is no line to see: after a full page it would begin another.
    ending = document.paragraphs[-1].paragraph_format
    ending.space_after, ending.line_spacing = Pt(0), Pt(1)


def _drop_last_section(document: DocumentObject) -> None:
    """Without an empty page behind the last pages across: theirs is the last section."""
    body = document.element.body
    ending = body.xpath("./w:p[w:pPr/w:sectPr]")[-1]
    section = ending.pPr.sectPr
    body.remove(body.sectPr)
    body.remove(ending)
    body.append(section)


def _add_numbered(document: DocumentObject, items: Sequence[str]) -> None:
    # Numbers as text: Word's own list numbering would go on counting from list to list.
    for number, item in enumerate(items, start=1):
        line = document.add_paragraph()
        line.paragraph_format.left_indent = Cm(0.8)
        line.paragraph_format.first_line_indent = Cm(-0.8)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
        line.paragraph_format.space_after = Pt(3)
        line.add_run(f"{number}.\t{bind_units(item)}")
