"""Pengguna: the accounts of an admin's regions; adding people one by one or from a list."""

import streamlit as st

from app.access import Account, may_somewhere
from app.components.account_import import draw_import
from app.components.accounts import draw_new_account, draw_people
from app.session import current_person
from app.text import accounts as text
from app.text import screens


def show_accounts(person: Account) -> None:
    """The list first; adding and importing beside it."""
    st.text(text.PAGE_INTRO)
    people, new, many = st.tabs([text.TAB_PEOPLE, text.TAB_ADD, text.TAB_IMPORT])
    with people:
        draw_people(person)
    with new:
        draw_new_account(person)
    with many:
        draw_import(person)


person = current_person()
st.title(screens.PAGE_PENGGUNA, anchor=False)
if person is None or not may_somewhere(person, "kelola_pengguna"):
    st.info(text.REFUSALS["di_luar_wewenang"])
else:
    show_accounts(person)
