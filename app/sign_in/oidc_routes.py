"""Signing in through a provider of identities (OpenID Connect, authorization code with PKCE).

It proves who somebody is; the account, its roles and the session stay ours. Without a provider in
the settings these addresses lead to the form, and nothing is ever asked of another host.
"""

import hmac
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from functools import partial
from urllib.parse import urlencode, urlsplit

import structlog
from anyio import CapacityLimiter, to_thread
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.actions.signing_in import SignInError, sign_in_proven
from app.settings import OidcSettings
from app.sign_in import forms
from app.sign_in.answers import drop_cookie, go, set_own_cookie, with_token
from app.sign_in.flight import COOKIE as FLIGHT
from app.sign_in.flight import SECONDS, Flight, begin_flight, read_flight
from app.sign_in.forms import Entry
from app.sign_in.identity import name_account, read_claims
from app.sign_in.limits import Attempts
from app.sign_in.provider import Provider, ProviderError
from app.sign_in.requests import is_local, is_secure, network_of, safe_target
from app.sign_in.trouble import calmly
from app.tokens import COOKIE

# In a browser where somebody signed in through the provider: asked anew the next time.
THROUGH = "konvergensi_oidc_lewat"
_THROUGH_SECONDS = 24 * 3600
_MOST_USED = 10_000
Show = Callable[[Request, Entry], Awaitable[Response]]


def make_oidc_routes(
    settings: OidcSettings, get_engine: Callable[[], Engine], show: Show, attempts: Attempts
) -> list[Route]:
    """Build the way to the provider and back. show: answers with the sign-in form.

    attempts: failures by network, counted together with those of passwords.
    """
    desk = _OidcDesk(settings, get_engine, show, attempts)
    return [
        Route(forms.OIDC, calmly(desk.begin), methods=["GET"]),
        Route(forms.OIDC_RETURN, calmly(desk.finish), methods=["GET"]),
        Route(forms.OIDC_LEAVE, calmly(desk.leave), methods=["GET"]),
    ]


class _OidcDesk:
    def __init__(
        self,
        settings: OidcSettings,
        get_engine: Callable[[], Engine],
        show: Show,
        attempts: Attempts,
    ) -> None:
        self._settings = settings
        self._attempts = attempts
        self._provider = Provider(settings)
        self._get_engine = get_engine
        self._show = show
        self._used: OrderedDict[str, None] = OrderedDict()
        # A provider that does not answer must not keep the threads that others wait for.
        self._limiter = CapacityLimiter(4)

    async def begin(self, request: Request) -> Response:
        if not self._settings.is_complete:
            return go(forms.SIGN_IN)
        flight = begin_flight(safe_target(request.query_params.get("lanjut")), time.time())
        try:
            described = await to_thread.run_sync(self._provider.describe, limiter=self._limiter)
        except ProviderError as fault:
            return await self._refuse(request, fault.code, fault.reason, flight.target)
        query = {
            "response_type": "code",
            "client_id": self._settings.client_id,
            "redirect_uri": _address(request, forms.OIDC_RETURN),
            "scope": "openid profile email",
            "state": flight.state,
            "nonce": flight.nonce,
            "code_challenge": flight.challenge,
            "code_challenge_method": "S256",
        }
        query |= {"prompt": "login"} if THROUGH in request.cookies else {}
        answer = go(_with_query(described.authorization, query))
        set_own_cookie(answer, request, FLIGHT, flight.write(), SECONDS, path=forms.OIDC)
        return answer

    async def finish(self, request: Request) -> Response:
        if not self._settings.is_complete:
            return go(forms.SIGN_IN)
        flight = read_flight(request.cookies.get(FLIGHT, ""), time.time())
        state = request.query_params.get("state", "")
        if flight is None or not _same(state, flight.state) or not self._use(state):
            return await self._refuse(request, "oidc_usang", "no sign-in fits this answer")
        refused = self._read_refusal(request)
        if refused:
            return await self._refuse(request, *refused, flight.target)
        try:
            name = await to_thread.run_sync(
                partial(self._prove, request, flight), limiter=self._limiter
            )
        except ProviderError as fault:
            return await self._refuse(request, fault.code, fault.reason, flight.target)
        if name is None:
            reason = f"no usable {self._settings.claim}"
            return await self._refuse(request, "oidc_tanpa_nama", reason, flight.target)
        return await self._enter(request, flight, name)

    async def leave(self, request: Request) -> Response:
        """Lead to the provider's own sign-out, and from there back to our form."""
        answer = go(forms.SIGN_IN)
        if self._settings.is_complete:
            try:
                described = await to_thread.run_sync(self._provider.describe, limiter=self._limiter)
            except ProviderError as fault:
                return await self._refuse(request, fault.code, fault.reason)
            if described.end_session:
                back = _address(request, forms.SIGN_IN)
                query = {"client_id": self._settings.client_id, "post_logout_redirect_uri": back}
                answer = go(_with_query(described.end_session, query))
        drop_cookie(answer, request, THROUGH)
        return answer

    async def _enter(self, request: Request, flight: Flight, name: str) -> Response:
        local, old = is_local(request), request.cookies.get(COOKIE, "")

        def enter() -> str:
            return sign_in_proven(self._get_engine(), name, local=local, old_token=old)

        try:
            token = await to_thread.run_sync(enter)
        except SignInError as refused:
            return await self._refuse(request, refused.code, "", flight.target, identity=name)
        self._attempts.forgive(network_of(request))
        answer = with_token(go(flight.target), request, token)
        set_own_cookie(answer, request, THROUGH, "ya", _THROUGH_SECONDS)
        drop_cookie(answer, request, FLIGHT, forms.OIDC)
        return answer

    def _prove(self, request: Request, flight: Flight) -> str | None:
        back = _address(request, forms.OIDC_RETURN)
        code = request.query_params.get("code", "")
        token = self._provider.exchange(code, flight.verifier, back)
        return name_account(self._settings, read_claims(self._provider, token, flight.nonce))

    def _read_refusal(self, request: Request) -> tuple[str, str] | None:
        """The provider's own refusal, an answer of another provider's (RFC 9207), or too many."""
        error = request.query_params.get("error")
        if error is not None:
            return "oidc_batal" if error == "access_denied" else "oidc_ditolak", error[:200]
        if request.query_params.get("iss", self._settings.issuer) != self._settings.issuer:
            return "oidc_ditolak", "an answer of another issuer"
        if not request.query_params.get("code"):
            return "oidc_ditolak", "no code"
        may_try = self._attempts.begin(network_of(request), time.monotonic())
        return None if may_try else ("terlalu_sering", "its network")

    def _use(self, state: str) -> bool:
        """Tell whether an answer comes for the first time, and remember that it came."""
        if state in self._used:
            return False
        self._used[state] = None
        if len(self._used) > _MOST_USED:
            self._used.popitem(last=False)
        return True

    async def _refuse(
        self, request: Request, code: str, reason: str, target: str = "/", identity: str = ""
    ) -> Response:
        structlog.get_logger().warning("oidc_refused", code=code, reason=reason)
        values = {"label": forms.provider_name(self._settings), "identity": identity[:80]}
        answer = await self._show(request, Entry(target, error=code, values=values))
        drop_cookie(answer, request, FLIGHT, forms.OIDC)
        return answer


def _address(request: Request, path: str) -> str:
    """Our own address as the browser knows it; the gate has checked the host's name."""
    scheme = "https" if is_secure(request) else "http"
    return f"{scheme}://{request.headers.get('host', '')}{path}"


def _with_query(address: str, query: dict[str, str]) -> str:
    mark = "&" if urlsplit(address).query else "?"
    return f"{address}{mark}{urlencode(query)}"


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())
