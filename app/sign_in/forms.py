"""The forms for signing in, changing a password and signing out, as HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from starlette.responses import HTMLResponse

from app.access import Account
from app.actions.signing_in import DEMO_PASSWORD, Welcome
from app.settings import OidcSettings
from app.sign_in.page import (
    escape,
    hidden_field,
    paragraph,
    send_page,
    show_error,
    text_field,
)
from app.text import publik as public_text
from app.text import sign_in as text

SIGN_IN, PASSWORD, SIGN_OUT = "/masuk", "/sandi", "/keluar"
OIDC, OIDC_RETURN, OIDC_LEAVE = "/masuk/oidc", "/masuk/oidc/kembali", "/masuk/oidc/keluar"
PUBLIC = "/publik"
# The demonstration's accounts by the place they work for: (roles in words, account) each.
Groups = Mapping[str, Sequence[tuple[str, Account]]]


@dataclass(frozen=True, slots=True)
class Entry:
    """How a visitor came to the form: where to go next, what was refused, who else may prove them.

    values: what the refusal's sentence names. provider: what people call the provider of
    identities, "" without one. may_leave: they may still be signed in over there.
    """

    target: str = "/"
    username: str = ""
    error: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    provider: str = ""
    may_leave: bool = False


def provider_name(settings: OidcSettings) -> str:
    """What the form calls the provider."""
    return settings.label.strip() or text.OIDC_LABEL


_STATUS = {
    "hanya_di_sini": 403,
    "tak_terdaftar": 403,
    "terlalu_sering": 429,
    "oidc_tak_terhubung": 503,
}


def show_sign_in(welcome: Welcome, groups: Groups, entry: Entry) -> HTMLResponse:
    """The sign-in form. groups: the demonstration's accounts that this visitor may use."""
    title = f"<h1>{escape(text.TITLE_SIGN_IN)}</h1>"
    error, refused = entry.error, show_error(entry.error, entry.values)
    if not welcome.has_accounts:
        return send_page(text.TITLE_SIGN_IN, title + refused + _no_accounts())
    status = _STATUS.get(error, 401 if error else 200)
    if not groups:
        notice = paragraph(text.DEMO_ELSEWHERE, "notice") if welcome.is_demo else ""
        shown = notice if error == "hanya_di_sini" else notice + refused
        body = title + shown + _elsewhere(entry) + _sign_in_form(entry, focus=not entry.provider)
        return send_page(text.TITLE_SIGN_IN, body, status=status)
    body = (
        f'{refused}<div class="columns"><div><h1>{escape(text.DEMO_TITLE)}</h1>'
        f"{paragraph(text.DEMO_HINT)}{_list_accounts(groups, entry.target)}</div>"
        f'<div class="aside"><h2>{escape(text.DEMO_FORM)}</h2>{_elsewhere(entry)}'
        f"{_sign_in_form(entry)}"
        f"{paragraph(text.DEMO_PASSWORD_HINT.format(password=DEMO_PASSWORD), 'quiet after')}"
        "</div></div>"
    )
    return send_page(text.TITLE_SIGN_IN, body, status=status, wide=True)


def _elsewhere(entry: Entry) -> str:
    """The way in through the provider, as a link: a form may not lead to another host."""
    if not entry.provider:
        return ""
    query = f"?lanjut={quote(entry.target, safe='/')}" if entry.target not in ("", "/") else ""
    label = text.OIDC_BUTTON.format(label=entry.provider)
    leave = text.OIDC_LEAVE_LINK.format(label=entry.provider)
    hint = (
        f'<p class="notice">{escape(text.OIDC_LEAVE.format(label=entry.provider))} '
        f'<a href="{OIDC_LEAVE}">{escape(leave)}</a>.</p>'
    )
    return (
        f"{hint if entry.may_leave else ''}"
        f'<p><a class="button" href="{OIDC}{escape(query)}">{escape(label)}</a></p>'
        f'<p class="quiet or">{escape(text.OIDC_OR)}</p>'
    )


def _sign_in_form(entry: Entry, *, focus: bool = False) -> str:
    target, username = entry.target, entry.username
    leads = paragraph(text.LEADS_TO, "quiet") if target not in ("", "/") else ""
    user = text_field(
        text.USERNAME,
        "akun",
        value=username,
        autocomplete="username",
        autocapitalize="none",
        spellcheck="false",
        maxlength=60,
        autofocus=focus and not username,
    )
    secret = text_field(
        text.PASSWORD,
        "sandi",
        type="password",
        autocomplete="current-password",
        autofocus=focus and bool(username),
    )
    return (
        f'<form method="post" action="{SIGN_IN}">{hidden_field("lanjut", target)}{user}{secret}'
        f"{leads}<button>{escape(text.SIGN_IN)}</button></form>"
        f"{paragraph(text.FORGOTTEN, 'quiet after')}"
        f'<p class="quiet after"><a href="{PUBLIC}">{escape(public_text.LINK_FROM_SIGN_IN)}</a></p>'
    )


def _list_accounts(groups: Groups, target: str) -> str:
    return "".join(
        f"<h2>{escape(place)}</h2>"
        f'<ul class="accounts">{"".join(_one_click(*each, target) for each in accounts)}</ul>'
        for place, accounts in groups.items()
    )


def _one_click(roles: str, account: Account, target: str) -> str:
    return (
        f'<li><form method="post" action="{SIGN_IN}">{hidden_field("lanjut", target)}'
        f"{hidden_field('akun', account.username)}{hidden_field('sandi', DEMO_PASSWORD)}"
        f"<button><b>{escape(roles)}</b>"
        f"<span>{escape(account.name)} · {escape(account.username)}</span></button></form></li>"
    )


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
