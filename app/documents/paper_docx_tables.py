"""Tables in a Word document: what is listed, labels with values, places to sign."""

from collections.abc import Sequence

from docx.document import Document as DocumentObject
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Length, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from app.documents.paper import Align, Column, Facts, Signature, Signatures, Table
from app.documents.paper_docx_parts import keep_row_whole, narrow_margins, repeat_row, shade
from app.documents.paper_text import bind_units, clean_text
from app.documents.paper_widths import fit_columns
from app.text import surat as text

_HEAD = "E5E7EB"
_SIZE = Pt(8.5)
_ALIGNED: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
}
_SIGN_ROOM = Cm(2.2)
_PER_CM = 360000


def add_table(document: DocumentObject, block: Table) -> None:
    """A table with its headings on every page; no row is torn."""
    block = fit_columns(block, find_room(document) / _PER_CM)
    widths = _share(document, block.columns)
    table = _start(document, len(block.columns), "Table Grid")
    head = _add_row(table)
    repeat_row(head)
    _fill(head, [each.heading for each in block.columns], ["tengah"] * len(widths), strong=True)
    for cell in head.cells:
        shade(cell, _HEAD)
    aligned: list[Align] = [each.align for each in block.columns]
    for index, values in enumerate(block.rows):
        row = _add_row(table)
        _fill(row, values, aligned)
        # Where not even the first may be torn, LibreOffice can lose all that come after it.
        if index:
            keep_row_whole(row)
        if block.row_height_mm:
            row.height, row.height_rule = Mm(block.row_height_mm), WD_ROW_HEIGHT_RULE.AT_LEAST
    if block.total is not None:
        # The sum is not left alone at the top of a page.
        for cell in table.rows[-1].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        _fill(_add_row(table), block.total, aligned, strong=True)
    _set_widths(table, widths)
    _space_after(document)


def add_facts(document: DocumentObject, block: Facts) -> None:
    """Labels and values without lines."""
    table = _start(document, 3, None)
    for label, value in block.rows:
        _fill(_add_row(table), (label, ":", value), ["kiri"] * 3, size=Pt(10.5))
    room = find_room(document)
    _set_widths(table, [Cm(4.6), Cm(0.5), Length(room - Cm(5.1))])
    _space_after(document)


def add_signatures(document: DocumentObject, block: Signatures) -> None:
    """Places to sign, two in a row; a row is not torn."""
    if block.dateline:
        line = document.add_paragraph(clean_text(block.dateline))
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.keep_with_next = True
    table = _start(document, 2, None)
    for first in range(0, len(block.places), 2):
        pair = block.places[first : first + 2]
        row = _add_row(table)
        keep_row_whole(row)
        # A single signer stands on the right, where the date stands.
        for place, cell in zip(pair, row.cells[-len(pair) :], strict=True):
            _sign(place, cell)
    half = Length(find_room(document) // 2)
    _set_widths(table, [half, half])


def _sign(place: Signature, cell: _Cell) -> None:
    # Office and name in one row: LibreOffice parts two rows, whatever is asked of them.
    office, name = cell.paragraphs[0], cell.add_paragraph()
    office.add_run(clean_text(place.office))
    office.paragraph_format.keep_with_next = True
    name.paragraph_format.space_before = _SIGN_ROOM
    run = name.add_run(clean_text(place.name) or text.BLANK)
    run.bold = run.underline = bool(place.name)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    for line in (office, name):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _start(document: DocumentObject, columns: int, style: str | None) -> WordTable:
    table: WordTable = document.add_table(rows=0, cols=columns, style=style)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    narrow_margins(table)
    return table


def _add_row(table: WordTable) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _fill(
    row: _Row,
    values: Sequence[str],
    aligned: Sequence[Align],
    *,
    strong: bool = False,
    size: Length = _SIZE,
) -> None:
    for cell, value, align in zip(row.cells, values, aligned, strict=True):
        line = cell.paragraphs[0]
        line.paragraph_format.keep_together = True
        run = line.add_run(bind_units(value))
        run.bold, run.font.size = strong, size
        line.alignment = _ALIGNED[align]
        line.paragraph_format.space_after = Pt(1)


def find_room(document: DocumentObject) -> int:
    """The width between the margins of the page that is being written."""
    section = document.sections[-1]
    sizes = (section.page_width, section.left_margin, section.right_margin)
    width, left, right = (int(each or 0) for each in sizes)
    return width - left - right


def _share(document: DocumentObject, columns: Sequence[Column]) -> list[Length]:
    whole, room = sum(each.width for each in columns), find_room(document)
    return [Length(room * each.width // whole) for each in columns]


def _set_widths(table: WordTable, widths: Sequence[Length]) -> None:
    # LibreOffice reads the grid, Word the cells: both are told.
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _space_after(document: DocumentObject) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(0)
