"""The parts of a Word document that python-docx has no words for."""

from docx.document import Document as DocumentObject
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from app.documents.paper_text import clean_text

_LANGUAGE = "id-ID"
_CELL_MARGIN = "70"  # twentieths of a point


def set_language(document: DocumentObject, font: str) -> None:
    """Indonesian for the spelling check, one font for every alphabet."""
    for name in ("Normal", "Heading 1", "Heading 2"):
        properties = document.styles[name].element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for key in list(fonts.attrib):
            if key.endswith("Theme"):
                del fonts.attrib[key]
        for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(key), font)
        properties.append(_make("w:lang", val=_LANGUAGE))


def add_field(paragraph: WordParagraph, code: str) -> None:
    """A field that Word fills in itself: PAGE, NUMPAGES."""
    for kind, content in (("begin", None), (None, code), ("end", None)):
        run = paragraph.add_run()
        if content is None:
            run._r.append(_make("w:fldChar", fldCharType=str(kind)))
        else:
            instruction = _make("w:instrText")
            instruction.text = content
            run._r.append(instruction)


def rule_below(paragraph: WordParagraph) -> None:
    """A double rule under a paragraph, as under a letterhead."""
    borders = _make("w:pBdr")
    borders.append(_make("w:bottom", val="thickThinSmallGap", sz="24", space="6", color="auto"))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def keep_with_next(paragraph: WordParagraph) -> None:
    """Never alone at the foot of a page."""
    paragraph.paragraph_format.keep_with_next = True


def describe_picture(picture: InlineShape, words: str) -> None:
    """What a picture shows, for those who cannot see it."""
    picture._inline.docPr.set("descr", clean_text(words))


def shade(cell: _Cell, color: str) -> None:
    """A background for a cell, as "E5E7EB"."""
    properties = cell._tc.get_or_add_tcPr()
    properties.append(_make("w:shd", val="clear", color="auto", fill=color))


def narrow_margins(table: Table) -> None:
    """Less room beside the words of a cell than Word leaves: our tables have many columns."""
    margins = _make("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_make(f"w:{side}", w=_CELL_MARGIN, type="dxa"))
    table._tbl.tblPr.append(margins)


def repeat_row(row: _Row) -> None:
    """The row stands again at the top of every page that its table reaches."""
    row._tr.get_or_add_trPr().append(_make("w:tblHeader", val="true"))


def keep_row_whole(row: _Row) -> None:
    """The row is not torn between two pages."""
    row._tr.get_or_add_trPr().append(_make("w:cantSplit", val="true"))


def _make(name: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
