"""The opened cell: what the figure is made of, what is missing to the target, and where."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.reach import plan_reach
from app import coverage_loaders, target_loaders
from app.charts.coverage_trend import draw_coverage_trend
from app.components.coverage import Look
from app.components.coverage_heatmap import Cell, open_cell, read_open_cell
from app.components.selection import go_to
from app.coverage_figures import ONE_DOWN
from app.coverage_words import (
    describe_denominator,
    explain_status,
    find_party,
    find_unit,
    has_value,
    list_flags,
    name_period,
    name_service,
)
from app.format import escape_markdown, format_count, format_pct
from app.target_words import name_region, write_origin, write_target
from app.text import cakupan as text
from app.text import screens

KEY = "rincian_cakupan"
_PLACES = 5
_CONFIG = {"displayModeBar": False}
_BADGES = {"tercapai": "blue", "hampir": "blue", "jauh": "red", "anomali": "violet"}


def draw_detail(look: Look) -> None:
    """Draw the cell that is open, nothing where none is."""
    cell = read_open_cell(look)
    if cell is None:
        st.caption(text.OPEN_HINT)
        return
    code, item = cell
    level = look.place.level if code == look.place.code else look.place.below
    rows = coverage_loaders.load_coverage(look.place.code, level, look.period)
    found = rows[(rows["region_code"] == code) & (rows["item_code"] == item)]
    if found.empty:
        return
    with st.container(border=True, key=KEY):
        _draw(look, cell, level, found.to_dict("records")[0])


def _draw(look: Look, cell: Cell, level: str, row: dict[Any, Any]) -> None:
    code, item = cell
    with st.container(horizontal=True, vertical_alignment="center"):
        title = text.DETAIL_TITLE.format(service=name_service(item), region=name_region(code))
        st.subheader(escape_markdown(title), anchor=False)
        st.button(
            text.DETAIL_CLOSE,
            key="tutup_rincian",
            icon=":material/close:",
            type="tertiary",
            on_click=open_cell,
            args=(None,),
        )
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _draw_figures(look, row)
        _draw_remarks(look, row)
        _draw_where(look, code, level, item)
        if level != "desa" and code != look.place.code:
            st.button(
                text.DRILL_TO.format(level=screens.LEVEL_WORDS[ONE_DOWN[level]]),
                key="turun_rincian",
                icon=":material/arrow_downward:",
                on_click=_go_down,
                args=(code, item),
            )
    with right:
        _draw_trend(look, cell, level)


def _go_down(code: str, item: str) -> None:
    """Go into a region with the same service open."""
    go_to(code)
    open_cell((code, item))


def _draw_figures(look: Look, row: dict[Any, Any]) -> None:
    top, bottom = format_count(row["pembilang"]), format_count(row["penyebut"])
    unit = find_unit(row["item_code"])
    origin = target = None
    if has_value(row["target_pct"]):
        target = write_target(row["target_pct"])
        origin = write_origin(row["dokumen"], row["target_dari"], row["region_code"])
    reach = row["perlu_dijangkau"]
    figures = (
        (text.DETAIL_COVERAGE, format_pct(row["cakupan_pct"])),
        (
            text.DETAIL_COUNTS,
            text.DETAIL_COUNTS_VALUE.format(top=top, bottom=bottom)
            if has_value(row["penyebut"])
            else screens.DASH,
        ),
        (text.DETAIL_TARGET.format(year=look.target_year), target or text.DETAIL_NO_TARGET),
        (
            text.DETAIL_REACH,
            text.DETAIL_REACH_VALUE.format(count=format_count(reach))
            if has_value(reach)
            else screens.DASH,
        ),
    )
    helps = (None, unit, origin, unit)
    with st.container(horizontal=True, gap="medium"):
        for (label, value), note in zip(figures, helps, strict=True):
            with st.container(width="content", gap=None):
                st.caption(label)
                st.subheader(escape_markdown(value), anchor=False)
                if note:
                    st.caption(escape_markdown(note))


def _draw_remarks(look: Look, row: dict[Any, Any]) -> None:
    status = str(row["status"])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(text.STATUS_WORDS[status], color=_BADGES.get(status, "gray"))  # type: ignore[arg-type]
        st.caption(escape_markdown(explain_status(status)), width="content")
    item = str(row["item_code"])
    lines = [
        text.DETAIL_MEANING.format(denominator=describe_denominator(item)),
        text.DETAIL_SOURCE.format(period=name_period(look.period), party=find_party(item)),
    ]
    if row["desa_semua"] > 1:
        counted, total = format_count(row["desa_dihitung"]), format_count(row["desa_semua"])
        lines.append(text.DETAIL_DESA.format(counted=counted, total=total))
    st.text("\n".join([*lines, *list_flags(row)]))


def _draw_where(look: Look, code: str, level: str, item: str) -> None:
    """In which desa the people live who are still to be reached; not for a whole nation."""
    if level in ("desa", "nasional"):
        return
    desa = coverage_loaders.load_coverage(code, "desa", look.period)
    own = coverage_loaders.load_coverage(code, level, look.period)
    mine = pd.concat([own, desa], ignore_index=True)
    plan = plan_reach(mine, target_loaders.load_regions(code), code, item)
    if plan.by_desa.empty:
        return
    names = dict(zip(desa["region_code"], desa["name"], strict=True))
    places = [
        text.DETAIL_WHERE_PLACE.format(
            name=names.get(row.region_code, row.region_code),
            count=format_count(row.perlu_dijangkau),
        )
        for row in plan.by_desa.head(_PLACES).itertuples(index=False)
    ]
    parts = [text.DETAIL_WHERE.format(places=", ".join(places))]
    if plan.total is not None and plan.sum_of_desa > plan.total:
        words = {"sum": format_count(plan.sum_of_desa), "unit": find_unit(item)}
        parts.append(text.DETAIL_WHERE_MORE.format(**words))
    if plan.desa_unknown:
        parts.append(text.DETAIL_WHERE_UNKNOWN.format(count=format_count(plan.desa_unknown)))
    st.text(" ".join(parts))


def _draw_trend(look: Look, cell: Cell, level: str) -> None:
    code, item = cell
    trend = coverage_loaders.load_coverage_trend(code, level, item, look.period)
    if trend["cakupan_pct"].notna().sum() < 2:
        return
    kind = text.DETAIL_TREND_KINDS[look.period[4:]]
    st.caption(text.DETAIL_TREND.format(kind=kind))
    figure = draw_coverage_trend(trend)
    st.plotly_chart(figure, width="stretch", key="tren_cakupan", theme=None, config=_CONFIG)
