"""Slides of the money: the three answers, and priority places that nobody pays for."""

from analysis import story
from app.budget_palette import LAMP_COLORS
from app.budget_words import name_service, write_sentence
from app.format import MISSING, format_count, format_idr_short
from app.meeting_budget import lamp_from
from app.meeting_figures import name_budget
from app.presentation_model import BigFigure, Slide, SlideColumn, SlideTable
from app.presentation_view import Figures, StoryView
from app.text import anggaran as budget_text
from app.text import presentasi as text

_PAGE = "anggaran"


def make_money(view: StoryView) -> Slide:
    """Three cards: funded, enough, in the right places, each with its word and its sentence."""
    budget, query = view.figures["budget"], {"wilayah": view.code}
    if budget is None:
        return Slide(story.MONEY, "", lines=(text.BUDGET_NONE,), page=_PAGE, query=query)
    lines = [text.BASIS_BUDGET.format(budget=name_budget(budget)), _tell_priority(view)]
    cards = tuple(_make_card(row) for row in budget["lamps"])
    told = tuple(each for each in lines if each)
    return Slide(story.MONEY, "", figures=cards, lines=told, page=_PAGE, query=query)


def _tell_priority(view: StoryView) -> str:
    """Whose problem places come first for the money, where they are not the region's own."""
    owner = view.story.get("unfunded_owner")
    return text.PRIORITY_PLACES.format(owner=owner, region=view.region) if owner else ""


def _make_card(row: Figures) -> BigFigure:
    lamp = lamp_from(dict(row))
    word = budget_text.LAMP_WORDS[lamp.question][lamp.state]
    sign = budget_text.LAMP_SIGNS[lamp.state]
    return BigFigure(
        budget_text.QUESTIONS[lamp.question],
        f"{sign} {word}",
        # What cannot be said stands large above: below it is only why.
        _write_reason(lamp.reason) if lamp.reason else write_sentence(lamp),
        LAMP_COLORS[lamp.state],
    )


def _write_reason(reason: str) -> str:
    words = budget_text.REASONS[reason]
    return f"{words[0].upper()}{words[1:]}."


def make_unfunded(view: StoryView) -> Slide:
    """Services that priority places still need and that no direct money of the budget pays."""
    rows, query = view.story["unfunded"], {"wilayah": view.code}
    if rows is None or view.figures["budget"] is None:
        return Slide(story.UNFUNDED, "", lines=(text.UNFUNDED_UNKNOWN,), page=_PAGE, query=query)
    if not rows:
        among = view.story.get("unfunded_among", 1)
        nothing = text.UNFUNDED_NONE if among else text.UNFUNDED_NO_PLACES
        told = tuple(each for each in (nothing, _tell_priority(view)) if each)
        return Slide(story.UNFUNDED, "", lines=told, page=_PAGE, query=query)
    line = text.UNFUNDED_LINE.format(
        places=format_count(view.story["unfunded_places"]),
        budget=name_budget(view.figures["budget"]),
    )
    columns = tuple(
        SlideColumn(heading, width, "kanan" if index else "kiri")
        for index, (heading, width) in enumerate(
            zip(text.UNFUNDED_COLUMNS, (10, 2, 5, 5), strict=True)
        )
    )
    return Slide(
        story.UNFUNDED,
        "",
        lines=(line,),
        table=SlideTable(
            columns,
            tuple(_write_row(row) for row in rows),
            most_pages=2,
            more=text.MORE.replace("{page}", text.PAGES[_PAGE]),
        ),
        page=_PAGE,
        query=query,
    )


def _write_row(row: Figures) -> tuple[str, ...]:
    gap = format_idr_short(row["gap_idr"], MISSING)
    if row["gap_idr"] is not None and row["gap_partial"]:
        gap = text.AT_LEAST.format(amount=gap)
    return (
        name_service(row["item_code"]),
        format_count(row["places"]),
        format_count(row["people"]),
        gap,
    )
