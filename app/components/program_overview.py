"""Programmes of a region summed by place and source."""

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from app import program_loaders
from app.components.table_height import fit_height
from app.format import escape_markdown, format_count, format_idr_short
from app.program_figures import ProgramSums, sum_programs, tabulate_places
from app.text import program as text
from geo.codes import kind_of, level_of

_ROWS_SHOWN = 20


def draw_overview(code: str, programs: pd.DataFrame) -> None:
    """The figures of the whole region, then a row a region below it."""
    sums = sum_programs(programs)
    _draw_cards(sums)
    table = tabulate_places(programs, program_loaders.load_places(code))
    _draw_table(table)
    for month, column in (("june", "realisation_june_idr"), ("dec", "realisation_december_idr")):
        filled = int(programs[column].notna().sum())
        if month == "june" and 0 < filled < sums.count:
            words = {"filled": format_count(filled), "count": format_count(sums.count)}
            st.caption(text.SUM_PARTIAL.format(**words))
    st.caption(text.SUM_NOTE)


def _draw_cards(sums: ProgramSums) -> None:
    count = text.OF_AMOUNT.format(count=format_count(sums.approved_count))
    with st.grid(min_column_width=190):
        st.metric(text.CARD_COUNT, format_count(sums.count))
        st.metric(text.CARD_TOTAL, format_idr_short(sums.amount_idr))
        st.metric(
            text.CARD_APPROVED,
            format_idr_short(sums.approved_idr),
            delta=escape_markdown(count),
            delta_color="off",
            delta_arrow="off",
        )
        st.metric(text.CARD_WAITING, format_count(sums.waiting_count))
        if sums.returned_count:
            st.metric(text.CARD_RETURNED, format_count(sums.returned_count))


def _draw_table(table: pd.DataFrame) -> None:
    shown = table.assign(
        name=[_name(code, name) for code, name in zip(table["code"], table["name"], strict=True)],
        count=table["count"].astype("Int64").replace(0, pd.NA),
        waiting=table["waiting"].astype("Int64").replace(0, pd.NA),
    )
    named = shown[list(text.SUM_COLUMNS)].rename(columns=text.SUM_COLUMNS)
    name = text.SUM_COLUMNS["name"]
    st.dataframe(
        style_numbers(named, [column for column in named if column != name]),
        hide_index=True,
        width="stretch",
        height=fit_height(len(named), _ROWS_SHOWN),
        placeholder=text.NO_VALUE,
        column_config={name: st.column_config.TextColumn(name, pinned=True, width=170)},
    )


def style_numbers(table: pd.DataFrame, columns: list[str]) -> Styler:
    """Whole numbers as Indonesians write them; what is missing stays so."""
    return table.style.format(
        precision=0, thousands=".", decimal=",", na_rep=text.NO_VALUE, subset=columns
    )


def _name(code: str, name: str) -> str:
    is_kelurahan = level_of(code) == "desa" and kind_of(code) == "kelurahan"
    return text.SUM_KELURAHAN.format(name=name) if is_kelurahan else name
