"""The heatmap in the browser: a table with signs and words, and a list on narrow screens.

A plain table draws a thousand cells in a few milliseconds, can be read aloud and walked with the
arrow keys; a picture can neither. Its script stands beside this file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from app.charts.heatmap import Heatmap, Row
from app.coverage_words import STATUS_ORDER, explain_status, write_summary
from app.format import format_count
from app.palette import STATUS_COLORS, text_color_on
from app.text import cakupan as text

_HERE = Path(__file__).parent
_DIGITS = {status: str(index) for index, status in enumerate(STATUS_ORDER)}
# Read once: what a run sends is these few kilobytes and the figures.
_mount = st.components.v2.component(
    "konvergensi_peta_panas",
    html='<div class="panas"></div>',
    css=(_HERE / "component.css").read_text(encoding="utf-8"),
    js=(_HERE / "component.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list on narrow screens: what a tap sends back, its words, its status."""

    target: tuple[str, str]
    title: str
    detail: str
    status: str


@dataclass(frozen=True, slots=True)
class HeatmapEvent:
    """What was done: a cell opened (region and item code), or a region to go down into."""

    cell: tuple[str, str] | None = None
    region: str | None = None


def peta_panas(
    heatmap: Heatmap,
    *,
    key: str,
    selected: tuple[str, str] | None,
    marked: str | None,
    drills: bool,
    services: Sequence[Line],
    regions: Sequence[Line],
) -> HeatmapEvent:
    """Draw the heatmap and tell what was done on it.

    selected: the opened cell. marked: a region to outline. drills: whether a region's name leads
    down. services, regions: the lists for narrow screens.
    """
    data = payload(heatmap, selected, marked, services, regions) | {"drills": drills}
    result = _mount(key=key, data=data, on_sel_change=_ignore, on_turun_change=_ignore)
    cell, region = result.get("sel"), result.get("turun")
    return HeatmapEvent(
        cell=(str(cell["code"]), str(cell["item"])) if cell else None,
        region=str(region) if region else None,
    )


def payload(
    heatmap: Heatmap,
    selected: tuple[str, str] | None,
    marked: str | None,
    services: Sequence[Line],
    regions: Sequence[Line],
) -> dict[str, Any]:
    """Build what travels to the browser: values joined by "|", statuses as digits of the legend."""
    return {
        "services": [[s.code, s.label, s.short, s.name] for s in heatmap.services],
        "groups": [[name, count] for name, count in heatmap.groups],
        "rows": [_pack(row) for row in heatmap.rows],
        "total": _pack(heatmap.total) if heatmap.total else None,
        "feet": [write_summary(*foot) for foot in heatmap.feet],
        "statuses": [_describe(status, heatmap.counts[status]) for status in STATUS_ORDER],
        "selected": list(selected) if selected else None,
        "marked": marked,
        "phoneServices": [_pack_line(line) for line in services],
        "phoneRegions": [_pack_line(line) for line in regions],
        "words": {
            "region": text.COLUMN_REGION,
            "summary": text.COLUMN_SUMMARY,
            "summaryHelp": text.SUMMARY_HELP,
            "foot": text.FOOT_LABEL,
            "cell": text.CELL_LABEL,
            "grid": text.GRID_LABEL.format(count=len(heatmap.services)),
            "drill": text.DRILL_LABEL,
            "phoneServices": text.PHONE_SERVICES,
            "phoneRegions": text.PHONE_REGIONS,
            "phoneNone": text.PHONE_NONE,
            "phoneMore": text.PHONE_MORE,
        },
    }


def _pack(row: Row) -> list[str]:
    digits = "".join(_DIGITS[status] for status in row.statuses)
    return [
        row.code,
        row.name,
        write_summary(row.reached, row.assessed),
        "|".join(row.values),
        digits,
    ]


def _pack_line(line: Line) -> list[Any]:
    return [list(line.target), line.title, line.detail, int(_DIGITS[line.status])]


def _describe(status: str, count: int) -> dict[str, str]:
    color = STATUS_COLORS[status]
    return {
        "word": text.STATUS_WORDS[status],
        "sign": text.STATUS_SIGNS[status],
        "help": explain_status(status),
        "count": format_count(count) if count else "",
        "color": color,
        "ink": text_color_on(color),
        "hatch": "ya" if status == STATUS_ORDER[-1] else "",
    }


def _ignore() -> None:
    """Name an event without a callback: the page reads the event from the result."""
