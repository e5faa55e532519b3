"""The person before the screen: their pages, their name and sign-out, the end of their session."""

from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from app import loaders
from app.access import Account
from app.actions.signing_in import sign_out
from app.navigation import Entry, pages_for
from app.session import begin_fragment, current_person, read_token
from app.text import screens as text
from app.text.accounts import ROLE_NAMES

_MADE = "_halaman_dibuat"
# The sign-in form is no page of Streamlit's: only the browser can go there.
_GO = st.components.v2.component(
    "pindah", js="export default ({ data }) => { window.location.assign(data.to); }"
)


def make_navigation(person: Account) -> StreamlitPage:
    """Build the navigation of a person; pages that are not theirs say so, and nothing more."""
    theirs, others = pages_for(person)
    made: dict[str, StreamlitPage] = {}
    st.session_state[_MADE] = made
    if not theirs:
        return st.navigation([_refusing_page(others[0], default=True)], position="hidden")
    sections: dict[str, list[StreamlitPage]] = {}
    for entry in theirs:
        page = st.Page(entry.path, title=entry.title, default=entry.name == "beranda")
        made[entry.name] = page
        sections.setdefault(entry.section, []).append(page)
    hidden = [_refusing_page(entry) for entry in others]
    first = next(iter(sections))
    sections[first] = [*sections[first], *hidden]
    return st.navigation(sections, position="hidden")


def draw_pages(person: Account) -> None:
    """The pages of a person by section; Streamlit's own list would push the selection down."""
    theirs, _ = pages_for(person)
    # Of a path Streamlit would ask the disk for every link of every run.
    made = st.session_state[_MADE]
    with st.container(key="halaman", gap="xxsmall"):
        section = ""
        for entry in theirs:
            if entry.section != section:
                section = entry.section
                st.caption(section)
            st.page_link(made[entry.name], label=entry.title)


def _refusing_page(entry: Entry, *, default: bool = False) -> StreamlitPage:
    return st.Page(
        partial(draw_not_yours, entry.title),
        title=entry.title,
        url_path=entry.name,
        default=default,
        visibility="hidden",
    )


def draw_not_yours(title: str) -> None:
    """Say that a page is not for this person's roles and who can change that."""
    person = current_person()
    st.title(title, anchor=False)
    st.subheader(text.NOT_YOUR_PAGE_TITLE, anchor=False)
    if person is not None:
        roles = ", ".join(sorted({ROLE_NAMES[grant.role] for grant in person.grants}))
        st.text(text.NOT_YOUR_PAGE.format(name=person.name, roles=roles))


def draw_person(person: Account) -> None:
    """Name, change of password and sign-out, at the foot of the sidebar."""
    st.divider()
    st.text(text.SIGNED_IN_AS.format(name=person.name))
    with st.container(horizontal=True):
        if st.button(text.SIGN_OUT, key="_keluar"):
            sign_out(loaders.load_engine(), read_token() or "")
            st.rerun()
        if st.button(text.CHANGE_PASSWORD, key="_ganti_sandi", type="tertiary"):
            _GO(data={"to": "/sandi"}, key="_ke_sandi")


def draw_signed_out() -> None:
    """Say that the session is over and lead the browser to the sign-in form."""
    st.text(text.SIGNED_OUT)
    _GO(data={"to": "/masuk"}, key="_ke_masuk")


@st.fragment(run_every=60)
def watch_session() -> None:
    """Look once a minute whether the session still holds, so that an idle tab ends, too."""
    begin_fragment()
