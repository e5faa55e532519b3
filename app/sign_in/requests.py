"""What a request says before anybody is signed in: from where, with which token, to where."""

import re
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import parse_qsl, quote, urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request

from app.settings import is_loopback

LONGEST_FORM = 16_384
_LONGEST_TARGET = 2_000
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
_OWN_FORMS = ("/masuk", "/keluar", "/sandi")
_IPV6_NETWORK = 64
_HOST = re.compile(r"([\w.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?", re.ASCII)


def safe_target(target: str | None) -> str:
    """An address of this app to go to after signing in; "/" where the given one is not ours."""
    if not target or len(target) > _LONGEST_TARGET or not target.isprintable():
        return "/"
    if not target.startswith("/") or target.startswith("//") or "\\" in target:
        return "/"
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or _is_form(parts.path):
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
    return is_loopback(connection.client.host) and is_loopback(
        host_name(connection.headers.get("host", ""))
    )


def network_of(connection: HTTPConnection) -> str | None:
    """The network that a visitor comes from: an IPv4 address, 64 bits of an IPv6 one.

    None for this very computer and where nothing is known. The server has already put the address
    that a trusted proxy states in the proxy's place.
    """
    host = connection.client.host if connection.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return None
    if address.is_loopback:
        return None
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _IPV6_NETWORK), strict=False))
    return host


def is_known_host(connection: HTTPConnection, names: frozenset[str]) -> bool:
    """Tell whether the app is asked for under a name of its own; without names any will do.

    At this very computer it may be asked for by the computer's own address, too.
    """
    if not names:
        return True
    stated = connection.headers.get("host", "")
    if _HOST.fullmatch(stated) is None:
        return False
    return host_name(stated).lower().rstrip(".") in names or is_local(connection)


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


def _is_form(path: str) -> bool:
    return path.rstrip("/") in _OWN_FORMS or path.startswith("/masuk/")
