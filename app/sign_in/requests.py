"""What a request says before anybody is signed in: from where, with which token, to where."""

import ipaddress
from urllib.parse import parse_qsl, quote, urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request

LONGEST_FORM = 16_384
_LONGEST_TARGET = 2_000
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
_OWN_FORMS = ("/masuk", "/keluar", "/sandi")


def safe_target(target: str | None) -> str:
    """An address of this app to go to after signing in; "/" where the given one is not ours."""
    if not target or len(target) > _LONGEST_TARGET or not target.isprintable():
        return "/"
    if not target.startswith("/") or target.startswith("//") or "\\" in target:
        return "/"
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or parts.path.rstrip("/") in _OWN_FORMS:
        return "/"
    return target


def sign_in_address(path: str, query: str) -> str:
    """The sign-in form's address, which leads back to where a visitor wanted to go."""
    target = safe_target(f"{path}?{query}" if query else path)
    return "/masuk" if target == "/" else f"/masuk?lanjut={quote(target, safe='/')}"


def is_local(connection: HTTPConnection) -> bool:
    """Tell whether a visitor sits at this very computer.

    Both ends must say so: the address the connection comes from, and the host that was asked for
    (a foreign name that leads to 127.0.0.1 would be another site's). Nobody behind a proxy does.
    """
    if connection.client is None or any(name in connection.headers for name in _FORWARDED):
        return False
    return _is_loopback(connection.client.host) and _is_loopback(
        host_name(connection.headers.get("host", ""))
    )


def is_secure(connection: HTTPConnection) -> bool:
    """Tell whether the browser came over TLS, to us or to the proxy before us."""
    proto = connection.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    return connection.scope.get("scheme") in {"https", "wss"} or proto == "https"


def host_name(host: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def comes_from_here(headers: Headers) -> bool:
    """Tell whether a form was sent from a page of ours: Origin, or else Referer, names our host.

    A proxy may pass the name on in X-Forwarded-Host; a form on another site can set neither.
    """
    stated = headers.get("origin") or headers.get("referer") or ""
    try:
        origin = urlsplit(stated).netloc.lower()
    except ValueError:
        return False
    own = {headers.get(name, "").lower() for name in ("host", "x-forwarded-host")} - {""}
    return origin in own


async def read_form(request: Request) -> dict[str, str] | None:
    """The fields of a small form; None where it is too large or is no form."""
    declared = request.headers.get("content-length", "")
    if not declared.isdigit() or int(declared) > LONGEST_FORM:
        return None
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return None
    body = await request.body()
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return None
    return dict(pairs)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
