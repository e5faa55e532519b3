"""The routes of the forms. Whatever blocks (database, argon2) runs in a worker thread."""

from collections.abc import Callable

from anyio import to_thread
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from app.access import Account
from app.actions.people import group_by_place
from app.actions.signing_in import (
    SignInError,
    change_password,
    describe_welcome,
    find_account,
    session_length,
    sign_in,
    sign_out,
)
from app.sign_in import forms
from app.sign_in.requests import (
    comes_from_here,
    is_local,
    is_secure,
    read_form,
    safe_target,
)
from app.tokens import COOKIE

_SAME_PAGE = "same-origin"


def make_sign_in_routes(get_engine: Callable[[], Engine]) -> list[Route]:
    """Build `/masuk`, `/sandi` and `/keluar` on the database that `get_engine` opens."""
    desk = _Desk(get_engine)
    return [
        Route(forms.SIGN_IN, desk.ask, methods=["GET"]),
        Route(forms.SIGN_IN, desk.sign_in, methods=["POST"]),
        Route(forms.PASSWORD, desk.ask_password, methods=["GET"]),
        Route(forms.PASSWORD, desk.change_password, methods=["POST"]),
        Route(forms.SIGN_OUT, desk.ask_out, methods=["GET"]),
        Route(forms.SIGN_OUT, desk.sign_out, methods=["POST"]),
    ]


class _Desk:
    """What stands behind the forms."""

    def __init__(self, get_engine: Callable[[], Engine]) -> None:
        self._get_engine = get_engine

    async def ask(self, request: Request) -> Response:
        target = safe_target(request.query_params.get("lanjut"))
        if await self._person(request) is not None:
            return _go(target)
        return await self._show_sign_in(request, target)

    async def sign_in(self, request: Request) -> Response:
        fields = await read_form(request)
        if fields is None or not comes_from_here(request.headers):
            code = "terlalu_besar" if fields is None else "asal_lain"
            return await self._show_sign_in(request, "/", error=code)
        target = safe_target(fields.get("lanjut"))
        username, password = fields.get("akun", ""), fields.get("sandi", "")
        if not username.strip() or not password:
            return await self._show_sign_in(request, target, username, "kosong")
        local, old = is_local(request), request.cookies.get(COOKIE, "")

        def enter() -> str:
            return sign_in(self._get_engine(), username, password, local=local, old_token=old)

        try:
            token = await to_thread.run_sync(enter)
        except SignInError as refused:
            return await self._show_sign_in(request, target, username, refused.code)
        return _with_token(_go(target), request, token)

    async def ask_password(self, request: Request) -> Response:
        person = await self._person(request)
        return _go(forms.SIGN_IN) if person is None else forms.show_password(person)

    async def change_password(self, request: Request) -> Response:
        person = await self._person(request)
        if person is None:
            return _go(forms.SIGN_IN)
        fields = await read_form(request)
        if fields is None or not comes_from_here(request.headers):
            code = "terlalu_besar" if fields is None else "asal_lain"
            return forms.show_password(person, code, 403)
        old, new, again = (fields.get(name, "") for name in ("lama", "baru", "lagi"))

        def change() -> str:
            return change_password(self._get_engine(), person, old, new, again)

        try:
            token = await to_thread.run_sync(change)
        except SignInError as refused:
            return forms.show_password(person, refused.code, 400)
        return _with_token(_go("/"), request, token)

    async def ask_out(self, request: Request) -> Response:
        if not request.cookies.get(COOKIE):
            return _go(forms.SIGN_IN)
        if request.headers.get("sec-fetch-site") == _SAME_PAGE:
            return await self._leave(request)
        return forms.show_sign_out()

    async def sign_out(self, request: Request) -> Response:
        if not comes_from_here(request.headers):
            return forms.show_sign_out("asal_lain", 403)
        return await self._leave(request)

    async def _leave(self, request: Request) -> Response:
        token = request.cookies.get(COOKIE, "")
        await to_thread.run_sync(lambda: sign_out(self._get_engine(), token))
        answer = _go(forms.SIGN_IN)
        answer.delete_cookie(
            COOKIE, path="/", secure=is_secure(request), httponly=True, samesite="lax"
        )
        return answer

    async def _person(self, request: Request) -> Account | None:
        token = request.cookies.get(COOKIE, "")
        if not token:
            return None
        person = await to_thread.run_sync(lambda: find_account(self._get_engine(), token))
        if person is not None and person.is_demo and not is_local(request):
            return None
        return person

    async def _show_sign_in(
        self, request: Request, target: str, username: str = "", error: str = ""
    ) -> Response:
        local = is_local(request)

        def show() -> Response:
            engine = self._get_engine()
            welcome = describe_welcome(engine, local=local)
            groups = group_by_place(engine, welcome.demo_accounts)
            return forms.show_sign_in(
                welcome, groups, target=target, username=username[:60], error=error
            )

        return await to_thread.run_sync(show)


def _go(target: str) -> RedirectResponse:
    return RedirectResponse(target, status_code=303, headers={"Cache-Control": "no-store"})


def _with_token(answer: Response, request: Request, token: str) -> Response:
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(session_length().total_seconds()),
        path="/",
        secure=is_secure(request),
        httponly=True,
        samesite="lax",
    )
    return answer
