"""The HTML around every form before the app itself: plain, without scripts, nothing fetched."""

import base64
import html
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from starlette.responses import HTMLResponse

from app.text import sign_in as text

_HERE = Path(__file__).parent
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
}


def escape(value: object) -> str:
    """Make any value text within HTML, also within a quoted attribute."""
    return html.escape(str(value), quote=True)


def paragraph(content: str, css_class: str = "") -> str:
    """A paragraph of plain text."""
    mark = f' class="{css_class}"' if css_class else ""
    return f"<p{mark}>{escape(content)}</p>"


def show_error(code: str, values: Mapping[str, str] | None = None) -> str:
    """What was refused and what to do, announced to screen readers, too."""
    if not code:
        return ""
    sentence = text.ERRORS[code].format(**(values or {}))
    return f'<p class="error" role="alert">{escape(sentence)}</p>'


def text_field(label: str, name: str, **attributes: Any) -> str:
    """A labelled field; `attributes` of HTML with "_" for "-"; a true one stands alone."""
    marks = "".join(
        f" {key.replace('_', '-')}" + ("" if value is True else f'="{escape(value)}"')
        for key, value in attributes.items()
        if value is not False
    )
    return f'<label>{escape(label)}<input id="{name}" name="{name}"{marks} required></label>'


def hidden_field(name: str, value: str) -> str:
    """A value that travels with a form; nothing when it is empty."""
    return f'<input type="hidden" name="{name}" value="{escape(value)}">' if value else ""


def send_page(title: str, body: str, *, status: int = 200, wide: bool = False) -> HTMLResponse:
    """A whole page around `body` (HTML made by the functions above)."""
    page = f"""<!doctype html>
<html lang="id" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{escape(title)} · {escape(text.APP_NAME)}</title>
<link rel="icon" href="{_icon()}">
<style>{_style()}</style>
</head>
<body><div class="frame"><main{' class="wide"' if wide else ""}>
<div class="brand"><img src="{_icon()}" alt=""><div><strong>{escape(text.APP_NAME)}</strong>
<span>{escape(text.APP_SUBTITLE)}</span></div></div>
{body}
</main></div></body>
</html>"""
    return HTMLResponse(page, status_code=status, headers=_HEADERS)


@cache
def _style() -> str:
    return (_HERE / "style.css").read_text("utf-8")


@cache
def _icon() -> str:
    content = (_HERE.parent / "static" / "ikon.png").read_bytes()
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"
