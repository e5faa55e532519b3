"""The slide of the services: those that lag behind the others, then the farthest from target."""

from analysis import story
from analysis.coverage_status import ASSESSED, FAR, NEAR, REACHED
from app.coverage_words import name_period, shorten_service
from app.format import (
    format_count,
    format_number,
    format_pct,
)
from app.presentation_model import Slide, SlideColumn, SlideTable
from app.presentation_slides_figures import list_statuses
from app.presentation_view import Figures, StoryView
from app.text import presentasi as text

_MOST_SERVICES = 8


def make_services(view: StoryView) -> Slide:
    """The services that lag behind the others; where none does, those farthest from target."""
    period, query = view.figures["period"], {"wilayah": view.code}
    if period is None:
        return Slide(story.SERVICES, "", lines=(text.SERVICES_NONE,), page="layanan_tertinggal")
    rows = {r["item_code"]: r for r in view.figures["coverage"] if r["code"] == view.code}
    lagging = [each["item_code"] for each in view.figures["lagging"]]
    statuses = list_statuses(view)
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
    if behind and len(listed) > len(behind):
        rule = text.LAGGING_REST.format(rule=rule)
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
