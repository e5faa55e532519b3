"""The programmes of a region as a table: filtered, with sums, and as Excel."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from app.components.frame import is_demo
from app.components.program_overview import style_numbers
from app.components.table_height import fit_height
from app.components.upload_result import EXCEL
from app.documents.program import list_notes, to_xlsx
from app.format import format_count, format_idr, format_number
from app.program_words import name_service
from app.stage_loaders import load_now
from app.target_words import name_region
from app.text import program as text

_ROWS_SHOWN = 15
_ALL = ""
_MONEY = ("amount_idr", "realisation_june_idr", "realisation_december_idr")


def draw_list(code: str, year: int, programs: pd.DataFrame) -> None:
    """Filters, the sum of what is shown, the table, and its download."""
    if programs.empty:
        return
    shown = _filter(programs)
    _draw_count(shown, programs)
    if shown.empty:
        st.text(text.NO_MATCH)
        return
    table = tabulate_list(shown)
    named = table[list(text.LIST_COLUMNS)].rename(columns=text.LIST_COLUMNS)
    st.dataframe(
        style_numbers(named, [text.LIST_COLUMNS[name] for name in _MONEY]),
        hide_index=True,
        width="stretch",
        height=fit_height(len(named), _ROWS_SHOWN),
        placeholder=text.NO_VALUE,
        column_config=configure_list(),
    )
    st.download_button(
        text.LIST_DOWNLOAD,
        data=lambda: to_xlsx(
            table, list_notes(name_region(code), year, load_now(code), demo=is_demo())
        ),
        file_name=f"{text.LIST_FILE_NAME.format(code=code, year=year)}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
        key="program_unduh",
    )


def tabulate_list(programs: pd.DataFrame) -> pd.DataFrame:
    """The programmes in words beside their codes: the columns of the table and of the file."""
    return programs.assign(
        source=programs["source"].map(text.SOURCES),
        service=[name_service(code) for code in programs["item_code"]],
        volume=[format_number(value, missing=text.NO_VALUE) for value in programs["volume"]],
        review=programs["review"].map(text.REVIEWS),
    )


def _filter(programs: pd.DataFrame) -> pd.DataFrame:
    desa = dict(zip(programs["wilayah_code"], programs["desa_name"], strict=True))
    chosen = programs
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for label, column, names in (
            (text.FILTER_DESA, "wilayah_code", desa),
            (text.FILTER_SOURCE, "source", text.SOURCES),
            (text.FILTER_REVIEW, "review", text.REVIEWS),
        ):
            value = _choose(label, names, column)
            if value != _ALL:
                chosen = chosen[chosen[column] == value]
    return chosen


def _choose(label: str, names: Mapping[str, str], key: str) -> str:
    options = {_ALL: text.ALL, **names}
    chosen: str = st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=f"program_saring_{key}",
        placeholder=text.CHOOSE,
        width=240,
    )
    return chosen


def _draw_count(shown: pd.DataFrame, programs: pd.DataFrame) -> None:
    pattern = text.COUNT if len(shown) == len(programs) else text.COUNT_OF
    words = {
        "shown": format_count(len(shown)),
        "count": format_count(len(programs)),
        "amount": format_idr(int(shown["amount_idr"].sum())),
    }
    st.text(pattern.format(**words))


def configure_list() -> dict[str, Any]:
    """Widths of the columns that hold sentences; volumes stand to the right."""
    widths = {"desa_name": 130, "partner": 150, "activity": 220, "service": 220}
    columns: dict[str, Any] = {
        text.LIST_COLUMNS[name]: st.column_config.Column(width=width)
        for name, width in widths.items()
    }
    columns[text.LIST_COLUMNS["volume"]] = st.column_config.TextColumn(width=80, alignment="right")
    return columns
