"""The gate before Streamlit: without a session that holds now, the sign-in form and what is public.

Streamlit serves files for download, metrics and uploads to anybody; here the database is asked
anew for every request, so that sign-out, a disabled account or a changed role holds at once.
"""

import re
from collections.abc import Callable

import structlog
from anyio import to_thread
from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.access import Account
from app.settings import read_settings
from app.sign_in.forms import OIDC, OIDC_LEAVE, OIDC_RETURN
from app.sign_in.page import paragraph, send_page
from app.sign_in.requests import is_known_host, is_local, sign_in_address
from app.text import sign_in as text
from app.tokens import COOKIE

FindAccount = Callable[[str], Account | None]
_HEALTH, _SIGN_IN = "/_stcore/health", "/masuk"
# The way to the provider of identities and back; without one they lead to the form.
_OIDC = frozenset({OIDC, OIDC_RETURN, OIDC_LEAVE})
# Before the new password stands, nothing but the form for it and the way out.
_FIRST_USE = frozenset({"/sandi", "/keluar"})
# Streamlit's own scripts and styles, and the browser's libraries: the same for everybody.
_OPEN_FILES = re.compile(
    r"/static/(js|css|media)/[\w.@-]+|/peta/pustaka/[\w.@-]+(/[\w.@-]+)*|/favicon\.(png|ico)"
)
# The public page: whatever has this form is answered there, with 404 where there is none.
_PUBLIC = re.compile(r"/publik(/\w{1,13}(\.\w{1,4}){0,3}/\w{1,8}(/data\.(csv|xlsx))?)?", re.A)
_MIB = 1 << 20


class Gate:
    """Let through who is signed in; others see the sign-in form, or nothing.

    find_account: who holds a session's token now; may block, and is asked for every request.
    body_limit_mb: no request body may be longer (MiB), whoever sends it.
    hosts: names under which the app may be asked for, none: under any; by default the settings'.
    """

    def __init__(
        self,
        app: ASGIApp,
        find_account: FindAccount,
        body_limit_mb: int = 110,
        hosts: frozenset[str] | None = None,
    ) -> None:
        """Wrap `app`."""
        self._app = app
        self._hosts = read_settings().host_names if hosts is None else hosts
        self._find_account = find_account
        self._limit = body_limit_mb * _MIB

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the app's place, or pass on."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        refusal = (
            self._refuse_host(scope)
            or self._refuse_body(scope)
            or await self._refuse_visitor(scope)
        )
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refusal(scope, receive, send)

    def _refuse_host(self, scope: Scope) -> Response | None:
        if scope["path"] == _HEALTH or is_known_host(HTTPConnection(scope), self._hosts):
            return None
        body = f"<h1>{text.UNKNOWN_HOST_TITLE}</h1>{paragraph(text.UNKNOWN_HOST)}"
        return send_page(text.UNKNOWN_HOST_TITLE, body, status=421)

    def _refuse_body(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        declared = headers.get("content-length")
        if declared is None:
            # A body of unknown length could not be refused before it has come.
            return Response(status_code=411) if "transfer-encoding" in headers else None
        if not declared.isdigit() or int(declared) > self._limit:
            return Response(status_code=413, headers={"Connection": "close"})
        return None

    async def _refuse_visitor(self, scope: Scope) -> Response | None:
        if scope["type"] == "http" and _is_open(scope):
            return None
        visitor = HTTPConnection(scope)
        try:
            person = await self._identify(visitor)
        except SQLAlchemyError as error:
            structlog.get_logger().error("gate_without_database", exc_info=error)
            return send_page(text.TITLE_SIGN_IN, paragraph(text.NO_DATABASE, "error"), status=503)
        path: str = scope["path"]
        if person is None:
            return _lead(scope, sign_in_address(path, scope["query_string"].decode("latin-1")))
        if person.must_change and path not in _FIRST_USE:
            return _lead(scope, "/sandi")
        return None

    async def _identify(self, visitor: HTTPConnection) -> Account | None:
        token = visitor.cookies.get(COOKIE)
        if not token:
            return None
        person = await to_thread.run_sync(self._find_account, token)
        if person is not None and person.is_demo and not is_local(visitor):
            return None
        return person


def _is_open(scope: Scope) -> bool:
    path: str = scope["path"]
    if path == _SIGN_IN:
        return scope["method"] in {"GET", "HEAD", "POST"}
    if path in _OIDC:
        # Asking twice would use the provider's answer up: not for a mere look.
        return bool(scope["method"] == "GET")
    if scope["method"] not in {"GET", "HEAD"}:
        return False
    if path == _HEALTH or _PUBLIC.fullmatch(path) is not None:
        return True
    return _OPEN_FILES.fullmatch(path) is not None and ".." not in path.split("/")


def _lead(scope: Scope, target: str) -> Response:
    """Send a browser that opens a page to a form; anything else gets nothing at all."""
    wants_page = scope["type"] == "http" and scope["method"] == "GET"
    if wants_page and "text/html" in Headers(scope=scope).get("accept", ""):
        return RedirectResponse(target, 303, headers={"Cache-Control": "no-store"})
    return Response(status_code=401, headers={"Cache-Control": "no-store"})
