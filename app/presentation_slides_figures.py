"""Slides of the figures: where we stand, the map, what rose and fell, the services that lag."""

from itertools import pairwise
from typing import Any

from analysis import story
from analysis.classes import classify
from analysis.coverage_status import ASSESSED, FAR, NEAR, REACHED
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2, WATCH
from app import palette
from app.coverage_words import name_period, shorten_service
from app.format import (
    MISSING,
    format_count,
    format_interval,
    format_number,
    format_pct,
    format_period,
    format_poin,
)
from app.meeting_snapshot import count_problems
from app.presentation_model import Bar, Bars, BigFigure, LegendChip, Slide, SlideColumn, SlideTable
from app.presentation_view import Figures, StoryView
from app.text import presentasi as text

_HIT = (TYPE_1, TYPE_2, MIXED)
_MOST_SERVICES = 8
_RISE_COLOR, _FALL_COLOR = palette.CHANGE_COLORS[-1], palette.CHANGE_COLORS[0]


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
        choices=_choose(view),
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
    statuses = _list_statuses(view)
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


def _list_statuses(view: StoryView) -> list[str]:
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
            choices=_choose(view) | {"tingkat": view.figures["below"]},
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
        choices=_choose(view) | {"tingkat": view.figures["below"]},
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
            choices=_choose(view) | {"tingkat": view.figures["below"], "ukuran": "perubahan"},
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
        choices=_choose(view) | {"tingkat": view.figures["below"], "ukuran": "perubahan"},
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


def make_services(view: StoryView) -> Slide:
    """The services that lag behind the others; where none does, those farthest from target."""
    period, query = view.figures["period"], {"wilayah": view.code}
    if period is None:
        return Slide(story.SERVICES, "", lines=(text.SERVICES_NONE,), page="layanan_tertinggal")
    rows = {r["item_code"]: r for r in view.figures["coverage"] if r["code"] == view.code}
    lagging = [each["item_code"] for each in view.figures["lagging"]]
    statuses = _list_statuses(view)
    counts = text.SERVICE_COUNTS.format(
        reached=format_count(statuses.count(REACHED)),
        near=format_count(statuses.count(NEAR)),
        far=format_count(statuses.count(FAR)),
        period=name_period(period),
    )
    behind = [rows[code] for code in lagging if code in rows]
    others = [row for code, row in rows.items() if code not in lagging]
    listed = [*behind, *_list_farthest(others, _MOST_SERVICES - len(behind))]
    if not listed:
        known = any(each in ASSESSED for each in statuses)
        nothing = text.SERVICES_ALL_REACHED if known else text.SERVICES_UNKNOWN
        return Slide(story.SERVICES, "", lines=(nothing,), page="layanan_tertinggal", query=query)
    points = format_number(view.figures["thresholds"]["lagging_points"])
    rule = text.LAGGING_RULE.format(points=points) if behind else text.LAGGING_NONE
    return Slide(
        story.SERVICES,
        "",
        lines=(counts, rule),
        table=SlideTable(
            _columns(text.SERVICE_COLUMNS, (22, 7, 7, 12, 8)),
            tuple(_write_service(row, row in behind) for row in listed),
            most_pages=1,
            more=text.MORE.replace("{page}", text.PAGES["layanan_tertinggal"]),
        ),
        page="layanan_tertinggal",
        query=query,
    )


def _list_farthest(rows: list[Figures], most: int) -> list[Figures]:
    known = [r for r in rows if r["status"] in (NEAR, FAR) and r["target_pct"]]
    ordered = sorted(known, key=lambda row: row["cakupan_pct"] / row["target_pct"])
    return ordered[: max(most, 0)]


def _write_service(row: Figures, is_lagging: bool) -> tuple[str, ...]:
    return (
        shorten_service(row["item_code"]),
        format_pct(row["cakupan_pct"]),
        format_pct(row["target_pct"], missing="-"),
        format_count(row["perlu_dijangkau"], missing="-"),
        text.LAGGING_MARK if is_lagging else row["status"],
    )


def _columns(headings: tuple[str, ...], widths: tuple[int, ...]) -> tuple[SlideColumn, ...]:
    """Columns of which all but the first hold figures."""
    return tuple(
        SlideColumn(heading, width, "kanan" if index else "kiri")
        for index, (heading, width) in enumerate(zip(headings, widths, strict=True))
    )


def _choose(view: StoryView) -> dict[str, str]:
    """The source and period that the slide's figures were made with."""
    source, measured = view.figures["source"], view.figures["measured"]
    return {"sumber": str(source), "periode": str(measured)} if source and measured else {}
