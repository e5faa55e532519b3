"""Slides of the map and of what rose and fell since the measurement before."""

from itertools import pairwise
from typing import Any

from analysis import story
from analysis.classes import classify
from app import palette
from app.format import (
    format_count,
    format_number,
    format_period,
)
from app.presentation_model import Bar, Bars, LegendChip, Slide
from app.presentation_slides_figures import choose_measured
from app.presentation_view import Figures, StoryView
from app.text import presentasi as text

_RISE_COLOR, _FALL_COLOR = palette.CHANGE_COLORS[-1], palette.CHANGE_COLORS[0]


def make_map(view: StoryView) -> Slide:
    """The map with values on it, beside it all places from the highest down."""
    figures = view.figures
    known = [row for row in view.below if row["prevalensi_pct"] is not None]
    if not known:
        return Slide(
            story.MAP,
            "",
            lines=(text.NO_PREVALENCE,),
            page="peta",
            query={"wilayah": view.code},
            choices=choose_measured(view) | {"tingkat": view.figures["below"]},
        )
    few = any(view.is_few(row) for row in known)
    words = {"source": figures["source"], "period": format_period(figures["measured"])}
    note = (text.MAP_NOTE if view.picture is not None else text.BASIS_NOTE).format(**words)
    if few:
        minimum = format_count(view.story["minimum_measured"])
        note = f"{note} {text.FEW_NOTE.format(minimum=minimum)}"
    return Slide(
        story.MAP,
        "",
        lines=() if view.picture is not None else (text.NO_MAP,),
        legend=_list_legend(view),
        picture=view.picture,
        bars=(Bars(text.RANKING, _rank(view, known)),),
        note=note,
        page="peta",
        query={"wilayah": view.code},
        choices=choose_measured(view) | {"tingkat": view.figures["below"]},
    )


def _rank(view: StoryView, known: list[Figures]) -> tuple[Bar, ...]:
    ordered = sorted(known, key=lambda row: (-row["prevalensi_pct"], row["code"]))
    longest = max(ordered[0]["prevalensi_pct"], 1e-9)
    colors = color_rows(view, ordered)
    return tuple(
        Bar(
            view.name(row["code"]),
            format_number(row["prevalensi_pct"], 1) + ("*" if view.is_few(row) else ""),
            row["prevalensi_pct"] / longest,
            color,
        )
        for row, color in zip(ordered, colors, strict=True)
    )


def color_rows(view: StoryView, rows: list[Figures]) -> list[str]:
    """The colour of each row's class of prevalence; grey where there is no figure."""
    bounds = view.figures["thresholds"]["prevalence_bounds"]
    values: list[Any] = [row["prevalensi_pct"] for row in rows]
    classes = classify([float("nan") if v is None else v for v in values], bounds)
    return [
        palette.NO_DATA_COLOR if each < 0 else palette.PREVALENCE_COLORS[each] for each in classes
    ]


def _list_legend(view: StoryView) -> tuple[LegendChip, ...]:
    inner = view.figures["thresholds"]["prevalence_bounds"][1:]
    shown = [format_number(each) for each in inner]
    labels = [text.LEGEND_BELOW.format(upper=shown[0])]
    labels += [text.LEGEND_RANGE.format(lower=low, upper=high) for low, high in pairwise(shown)]
    labels.append(text.LEGEND_ABOVE.format(lower=shown[-1]))
    chips = [
        LegendChip(label, color)
        for label, color in zip(labels, palette.PREVALENCE_COLORS, strict=True)
    ]
    return (*chips, LegendChip(text.LEGEND_NONE, palette.NO_DATA_COLOR, hatched=True))


def make_changes(view: StoryView) -> Slide:
    """Which places rose and which fell, the largest first."""
    changed = [(row, view.change_of(row["code"])) for row in view.below if not view.is_few(row)]
    known = [(row, change) for row, change in changed if change is not None]
    if not known:
        return Slide(
            story.CHANGES,
            "",
            lines=(text.NO_COMPARISON,),
            page="peta",
            query={"wilayah": view.code},
            choices=choose_measured(view)
            | {"tingkat": view.figures["below"], "ukuran": "perubahan"},
        )
    risen = [each for each in known if each[1]["perubahan_poin"] > 0]
    fallen = [each for each in known if each[1]["perubahan_poin"] < 0]
    line = text.CHANGES_LINE.format(
        compare=format_period(view.story["compare"]),
        falling=format_count(len(fallen)),
        rising=format_count(len(risen)),
        total=format_count(len(known)),
        level=view.level,
    )
    unsure = any(change["belum_meyakinkan"] for _, change in known)
    most = max(abs(change["perubahan_poin"]) for _, change in known)
    return Slide(
        story.CHANGES,
        "",
        lines=(line,),
        bars=(
            Bars(text.RISES, _list_moves(view, risen, most, _RISE_COLOR), text.RISES_NONE),
            Bars(text.FALLS, _list_moves(view, fallen, most, _FALL_COLOR), text.FALLS_NONE),
        ),
        note=text.UNSURE_NOTE if unsure else "",
        page="peta",
        query={"wilayah": view.code},
        choices=choose_measured(view) | {"tingkat": view.figures["below"], "ukuran": "perubahan"},
    )


def _list_moves(
    view: StoryView, rows: list[tuple[Figures, Figures]], most: float, color: str
) -> tuple[Bar, ...]:
    ordered = sorted(rows, key=lambda each: (-abs(each[1]["perubahan_poin"]), each[0]["code"]))
    return tuple(
        Bar(
            view.name(row["code"]),
            _write_points(change),
            abs(change["perubahan_poin"]) / most if most else 0.0,
            color,
        )
        for row, change in ordered
    )


def _write_points(change: Figures) -> str:
    points = change["perubahan_poin"]
    sign = "+" if points > 0 else "-"
    return f"{sign}{format_number(abs(points), 1)}{'*' if change['belum_meyakinkan'] else ''}"
