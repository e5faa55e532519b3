"""The provider of identities: what it says of itself, its keys, and the exchange of a code.

Only addresses of its own description are asked, only over TLS (or on this computer), no
redirection is followed, and every answer is bounded in time and size.
"""

import base64
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Literal
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet, import_key

from app.settings import OidcSettings, is_loopback, is_safe_address

_SECONDS, _LARGEST = 10, 1 << 20
_DESCRIPTION_SECONDS, _KEYS_SECONDS, _FAULT_SECONDS = 3600, 3600, 10
_KEY_KINDS = frozenset({"RSA", "EC", "OKP"})
ProviderFault = Literal["oidc_tak_terhubung", "oidc_ditolak"]


class ProviderError(Exception):
    """The provider gave no usable answer; `reason` is for the log."""

    def __init__(self, code: ProviderFault, reason: str) -> None:
        super().__init__(reason)
        self.code: ProviderFault = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Description:
    """What a provider says of itself: its addresses, and how a client proves itself there."""

    authorization: str
    token: str
    keys: str
    end_session: str | None
    secret_in_form: bool
    algorithms: tuple[str, ...]


class Provider:
    """One provider; what it says of itself and its keys are kept for an hour."""

    def __init__(self, settings: OidcSettings) -> None:
        self.settings = settings
        self._description: tuple[float, Description] | None = None
        self._keys: tuple[float, KeySet] | None = None
        self._fault: tuple[float, ProviderError] | None = None

    def describe(self) -> Description:
        """Its description; ProviderError at once for ten seconds after one could not be had."""
        now = time.monotonic()
        if self._description and now - self._description[0] < _DESCRIPTION_SECONDS:
            return self._description[1]
        if self._fault and now - self._fault[0] < _FAULT_SECONDS:
            raise self._fault[1]
        try:
            made = _read_description(self.settings.issuer)
        except ProviderError as fault:
            self._fault = time.monotonic(), fault
            raise
        self._description = now, made
        return made

    def read_keys(self, *, unknown: bool = False) -> KeySet:
        """Its keys for signatures. unknown: a key was not among them, they may have changed."""
        now = time.monotonic()
        if self._keys:
            age = now - self._keys[0]
            if age < (_FAULT_SECONDS if unknown else _KEYS_SECONDS):
                return self._keys[1]
        answer = fetch_json(self.describe().keys)
        self._keys = now, KeySet([key for each in _list(answer, "keys") for key in _key(each)])
        return self._keys[1]

    def exchange(self, code: str, verifier: str, return_address: str) -> str:
        """Exchange a code for the ID token, still unchecked."""
        described, settings = self.describe(), self.settings
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": return_address,
            "code_verifier": verifier,
        }
        headers: dict[str, str] = {}
        secret = settings.client_secret.get_secret_value() if settings.client_secret else ""
        if not secret or described.secret_in_form:
            fields |= {"client_id": settings.client_id}
            fields |= {"client_secret": secret} if secret else {}
        else:
            pair = f"{quote(settings.client_id, safe='')}:{quote(secret, safe='')}"
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        answer = fetch_json(described.token, fields, headers)
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise ProviderError("oidc_ditolak", "the answer holds no ID token")
        return token


def fetch_json(
    address: str,
    fields: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The JSON object at an address, asked with GET, or POST where there are fields."""
    if not is_safe_address(address):
        raise ProviderError("oidc_tak_terhubung", f"not an address over TLS: {address}")
    body = urlencode(fields).encode() if fields is not None else None
    request = Request(address, body, {"Accept": "application/json", **(headers or {})})  # noqa: S310
    try:
        with _opener(address).open(request, timeout=_SECONDS) as answer:
            content = _read_all(answer)
    except (OSError, HTTPException, ValueError) as error:
        status = getattr(error, "code", None)
        refused = isinstance(status, int) and 400 <= status < 500 and fields is not None
        code: ProviderFault = "oidc_ditolak" if refused else "oidc_tak_terhubung"
        raise ProviderError(code, f"{address}: {error}") from error
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ProviderError("oidc_tak_terhubung", f"{address}: no JSON") from error
    if not isinstance(found, dict):
        raise ProviderError("oidc_tak_terhubung", f"{address}: no JSON object")
    return found


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _opener(address: str) -> OpenerDirector:
    """As the machine reaches the network, by its proxy, too; this computer itself without one."""
    direct = [ProxyHandler({})] if is_loopback(urlsplit(address).hostname or "") else []
    return build_opener(_NoRedirect, *direct)


def _read_all(answer: Any) -> bytes:
    deadline, content = time.monotonic() + _SECONDS, b""
    while chunk := answer.read1(65_536):
        content += chunk
        if len(content) > _LARGEST or time.monotonic() > deadline:
            raise ValueError("the answer is too long")
    return content


def _read_description(issuer: str) -> Description:
    found = fetch_json(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != issuer:
        raise ProviderError("oidc_tak_terhubung", f"it calls itself {found.get('issuer')!r}")
    methods = _list(found, "token_endpoint_auth_methods_supported")
    return Description(
        authorization=_demand_address(found, "authorization_endpoint"),
        token=_demand_address(found, "token_endpoint"),
        keys=_demand_address(found, "jwks_uri"),
        end_session=_find_address(found, "end_session_endpoint"),
        secret_in_form=bool(methods) and "client_secret_basic" not in methods,
        algorithms=tuple(map(str, _list(found, "id_token_signing_alg_values_supported"))),
    )


def _find_address(found: Mapping[str, Any], name: str) -> str | None:
    value = found.get(name)
    return value if isinstance(value, str) and is_safe_address(value) else None


def _demand_address(found: Mapping[str, Any], name: str) -> str:
    address = _find_address(found, name)
    if address is None:
        raise ProviderError("oidc_tak_terhubung", f"unfit {name}: {found.get(name)!r}")
    return address


def _list(found: Mapping[str, Any], name: str) -> list[Any]:
    value = found.get(name)
    return value if isinstance(value, list) else []


def _key(described: Any) -> list[Key]:
    """A public key for signatures; nothing for any other kind, so that none is mistaken."""
    if not isinstance(described, dict) or described.get("kty") not in _KEY_KINDS:
        return []
    if described.get("use", "sig") != "sig":
        return []
    try:
        return [import_key(described)]
    except (JoseError, ValueError, TypeError):
        return []
