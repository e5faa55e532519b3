"""One programme to read, and two versions of one side by side."""

import streamlit as st

from app import entry_loaders, loaders
from app.actions.program import Program, ProgramDraft, to_draft
from app.format import escape_markdown, format_idr, format_number
from app.program_words import name_service
from app.stage_words import write_moment
from app.text import program as text
from app.text.program import MONTHS

_COLOURS = {"menunggu": "orange", "disetujui": "green", "dikembalikan": "red"}


def draw_card(program: Program) -> None:
    """A programme with everything said of it, its review, and who said it when."""
    _draw_draft(to_draft(program))
    st.badge(text.REVIEWS[program.review], color=_COLOURS[program.review])  # type: ignore[arg-type]
    if program.review_note:
        st.text(text.CARD_NOTE.format(note=program.review_note))
    spent = {
        "juni": program.realisation_june_idr,
        "desember": program.realisation_december_idr,
    }
    for month, amount in spent.items():
        if amount is not None:
            st.text(text.CARD_SPENT.format(month=MONTHS[month], amount=format_idr(amount)))
    who, when = write_who(program)
    st.caption(escape_markdown(text.BY_WHEN.format(name=who, when=when)))


def draw_conflict(theirs: Program, ours: ProgramDraft) -> None:
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


def write_who(program: Program) -> tuple[str, str]:
    """The person and the moment of a programme's last change."""
    names = entry_loaders.load_person_names()
    who = names.get(program.updated_by, program.updated_by)
    return who, write_moment(program.updated_at, program.wilayah_code)


def _draw_draft(draft: ProgramDraft) -> None:
    region = loaders.load_region(draft.wilayah_code)
    desa = region.name if region is not None else draft.wilayah_code
    title = text.CARD_TITLE.format(desa=desa, activity=draft.activity)
    st.markdown(f"**{escape_markdown(title)}**")
    lines = [text.SOURCES[draft.source], draft.partner, name_service(draft.item_code)]
    if draft.volume is not None:
        volume = format_number(draft.volume)
        lines.append(text.CARD_VOLUME.format(volume=volume, unit=draft.unit or ""))
    lines.append(text.CARD_FIGURES.format(amount=format_idr(draft.amount_idr)))
    st.text(" · ".join(line.strip() for line in lines if line))
