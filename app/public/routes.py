"""The routes of the public page: without a session, from memory, with headers of their own."""

import gzip
import re
from collections.abc import Callable

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.logs import log_unexpected
from app.public.content import has_page, read_content, read_index
from app.public.files import write_file
from app.public.html import ROUTE
from app.public.pages import write_index, write_message, write_region_page
from app.public.shelf import Finished, Shelf, finish
from app.text import publik as text
from data_access.reads.batches import read_identity, read_versions

_CODE = re.compile(r"\d{2}(\.\d{2}){0,2}", re.ASCII)
_YEAR = re.compile(r"20\d{2}", re.ASCII)
_HTML = "text/html; charset=utf-8"
_FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_INDEX = ("indeks",)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}
_KEEP = {"Cache-Control": "public, max-age=300", "Vary": "Accept-Encoding"}


def make_public_routes(get_engine: Callable[[], Engine]) -> list[Route]:
    """Build `/publik`, the page of a region's year, and its files, on the engine's database."""
    desk = PublicDesk(get_engine)
    return [
        Route(ROUTE, desk.send_index, methods=["GET"]),
        Route(ROUTE + "/{code}/{year}", desk.send_page, methods=["GET"]),
        Route(ROUTE + "/{code}/{year}/data.{form}", desk.send_file, methods=["GET"]),
    ]


class PublicDesk:
    """What stands behind the routes: the shelf of finished pages, and who makes a new one."""

    def __init__(self, get_engine: Callable[[], Engine]) -> None:
        self._get_engine = get_engine
        self._shelf = Shelf(self._make, lambda: read_versions(get_engine()))

    async def send_index(self, request: Request) -> Response:
        """All regions that have a page."""
        return await self._send(request, _INDEX)

    async def send_page(self, request: Request) -> Response:
        """The page of a region's year."""
        return await self._send(request, _read_key(request, "html"))

    async def send_file(self, request: Request) -> Response:
        """The figures of a region's year as a file."""
        form = request.path_params["form"]
        return await self._send(request, _read_key(request, form) if form in _FORMS else None)

    async def _send(self, request: Request, key: tuple[object, ...] | None) -> Response:
        try:
            found = None if key is None else await self._shelf.fetch(key)
        except Exception as error:
            # Anything at all: a stranger gets one calm sentence, the log gets the rest.
            log_unexpected(error)
            return _say(503, text.UNAVAILABLE_TITLE, text.UNAVAILABLE)
        if found is None:
            return _say(404, text.NOT_FOUND_TITLE, text.NOT_FOUND)
        return _answer(request, found)

    def _make(self, key: tuple[object, ...]) -> Finished | None:
        engine = self._get_engine()
        if key == _INDEX:
            is_demo = read_identity(engine).get("jenis") == "demo"
            return finish(write_index(read_index(engine), is_demo=is_demo).encode(), _HTML)
        code, year, form = str(key[0]), int(str(key[1])), str(key[2])
        content = read_content(engine, code, year)
        if content is None:
            return None
        if form == "html":
            return finish(write_region_page(content).encode(), _HTML)
        if content.approval.find_hold(code) is not None:
            return None
        name = text.FILE_NAME.format(code=code, year=year, form=form)
        return finish(write_file(content, form), _FORMS[form], name)


def _read_key(request: Request, form: str) -> tuple[object, ...] | None:
    code, year = request.path_params["code"], request.path_params["year"]
    if not _CODE.fullmatch(code) or not _YEAR.fullmatch(year) or not has_page(code, int(year)):
        return None
    return code, int(year), form


def _answer(request: Request, found: Finished) -> Response:
    headers = {**_HEADERS, **_KEEP, "ETag": found.etag}
    if found.file_name:
        headers["Content-Disposition"] = f'attachment; filename="{found.file_name}"'
    if found.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(found.content_gzip, media_type=found.media_type, headers=headers)
    plain = gzip.decompress(found.content_gzip)
    return Response(plain, media_type=found.media_type, headers=headers)


def _say(status: int, title: str, sentence: str) -> Response:
    headers = {**_HEADERS, "Cache-Control": "no-store"}
    return Response(write_message(title, sentence), status, headers=headers, media_type=_HTML)
