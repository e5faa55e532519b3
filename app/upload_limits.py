"""Limits on uploads before they are read: Streamlit keeps every file in memory until its tab goes.

A signed-in person, or a program in their name, could otherwise fill the server's memory with files
that no page asked for.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import structlog
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import exists, get_instance

from app.tokens import COOKIE, hash_token

Held = Mapping[str, tuple[int, int]]
"""By session of a tab: how many files, how many bytes."""
_PATH = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")
_MIB = 1 << 20
# Of the largest request: two a person (one file is replaced by the next), ten in all.
_PER_PERSON, _IN_ALL, _FILES = 2, 10, 50


class UploadLimits:
    """Refuse an upload that would hold too much: of one person (413), or of all (503).

    body_limit_mb: the largest request (MiB), see `app.gate`. read_held: what is held now.
    release: let go what tabs left behind that are gone; called before all are refused.
    """

    def __init__(
        self,
        app: ASGIApp,
        body_limit_mb: int = 110,
        read_held: Callable[[], Held] | None = None,
        release: Callable[[], None] | None = None,
    ) -> None:
        """Wrap `app`."""
        self._app = app
        self._body_limit = body_limit_mb * _MIB
        self._read_held = read_held or read_held_files
        self._release = release or release_abandoned_files
        self._coming: Counter[str] = Counter()
        self._owners: dict[str, str] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on and count the upload while it comes."""
        found = _PATH.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if found is None or scope["method"] != "PUT":
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        person = hash_token(request.cookies.get(COOKIE, ""))
        declared = request.headers.get("content-length", "")
        size = int(declared) if declared.isdigit() else self._body_limit
        status = self._judge(person, size)
        if status is not None:
            structlog.get_logger().warning("upload_refused", status=status, bytes=size)
            headers = {"Connection": "close", "Retry-After": "60"}
            await Response(status_code=status, headers=headers)(scope, receive, send)
            return
        with self._counted(person, size):
            await self._app(scope, receive, send)
            self._owners[found[1]] = person

    def _judge(self, person: str, size: int) -> int | None:
        held = self._read_held()
        if self._is_full(held, size):
            self._release()
            held = self._read_held()
        self._owners = {tab: owner for tab, owner in self._owners.items() if tab in held}
        own = [held[tab] for tab, owner in self._owners.items() if owner == person]
        held_bytes = sum(each for _, each in own) + self._coming[person]
        if held_bytes + size > _PER_PERSON * self._body_limit or sum(n for n, _ in own) >= _FILES:
            return 413
        return 503 if self._is_full(held, size) else None

    def _is_full(self, held: Held, size: int) -> bool:
        in_all = sum(each for _, each in held.values()) + self._coming.total()
        return in_all + size > _IN_ALL * self._body_limit

    @contextmanager
    def _counted(self, person: str, size: int) -> Iterator[None]:
        self._coming[person] += size
        try:
            yield
        finally:
            self._coming[person] -= size
            if not self._coming[person]:
                del self._coming[person]


def read_held_files() -> dict[str, tuple[int, int]]:
    """What Streamlit holds of each tab's files now."""
    held = {}
    for session, files in _storage().items():
        sizes = [len(file.data) for file in list(files.values())]
        held[session] = (len(sizes), sum(sizes))
    return held


def release_abandoned_files() -> None:
    """Let go the files of tabs that are gone; Streamlit keeps them two minutes and more."""
    for session in _storage():
        if not get_instance().is_active_session(session):
            get_instance().uploaded_file_mgr.remove_session_files(session)


def _storage() -> dict[str, dict[str, Any]]:
    if not exists():
        return {}
    return dict(getattr(get_instance().uploaded_file_mgr, "file_storage", {}))
