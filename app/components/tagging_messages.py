"""What a press on the tagging page came to, kept for the run that follows it."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import streamlit as st

from app.access import NotAllowedError
from app.actions.penandaan import TagResult
from app.components.acknowledged import say_next, take_said
from app.format import escape_markdown, format_count
from app.tagging_words import write_faults, write_lock
from app.text import penandaan as text

_MESSAGE = "_pesan_penandaan"
Severity = Literal["success", "error", "info"]


def draw_message() -> None:
    """Show what the last press came to."""
    severity, lines = take_said(_MESSAGE) or (None, ())
    if severity is not None:
        shows = {"success": st.success, "error": st.error, "info": st.info}
        shows[severity]("  \n".join(escape_markdown(line) for line in lines))


def keep_message(severity: Severity, *lines: str) -> None:
    """Keep sentences for the run that follows."""
    say_next(_MESSAGE, (severity, lines))


def end_with(
    act: Callable[[], TagResult],
    owner_code: str,
    done: str,
    descriptions: Mapping[int, str] | None = None,
) -> TagResult | None:
    """Do it and draw everything anew with what came of it.

    Returns only where somebody else's changes stand in the way: the person has to choose. `done`
    takes `count`.
    """
    try:
        result = act()
    except NotAllowedError:
        keep_message("error", text.FORBIDDEN)
        st.rerun()
    if result.outcome.conflicts:
        return result
    if result.faults:
        keep_message("error", *write_faults(result.faults, descriptions or {}))
    elif result.locked_state is not None:
        keep_message("error", write_lock(result, owner_code))
    else:
        keep_message("success", done.format(count=format_count(result.outcome.saved)))
    st.rerun()
    return None


def digest_of(values: Iterable[object]) -> str:
    """A short name for some rows: a widget that tells positions is another one for other rows."""
    told = "|".join(str(value) for value in values)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
