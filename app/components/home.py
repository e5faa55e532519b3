"""The parts of Beranda: four figures, where to look first, freshness of the data."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pandas as pd
import streamlit as st

from analysis.alerts import CONTRADICTION, RISE, Alert
from analysis.attention import where_to_look_first
from analysis.region_table import compare_in_series
from app import loaders
from app.components.map_panel import is_inside
from app.components.reading import make_wording
from app.components.selection import REGION_KEY, Selection
from app.figures import View, read_thresholds
from app.format import (
    format_count,
    format_date,
    format_interval,
    format_pct,
    format_period,
    format_points,
)
from app.loaders import Key, topic_key
from app.text import screens as text
from app.text.narrative import write_attention
from app.view_loaders import load_part

PETA = Path(__file__).resolve().parents[2] / "pages" / "peta.py"
HIGH_FROM_CLASS = 3
# Alerts that say what a sentence of "where to look first" says.
_SAME = {
    (RISE, "bawahan"): "kenaikan_meyakinkan",
    (CONTRADICTION, "diukur"): "partisipasi_di_atas_100",
}


def draw_cards(selection: Selection, view: View, table: pd.DataFrame) -> None:
    """Four figures of the selected region, readable from across the room."""
    series = loaders.load_place_series(selection.code, view.source)
    now = load_part(
        _measured_key(),
        "angka_wilayah",
        (selection.code, view),
        lambda: compare_in_series(series, view.period, view.compare),
    )
    with st.grid(4, min_column_width=150):
        _draw_prevalence(now)
        _draw_stunted(now)
        _draw_participation(now)
        _draw_high(selection, view, table)


def _draw_prevalence(now: pd.Series | None) -> None:
    value = None if now is None else now["prevalensi_pct"]
    change = None if now is None else now["perubahan_poin"]
    known = change is not None and not pd.isna(change)
    delta = None
    if known and now is not None:
        delta = text.CARD_CHANGE.format(points=format_points(change, 1))
        if now["belum_meyakinkan"]:
            delta = f"{delta}, {text.UNCERTAIN_CHANGE}"
    st.metric(
        text.CARD_PREVALENCE,
        format_pct(value),
        delta=delta,
        delta_color=_delta_color(change if known else None),
        delta_arrow=_delta_arrow(change if known else None),
        border=True,
        height="stretch",
        help=_interval_help(now),
    )


def _delta_color(change: float | None) -> Literal["off", "red", "blue"]:
    if not change:
        return "off"
    return "red" if change > 0 else "blue"


def _delta_arrow(change: float | None) -> Literal["off", "up", "down"]:
    if not change:
        return "off"
    return "up" if change > 0 else "down"


def _interval_help(now: pd.Series | None) -> str | None:
    if now is None or pd.isna(now["bawah_pct"]):
        return None
    return text.INTERVAL_LABEL.format(interval=format_interval(now["bawah_pct"], now["atas_pct"]))


def _draw_stunted(now: pd.Series | None) -> None:
    measured = None if now is None else now["penyebut_jiwa"]
    known = measured is not None and not pd.isna(measured)
    st.metric(
        text.CARD_STUNTED,
        format_count(None if now is None else now["stunting_jiwa"]),
        delta=text.STUNTED_OF.format(measured=format_count(measured))
        if known
        else text.STUNTED_ONLY,
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
        help=text.CARD_STUNTED_HELP,
    )


def _draw_participation(now: pd.Series | None) -> None:
    known = now is not None and not pd.isna(now["partisipasi_pct"])
    delta = None
    if known and now is not None:
        delta = text.MEASURED_OF.format(
            target=format_count(now["partisipasi_penyebut_jiwa"]),
        )
    st.metric(
        text.CARD_PARTICIPATION,
        format_pct(None if now is None else now["partisipasi_pct"]),
        delta=delta,
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
        help=text.CARD_PARTICIPATION_HELP,
    )


def _measured_key() -> Key:
    return topic_key("wilayah", "pengukuran")


def _count_high(table: pd.DataFrame, code: str) -> tuple[int, int]:
    """Regions of a high class, and those with enough children to have a class."""
    inside = table[is_inside(table, code)]
    known = inside[(inside["kelas"] >= 0) & ~inside["terlalu_sedikit"]]
    return int((known["kelas"] >= HIGH_FROM_CLASS).sum()), len(known)


def _draw_high(selection: Selection, view: View, table: pd.DataFrame) -> None:
    high, known = load_part(
        _measured_key(),
        "wilayah_tinggi",
        (selection.code, view),
        lambda: _count_high(table, selection.code),
    )
    bound = read_thresholds().prevalence_bounds[HIGH_FROM_CLASS]
    st.metric(
        text.CARD_HIGH,
        format_count(high if known else None),
        delta=text.CARD_HIGH_OF.format(
            total=format_count(known), level=text.LEVEL_WORDS[view.level]
        ),
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
        help=text.CARD_HIGH_HELP.format(
            bound=format_pct(bound, 0), level=text.LEVEL_LABELS[view.level]
        ),
    )


def draw_attention(
    selection: Selection, view: View, table: pd.DataFrame, told: Sequence[Alert] = ()
) -> None:
    """A few sentences, each with a way to the map of its place; not what an alert has `told`."""
    known = {_SAME.get((alert.kind, alert.code)) for alert in told}
    found = load_part(
        _measured_key(),
        "lihat_dulu",
        (selection.code, view),
        lambda: where_to_look_first(table[is_inside(table, selection.code)]),
    )
    facts = [fact for fact in found if fact.code not in known]
    if not facts:
        return
    st.subheader(text.LOOK_FIRST, anchor=False)
    words = make_wording(selection, view)
    for fact in facts:
        with st.container(horizontal=True, vertical_alignment="center", border=False):
            st.text(write_attention(fact, words), width="stretch")
            code = fact.regions[0][0] if len(fact.regions) == 1 else selection.code
            st.page_link(
                PETA,
                label=text.OPEN_ON_MAP,
                icon=":material/map:",
                query_params={REGION_KEY: code},
            )


def draw_freshness(selection: Selection) -> None:
    """Which data is in, recorded down to which level, and drawn when."""
    code = selection.code
    st.subheader(text.DATA_TITLE, anchor=False)
    shown = load_part(_measured_key(), "kesegaran", (code,), lambda: _tabulate_freshness(code))
    st.dataframe(shown, hide_index=True, width="stretch")


def _tabulate_freshness(code: str) -> pd.DataFrame:
    grouped = (
        loaders.load_datasets(code)
        .groupby(["source", "period", "grain"], as_index=False)
        .agg(
            units=("units", "sum"),
            data_date=("data_date", "first"),
            imported_at=("imported_at", "max"),
        )
        .sort_values(["period", "source"], ascending=[False, True])
    )
    columns = text.DATA_COLUMNS
    return pd.DataFrame(
        {
            columns["source"]: grouped["source"],
            columns["period"]: grouped["period"].map(format_period),
            columns["grain"]: grouped["grain"].map(text.LEVEL_LABELS),
            columns["units"]: grouped["units"].map(format_count),
            columns["data_date"]: grouped["data_date"].fillna(text.NOT_STATED),
            columns["imported_at"]: pd.to_datetime(grouped["imported_at"]).map(format_date),
        }
    )
