"""The heatmap on the page, with its list for phones, and which cell is open."""

import math
from typing import Any

import pandas as pd
import streamlit as st

from analysis.coverage_status import ASSESSED, NO_TARGET, REACHED
from app import coverage_loaders
from app.charts.heatmap import Heatmap
from app.components.coverage import Look
from app.components.peta_panas import Line, peta_panas
from app.components.selection import go_to
from app.coverage_words import find_unit, name_service
from app.format import format_count, format_pct
from app.target_words import write_target
from app.text import cakupan as text
from app.text import screens

OPEN_KEY = "sel"
_LINES = 8
_REGIONS = 5
_OPEN = {*ASSESSED, NO_TARGET} - {REACHED}
_TOLD = ("item_code", "cakupan_pct", "target_pct", "perlu_dijangkau", "status")
Cell = tuple[str, str]


def draw_heatmap(look: Look) -> None:
    """Draw the heatmap; a click on a cell opens it, one on a region's name goes down."""
    place = look.place
    event = peta_panas(
        look.heatmap,
        key="peta_panas",
        selected=read_open_cell(look),
        marked=place.marked,
        drills=place.below != "desa",
        services=_list_services(look),
        regions=_list_regions(look),
    )
    if event.region:
        go_to(event.region)
        st.rerun()
    if event.cell and event.cell != read_open_cell(look):
        open_cell(event.cell)
        # Once more, so that the heatmap shows which cell is open.
        st.rerun(scope="fragment")


def open_cell(cell: Cell | None) -> None:
    """Open a cell, or none; the address keeps it, so that a link leads to it."""
    if cell is None:
        st.query_params.pop(OPEN_KEY, None)
    else:
        st.query_params[OPEN_KEY] = ":".join(cell)


def read_open_cell(look: Look) -> Cell | None:
    """The cell that the address names, None where this view has no such cell."""
    region, _, item = st.query_params.get(OPEN_KEY, "").partition(":")
    heatmap = look.heatmap
    codes = {row.code for row in heatmap.rows} | {look.place.code}
    known = region in codes and any(service.code == item for service in heatmap.services)
    return (region, item) if known else None


def _list_services(look: Look) -> list[Line]:
    """The services of the whole region that are furthest from their targets, in words."""
    place, heatmap = look.place, look.heatmap
    own = coverage_loaders.load_coverage(place.code, place.level, look.period)
    told = zip(*(own[name].tolist() for name in _TOLD), strict=True)
    rows = [dict(zip(_TOLD, each, strict=True)) for each in told]
    ordered = sorted((row for row in rows if row["status"] in _OPEN), key=_attained)
    feet = {s.code: foot for s, foot in zip(heatmap.services, heatmap.feet, strict=True)}
    return [
        Line(
            (place.code, str(row["item_code"])),
            name_service(str(row["item_code"])),
            _describe(row, feet[row["item_code"]], screens.LEVEL_WORDS[place.below]),
            str(row["status"]),
        )
        for row in ordered[:_LINES]
    ]


def _attained(row: dict[Any, Any]) -> tuple[float, float]:
    """Which part of its target a service has reached; one without a target stands last."""
    value, target = row["cakupan_pct"], row["target_pct"]
    return (value / target if target > 0 else math.inf, value)


def _describe(row: dict[Any, Any], foot: tuple[int, int], level: str) -> str:
    value = format_pct(row["cakupan_pct"])
    if pd.isna(row["target_pct"]):
        return text.PHONE_LINE_NO_TARGET.format(value=value)
    reached, assessed = foot
    parts = [text.PHONE_LINE.format(value=value, target=write_target(row["target_pct"]))]
    if not pd.isna(row["perlu_dijangkau"]):
        count, unit = format_count(row["perlu_dijangkau"]), find_unit(row["item_code"])
        parts.append(text.PHONE_REACH.format(count=count, unit=unit))
    if assessed:
        where = {"reached": format_count(reached), "assessed": format_count(assessed)}
        parts.append(text.PHONE_WHERE.format(**where, level=level))
    return " · ".join(parts)


def _list_regions(look: Look) -> list[Line]:
    if look.place.below == "desa":
        return []
    return [
        Line(
            (row.code, ""),
            row.name,
            text.PHONE_REGION_LINE.format(
                reached=format_count(row.reached), assessed=format_count(row.assessed)
            ),
            _worst_status(look.heatmap, at),
        )
        for at, row in enumerate(look.heatmap.rows[:_REGIONS])
        if row.assessed
    ]


def _worst_status(heatmap: Heatmap, at: int) -> str:
    """The commonest status of a region that is not reached."""
    statuses = [each for each in heatmap.rows[at].statuses if each in ASSESSED]
    others = [each for each in statuses if each != REACHED]
    return max(set(others), key=others.count) if others else REACHED
