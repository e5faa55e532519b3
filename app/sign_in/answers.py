"""Answers of the forms: where to go next, and the cookies that go with it."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.actions.signing_in import session_length
from app.sign_in.requests import is_secure
from app.tokens import COOKIE


def go(target: str) -> RedirectResponse:
    """Lead a browser on, with GET, and let nobody keep the answer."""
    return RedirectResponse(target, status_code=303, headers={"Cache-Control": "no-store"})


def with_token(answer: Response, request: Request, token: str) -> Response:
    """The answer with the cookie of a new session."""
    set_own_cookie(answer, request, COOKIE, token, int(session_length().total_seconds()))
    return answer


def set_own_cookie(
    answer: Response, request: Request, name: str, value: str, seconds: int, path: str = "/"
) -> None:
    """A cookie that scripts and other sites cannot read, and over TLS only where TLS is."""
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        path=path,
        secure=is_secure(request),
        httponly=True,
        samesite="lax",
    )


def drop_cookie(answer: Response, request: Request, name: str, path: str = "/") -> None:
    """Take a cookie of ours back."""
    secure = is_secure(request)
    answer.delete_cookie(name, path=path, secure=secure, httponly=True, samesite="lax")
