"""The maps and figures of the guideline's documents, drawn on the server."""

from collections.abc import Sequence
from io import BytesIO
from textwrap import shorten

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from analysis.problem_locations import TYPES, UNKNOWN
from app.charts.heatmap import arrange_heatmap
from app.coverage_words import name_period, write_share
from app.documents.cakupan_png import HeatmapWords, write_heatmap_png
from app.documents.map_png import make_legend_item, write_map_png
from app.documents.paper import Picture
from app.figures import map_scope, read_thresholds
from app.format import format_date, format_period
from app.guideline_case import GuidelineCase
from app.measures import list_legend, paint
from app.palette import SERIES_COLOR
from app.problem_palette import TYPE_COLORS
from app.problem_sentences import describe_periods, rests_on_few
from app.text import cakupan as coverage_text
from app.text import dokumen as text
from app.text import lokasi as problem_text
from app.text import measures as measure_text
from app.text.screens import DEMO_MARK, LEVEL_WORDS
from data_access.reads.peta import read_layer_content, read_layer_info
from geo.layers import decode_layer
from geo.static_map import StaticMapText

_FULL_PAGE_PCT = 82
_BAR_INCH, _BARS_WIDTH_INCH, _DOTS = 0.32, 6.6, 180
_FONT = "DejaVu Sans"


def draw_prevalence_map(case: GuidelineCase) -> Picture | None:
    """The regions right below in the classes of prevalence; None without a map or figures."""
    view, shapes = case.view, read_shapes(case, case.below_level)
    if view is None or shapes is None or case.prevalence.empty:
        return None
    table = case.prevalence
    painted = paint(table, "prevalensi", read_thresholds(), (0.0,))
    rows = _locate(shapes, table)
    missing = len(painted.styles) - 1
    styles = [painted.styles[missing if row < 0 else int(painted.classes[row])] for row in rows]
    doubts = [bool(row >= 0 and painted.uncertain[row]) for row in rows]
    caption = text.CAPTION_PREVALENCE.format(
        level=LEVEL_WORDS[case.below_level], region=case.region.name
    )
    content = write_map_png(
        shapes,
        [style.color for style in styles],
        [style.hatch or doubt for style, doubt in zip(styles, doubts, strict=True)],
        [
            make_legend_item(style.label, style.color, hatch=style.hatch, count=style.count)
            for style in list_legend(painted)
        ],
        StaticMapText(
            title=f"{painted.title} – {case.region.name}",
            subtitle=_mark_demo(case, f"{format_period(view.period)} · {view.source}"),
            legend_title=measure_text.LABELS[painted.measure],
            footnote=text.MAP_FOOTNOTE.format(made=format_date(case.today)),
        ),
    )
    return Picture(content, caption, caption, _FULL_PAGE_PCT)


def draw_problem_map(case: GuidelineCase) -> Picture | None:
    """The desa in the colours of their problem types; None without a map or any type."""
    places = case.places[case.places["level"] == "desa"] if case.pairing.period else None
    shapes = read_shapes(case, "desa")
    if places is None or places.empty or shapes is None:
        return None
    places = places.reset_index(drop=True)
    rows = _locate(shapes, places)
    kinds = [UNKNOWN if row < 0 else str(places["type"].iloc[row]) for row in rows]
    few = [bool(row >= 0 and rests_on_few(str(places["firm"].iloc[row]))) for row in rows]
    counts = places["type"].value_counts()
    pairing = case.pairing
    described = describe_periods(pairing.period, pairing.source or "", pairing.measured)
    caption = text.CAPTION_PROBLEMS.format(region=case.region.name)
    content = write_map_png(
        shapes,
        [TYPE_COLORS[kind] for kind in kinds],
        [kind == UNKNOWN or doubt for kind, doubt in zip(kinds, few, strict=True)],
        [
            make_legend_item(
                problem_text.TYPES_SHORT[kind],
                TYPE_COLORS[kind],
                hatch=kind == UNKNOWN,
                count=int(counts.get(kind, 0)),
            )
            for kind in TYPES
        ],
        StaticMapText(
            title=f"{problem_text.MAP_TITLE} – {case.region.name}",
            subtitle=_mark_demo(case, described),
            legend_title=text.LEGEND_PROBLEMS,
            footnote=text.PROBLEM_MAP_FOOTNOTE.format(made=format_date(case.today)),
        ),
    )
    return Picture(content, caption, caption, _FULL_PAGE_PCT)


def draw_heatmap(case: GuidelineCase, period: str) -> Picture | None:
    """Coverage of the regions right below, service by service; None where nothing is known."""
    own, below = case.split_coverage(period)
    heatmap = arrange_heatmap(below, own)
    if not heatmap.rows:
        return None
    caption = text.CAPTION_COVERAGE.format(
        period=name_period(period), level=LEVEL_WORDS[case.below_level], region=case.region.name
    )
    words = HeatmapWords(
        title=coverage_text.PNG_TITLE.format(name=case.region.name),
        subtitle=_mark_demo(case, name_period(period, long=True)),
        footnote=coverage_text.PNG_FOOTNOTE.format(
            share=write_share(), made=format_date(case.today)
        ),
        total=coverage_text.TOTAL_ROW.format(name=case.region.name),
    )
    # A long list is as high as a page when it is narrower than one.
    width = min(96, max(40, 100 * 17 // max(17, 2 + len(heatmap.rows))))
    return Picture(write_heatmap_png(heatmap, words), caption, caption, width)


def draw_bars(
    names: Sequence[str],
    values: Sequence[float],
    labels: Sequence[str],
    caption: str,
    width_pct: int = 90,
) -> Picture | None:
    """Lying bars with their figures written behind them, in the order given; None without any."""
    if not any(value > 0 for value in values):
        return None
    figure = Figure(
        figsize=(_BARS_WIDTH_INCH, 0.3 + _BAR_INCH * len(names)), dpi=_DOTS, facecolor="white"
    )
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.36, 0.04, 0.48, 0.92))
    places = np.arange(len(names))
    axes.barh(places, values, color=SERIES_COLOR, height=0.62)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, max(values) or 1)
    axes.set_axis_off()
    plain = {"fontfamily": _FONT, "fontsize": 8, "va": "center", "parse_math": False}
    for at, (name, value, label) in enumerate(zip(names, values, labels, strict=True)):
        short = shorten(name, 40, placeholder="…")
        axes.text(-0.02 * (max(values) or 1), at, short, ha="right", **plain)  # type: ignore[arg-type]
        axes.text(value + 0.015 * max(values), at, label, ha="left", **plain)  # type: ignore[arg-type]
    buffer = BytesIO()
    canvas.print_png(buffer)  # type: ignore[no-untyped-call]
    return Picture(buffer.getvalue(), caption, caption, width_pct)


def read_shapes(case: GuidelineCase, level: str) -> gpd.GeoDataFrame | None:
    """The simplified shapes of a level inside the region: code, name, geometry; None without."""
    info = read_layer_info(case.engine, map_scope(case.region), level)
    content = read_layer_content(case.engine, info.content_hash) if info else None
    if content is None:
        return None
    shapes = decode_layer(content)
    inside = shapes["code"].str.startswith(f"{case.code}.") & shapes.geometry.notna()
    return shapes[inside].reset_index(drop=True) if inside.any() else None


def _locate(shapes: gpd.GeoDataFrame, table: pd.DataFrame) -> list[int]:
    return [int(row) for row in pd.Index(table["code"]).get_indexer(shapes["code"])]


def _mark_demo(case: GuidelineCase, words: str) -> str:
    return f"{words} · {DEMO_MARK}" if case.is_demo else words
