"""The buttons under the form: save the tags, not about stunting, take the tags away."""

from collections.abc import Sequence

import streamlit as st

from app.components.tagging_save import Saver
from app.format import format_count
from app.tagging_drafts import NOT_STUNTING, OPEN, TAGGED, Line, Plan, plan_status
from app.text import penandaan as text


def draw_buttons(saver: Saver, lines: Sequence[Line], plan: Plan) -> None:
    """Draw what can be done with the chosen lines."""
    with st.container(horizontal=True):
        label = text.SAVE.format(count=format_count(len(plan.lines)))
        blocked = bool(plan.faults) or not plan.lines
        if st.button(label, key="penandaan_simpan", type="primary", disabled=blocked):
            saver.save(plan, text.SAVED[TAGGED])
        _draw_status_button(saver, lines, NOT_STUNTING, text.NOT_STUNTING)
        if any(line.status != OPEN for line in lines):
            _draw_status_button(saver, lines, OPEN, text.CLEAR)


def _draw_status_button(saver: Saver, lines: Sequence[Line], status: str, label: str) -> None:
    """A status without tags; where tags would go, it is asked first."""
    tagged = sum(bool(line.tags) for line in lines)
    key = f"penandaan_{status}"
    if not tagged:
        if st.button(label, key=key):
            saver.save(plan_status(lines, status), text.SAVED[status])
        return
    with st.popover(label):
        st.text(text.ASK_STATUS[status].format(count=format_count(tagged)))
        if st.button(text.YES, key=key, type="primary"):
            saver.save(plan_status(lines, status), text.SAVED[status])
