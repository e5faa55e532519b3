"""The sub kegiatan that count as thematic in a region: the nation's list, and the region's own."""

import pandas as pd
import streamlit as st

from app.access import Account, NotAllowedError
from app.actions.anggaran_daftar import add_own_thematic, remove_own_thematic
from app.budget_intake_loaders import load_thematic
from app.components.acknowledged import say_next, take_said
from app.components.table_height import fit_height
from app.format import format_count
from app.loaders import NATION, load_engine
from app.text import anggaran_masuk as text
from app.text.screens import LEVEL_LABELS
from geo.codes import level_of

_MESSAGE = "_tematik_pesan"


def draw_thematic(person: Account, wilayah_code: str) -> None:
    """What stands; a sub kegiatan added to, or taken off, the region's own list."""
    st.subheader(text.THEMATIC_TITLE, anchor=False)
    kind, words = take_said(_MESSAGE) or (None, "")
    if kind:
        (st.success if kind == "success" else st.error)(words)
    table = load_thematic(wilayah_code)
    table = table[table["level"] == level_of(wilayah_code)]
    own = table[table["wilayah_code"] == wilayah_code]
    st.text(
        text.THEMATIC_COUNTS.format(
            national=format_count(len(table) - len(own)), own=format_count(len(own))
        )
    )
    if not table.empty:
        _draw_table(table)
    _draw_adding(person, wilayah_code)
    if not own.empty:
        _draw_removing(person, wilayah_code, own)


def _draw_table(table: pd.DataFrame) -> None:
    shown = table.assign(
        level=table["level"].map(LEVEL_LABELS),
        owner=table["wilayah_code"].map(
            lambda code: text.LIST_NATION if code == NATION else text.LIST_OWN
        ),
    )
    st.dataframe(
        shown[list(text.THEMATIC_COLUMNS)],
        hide_index=True,
        width="stretch",
        height=fit_height(len(shown), 8),
        column_config=dict(text.THEMATIC_COLUMNS),
        key="tematik_daftar",
    )


def _draw_adding(person: Account, wilayah_code: str) -> None:
    with (
        st.form(f"tematik_baru_{wilayah_code}", clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        code = st.text_input(
            text.THEMATIC_CODE, placeholder=text.THEMATIC_CODE_HINT, max_chars=24, width=240
        )
        name = st.text_input(text.THEMATIC_NAME, placeholder=text.THEMATIC_NAME_HINT, max_chars=500)
        pressed = st.form_submit_button(text.THEMATIC_ADD)
    if not pressed:
        return
    try:
        done = add_own_thematic(
            load_engine(), person, wilayah_code=wilayah_code, code=code, name=name
        )
    except NotAllowedError:
        _tell("error", text.LIST_REFUSED)
    except ValueError:
        _tell("error", text.THEMATIC_WRONG)
    else:
        _tell("success", text.THEMATIC_ADDED if done else text.THEMATIC_KNOWN)


def _draw_removing(person: Account, wilayah_code: str, own: pd.DataFrame) -> None:
    labels = {
        (row.nomenclature, row.code): text.THEMATIC_OPTION.format(code=row.code, name=row.name)
        for row in own.itertuples(index=False)
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            text.THEMATIC_REMOVE_LABEL,
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            placeholder=text.THEMATIC_REMOVE_HINT,
            key=f"tematik_lepas_{wilayah_code}",
        )
        pressed = st.button(text.THEMATIC_REMOVE, disabled=chosen is None, key="tematik_hapus")
    if not pressed or chosen is None:
        return
    nomenclature, code = chosen
    try:
        remove_own_thematic(
            load_engine(), person, wilayah_code=wilayah_code, nomenclature=nomenclature, code=code
        )
    except NotAllowedError:
        _tell("error", text.LIST_REFUSED)
    else:
        _tell("success", text.THEMATIC_REMOVED)


def _tell(kind: str, words: str) -> None:
    say_next(_MESSAGE, (kind, words))
    st.rerun()
