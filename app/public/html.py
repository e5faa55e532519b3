"""The HTML around every public page, and the pieces that it is made of; every text is escaped."""

import html
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from app.text import publik as text

ROUTE, SIGN_IN = "/publik", "/masuk"


def escape(value: object) -> str:
    """Make any value text within HTML, also within a quoted attribute."""
    return html.escape(str(value), quote=True)


def paragraph(content: str, css_class: str = "") -> str:
    """A paragraph of plain text."""
    mark = f' class="{css_class}"' if css_class else ""
    return f"<p{mark}>{escape(content)}</p>"


def link(address: str, words: str, *, css_class: str = "", is_foreign: bool = False) -> str:
    """A link to one of our own addresses, or to another site, which learns nothing of ours."""
    mark = f' class="{css_class}"' if css_class else ""
    other = ' rel="nofollow noopener noreferrer"' if is_foreign else ""
    return f'<a{mark} href="{escape(address)}"{other}>{escape(words)}</a>'


def items(entries: Iterable[str], css_class: str = "") -> str:
    """A list of finished HTML."""
    mark = f' class="{css_class}"' if css_class else ""
    return f"<ul{mark}>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"


def section(title: str, *parts: str) -> str:
    """A part of the page under its heading."""
    return f"<section><h2>{escape(title)}</h2>{''.join(parts)}</section>"


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numeric: frozenset[int] = frozenset(),
    total_first: bool = False,
) -> str:
    """A table of finished cells, the first of a row its heading; it scrolls sideways by itself.

    numeric: columns that stand to the right. total_first: the first row is the whole.
    """
    head = "".join(
        f'<th scope="col"{_right(n, numeric)}>{escape(name)}</th>' for n, name in enumerate(columns)
    )
    body = "".join(
        _row(row, numeric, is_total=total_first and n == 0) for n, row in enumerate(rows)
    )
    label = escape(text.SCROLL.format(caption=caption))
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[str], numeric: frozenset[int], *, is_total: bool) -> str:
    cells = "".join(f"<td{_right(n, numeric)}>{cell}</td>" for n, cell in enumerate(row[1:], 1))
    mark = ' class="total"' if is_total else ""
    return f'<tr{mark}><th scope="row">{row[0]}</th>{cells}</tr>'


def _right(column: int, numeric: frozenset[int]) -> str:
    return ' class="n"' if column in numeric else ""


def make_page(title: str, body: str, *, is_demo: bool = False) -> str:
    """A whole page around `body`, finished HTML."""
    notice = paragraph(text.DEMO, "notice") if is_demo else ""
    return f"""<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} · {escape(text.APP_NAME)}</title>
<style>{_style()}</style>
</head>
<body>
<a class="skip" href="#isi">{escape(text.SKIP)}</a>
<header><div class="brand">{escape(text.APP_NAME)}<span>{escape(text.SUBTITLE)}</span></div>
<nav>{link(ROUTE, text.LINK_INDEX)} · {link(SIGN_IN, text.LINK_SIGN_IN)}</nav></header>
<main id="isi">{notice}<h1>{escape(title)}</h1>
{body}
</main>
</body>
</html>"""


@cache
def _style() -> str:
    return Path(__file__).with_name("style.css").read_text("utf-8")
