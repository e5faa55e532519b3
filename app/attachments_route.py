"""The route of attachments: to signed-in people (the gate sees to that), as downloads only."""

from collections.abc import Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data_access.reads.lampiran import Attachment

ATTACHMENT_ROUTE = "/lampiran"
# What may be attached; anything else leaves as bytes that no program opens by itself.
_MEDIA_TYPES = frozenset(
    {
        "application/pdf",
        "image/jpeg",
        "image/png",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)

_BEYOND = 2**31  # no number of a row, and more than a database's column holds


ReadAttachment = Callable[[int], Attachment | None]


def make_attachment_route(read_attachment: ReadAttachment) -> Route:
    """Build `/lampiran/{id}`; `read_attachment` may block (it runs in a worker thread)."""

    def send_attachment(request: Request) -> Response:
        number: int = request.path_params["number"]
        found = read_attachment(number) if number < _BEYOND else None
        if found is None:
            return Response(status_code=404)
        known = found.media_type in _MEDIA_TYPES
        return Response(
            found.content,
            media_type=found.media_type if known else "application/octet-stream",
            headers={
                "Content-Disposition": _disposition(found.file_name),
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "private, no-store",
                "Content-Security-Policy": "default-src 'none'; sandbox",
            },
        )

    return Route(ATTACHMENT_ROUTE + "/{number:int}", send_attachment, methods=["GET"])


def _disposition(file_name: str) -> str:
    """Always a download, under its name (RFC 6266)."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in file_name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file_name, safe='')}"
