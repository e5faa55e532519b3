"""Slides that close the year or the meeting: the classes of the assessment, the next steps."""

from analysis import story
from analysis.meetings import COMMITMENT_OPEN
from analysis.proposals import UNDECIDED
from app import palette
from app.coverage_words import shorten_service
from app.format import MISSING, format_count, format_number
from app.presentation_model import Bar, Bars, BigFigure, Slide, SlideColumn, SlideTable
from app.presentation_view import Figures, StoryView, write_day
from app.text import presentasi as text
from app.text import tahapan as stage_text


def make_classes(view: StoryView) -> Slide:
    """The region's class and score, its six components, and the regions below."""
    rows, query = view.story["classes"], {"wilayah": view.code}
    choices = {"tahun": view.figures["year"]}
    if not rows:
        return Slide(
            story.CLASSES,
            "",
            lines=(text.CLASSES_NONE,),
            page="penilaian",
            query=query,
            choices=choices,
        )
    own, below = rows[0], rows[1:]
    ranked = [row for row in below if row["total"] is not None]
    bars = [Bars(text.COMPONENTS, _list_components(own), text.CLASSES_NONE)]
    if below:
        bars.append(Bars(text.RANKING_CLASSES, _rank(ranked), text.CLASSES_NONE))
    return Slide(
        story.CLASSES,
        "",
        marks=(text.MARK_SIMULATION,),
        figures=(_make_card(own), *_list_official(view)),
        lines=(text.CLASSES_RULE,),
        bars=tuple(bars),
        page="penilaian",
        query=query,
        choices=choices,
    )


def _make_card(own: Figures) -> BigFigure:
    note = text.SCORE.format(score=format_number(own["total"], 1, MISSING))
    if own["waiting"]:
        note = f"{note}; {text.WAITING.format(count=format_count(own['waiting']))}"
    return BigFigure(text.CLASS_SIMULATED, _write_class(own), note)


def _list_official(view: StoryView) -> tuple[BigFigure, ...]:
    found = view.story["official"]
    if found is None:
        return ()
    name = text.CLASS_NAMES.get(found["class_name"], text.UNSETTLED)
    return (BigFigure(text.CLASS_OFFICIAL, name, found["source"] or ""),)


def _write_class(row: Figures) -> str:
    name = row["class_name"]
    if name is None:
        return text.UNSETTLED
    words = text.CLASS_NAMES[name]
    return text.PROVISIONAL.format(name=words) if row["is_provisional"] else words


def _list_components(own: Figures) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            text.COMPONENT_NAMES[code],
            format_number(score, 0, "-"),
            (score or 0) / 100,
            palette.SERIES_COLOR,
        )
        for code, score in own["components"].items()
    )


def _rank(rows: list[Figures]) -> tuple[Bar, ...]:
    ordered = sorted(rows, key=lambda row: (-row["total"], row["code"]))
    return tuple(
        Bar(
            row["name"],
            text.SCORE_CLASS.format(
                score=format_number(row["total"], 0),
                name=text.CLASS_NAMES.get(row["class_name"], text.UNSETTLED_SHORT),
            ),
            row["total"] / 100,
            palette.SERIES_COLOR,
        )
        for row in ordered
    )


def make_closing(view: StoryView) -> Slide:
    """What is to be done next: undecided, promised, agreed as priority, the next deadlines."""
    told = view.story
    undecided = sum(each["decision"] == UNDECIDED for each in told["proposals"])
    promised = sum(
        each["state"] in COMMITMENT_OPEN for each in (*told["pending"], *told["commitments"])
    )
    lines = []
    if told["priorities"]:
        services = "; ".join(shorten_service(code) for code in told["priorities"])
        lines.append(text.PRIORITIES.format(services=services))
    if undecided:
        lines.append(text.OPEN_UNDECIDED.format(count=format_count(undecided)))
    if promised:
        lines.append(text.OPEN_COMMITMENTS.format(count=format_count(promised)))
    table = None
    if told["stages"]:
        rows = tuple(
            (each["name"], _write_stage_due(each), stage_text.STATES[each["state"]])
            for each in told["stages"]
        )
        columns = tuple(map(SlideColumn, text.STAGE_COLUMNS, (10, 6, 4)))
        table = SlideTable(columns, rows, most_pages=1)
    else:
        lines.append(text.STAGES_NONE)
    query, choices = {"wilayah": view.code}, {"tahun": view.figures["year"]}
    return Slide(
        story.CLOSING,
        "",
        lines=tuple(lines),
        table=table,
        page="tahapan",
        query=query,
        choices=choices,
    )


def _write_stage_due(row: Figures) -> str:
    due = write_day(row["due_on"], "-")
    return text.LATE.format(date=due) if row["is_late"] else due
