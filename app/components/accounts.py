"""The accounts that an admin manages: the list, and one account to change."""

import pandas as pd
import streamlit as st

from app import loaders
from app.access import Account, Grant
from app.actions import accounts as actions
from app.actions.accounts import Listed
from app.actions.people import RoleWords, read_role_words
from app.components.account_notice import current_notice, draw_notice
from app.components.role_choice import choose_role
from app.format import escape_markdown, format_date
from app.text import accounts as text
from app.text.screens import DASH

_ROWS_SHOWN = 10
_ROW_HEIGHT = 36
_LIST, _NEW = "daftar", "baru"


def draw_people(person: Account) -> None:
    """The list with its filters, and below it the account chosen from it."""
    listed = actions.list_accounts(loaders.load_engine(), person)
    words = read_role_words(loaders.load_engine(), [each.account for each in listed])
    shown = _filter(listed)
    if not shown:
        st.info(text.NO_MATCH)
        return
    st.caption(text.COUNT_SHOWN.format(shown=len(shown), total=len(listed)))
    st.dataframe(
        _tabulate(shown, words),
        column_config={
            key: st.column_config.TextColumn(name) for key, name in text.COLUMNS.items()
        },
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(len(shown), _ROWS_SHOWN) + 1),
        placeholder=DASH,
    )
    by_name = {each.account.username: each for each in shown}
    username = st.selectbox(
        text.CHOOSE_ACCOUNT, list(by_name), key="_akun_terpilih", index=None,
        placeholder=text.CHOOSE_ACCOUNT_HINT,
        format_func=lambda name: f"{by_name[name].account.name} ({name})",
    )  # fmt: skip
    draw_notice(_LIST)
    if username is not None:
        _draw_account(person, by_name[username], words)


def _filter(listed: list[Listed]) -> list[Listed]:
    wanted, role_column, state_column = st.columns([2, 1, 1])
    with wanted:
        search = st.text_input(text.SEARCH, key="_cari_akun", placeholder=text.SEARCH_HINT)
    with role_column:
        role = st.selectbox(
            text.FILTER_ROLE, list(text.ROLE_NAMES), format_func=text.ROLE_NAMES.__getitem__,
            index=None, placeholder=text.ALL, key="_saring_peran",
        )  # fmt: skip
    with state_column:
        states = (text.STATE_ACTIVE, text.STATE_FIRST_USE, text.STATE_DISABLED)
        state = st.selectbox(
            text.FILTER_STATE, states, index=None, placeholder=text.ALL, key="_saring_keadaan"
        )
    return [
        each
        for each in listed
        if _mentions(each.account, search)
        and (role is None or any(grant.role == role for grant in each.account.grants))
        and (state is None or describe_state(each.account) == state)
    ]


def _mentions(account: Account, search: str) -> bool:
    spoken = f"{account.name} {account.username} {account.position or ''}".casefold()
    return all(word in spoken for word in search.casefold().split())


def describe_state(account: Account) -> str:
    """Whether an account may sign in, in words."""
    if not account.active:
        return text.STATE_DISABLED
    return text.STATE_FIRST_USE if account.must_change else text.STATE_ACTIVE


def _tabulate(listed: list[Listed], words: RoleWords) -> pd.DataFrame:
    rows = [
        {
            "name": each.account.name,
            "username": each.account.username,
            "position": each.account.position,
            "roles": words.grants(each.account),
            "state": describe_state(each.account),
            "sk": "; ".join(filter(None, map(describe_sk, each.account.grants))) or None,
        }
        for each in listed
    ]
    return pd.DataFrame(rows, columns=list(text.COLUMNS))


def describe_sk(grant: Grant) -> str:
    """Number and date of the decree behind a role, "" where there is none."""
    if not grant.sk_number:
        return ""
    if grant.sk_date is None:
        return grant.sk_number
    return text.SK_LINE.format(number=grant.sk_number, date=format_date(grant.sk_date))


def _draw_account(person: Account, listed: Listed, words: RoleWords) -> None:
    account = listed.account
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(escape_markdown(account.name), anchor=False, width="content")
            colour = "green" if account.active else "gray"
            st.badge(escape_markdown(describe_state(account)), color=colour)  # type: ignore[arg-type]
        if not listed.manageable:
            st.info(text.NOT_MANAGEABLE)
        elif account.username == person.username:
            st.caption(text.OWN_ACCOUNT)
        else:
            _draw_switches(person, account)
        for grant in account.grants:
            _draw_role(person, listed, grant, words)
        if listed.manageable:
            _draw_new_role(person, account)


def _draw_switches(person: Account, account: Account) -> None:
    name, notice, engine = account.username, current_notice(), loaders.load_engine()
    with st.container(horizontal=True):
        if account.active:
            with st.popover(text.DISABLE):
                st.text(text.DISABLE_CONFIRM)
                disable = st.button(text.DISABLE_YES, key=f"_nonaktif_{name}", type="primary")
            if disable:
                notice.act(
                    _LIST,
                    ("disable", name),
                    lambda: actions.disable_account(engine, person, name),
                    text.DONE_DISABLED.format(username=name),
                )
                st.rerun()
        elif st.button(text.ENABLE, key=f"_aktif_{name}"):
            notice.act(
                _LIST,
                ("enable", name),
                lambda: actions.enable_account(engine, person, name),
                text.DONE_ENABLED.format(username=name),
            )
            st.rerun()
        with st.popover(text.RESET):
            st.text(text.RESET_CONFIRM)
            reset = st.button(text.RESET_YES, key=f"_atur_ulang_{name}", type="primary")
        if reset:
            notice.act(
                _LIST,
                ("reset", name, notice.round),
                lambda: actions.reset_password(engine, person, name),
                text.DONE_RESET.format(username=name),
            )
            st.rerun()


def _draw_role(person: Account, listed: Listed, grant: Grant, words: RoleWords) -> None:
    account = listed.account
    with st.container(horizontal=True, vertical_alignment="center"):
        sk = describe_sk(grant)
        st.text(words.grant(grant) + (f" · SK {sk}" if sk else ""), width="stretch")
        if listed.manageable and st.button(
            text.REVOKE, key=f"_cabut_{grant.id}", type="tertiary", help=text.REVOKE_HELP
        ):
            current_notice().act(
                _LIST,
                ("revoke", account.username, grant.id),
                lambda: actions.revoke_role(loaders.load_engine(), person, account.username, grant),
                text.DONE_REVOKED.format(username=account.username),
            )
            st.rerun()


def _draw_new_role(person: Account, account: Account) -> None:
    notice = current_notice()
    with st.expander(text.ADD_ROLE):
        grant = choose_role(person, f"_peran_baru_{account.username}_{notice.round}")
        if not st.button(text.SAVE_ROLE, key=f"_beri_peran_{account.username}"):
            return
        if grant is None:
            st.warning(text.INCOMPLETE_ROLE)
            return
        notice.act(
            _LIST,
            ("grant", account.username, grant),
            lambda: actions.grant_role(loaders.load_engine(), person, account.username, grant),
            text.DONE_GRANTED.format(username=account.username),
        )
        st.rerun()


def draw_new_account(person: Account) -> None:
    """The form for one more person with a first role."""
    draw_notice(_NEW)
    notice = current_notice()
    key = f"_orang_baru_{notice.round}"
    names = st.columns(3)
    with names[0]:
        name = st.text_input(text.NAME, key=f"{key}_nama", max_chars=120)
    with names[1]:
        username = st.text_input(
            text.USERNAME, key=f"{key}_akun", max_chars=60, help=text.USERNAME_HELP
        )
    with names[2]:
        label = text.OPTIONAL.format(label=text.POSITION)
        position = st.text_input(label, key=f"{key}_jabatan", max_chars=120)
    grant = choose_role(person, key)
    if not st.button(text.ADD, key="_buat_akun", type="primary"):
        return
    if grant is None or not name.strip() or not username.strip():
        st.warning(text.INCOMPLETE)
        return
    draft = actions.Draft(
        username.strip().lower(), " ".join(name.split()), " ".join(position.split()), (grant,)
    )
    notice.act(
        _NEW,
        ("add", draft),
        lambda: actions.add_account(loaders.load_engine(), person, draft),
        text.DONE_ADDED.format(username=draft.username, name=draft.name),
    )
    st.rerun()
