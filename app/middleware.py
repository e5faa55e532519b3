"""HTTP middleware around Streamlit: compressed static files, an Indonesian shell, safe headers.

Order in `st.App(middleware=...)`: SecurityHeaders, then the gate, then CompressedStatic, then
IndonesianShell.
"""

import gzip
import hashlib
import html
import re
from collections import OrderedDict
from dataclasses import dataclass

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.security_headers import INLINE, SecurityHeaders, name_inline_scripts

__all__ = ["CompressedStatic", "IndonesianShell", "SecurityHeaders", "rewrite_shell"]

_COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg", "font/ttf")
# Runs before Streamlit's modules, which read the browser's language for numbers and dates.
_LOCALE_SCRIPT = (
    "<script>for (const [name, value] of "
    "[['language', 'id-ID'], ['languages', ['id-ID', 'id']]]) "
    "Object.defineProperty(navigator, name, { get: () => value, configurable: true });</script>"
)
# At a page's own address Streamlit would first look for its server below that page: two answers
# 404 before it tries the root, where we always are.
_SERVER_SCRIPT = "<script>window.__streamlit = { BACKEND_BASE_URL: location.origin };</script>"
# Streamlit draws its first frame in a font of its own (0.2 MB) before it knows the theme's: the
# same name leads to the machine's fonts instead, after Streamlit's own style sheet.
_LOCAL_FONT = (
    "<style>@font-face { font-family: 'Source Sans'; font-style: normal; font-weight: 100 900; "
    "src: local('Segoe UI'), local('Roboto'), local('Noto Sans'), local('Helvetica Neue'), "
    "local('Arial'), local('Liberation Sans'), local('DejaVu Sans'); }</style>"
)


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: Headers
    body: bytes


# What a browser asks about the file that it has; Streamlit knows another form of it.
_OF_THE_ORIGINAL = (b"accept-encoding", b"range", b"if-range", b"if-none-match")


class CompressedStatic:
    """Send Streamlit's own scripts and styles gzipped, each compressed once and kept in memory.

    Streamlit leaves its static files uncompressed (4.7 MB for Plotly's script alone). Their names
    hold a content hash, so the path identifies the content. `limit_bytes` bounds what is kept.
    """

    def __init__(
        self, app: ASGIApp, prefix: str = "/static/", limit_bytes: int = 24_000_000
    ) -> None:
        """Wrap `app`; only GET requests below `prefix` are touched."""
        self._app = app
        self._prefix = prefix
        self._limit = limit_bytes
        self._kept: OrderedDict[str, _Answer] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the kept files, or let Streamlit answer and keep it."""
        if not self._concerns(scope):
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        answer = self._kept.get(path)
        if answer is None:
            answer = await _collect(self._app, _without(scope, *_OF_THE_ORIGINAL), receive)
            if not _is_compressible(answer):
                await _send(answer, scope, receive, send)
                return
            answer = await to_thread.run_sync(_compressed, answer)
            self._keep(path, answer)
        else:
            self._kept.move_to_end(path)
        await _send(answer, scope, receive, send)

    def _concerns(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "GET":
            return False
        headers = Headers(scope=scope)
        return (
            scope["path"].startswith(self._prefix)
            and "gzip" in headers.get("accept-encoding", "")
            and "if-modified-since" not in headers
            # A broken download that goes on (If-Range) gets the whole file: see `_compressed`.
            and ("range" not in headers or "if-range" in headers)
        )

    def _keep(self, path: str, answer: _Answer) -> None:
        self._kept[path] = answer
        while sum(len(kept.body) for kept in self._kept.values()) > self._limit:
            self._kept.popitem(last=False)


class IndonesianShell:
    """Rewrite Streamlit's HTML page: language, title, number format, no unused font download.

    Every address of the app answers with the same page, so the rewritten one is made once and kept
    while the original stays the same. The page goes out with an entity tag of its own content.
    """

    def __init__(
        self, app: ASGIApp, title: str, no_script: str, pages: frozenset[str] | None = None
    ) -> None:
        """Wrap `app`. title: the tab's until the app sets one. no_script: shown without scripts.

        pages: names of all pages; another address leads to the first one, where Streamlit would
        show its English words. None lets every address pass.
        """
        self._app = app
        self._pages = pages
        self._title = title
        self._no_script = no_script
        self._made: tuple[bytes, _Answer] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite what is asked for as a page and is Streamlit's shell; pass everything else."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _wants_page(scope):
            await self._app(scope, receive, send)
            return
        # Streamlit would compress pages other than the root, and answer 304 for the original.
        inner = _without(scope, b"accept-encoding", b"if-none-match", b"if-modified-since")
        answer = await _collect(self._app, inner, receive)
        if not _is_shell(answer):
            await _send(answer, scope, receive, send)
            return
        if self._pages is not None and scope["path"].strip("/") not in self._pages | {""}:
            await RedirectResponse("/", 303)(scope, receive, send)
            return
        if self._made is None or self._made[0] != answer.body:
            page = rewrite_shell(answer.body.decode(), self._title, self._no_script).encode()
            self._made = answer.body, _page_answer(page)
        page_answer = self._made[1]
        headers = MutableHeaders(raw=list(page_answer.headers.raw))
        for cookie in answer.headers.getlist("set-cookie"):
            headers.append("set-cookie", cookie)
        await _send(_Answer(200, headers, page_answer.body), scope, receive, send)


def rewrite_shell(page: str, title: str, no_script: str) -> str:
    """Turn Streamlit's English HTML shell into ours. Unknown parts stay as they are."""
    page = page.replace('<html lang="en">', '<html lang="id" translate="no">', 1)
    page = re.sub(r"<title>.*?</title>", f"<title>{html.escape(title)}</title>", page, count=1)
    # The theme uses the machine's fonts: the preload would fetch 0.2 MB for nothing.
    page = re.sub(r'<link\s+rel="preload"[^>]*?as="font"[^>]*?/?>\s*', "", page)
    page = re.sub(r'<link rel="service-desc"[^>]*?/?>\s*', "", page)
    note = f"<noscript><p>{html.escape(no_script)}</p></noscript>"
    page = re.sub(r"<noscript>.*?</noscript>", lambda _: note, page, count=1, flags=re.DOTALL)
    page = page.replace("</head>", f"  {_LOCAL_FONT}\n  </head>", 1)
    return page.replace("<head>", f"<head>\n    {_LOCALE_SCRIPT}\n    {_SERVER_SCRIPT}", 1)


def _page_answer(page: bytes) -> _Answer:
    tag = f'"{hashlib.sha256(page).hexdigest()[:32]}"'
    headers = MutableHeaders(
        {"content-type": "text/html; charset=utf-8", "cache-control": "no-cache", "etag": tag}
    )
    headers[INLINE] = name_inline_scripts(page)
    return _compressed(_Answer(200, headers, page))


def _compressed(answer: _Answer) -> _Answer:
    """The answer in gzip, with a tag of its own and no part of it for sale.

    Under the original's tag a browser would go on with a broken download at a place in the plain
    file, and keep a script joined of both for as long as the server said.
    """
    body = gzip.compress(answer.body, 6, mtime=0)
    headers = MutableHeaders(raw=list(answer.headers.raw))
    if tag := headers.get("etag"):
        headers["etag"] = tag.rstrip('"') + '-gzip"'
        headers["accept-ranges"] = "none"
    headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(body))
    headers["vary"] = "Accept-Encoding"
    return _Answer(answer.status, headers, body)


def _wants_page(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    others = ("/media/", "/_stcore/", "/component/", "/publik")
    if scope["path"].startswith(others) or "range" in headers:
        return False  # downloads may be large, and none of these is the shell
    return "text/html" in headers.get("accept", "")


def _is_shell(answer: _Answer) -> bool:
    return (
        answer.status == 200
        and answer.headers.get("content-type", "").startswith("text/html")
        and b'<div id="root">' in answer.body
    )


def _is_compressible(answer: _Answer) -> bool:
    return (
        answer.status == 200
        and "content-encoding" not in answer.headers
        and len(answer.body) > 500
        and answer.headers.get("content-type", "").startswith(_COMPRESSIBLE)
    )


def _without(scope: Scope, *names: bytes) -> Scope:
    kept = [(name, value) for name, value in scope["headers"] if name not in names]
    return {**scope, "headers": kept}


async def _collect(app: ASGIApp, scope: Scope, receive: Receive) -> _Answer:
    """Run `app` and gather its whole answer. Only for bounded files: pages and static assets."""
    start: Message = {}
    chunks: list[bytes] = []

    async def gather(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        elif message["type"] == "http.response.body":
            chunks.append(message.get("body", b""))

    # A file may be sent by path instead of in chunks where the server offers it: not to us.
    inner = {**scope, "extensions": {}}
    await app(inner, receive, gather)
    return _Answer(start["status"], Headers(raw=list(start["headers"])), b"".join(chunks))


async def _send(answer: _Answer, scope: Scope, receive: Receive, send: Send) -> None:
    """Send `answer`, plain to a client that cannot unpack it, 304 to one that has it."""
    wanted = Headers(scope=scope)
    headers = MutableHeaders(raw=list(answer.headers.raw))
    body, status = answer.body, answer.status
    tag = headers.get("etag")
    if tag and tag in wanted.get("if-none-match", ""):
        body, status = b"", 304
        del headers["content-length"]
        del headers["content-encoding"]
    elif headers.get("content-encoding") == "gzip" and "gzip" not in wanted.get(
        "accept-encoding", ""
    ):
        body = gzip.decompress(body)
        del headers["content-encoding"]
        headers["content-length"] = str(len(body))
    response = Response(body, status)
    response.raw_headers = list(headers.raw)
    await response(scope, receive, send)
