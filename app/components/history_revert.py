"""Taking one row of history back: what it will be, the question, the outcome."""

import secrets

import streamlit as st

from app import loaders
from app.access import Account, NotAllowedError
from app.actions.riwayat import may_revert, revert
from app.change_words import ChangeWords
from app.components.acknowledged import draw_said, end_run
from app.entry_loaders import HistoryRow
from app.text import riwayat as text

_MESSAGE = "_pesan_riwayat"
_DONE, _TOKEN = "_sudah_dipulihkan", "_kunci_pulihkan"


def draw_revert_message() -> None:
    """Show what the last revert came to."""
    draw_said(_MESSAGE)


def draw_revert(person: Account, row: HistoryRow, words: ChangeWords) -> None:
    """Offer to take a row back, to whom it is open and once a session."""
    done = st.session_state.setdefault(_DONE, set())
    if row.id in done or not may_revert(person, row):
        return
    with st.popover(text.REVERT, icon=":material/history:"):
        st.text(text.REVERT_ASK)
        value = words.before or text.REVERT_GONE
        st.text(text.REVERT_TO.format(subject=words.subject, value=value))
        if st.button(text.REVERT_YES, key=f"pulihkan_{row.id}", type="primary"):
            _revert(person, row.id)


def _revert(person: Account, row_id: int) -> None:
    token: str = st.session_state.setdefault(_TOKEN, secrets.token_hex(8))
    try:
        code = revert(loaders.load_engine(), person, row_id, token)
    except NotAllowedError:
        end_run(_MESSAGE, "error", text.FORBIDDEN)
    severity = "success" if code == "dipulihkan" else "error"
    if code == "dipulihkan":
        st.session_state[_DONE].add(row_id)
    end_run(_MESSAGE, severity, text.RESULTS[code])
