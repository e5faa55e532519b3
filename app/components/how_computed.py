""" "Bagaimana dihitung?": a figure's formula in words, its rule, cut-offs and data, in place."""

from collections.abc import Sequence

import streamlit as st

from app.format import escape_markdown
from app.text import bagaimana as text
from app.text.bagaimana import Explanation
from app.threshold_words import describe_threshold


def draw_how(name: str, extra: Sequence[tuple[str, str]] = ()) -> None:
    """Draw the button for one of `app.text.bagaimana.EXPLANATIONS`; `extra`: more label, text."""
    draw_explanation(text.EXPLANATIONS[name], extra, key=name)


def draw_explanation(
    explanation: Explanation, extra: Sequence[tuple[str, str]] = (), *, key: str
) -> None:
    """Draw the button that opens an explanation; `key` is unique on the page."""
    with st.popover(text.BUTTON, icon=":material/function:", type="tertiary", key=f"cara_{key}"):
        st.markdown(f"**{escape_markdown(explanation.title)}**")
        for sentence in explanation.formula:
            st.markdown(escape_markdown(sentence))
        _draw_part(text.RULE_LABEL, explanation.rule)
        if explanation.thresholds:
            lines = [describe_threshold(each) for each in explanation.thresholds]
            _draw_part(text.THRESHOLDS_LABEL, *lines)
        _draw_part(text.DATA_LABEL, explanation.data)
        for label, words in extra:
            _draw_part(label, words)


def _draw_part(label: str, *lines: str) -> None:
    st.caption(f"**{escape_markdown(label)}**")
    for line in lines:
        st.caption(escape_markdown(line))
