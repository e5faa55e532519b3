"""The slides of a story from its frozen figures alone: what the screen, PowerPoint and PDF show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from analysis import story
from analysis.story import StorySlide
from app.coverage_words import name_period
from app.format import format_period
from app.meeting_figures import name_budget
from app.presentation_model import Slide
from app.presentation_slides_decisions import (
    make_commitments,
    make_pending,
    make_proposals,
)
from app.presentation_slides_figures import make_standing
from app.presentation_slides_map import make_changes, make_map
from app.presentation_slides_money import make_money, make_unfunded
from app.presentation_slides_places import make_places
from app.presentation_slides_services import make_services
from app.presentation_slides_year import make_classes, make_closing
from app.presentation_view import StoryView, write_day
from app.text import presentasi as text

_TAKEN = frozenset(
    {story.PENDING, story.COMMITMENTS, story.PROPOSALS, story.CLASSES, story.CLOSING}
)
# Which stages a slide's figures come from: what is not approved there is marked.
_SUBJECTS: Mapping[str, tuple[str, ...]] = {
    story.STANDING: ("measured", "services"),
    story.MAP: ("measured",),
    story.CHANGES: ("measured",),
    story.SERVICES: ("services",),
    story.PLACES: ("measured", "services"),
    story.MONEY: ("services",),
    story.UNFUNDED: ("services",),
}


def make_slides(view: StoryView, slides: Sequence[StorySlide], title: str) -> list[Slide]:
    """The shown slides in their order, each with its marks, date, and the person's sentence."""
    made = []
    for each in slides:
        if not each.shown:
            continue
        body = _make_title(view, title) if each.kind == story.TITLE else _MAKERS[each.kind](view)
        made.append(_finish(view, body, each))
    return made


def _finish(view: StoryView, body: Slide, chosen: StorySlide) -> Slide:
    kicker = text.KICKER.format(region=view.region, year=view.figures["year"])
    moment = view.write_moment(taken=chosen.kind in _TAKEN)
    heading = text.SLIDE_TITLES.get(chosen.kind, "").format(level=view.level)
    marks = (*view.list_marks(*_SUBJECTS.get(chosen.kind, ())), *body.marks)
    return replace(
        body,
        title=body.title or heading,
        kicker=kicker,
        marks=marks,
        sentence=chosen.sentence,
        footer=text.FROZEN_FOOTER.format(when=moment),
    )


def _make_title(view: StoryView, title: str) -> Slide:
    figures, meeting = view.figures, view.story["meeting"]
    # The ready title names the meeting and mostly the region itself.
    lines = [each for each in (text.KINDS[view.story["kind"]], view.region) if each not in title]
    if meeting is not None:
        when = write_day(meeting["held_on"], text.NO_DATE)
        place = meeting["place"] or text.NO_PLACE
        lines.append(text.MEETING_LINE.format(date=when, place=place))
    basis = []
    if figures["measured"] is not None:
        words = {"source": figures["source"], "period": format_period(figures["measured"])}
        basis.append(text.BASIS_MEASURED.format(**words))
    if figures["period"] is not None:
        period = name_period(figures["period"], long=True)
        basis.append(text.BASIS_SERVICES.format(period=period))
    if figures["budget"] is not None:
        basis.append(text.BASIS_BUDGET.format(budget=name_budget(figures["budget"])))
    return Slide(
        story.TITLE, title, lines=(*lines, "", *(basis or [text.BASIS_NOTHING])), page="beranda"
    )


_MAKERS: Mapping[str, Callable[[StoryView], Slide]] = {
    story.STANDING: make_standing,
    story.MAP: make_map,
    story.CHANGES: make_changes,
    story.SERVICES: make_services,
    story.PLACES: make_places,
    story.MONEY: make_money,
    story.UNFUNDED: make_unfunded,
    story.PROPOSALS: make_proposals,
    story.PENDING: make_pending,
    story.COMMITMENTS: make_commitments,
    story.CLASSES: make_classes,
    story.CLOSING: make_closing,
}
