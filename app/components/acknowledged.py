"""What a save came to: kept whatever a second click ends, and said long enough to be read.

A click starts the next run at once, beside one that is still storing; that one is ended at its next
call of Streamlit's, a write to the session's state among them. What was stored is therefore left
in a list that all of them share, without such a call, and noted by the run that finds it there.
"""

from collections.abc import Callable
from time import monotonic
from typing import Any, Literal, NoReturn

import streamlit as st

from app.format import escape_markdown

_READ_AFTER_S = 3.0
_SHOWN = {"success": st.success, "error": st.error, "warning": st.warning, "info": st.info}
_ICONS = {"success": "check", "error": "error", "warning": "warning", "info": "info"}


def begin_save(key: str) -> list[tuple[Any, ...]]:
    """The list to which a save appends what it came to, the moment it is stored."""
    left: list[tuple[Any, ...]] = st.session_state.setdefault(key, [])
    return left


def finish_save(key: str, note: Callable[..., None]) -> None:
    """Note what the first of the saves before came to: those after it found its work done."""
    left: list[tuple[Any, ...]] = st.session_state.get(key, [])
    if left:
        note(*left[0])
        left.clear()


def say_next(key: str, message: Any) -> None:
    """Keep a message for the next run."""
    st.session_state[key] = (message, None)


def take_said(key: str) -> Any:
    """The message kept under a key, in every run of a few seconds after its first; then None."""
    message, since = st.session_state.get(key, (None, None))
    if message is None:
        return None
    if since is None:
        st.session_state[key] = (message, monotonic())
    elif monotonic() - since > _READ_AFTER_S:
        del st.session_state[key]
        return None
    return message


def end_run(
    key: str, severity: str, sentence: str, scope: Literal["app", "fragment"] = "app"
) -> NoReturn:
    """Keep what a press came to and draw everything anew, or its fragment.

    `severity`: "success", "error", "warning" or "info".
    """
    say_next(key, (severity, sentence))
    st.rerun(scope=scope)


def draw_said(key: str, *, with_toast: bool = False) -> None:
    """Draw the severity and the sentence kept under a key, if any.

    `with_toast`: where one presses far below the place at which it stands.
    """
    severity, sentence = take_said(key) or (None, "")
    if severity is not None:
        draw_sentence(severity, sentence)
        if with_toast:
            st.toast(
                escape_markdown(sentence),
                icon=f":material/{_ICONS[severity]}:",
                duration="short" if severity == "success" else "long",
            )


def draw_sentence(severity: str, sentence: str) -> None:
    """Draw a sentence in the box of its severity, whatever characters it has."""
    _SHOWN[severity](escape_markdown(sentence))
