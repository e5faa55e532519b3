"""One regulation or publication to read, and two versions of one side by side."""

import streamlit as st

from app.actions.dukungan import Draft, RegulationDraft, Support, kind_of_support, to_draft
from app.format import escape_markdown, format_date
from app.support_people import write_who
from app.support_words import name_row, name_stage
from app.text import dukungan as text


def draw_card(row: Support) -> None:
    """A row with everything said of it, and who said it when."""
    _draw_draft(to_draft(row))
    who, when = write_who(row)
    st.caption(escape_markdown(text.BY_WHEN.format(name=who, when=when)))


def draw_conflict(theirs: Support, ours: Draft) -> None:
    """What somebody else saved meanwhile, beside what this person wants to save."""
    who, when = write_who(theirs)
    sentence = text.CONFLICT.format(who=who, when=when)
    st.warning(escape_markdown(sentence), icon=":material/sync_problem:")
    with st.grid(min_column_width=320):
        for heading, draft in (
            (text.CONFLICT_THEIRS, to_draft(theirs)),
            (text.CONFLICT_OURS, ours),
        ):
            with st.container():
                st.subheader(heading, anchor=False)
                _draw_draft(draft)


def _draw_draft(draft: Draft) -> None:
    kind = kind_of_support(draft)
    st.markdown(f"**{escape_markdown(name_row(kind, draft))}**")
    if isinstance(draft, RegulationDraft):
        st.text(draft.subject)
    day = draft.dated_on if isinstance(draft, RegulationDraft) else draft.published_on
    date_words = format_date(day, text.NO_VALUE)
    lines = (
        text.CARD_DATE.format(label=text.FIELD_DATE[kind], date=date_words),
        text.CARD_STAGE.format(label=text.FIELD_STAGE[kind], stage=name_stage(draft.stage)),
    )
    st.text(" · ".join(lines))
    if not isinstance(draft, RegulationDraft) and draft.link:
        # An address to copy, not to press: it was never looked at by us.
        st.code(draft.link, language=None, wrap_lines=True)
