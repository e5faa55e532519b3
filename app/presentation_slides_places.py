"""The slide of the problem locations: how many of which type, which, and why."""

from analysis import story
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2, WATCH
from app.format import format_count
from app.meeting_snapshot import count_problems
from app.presentation_model import BigFigure, Slide, SlideColumn, SlideTable
from app.presentation_view import Figures, StoryView
from app.problem_palette import TYPE_COLORS
from app.text import presentasi as text
from app.text.cakupan import SHORT_NAMES
from app.text.lokasi import TYPES_SHORT, WORST

_SHOWN = (TYPE_1, TYPE_2, MIXED, WATCH)


def make_places(view: StoryView) -> Slide:
    """Types counted, then the places with their reasons, type 1 and most children first."""
    counted = count_problems(view.figures)
    query = {"wilayah": view.code}
    if not counted:
        nothing = text.PLACES_NONE if view.figures["period"] else text.SERVICES_NONE
        return Slide(story.PLACES, "", lines=(nothing,), page="lokasi_masalah", query=query)
    rows = tuple(
        (
            text.PLACE_TYPE.format(
                place=view.name_place(row["code"]), type=TYPES_SHORT[row["type"]].lower()
            ),
            _shorten_reason(row),
        )
        for row in view.figures["problems"]
    )
    first, second = text.PLACE_COLUMNS
    return Slide(
        story.PLACES,
        "",
        figures=tuple(
            BigFigure(
                text.PLACES_COUNTED[kind],
                format_count(counted.get(kind, 0)),
                text.PLACES_NOTE[kind],
                TYPE_COLORS[kind],
            )
            for kind in _SHOWN
        ),
        table=SlideTable(
            (SlideColumn(first, 3), SlideColumn(second, 9)),
            rows,
            most_lines=3,
            most_pages=3,
            more=text.MORE.replace("{page}", text.PAGES["lokasi_masalah"]),
        ),
        page="lokasi_masalah",
        query=query,
    )


def _shorten_reason(row: Figures) -> str:
    """The frozen reason, its lowest services by their short names: two lines in place of five."""
    reason, found, _ = str(row["reason"]).partition(WORST.format(services=""))
    if not found or not row["low"]:
        return str(row["reason"])
    # Two services of different ages may share a short name.
    services = ", ".join(dict.fromkeys(SHORT_NAMES[code] for code in row["low"]))
    return f"{reason}{WORST.format(services=services)}."
