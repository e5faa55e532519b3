"""One meeting on the page: its head, what is still open from before, and the chosen part."""

from app.access import Account
from app.components.meeting_agreements import draw_appreciations, draw_priorities
from app.components.meeting_choice import choose_part
from app.components.meeting_closing import draw_closing
from app.components.meeting_commitments import draw_commitments, draw_pending
from app.components.meeting_corrections import draw_corrections
from app.components.meeting_data import draw_data
from app.components.meeting_head import draw_head_form, draw_heading, draw_readiness
from app.components.meeting_participants import draw_participants
from app.components.papers import draw_papers
from app.components.proposals import draw_proposals
from app.meeting_loaders import Meeting


def draw_record(person: Account, meeting: Meeting, source: str | None) -> None:
    """Draw a meeting's record; `source` of the measurements while no figures are frozen."""
    editable = draw_heading(person, meeting)
    if editable:
        draw_head_form(person, meeting)
    draw_pending(person, meeting)
    if meeting.is_open:
        draw_readiness(meeting)
    part = choose_part()
    if part == "data":
        draw_data(person, meeting, source, editable=editable)
    elif part == "usulan":
        draw_proposals(person, meeting)
    elif part == "komitmen":
        draw_priorities(person, meeting, editable=editable)
        draw_commitments(person, meeting, editable=editable)
        draw_appreciations(person, meeting, editable=editable)
    elif part == "koreksi":
        draw_corrections(person, meeting, editable=editable)
    elif part == "peserta":
        draw_participants(person, meeting, editable=editable)
    else:
        draw_papers(person, meeting)
        draw_closing(person, meeting, editable=editable)
