"""Words for targets: regions by kind and name, where a target comes from, rows of the grid."""

import pandas as pd

from analysis.pace import UP, Pace
from app import loaders
from app.format import format_number, format_pct, format_points
from app.target_items import PREVALENCE, TargetItem, list_services, read_target_items
from app.target_sheet import Line
from app.text import target as text


def name_region(code: str) -> str:
    """A region with its kind: "Kabupaten Arunika"; its code where it is unknown."""
    region = loaders.load_region(code)
    if region is None:
        return code
    kind = text.KINDS.get(region.kind) or text.KINDS.get(region.level, "")
    if not kind or region.name.casefold().startswith(kind.casefold()):
        return region.name
    return text.REGION_NAME.format(kind=kind, name=region.name)


def write_target(value: float | None) -> str:
    """A target in percent with as many decimals as it has: "18,4 %"."""
    known = value is not None and not pd.isna(value)
    return f"{format_number(value)} %" if known else text.NOT_SET


def write_origin(document: str, from_code: str, region_code: str) -> str:
    """Where a target comes from: its document, and the region it is inherited from."""
    named = text.DOCUMENTS.get(document, document)
    if from_code == region_code:
        return text.FROM_OWN.format(document=named)
    return text.FROM_ABOVE.format(name=name_region(from_code), document=named)


def write_pace(points: float | None) -> str:
    """Points a year with their direction in words, without the unit: "turun 1,20"."""
    if points is None:
        return text.NO_VALUE
    shown = format_points(abs(points))
    if shown == format_points(0.0):
        return text.STEADY
    return (text.RISING if points > 0 else text.FALLING).format(points=shown)


def _write_yearly(points: float) -> str:
    words = write_pace(points)
    return words if words == text.STEADY else text.YEARLY.format(pace=words)


def write_needed(pace: Pace, direction: str) -> str:
    """The pace that a target asks for; once its year has come or it is reached, which of both."""
    if pace.last_pct is None:
        return text.NO_VALUE
    gap = round(pace.target_pct - pace.last_pct, 9)
    if gap <= 0 if direction == UP else gap >= 0:
        return text.ALREADY
    return text.NOT_IN_TIME if pace.needed_points is None else write_pace(pace.needed_points)


def write_outlook(pace: Pace) -> str:
    """Whether a prevalence reaches its target at the pace achieved, in one sentence."""
    target = write_target(pace.target_pct)
    if pace.last_pct is None:
        return ""
    if pace.needed_points is None:
        pattern = text.PACE_MET if pace.reached else text.PACE_UNMET
        return pattern.format(
            last=pace.last_year,
            value=format_pct(pace.last_pct),
            year=pace.target_year,
            target=target,
        )
    if pace.achieved_points is None or pace.projected_pct is None:
        return text.PACE_NONE
    pattern = text.PACE_REACHED if pace.reached else text.PACE_MISSED
    return pattern.format(
        achieved=_write_yearly(pace.achieved_points),
        first=pace.first_year,
        last=pace.last_year,
        year=pace.target_year,
        projected=format_pct(max(pace.projected_pct, 0.0)),
        target=target,
        needed=_write_yearly(pace.needed_points),
    )


def name_service(item: TargetItem) -> str:
    """A service as one line: "IBU-1 · Pemberian Makanan Tambahan ..."."""
    if item.code == PREVALENCE:
        return item.name
    return text.SERVICE_ROW.format(label=item.label, name=item.name)


def list_prevalence_lines(documents: tuple[str, ...]) -> list[Line]:
    """Rows of the prevalence's grid, one a document."""
    return [Line(PREVALENCE, each, text.DOCUMENTS[each]) for each in documents]


def list_service_lines(codes: tuple[str, ...], document: str) -> list[Line]:
    """Rows of the services' grid for one document, in the guideline's order."""
    chosen = set(codes)
    return [
        Line(item.code, document, name_service(item))
        for item in list_services()
        if item.code in chosen
    ]


def name_target(item_code: str, document: str) -> str:
    """A row of targets outside its grid: item and document."""
    item = read_target_items()[item_code]
    return f"{name_service(item)} · {text.DOCUMENTS[document]}"
