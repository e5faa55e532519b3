"""The routes of the forms. Whatever blocks (database, argon2) runs in a worker thread."""

import time
from collections.abc import Callable
from dataclasses import replace

import structlog
from anyio import CapacityLimiter, to_thread
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.access import Account
from app.actions.people import group_by_place
from app.actions.signing_in import (
    SignInError,
    change_password,
    describe_welcome,
    find_account,
    sign_in,
    sign_out,
)
from app.settings import OidcSettings, read_oidc_settings
from app.sign_in import forms
from app.sign_in.answers import drop_cookie, go, with_token
from app.sign_in.forms import Entry
from app.sign_in.limits import Attempts
from app.sign_in.oidc_routes import THROUGH, make_oidc_routes
from app.sign_in.requests import (
    comes_from_here,
    is_local,
    network_of,
    read_form,
    safe_target,
)
from app.sign_in.trouble import calmly, show_left
from app.tokens import COOKIE

_SAME_PAGE = "same-origin"
# Comparing a password takes a core for a while: those who wait leave the other threads alone.
_AT_ONCE = 4


def make_sign_in_routes(
    get_engine: Callable[[], Engine], oidc: OidcSettings | None = None
) -> list[Route]:
    """Build `/masuk`, `/sandi` and `/keluar` on the database that `get_engine` opens.

    oidc: who else may prove an identity; by default as the environment says.
    """
    settings = oidc or read_oidc_settings()
    attempts = Attempts()
    desk = _Desk(get_engine, settings, attempts)
    return [
        *make_oidc_routes(settings, get_engine, desk.show_sign_in, attempts),
        Route(forms.SIGN_IN, calmly(desk.ask), methods=["GET"]),
        Route(forms.SIGN_IN, calmly(desk.sign_in), methods=["POST"]),
        Route(forms.PASSWORD, calmly(desk.ask_password), methods=["GET"]),
        Route(forms.PASSWORD, calmly(desk.change_password), methods=["POST"]),
        Route(forms.SIGN_OUT, calmly(desk.ask_out), methods=["GET"]),
        Route(forms.SIGN_OUT, calmly(desk.sign_out), methods=["POST"]),
    ]


class _Desk:
    """What stands behind the forms."""

    def __init__(
        self, get_engine: Callable[[], Engine], oidc: OidcSettings, attempts: Attempts
    ) -> None:
        self._get_engine = get_engine
        self._provider = forms.provider_name(oidc) if oidc.is_complete else ""
        self._attempts = attempts
        self._limiter = CapacityLimiter(_AT_ONCE)

    async def ask(self, request: Request) -> Response:
        target = safe_target(request.query_params.get("lanjut"))
        if await self._person(request) is not None:
            return go(target)
        return await self.show_sign_in(request, Entry(target))

    async def sign_in(self, request: Request) -> Response:
        fields = await read_form(request)
        if fields is None or not comes_from_here(request.headers):
            code = "terlalu_besar" if fields is None else "asal_lain"
            return await self.show_sign_in(request, Entry(error=code))
        target = safe_target(fields.get("lanjut"))
        username, password = fields.get("akun", ""), fields.get("sandi", "")
        if not username.strip() or not password:
            return await self.show_sign_in(request, Entry(target, username, "kosong"))
        network = network_of(request)
        if not self._attempts.begin(network, time.monotonic()):
            structlog.get_logger().warning("sign_in_limited", network=network)
            return await self.show_sign_in(request, Entry(target, username, "terlalu_sering"))
        local, old = is_local(request), request.cookies.get(COOKIE, "")

        def enter() -> str:
            return sign_in(self._get_engine(), username, password, local=local, old_token=old)

        try:
            token = await to_thread.run_sync(enter, limiter=self._limiter)
        except SignInError as refused:
            return await self.show_sign_in(request, Entry(target, username, refused.code))
        except SQLAlchemyError:
            self._attempts.forgive(network)
            raise
        self._attempts.forgive(network)
        return with_token(go(target), request, token)

    async def ask_password(self, request: Request) -> Response:
        person = await self._person(request)
        return go(forms.SIGN_IN) if person is None else forms.show_password(person)

    async def change_password(self, request: Request) -> Response:
        person = await self._person(request)
        if person is None:
            return go(forms.SIGN_IN)
        fields = await read_form(request)
        if fields is None or not comes_from_here(request.headers):
            code = "terlalu_besar" if fields is None else "asal_lain"
            return forms.show_password(person, code, 403)
        old, new, again = (fields.get(name, "") for name in ("lama", "baru", "lagi"))

        def change() -> str:
            return change_password(self._get_engine(), person, old, new, again)

        try:
            token = await to_thread.run_sync(change, limiter=self._limiter)
        except SignInError as refused:
            return forms.show_password(person, refused.code, 400)
        return with_token(go("/"), request, token)

    async def ask_out(self, request: Request) -> Response:
        if not request.cookies.get(COOKIE):
            return go(forms.SIGN_IN)
        if request.headers.get("sec-fetch-site") == _SAME_PAGE:
            return await self._leave(request)
        return forms.show_sign_out()

    async def sign_out(self, request: Request) -> Response:
        if not comes_from_here(request.headers):
            return forms.show_sign_out("asal_lain", 403)
        return await self._leave(request)

    async def _leave(self, request: Request) -> Response:
        token = request.cookies.get(COOKIE, "")
        answer: Response = go(forms.SIGN_IN)
        try:
            await to_thread.run_sync(lambda: sign_out(self._get_engine(), token))
        except SQLAlchemyError as error:
            answer = show_left(error)
        drop_cookie(answer, request, COOKIE)
        return answer

    async def _person(self, request: Request) -> Account | None:
        token = request.cookies.get(COOKIE, "")
        if not token:
            return None
        person = await to_thread.run_sync(lambda: find_account(self._get_engine(), token))
        if person is not None and person.is_demo and not is_local(request):
            return None
        return person

    async def show_sign_in(self, request: Request, entry: Entry) -> Response:
        """The form, for whoever asks from wherever."""
        local, through = is_local(request), THROUGH in request.cookies
        shown = replace(
            entry,
            username=entry.username[:60],
            provider=self._provider,
            may_leave=through and not entry.error,
        )

        def show() -> Response:
            engine = self._get_engine()
            welcome = describe_welcome(engine, local=local)
            groups = group_by_place(engine, welcome.demo_accounts)
            return forms.show_sign_in(welcome, groups, shown)

        return await to_thread.run_sync(show)
