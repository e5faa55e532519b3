"""Beranda's "Peringatan": what needs attention, each with a way to where it is mended."""

from collections.abc import Sequence
from typing import Literal

import pandas as pd
import streamlit as st

from analysis.alerts import ATTENTION, LATE, NOTICE, URGENT, Alert, order_alerts
from analysis.region_table import compare_in_series
from app import alert_loaders, loaders, stage_loaders
from app.access import Account
from app.alert_figures import read_most_shown, read_rules
from app.alert_list import AlertGround, Measured, list_found, list_late, make_viewer
from app.alert_words import find_link, is_day, write_alert, write_counts, write_since
from app.components.how_computed import draw_how
from app.components.map_panel import is_inside
from app.components.selection import Selection
from app.components.waiting import list_duties, list_own_keys, load_open_board
from app.figures import View
from app.format import format_count
from app.navigation import PAGES, pages_for
from app.stage_words import name_agency
from app.text import peringatan as text
from app.view_loaders import load_part

_KECAMATAN_LENGTH = 8
_WIDTHS = (2, 11, 3)
_COLORS: dict[str, Literal["red", "orange", "blue"]] = {
    URGENT: "red",
    ATTENTION: "orange",
    NOTICE: "blue",
}


def find_alerts(
    person: Account, selection: Selection, view: View | None, table: pd.DataFrame | None
) -> list[Alert]:
    """The alerts of the selected region for a person, without the steps that wait for them."""
    region = _find_scope(selection)
    if region is None:
        return []
    code, rules = region.code, read_rules()
    viewer = make_viewer(person, list_duties(person), alert_loaders.load_responsible_items(code))
    today, source = stage_loaders.load_today(code), selection.source
    found = load_part(
        alert_loaders.alert_key(),
        "peringatan",
        (code, view, source, today, *viewer.limits),
        lambda: tuple(list_found(_gather(region, selection, view, table), viewer, rules)),
    )
    late = list_late(load_open_board(code), code, viewer, rules)
    told = list_own_keys(person)
    return [each for each in order_alerts([*late, *found]) if not _is_told(each, told)]


def _gather(
    region: loaders.Region, selection: Selection, view: View | None, table: pd.DataFrame | None
) -> AlertGround:
    """What alerts are found from, without the stages."""
    code = region.code
    return AlertGround(
        (code, region.name),
        stage_loaders.load_today(code),
        (),
        _measure(code, view, table),
        alert_loaders.load_services(code, selection.source),
        alert_loaders.load_open_commitments(code),
    )


def _find_scope(selection: Selection) -> loaders.Region | None:
    """The region whose alerts are told, a desa's being its kecamatan's; None for the country.

    The country's stages and services are those of its provinces.
    """
    code = selection.code[:_KECAMATAN_LENGTH]
    return None if code == loaders.NATION else loaders.load_region(code)


def _measure(code: str, view: View | None, table: pd.DataFrame | None) -> Measured | None:
    if view is None or table is None:
        return None
    series = loaders.load_place_series(code, view.source)
    own = compare_in_series(series, view.period, view.compare)
    inside = table[is_inside(table, code)]
    return Measured(inside, own, view.period, view.compare)


def _is_told(alert: Alert, told: frozenset[tuple[str, str, int]]) -> bool:
    """A late stage that already stands in "Yang menunggu Anda" is not told twice."""
    if alert.kind != LATE:
        return False
    stage, year = alert.words["stage"], int(alert.words["year"])
    return all((code, stage, year) in told for code, _ in alert.regions)


def draw_alerts(person: Account, selection: Selection, alerts: Sequence[Alert]) -> None:
    """Draw the most pressing ones; the rest open on demand. Of the country nothing is told."""
    region = _find_scope(selection)
    if region is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(text.TITLE, anchor=False, width="content")
        draw_how("peringatan")
    if not alerts:
        st.text(text.NONE.format(name=region.name))
        return
    st.caption(write_counts(list(alerts)))
    most = read_most_shown()
    theirs = {entry.name for entry in pages_for(person)[0]}
    for alert in alerts[:most]:
        _draw_alert(alert, theirs)
    if len(alerts) > most:
        with st.expander(text.MORE.format(count=format_count(len(alerts) - most))):
            for alert in alerts[most:]:
                _draw_alert(alert, theirs)


def _draw_alert(alert: Alert, pages: set[str]) -> None:
    """Severity and kind, the sentence, since when, and a link where the person has that page."""
    mark, words, way = st.columns(_WIDTHS, gap="small", vertical_alignment="center")
    mark.badge(
        text.SEVERITIES[alert.severity],
        icon=text.SEVERITY_ICONS[alert.severity],
        color=_COLORS[alert.severity],
    )
    sentence = write_alert(alert, name_agency)
    if is_day(alert.since):
        sentence = text.WITH_SINCE.format(sentence=sentence, when=write_since(alert))
    words.text(sentence)
    link = find_link(alert, pages)
    if link.page in pages:
        way.page_link(
            PAGES / f"{link.page}.py",
            label=text.LINKS[link.page],
            icon=":material/arrow_forward:",
            query_params=link.query,
        )
