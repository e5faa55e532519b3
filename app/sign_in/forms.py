"""The forms for signing in, changing a password and signing out, as HTML."""

from starlette.responses import HTMLResponse

from app.access import Account
from app.actions.signing_in import DEMO_PASSWORD, Welcome
from app.sign_in.page import (
    escape,
    hidden_field,
    paragraph,
    send_page,
    show_error,
    text_field,
)
from app.text import sign_in as text

SIGN_IN, PASSWORD, SIGN_OUT = "/masuk", "/sandi", "/keluar"
_MANY = 6


def show_sign_in(
    welcome: Welcome, roles: dict[str, str], *, target: str, username: str = "", error: str = ""
) -> HTMLResponse:
    """The sign-in form. roles: each demonstration account's roles in words, by username."""
    title = f"<h1>{escape(text.TITLE_SIGN_IN)}</h1>"
    if not welcome.has_accounts:
        return send_page(text.TITLE_SIGN_IN, title + show_error(error) + _no_accounts())
    status = 403 if error == "hanya_di_sini" else 401 if error else 200
    if not welcome.demo_accounts:
        notice = paragraph(text.DEMO_ELSEWHERE, "notice") if welcome.is_demo else ""
        shown = notice if error == "hanya_di_sini" else notice + show_error(error)
        body = title + shown + _sign_in_form(target, username)
        return send_page(text.TITLE_SIGN_IN, body, status=status)
    body = (
        f'<div class="columns"><div><h1>{escape(text.DEMO_TITLE)}</h1>'
        f"{paragraph(text.DEMO_HINT)}{_list_accounts(welcome, roles, target)}</div>"
        f'<div class="aside"><h2>{escape(text.DEMO_FORM)}</h2>{show_error(error)}'
        f"{_sign_in_form(target, username)}"
        f"{paragraph(text.DEMO_PASSWORD_HINT.format(password=DEMO_PASSWORD), 'quiet after')}"
        "</div></div>"
    )
    return send_page(text.TITLE_SIGN_IN, body, status=status, wide=True)


def _sign_in_form(target: str, username: str) -> str:
    leads = paragraph(text.LEADS_TO, "quiet") if target not in ("", "/") else ""
    user = text_field(
        text.USERNAME,
        "akun",
        value=username,
        autocomplete="username",
        autocapitalize="none",
        spellcheck="false",
        maxlength=60,
        autofocus=not username,
    )
    secret = text_field(
        text.PASSWORD,
        "sandi",
        type="password",
        autocomplete="current-password",
        autofocus=bool(username),
    )
    return (
        f'<form method="post" action="{SIGN_IN}">{hidden_field("lanjut", target)}{user}{secret}'
        f"{leads}<button>{escape(text.SIGN_IN)}</button></form>"
        f"{paragraph(text.FORGOTTEN, 'quiet after')}"
    )


def _list_accounts(welcome: Welcome, roles: dict[str, str], target: str) -> str:
    lines = "".join(
        f'<li><form method="post" action="{SIGN_IN}">{hidden_field("lanjut", target)}'
        f"{hidden_field('akun', each.username)}{hidden_field('sandi', DEMO_PASSWORD)}"
        f"<button><b>{escape(roles[each.username])}</b>"
        f"<span>{escape(each.name)} · {escape(each.username)}</span></button></form></li>"
        for each in welcome.demo_accounts
    )
    many = " many" if len(welcome.demo_accounts) > _MANY else ""
    return f'<ul class="accounts{many}">{lines}</ul>'


def _no_accounts() -> str:
    return (
        f"<h2>{escape(text.NO_ACCOUNTS_TITLE)}</h2>{paragraph(text.NO_ACCOUNTS)}"
        f"<code>{escape(text.NO_ACCOUNTS_COMMAND)}</code>{paragraph(text.NO_ACCOUNTS_AFTER)}"
    )


def show_password(person: Account, error: str = "", status: int = 200) -> HTMLResponse:
    """The form for a new password; at first use it says why it stands there."""
    first = paragraph(text.MUST_CHANGE, "notice") if person.must_change else ""
    who = text.SIGNED_IN_AS.format(name=person.name, username=person.username)
    old = text_field(
        text.OLD_PASSWORD, "lama", type="password", autocomplete="current-password", autofocus=True
    )
    new = {"type": "password", "autocomplete": "new-password", "minlength": 10, "maxlength": 200}
    back = "" if person.must_change else f'<a href="/">{escape(text.BACK)}</a>'
    body = (
        f"<h1>{escape(text.TITLE_PASSWORD)}</h1>{first}{show_error(error)}"
        f"{paragraph(who, 'quiet')}"
        f'<form method="post" action="{PASSWORD}">{old}'
        f"{text_field(text.NEW_PASSWORD, 'baru', **new)}"
        f"{text_field(text.NEW_PASSWORD_AGAIN, 'lagi', **new)}"
        f"{paragraph(text.PASSWORD_RULES, 'quiet')}{paragraph(text.OTHER_SESSIONS, 'quiet')}"
        f"<button>{escape(text.CHANGE_PASSWORD)}</button></form>"
        f'<div class="actions">{back}<a href="{SIGN_OUT}">{escape(text.SIGN_OUT)}</a></div>'
    )
    return send_page(text.TITLE_PASSWORD, body, status=status)


def show_sign_out(error: str = "", status: int = 200) -> HTMLResponse:
    """The question before signing out."""
    body = (
        f"<h1>{escape(text.TITLE_SIGN_OUT)}</h1>{show_error(error)}"
        f"{paragraph(text.CONFIRM_SIGN_OUT)}"
        f'<form method="post" action="{SIGN_OUT}"><button>{escape(text.SIGN_OUT)}</button></form>'
        f'<div class="actions"><a href="/">{escape(text.BACK)}</a></div>'
    )
    return send_page(text.TITLE_SIGN_OUT, body, status=status)
