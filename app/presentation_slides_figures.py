"""The slide of where we stand: prevalence, its change, who was measured, services, places."""

from analysis import story
from analysis.coverage_status import ASSESSED, REACHED
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2, WATCH
from app.coverage_words import name_period
from app.format import (
    MISSING,
    format_count,
    format_interval,
    format_pct,
    format_period,
    format_poin,
)
from app.meeting_snapshot import count_problems
from app.presentation_model import BigFigure, Slide
from app.presentation_view import Figures, StoryView
from app.text import presentasi as text

_HIT = (TYPE_1, TYPE_2, MIXED)


def make_standing(view: StoryView) -> Slide:
    """Six figures and what the highest and lowest place have, with the surveys."""
    lines = [_write_extremes(view)] if view.below else []
    if view.own is None or view.own["prevalensi_pct"] is None:
        lines.append(text.NO_PREVALENCE)
    lines += [
        text.SURVEY.format(
            source=each["source"], year=each["year"], pct=format_pct(each["prevalensi_pct"])
        )
        for each in view.story["surveys"][-1:]
    ]
    figures = (*_list_prevalence(view), *_list_services(view))
    lines = [line for line in lines if line]
    return Slide(
        story.STANDING,
        "",
        figures=figures,
        lines=tuple(lines),
        page="beranda",
        query={"wilayah": view.code},
        choices=choose_measured(view),
    )


def _list_prevalence(view: StoryView) -> tuple[BigFigure, ...]:
    own: Figures = view.own or {}
    interval = format_interval(own.get("bawah_pct"), own.get("atas_pct"), missing="")
    participation = view.story["participation_pct"]
    return (
        BigFigure(
            text.PREVALENCE,
            format_pct(own.get("prevalensi_pct")),
            text.INTERVAL.format(interval=interval) if interval else "",
        ),
        _make_change(view),
        BigFigure(
            text.STUNTED,
            format_count(own.get("pembilang_jiwa")),
            text.OF_MEASURED.format(count=format_count(own.get("penyebut_jiwa"))),
        ),
        BigFigure(
            text.MEASURED,
            format_pct(participation),
            text.OF_TARGET.format(count=format_count(view.story["target_children"])),
        ),
    )


def _make_change(view: StoryView) -> BigFigure:
    change = view.change_of(view.code)
    if change is None:
        return BigFigure(text.CHANGE, MISSING, text.NO_COMPARISON)
    note = text.SINCE.format(period=format_period(view.story["compare"]))
    if change["belum_meyakinkan"]:
        note = text.UNSURE.format(words=note)
    return BigFigure(text.CHANGE, format_poin(change["perubahan_poin"], 1), note)


def _list_services(view: StoryView) -> tuple[BigFigure, ...]:
    statuses = list_statuses(view)
    known = sum(each in ASSESSED for each in statuses)
    reached = text.REACHED_OF.format(
        reached=format_count(statuses.count(REACHED)), known=format_count(known)
    )
    period = view.figures["period"]
    counted = count_problems(view.figures)
    problems = format_count(sum(counted.get(kind, 0) for kind in _HIT))
    watched = text.WATCHED.format(count=format_count(counted.get(WATCH, 0)))
    return (
        BigFigure(
            text.REACHED, reached if known else MISSING, name_period(period) if period else ""
        ),
        BigFigure(text.PROBLEMS, problems if period else MISSING, watched if period else ""),
    )


def list_statuses(view: StoryView) -> list[str]:
    """The statuses of the region's own services."""
    return [row["status"] for row in view.figures["coverage"] if row["code"] == view.code]


def _write_extremes(view: StoryView) -> str:
    known = [r for r in view.below if r["prevalensi_pct"] is not None and not view.is_few(r)]
    if len(known) < 2:
        return ""
    ordered = sorted(known, key=lambda row: row["prevalensi_pct"])
    low, high = ordered[0], ordered[-1]
    return text.EXTREMES.format(
        high=view.name(high["code"]),
        high_pct=format_pct(high["prevalensi_pct"]),
        low=view.name(low["code"]),
        low_pct=format_pct(low["prevalensi_pct"]),
    )


def choose_measured(view: StoryView) -> dict[str, str]:
    """The source and period that the slide's figures were made with."""
    source, measured = view.figures["source"], view.figures["measured"]
    return {"sumber": str(source), "periode": str(measured)} if source and measured else {}
