"""Files that are no tables at all, told by how they begin: people choose the wrong one."""

import re

_BEGINNINGS = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"SQLite format 3\x00",
    b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07",
)  # fmt: skip
# A page of the web or of Excel 2003 (often called .xls), and lists or objects of JSON.
_MARKUP = re.compile(
    rb"\s*<(?:!doctype|html|head|body|table|meta|\?xml|\?mso|style)", re.IGNORECASE
)
_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{])")
_BOM = b"\xef\xbb\xbf"


def find_foreign(start: bytes) -> bool:
    """Tell whether a file that begins so is a picture, a document, a page, an archive or JSON."""
    plain = start.removeprefix(_BOM)
    return plain.startswith(_BEGINNINGS) or bool(_MARKUP.match(plain) or _JSON.match(plain))
