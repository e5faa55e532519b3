"""Names of a file that match no region: a person gives each its region."""

from collections.abc import Sequence

import streamlit as st

from app.actions.uploads import Unmatched
from app.format import format_count
from app.text import uploads as text

Chosen = tuple[tuple[str, str, str], ...]
_CHOSEN = "_unggah_nama"
_SHOWN = 40


def chosen_names(mark: str) -> Chosen:
    """What was chosen for the file of this mark: parent name, name, code."""
    kept: dict[str, Chosen] = st.session_state.get(_CHOSEN, {})
    return kept.get(mark, ())


def match_names_by_hand(mark: str, unmatched: Sequence[Unmatched]) -> None:
    """Offer a choice per name, near ones first; the file is then checked again."""
    st.subheader(text.NAMES_TITLE, anchor=False)
    st.text(text.NAMES_INTRO)
    if len(unmatched) > _SHOWN:
        count = format_count(len(unmatched))
        st.warning(text.NAMES_MANY.format(count=count, shown=_SHOWN))
    with st.form(f"nama_{mark}"):
        columns = st.columns(2)
        picked: list[tuple[str, str, str]] = []
        for place, name in enumerate(unmatched[:_SHOWN]):
            with columns[place % 2]:
                code = _choose_one(f"nama_{mark}_{place}_{name.name}", name)
            if code:
                picked.append((name.parent_name, name.name, code))
        sent = st.form_submit_button(text.NAMES_USE, type="primary")
    if sent and picked:
        earlier = {(row[0], row[1]): row for row in chosen_names(mark)}
        merged = earlier | {(row[0], row[1]): row for row in picked}
        st.session_state[_CHOSEN] = {mark: tuple(merged.values())}
        st.session_state["_unggah_ulang"] = True
        st.rerun()


def _choose_one(key: str, name: Unmatched) -> str | None:
    labels = dict(name.candidates)
    if name.level == "kecamatan":
        label = text.NAME_KECAMATAN.format(name=name.name)
    elif name.parent_name:
        label = text.NAME_IN.format(name=name.name, parent=name.parent_name)
    else:
        label = name.name
    # Names come from the file: shown as text, since a widget's label reads markdown.
    st.text(label)
    code: str | None = st.selectbox(
        text.CHOOSE,
        list(labels),
        index=None,
        format_func=lambda code: text.NAME_OPTION.format(name=labels[code], code=code),
        placeholder=text.CHOOSE,
        label_visibility="collapsed",
        key=key,
    )
    return code
