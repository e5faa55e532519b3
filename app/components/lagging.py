"""The services of a region beside their own median: which lag, and in how many places."""

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from app.components.table_height import fit_height
from app.coverage_words import shorten_service
from app.format import escape_markdown, format_count, format_number, format_pct
from app.problem_figures import Pairing, read_lagging_rule
from app.problem_loaders import pairing_key
from app.problem_palette import STATUS_COLORS, style_cell
from app.target_words import name_region
from app.text import screens
from app.text import tertinggal as lagging_text
from app.view_loaders import load_styled

_ROWS = 16
LAGGING_STYLE = "background-color: #b2182b; color: #ffffff"


def read_gap() -> str:
    """How many points below the median a service lags, in words."""
    return format_number(read_lagging_rule()[0])


def draw_cards(own: pd.DataFrame, code: str) -> None:
    """How many services are judged, how many lag, and the median; why nothing could be said."""
    judged = own[own["ketercapaian_pct"].notna()]
    lagging = int(own["tertinggal"].eq(True).sum())
    median = judged["median_pct"].max()
    figures = (
        format_count(len(judged)),
        format_count(lagging) if pd.notna(median) else screens.DASH,
        format_pct(median, missing=screens.DASH),
        format_count(len(own) - len(judged)),
    )
    with st.grid(min_column_width=140):
        for label, figure, meaning in zip(
            lagging_text.LAGGING_CARDS, figures, lagging_text.LAGGING_CARD_HELP, strict=True
        ):
            st.metric(label, figure, help=meaning.format(gap=read_gap()), border=True)
    name, minimum = name_region(code), read_lagging_rule()[1]
    if own["tengah_tahun"].any():
        st.caption(lagging_text.LAGGING_MIDYEAR)
    if pd.isna(median):
        words = {"count": format_count(len(judged)), "name": name, "minimum": str(minimum)}
        st.info(escape_markdown(lagging_text.LAGGING_FEW.format(**words)), icon=":material/info:")
    elif not lagging:
        st.success(escape_markdown(lagging_text.LAGGING_NONE.format(name=name)))


def draw_services(pairing: Pairing, own: pd.DataFrame, level: str) -> None:
    """The services as a table, the one furthest behind first.

    `own`: of `load_own_services` of the pairing and level.
    """
    only = st.toggle(lagging_text.LAGGING_ONLY, key="tertinggal_saja")
    styled = load_styled(
        pairing_key(pairing),
        "layanan_tertinggal",
        (pairing, level, only),
        lambda: _style(own[own["tertinggal"].eq(True)] if only else own, level),
    )
    columns = lagging_text.LAGGING_COLUMNS
    st.dataframe(
        styled,
        hide_index=True,
        width="stretch",
        height=fit_height(len(styled.index), _ROWS),
        placeholder=screens.DASH,
        column_config={columns["service"]: st.column_config.Column(width=250)},
    )


def _style(shown: pd.DataFrame, level: str) -> Styler:
    frame = _to_frame(shown, level)
    columns = lagging_text.LAGGING_COLUMNS
    marks = [LAGGING_STYLE if flag is True else "" for flag in shown["tertinggal"].tolist()]
    statuses = [style_cell(STATUS_COLORS[word]) for word in shown["status"]]
    one_decimal = [columns[key] for key in ("coverage", "attained", "gap")]
    return (
        frame.style.format(
            dict.fromkeys(one_decimal, lambda value: format_number(value, 1))
            | {columns["target"]: format_number, columns["need"]: format_count},
            na_rep=screens.DASH,
        )
        .apply(lambda _: marks, subset=[columns["mark"]])
        .apply(lambda _: statuses, subset=[columns["status"]])
    )


def _to_frame(own: pd.DataFrame, level: str) -> pd.DataFrame:
    columns = lagging_text.LAGGING_COLUMNS
    return pd.DataFrame(
        {
            # The mark stands first: on a phone the long name would push it out of sight.
            columns["mark"]: [write_mark(flag) for flag in own["tertinggal"].tolist()],
            columns["service"]: own["item_code"].map(shorten_service),
            columns["attained"]: own["ketercapaian_pct"],
            columns["gap"]: own["selisih_poin"],
            columns["coverage"]: own["cakupan_pct"],
            columns["target"]: own["target_pct"],
            columns["status"]: own["status"],
            columns["places"]: [
                _write_places(lagging, assessed, level)
                for lagging, assessed in zip(
                    own["wilayah_tertinggal"], own["wilayah_dinilai"], strict=True
                )
            ],
            columns["need"]: own["perlu_dijangkau"].astype("float64"),
        }
    )


def write_mark(flag: object) -> str:
    """Whether a service lags, in words; a service that is not judged says so."""
    if flag is True:
        return lagging_text.LAGGING_YES
    return lagging_text.LAGGING_NO if flag is False else lagging_text.LAGGING_UNJUDGED


def _write_places(lagging: float, assessed: float, level: str) -> str | None:
    if pd.isna(assessed):
        return None
    return lagging_text.LAGGING_PLACES.format(
        lagging=format_count(lagging),
        assessed=format_count(assessed),
        level=screens.LEVEL_WORDS[level],
    )
