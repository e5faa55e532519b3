"""What a Word document and a PDF say, for tests that read them back."""

import re
import zlib
from io import BytesIO

from docx import Document

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def read_docx(content: bytes) -> str:
    """Every text of a Word document, of paragraphs and of cells in their order."""
    document = Document(BytesIO(content))
    parts = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            parts += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            parts.append(block.text)
    return "\n".join(parts)


def read_headers(content: bytes) -> str:
    """The text at the top of every page of a Word document."""
    section = Document(BytesIO(content)).sections[0]
    return "\n".join(each.text for each in section.header.paragraphs)


def count_pages(content: bytes) -> int:
    """How many pages a PDF has, also where its objects stand in compressed streams."""
    found = len(_PAGE.findall(content))
    for stream in _STREAM.findall(content):
        try:
            found += len(_PAGE.findall(zlib.decompress(stream)))
        except zlib.error:
            continue
    return found
