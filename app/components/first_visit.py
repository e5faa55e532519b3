"""For who is here for the first time: four steps by role, folded away until asked for."""

import streamlit as st

from app.access import Account
from app.text import peringatan as text

# The first of these that a person has says what they are here for.
_KINDS = (
    ("bappeda", "atur"),
    ("operator", "isi"),
    ("verifikator", "periksa"),
    ("penyetuju", "periksa"),
)


def find_steps(person: Account) -> str:
    """Which steps are for a person: "atur", "isi", "periksa", else "baca"."""
    roles = {grant.role for grant in person.grants}
    return next((kind for role, kind in _KINDS if role in roles), "baca")


def draw_first_visit(person: Account) -> None:
    """Draw the steps; closed at first, so that they are in nobody's way."""
    kind = find_steps(person)
    with st.expander(text.FIRST_TITLE, icon=":material/school:"):
        for number, step in enumerate(text.FIRST_STEPS[kind], start=1):
            st.text(f"{number}. {step}")
        st.caption(text.FIRST_GUIDE.format(file=text.FIRST_GUIDES[kind]))
