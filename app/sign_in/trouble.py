"""The forms when the database cannot work: a page that says so, never a bare error."""

from collections.abc import Awaitable, Callable
from functools import wraps

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response

from app.logs import Trouble, log_unexpected
from app.sign_in.page import paragraph, send_page
from app.text import sign_in as text
from app.text.gangguan import FORM, FORM_OTHERWISE, LEFT_HERE

Answer = Callable[[Request], Awaitable[Response]]


def show_trouble(error: SQLAlchemyError) -> Response:
    """The page in place of a form: what keeps people from signing in, and the log's number."""
    trouble = log_unexpected(error)
    return _send(text.TITLE_SIGN_IN, FORM.get(trouble.fault or "", FORM_OTHERWISE), trouble)


def show_left(error: SQLAlchemyError) -> Response:
    """The page after a sign-out that only this browser knows of."""
    return _send(text.TITLE_SIGN_OUT, LEFT_HERE, log_unexpected(error))


def _send(title: str, sentence: str, trouble: Trouble) -> Response:
    body = f"<h1>{title}</h1>{paragraph(sentence.format(reference=trouble.reference), 'error')}"
    return send_page(title, body, status=503)


def calmly(answer: Answer) -> Answer:
    """Let a route answer by `show_trouble` where the database fails it."""

    @wraps(answer)
    async def wrapped(request: Request) -> Response:
        try:
            return await answer(request)
        except SQLAlchemyError as error:
            return show_trouble(error)

    return wrapped
