"""One calm sentence with a reference number in place of an error."""

import streamlit as st

from app.logs import Trouble
from app.text.gangguan import SCREEN, TRY_AGAIN
from app.text.screens import UNEXPECTED

# The database may answer again by the next run; reloading would lose what was typed.
_PASSING = {"terputus", "sibuk"}


def draw_unexpected(trouble: Trouble) -> None:
    """Say what went wrong, where it has a name, and by which number its log is found."""
    sentence = SCREEN.get(trouble.fault or "", UNEXPECTED)
    st.error(sentence.format(reference=trouble.reference), icon=":material/error:")
    if trouble.fault in _PASSING:
        st.button(TRY_AGAIN, icon=":material/refresh:")
