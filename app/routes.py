"""HTTP routes beside Streamlit's: map geometry and the browser's libraries.

Both are immutable (the address holds a content hash or a version) and leave pre-compressed.
"""

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.assets import LIBRARY_ROUTE, read_asset

LAYER_ROUTE = "/peta/lapisan"
POINTS_ROUTE = "/peta/fasilitas"
_ONE_YEAR = 31_536_000
_HASH = re.compile(r"[0-9a-f]{16,64}")
_CODE = re.compile(r"ID|\d\d(\.\d\d){0,2}")


@dataclass(frozen=True)
class LayerContent:
    """The geometry of one map layer, as stored: gzip of compact JSON."""

    content: bytes


def layer_url(layer_hash: str) -> str:
    """Return the address of a layer's geometry; the hash of its content is the name."""
    return f"{LAYER_ROUTE}/{layer_hash}.json"


def make_routes(read_layer: Callable[[str], LayerContent | None]) -> list[Route]:
    """Build the routes of the maps.

    `read_layer` takes a layer's hash and gives its content, or None where there is none; it may
    block (it is called in a worker thread).
    """

    def send_layer(request: Request) -> Response:
        layer_hash: str = request.path_params["layer_hash"]
        layer = read_layer(layer_hash) if _HASH.fullmatch(layer_hash) else None
        if layer is None:
            return Response(status_code=404)
        form = _Form("application/json", f'"{layer_hash}"', "private")
        return _send_immutable(request, form, compressed=layer.content)

    return [
        Route(LAYER_ROUTE + "/{layer_hash}.json", send_layer, methods=["GET"]),
        Route(LIBRARY_ROUTE + "/{key:path}", send_library, methods=["GET"]),
    ]


def points_url(region_code: str, content_hash: str) -> str:
    """Return the address of a region's facilities; the hash of their content is in the name."""
    return f"{POINTS_ROUTE}/{region_code}/{content_hash}.json"


def make_points_route(read_points: Callable[[str, str], bytes | None]) -> Route:
    """Build the route of the facilities' points.

    `read_points` takes a region's code and a content hash and gives gzipped JSON, or None where
    the points are no longer those of that hash; it may block.
    """

    def send_points(request: Request) -> Response:
        code: str = request.path_params["code"]
        content_hash: str = request.path_params["content_hash"]
        known = _CODE.fullmatch(code) and _HASH.fullmatch(content_hash)
        content = read_points(code, content_hash) if known else None
        if content is None:
            return Response(status_code=404)
        form = _Form("application/json", f'"{content_hash}"', "private")
        return _send_immutable(request, form, compressed=content)

    return Route(POINTS_ROUTE + "/{code}/{content_hash}.json", send_points, methods=["GET"])


def send_library(request: Request) -> Response:
    """Send an allowed library file; anything else is 404."""
    key: str = request.path_params["key"]
    try:
        asset = read_asset(key)
    except KeyError:
        return Response(status_code=404)
    form = _Form(asset.media_type, f'"{key}"', "public")
    return _send_immutable(request, form, compressed=asset.content_gzip)


@dataclass(frozen=True)
class _Form:
    media_type: str
    etag: str
    visibility: str


def _send_immutable(request: Request, form: _Form, *, compressed: bytes) -> Response:
    headers = {
        "Cache-Control": f"{form.visibility}, max-age={_ONE_YEAR}, immutable",
        "ETag": form.etag,
        "Vary": "Accept-Encoding",
    }
    if form.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(compressed, media_type=form.media_type, headers=headers)
    return Response(gzip.decompress(compressed), media_type=form.media_type, headers=headers)
