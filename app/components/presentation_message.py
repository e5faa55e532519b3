"""What the last press on the page of presentations came to, shown once."""

from collections.abc import Callable
from typing import NoReturn

import streamlit as st

from app.access import NotAllowedError
from app.actions.presentasi import StoryResult
from app.format import escape_markdown
from app.meeting_words import name_person
from app.stage_words import write_moment
from app.text import presentasi as text

_MESSAGE = "_pesan_presentasi"


def draw_message() -> None:
    """Show what the last press came to, once."""
    severity, sentence = st.session_state.pop(_MESSAGE, (None, ""))
    if severity == "success":
        st.success(escape_markdown(sentence))
    elif severity is not None:
        st.error(escape_markdown(sentence))


def try_action(act: Callable[[], StoryResult]) -> StoryResult:
    """Run an action; ends the run with a sentence where the person may not."""
    try:
        return act()
    except (NotAllowedError, LookupError) as error:
        _end("error", text.FORBIDDEN if isinstance(error, NotAllowedError) else text.GONE)


def end_with(result: StoryResult, done: str) -> NoReturn:
    """Say what an action came to and draw the page anew."""
    if result.is_done:
        _end("success", done)
    if result.fault is not None:
        _end("error", text.FAULTS[result.fault])
    if result.theirs is not None:
        theirs = result.theirs
        when = write_moment(theirs.updated_at, theirs.wilayah_code)
        _end("error", text.THEIRS.format(who=name_person(theirs.updated_by), when=when))
    _end("error", text.GONE)


def _end(severity: str, sentence: str) -> NoReturn:
    st.session_state[_MESSAGE] = (severity, sentence)
    st.rerun()
