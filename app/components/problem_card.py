"""One problem to read, and two versions of one side by side."""

from collections.abc import Mapping

import streamlit as st

from app.actions.masalah import ProblemDraft, to_draft
from app.ansit_loaders import Problem
from app.format import escape_markdown
from app.problem_words import name_place, name_service, write_who
from app.text import masalah as text


def draw_card(problem: Problem, places: Mapping[str, str]) -> None:
    """A problem with everything said of it, who said it and when."""
    _draw_draft(to_draft(problem), places)
    agency, who, when = write_who(problem)
    st.caption(escape_markdown(text.BY_WHEN.format(agency=agency, name=who, when=when)))


def draw_conflict(theirs: Problem, ours: ProblemDraft, places: Mapping[str, str]) -> None:
    """What somebody else saved meanwhile, beside what this person wants to save."""
    _, who, when = write_who(theirs)
    sentence = text.CONFLICT.format(who=who, when=when)
    st.warning(escape_markdown(sentence), icon=":material/sync_problem:")
    with st.grid(min_column_width=320):
        for heading, draft in (
            (text.CONFLICT_THEIRS, to_draft(theirs)),
            (text.CONFLICT_OURS, ours),
        ):
            with st.container():
                st.subheader(heading, anchor=False)
                _draw_draft(draft, places)


def _draw_draft(draft: ProblemDraft, places: Mapping[str, str]) -> None:
    title = text.TITLE_LINE.format(
        service=name_service(draft.item_code), place=name_place(draft.place_code, places)
    )
    st.markdown(f"**{escape_markdown(title)}**")
    with st.container(horizontal=True, gap="small"):
        st.badge(text.ASPECTS[draft.aspect], color="blue")
        if draft.factor is not None:
            st.badge(text.FACTORS[draft.factor], color="gray")
    st.text(draft.problem)
    _draw_details(
        {
            text.CAUSE: draft.cause,
            text.RECOMMENDATION: draft.recommendation,
            text.PROPOSAL: draft.proposal,
        }
    )


def _draw_details(details: Mapping[str, str | None]) -> None:
    said = {label: words for label, words in details.items() if words}
    if not said:
        return
    with st.grid(min_column_width=260):
        for label, words in said.items():
            with st.container(gap="xxsmall"):
                st.caption(label)
                st.text(words)
