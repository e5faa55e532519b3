"""One service: where it is lowest, the causes entered, and the support beside."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from app import problem_loaders, problem_view_loaders
from app.components.lagging import LAGGING_STYLE, write_mark
from app.components.problem_choice import draw_links
from app.components.table_height import fit_height
from app.format import format_count, format_number
from app.items import Item, find_entry_stage, find_item
from app.problem_figures import Pairing
from app.problem_loaders import pairing_key
from app.problem_palette import STATUS_COLORS, style_cell
from app.problem_sentences import name_item
from app.text import lokasi as text
from app.text import masalah as problem_text
from app.text import screens
from app.text import tertinggal as lagging_text
from app.view_loaders import load_styled

SERVICE_KEY = "layanan"
# Posyandu, kader and bidan stand beside by default: what a desa's services rest on.
_USUAL = ("D01", "D05", "D06")
_SUPPORT = tuple(f"D{number:02d}" for number in range(1, 14))
_ROWS = 12


def choose_service(own: pd.DataFrame) -> str:
    """One service, the one furthest behind unless chosen otherwise."""
    codes = own["item_code"].tolist()
    chosen: str = st.selectbox(
        lagging_text.DETAIL_SERVICE,
        codes,
        format_func=name_item,
        key=SERVICE_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
    )
    return chosen


def draw_detail(pairing: Pairing, own: pd.DataFrame, level: str) -> None:
    """The places of a service, the lowest first, with the support that was counted there."""
    st.subheader(lagging_text.DETAIL_TITLE, anchor=False)
    with st.grid(min_column_width=300):
        item = choose_service(own)
        support = st.multiselect(
            lagging_text.DETAIL_ITEMS,
            _SUPPORT,
            default=_USUAL,
            format_func=name_item,
            key="data_dukung",
            placeholder=text.CHOOSE,
        )
    if problem_view_loaders.load_worst(pairing, item, level).empty:
        st.text(lagging_text.DETAIL_NONE)
        return
    styled = load_styled(
        pairing_key(pairing),
        "wilayah_layanan",
        (pairing, item, level, tuple(support)),
        lambda: _tabulate(pairing, item, level, support),
    )
    st.dataframe(
        styled,
        hide_index=True,
        width="stretch",
        height=fit_height(len(styled.index), _ROWS),
        placeholder=screens.DASH,
        column_config={lagging_text.DETAIL_COLUMNS["name"]: st.column_config.Column(pinned=True)},
    )
    st.caption(lagging_text.DETAIL_SUPPORT_NOTE)


def _tabulate(pairing: Pairing, item: str, level: str, support: Sequence[str]) -> Styler:
    worst = problem_view_loaders.load_worst(pairing, item, level)
    known = problem_view_loaders.load_support(pairing, level)
    beside = known.reindex(worst["region_code"])
    frame = _to_frame(worst)
    for code in support:
        frame[_head(find_item(code), code)] = (
            beside[code].to_numpy() if code in beside.columns else float("nan")
        )
    return _style(frame, worst)


def _head(item: Item | None, code: str) -> str:
    return item.short if item is not None else code


def _to_frame(worst: pd.DataFrame) -> pd.DataFrame:
    columns = lagging_text.DETAIL_COLUMNS
    return pd.DataFrame(
        {
            columns["name"]: worst["name"],
            columns["coverage"]: worst["cakupan_pct"],
            columns["target"]: worst["target_pct"],
            columns["status"]: worst["status"],
            columns["mark"]: [write_mark(flag) for flag in worst["tertinggal"].tolist()],
            columns["counts"]: [
                (lagging_text.DETAIL_COUNTS_FEW if few else lagging_text.DETAIL_COUNTS).format(
                    top=format_count(top), bottom=format_count(bottom)
                )
                for top, bottom, few in zip(
                    worst["pembilang"], worst["penyebut"], worst["penyebut_kecil"], strict=True
                )
            ],
            columns["need"]: worst["perlu_dijangkau"].astype("float64"),
        }
    )


def _style(frame: pd.DataFrame, worst: pd.DataFrame) -> Styler:
    columns = lagging_text.DETAIL_COLUMNS
    statuses = [style_cell(STATUS_COLORS[word]) for word in worst["status"]]
    marks = [LAGGING_STYLE if flag is True else "" for flag in worst["tertinggal"].tolist()]
    whole = [columns["need"], *frame.columns[len(columns) :]]
    return (
        frame.style.format(
            {columns["coverage"]: lambda value: format_number(value, 1)}
            | {columns["target"]: format_number}
            | dict.fromkeys(whole, format_count),
            na_rep=screens.DASH,
        )
        .apply(lambda _: statuses, subset=[columns["status"]])
        .apply(lambda _: marks, subset=[columns["mark"]])
    )


def draw_causes(code: str, period: str, item_code: str) -> None:
    """Problems with their causes entered for a service inside a region, and where to enter them."""
    stage = find_entry_stage(period)
    year = stage[1] if stage is not None else int(period[:4])
    st.subheader(lagging_text.CAUSES_TITLE, anchor=False)
    causes = problem_loaders.load_causes(code, year)
    mine = causes[causes["item_code"] == item_code]
    if mine.empty:
        st.text(lagging_text.CAUSES_NONE.format(year=year))
    else:
        shown = mine.assign(aspect=mine["aspect"].map(problem_text.ASPECTS))
        st.dataframe(
            shown[list(lagging_text.CAUSES_COLUMNS)].rename(columns=lagging_text.CAUSES_COLUMNS),
            hide_index=True,
            width="stretch",
            row_height=64,
            placeholder=screens.DASH,
        )
    draw_links(code, ("masalah", lagging_text.LINK_PROBLEMS))
