"""Who sits before this tab: read from the cookie's token at the start of every run.

The token proves identity, the database says whether it still does: sign-out, a disabled account or
a changed role holds from the next run on, of a fragment too.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from app import loaders
from app.access import Account
from app.tokens import COOKIE

_PERSON = "_orang"
_run = threading.local()


def read_token() -> str | None:
    """The token that the browser sent when it opened this tab's connection."""
    return st.context.cookies.get(COOKIE)


def begin_session() -> Account | None:
    """Look up who is signed in, once at the start of a run; None once they are not."""
    token = read_token()
    person = loaders.load_person(token) if token else None
    if person is not None and person.must_change:
        person = None
    st.session_state[_PERSON] = person
    return person


@contextmanager
def draw_whole() -> Iterator[None]:
    """The run of a whole page: its fragments go by what the run has asked already.

    Of the thread, not of the session: a run that is stopped must leave no trace.
    """
    _run.whole = True
    try:
        yield
    finally:
        _run.whole = False


def begin_fragment() -> None:
    """What a fragment's own run starts with: fresh versions, and the whole page when signed out."""
    if getattr(_run, "whole", False):
        return
    before = current_person()
    loaders.begin_run()
    if begin_session() != before:
        st.rerun()


def current_person() -> Account | None:
    """The person of this run, as `begin_session` found them."""
    person: Account | None = st.session_state.get(_PERSON)
    return person
