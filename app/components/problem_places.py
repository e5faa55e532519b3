"""The list of places: which type, why in one sentence, whom still to reach, and how firm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from analysis.problem_locations import TYPE_1, TYPE_2, TYPES
from app.figures import BELOW
from app.format import format_count, format_number
from app.problem_palette import FEW_COLOR, TYPE_COLORS, style_cell
from app.problem_sentences import rests_on_few
from app.problem_view_loaders import PlaceView
from app.text import lokasi as text
from app.text import screens
from app.view_loaders import load_part, load_styled

LEVEL_KEY, TYPE_KEY = "tingkat", "jenis"
_ORDER = ("provinsi", "kabupaten", "kecamatan", "desa")
_ROWS, _ROW_PX = 7, 108
_WIDTHS = {"name": 120, "parent": 110, "type": 90, "firm": 120, "reason": 550, "need": 300}


def choose_level(levels: Iterable[str], scope_level: str) -> str:
    """One of the levels below the selected region; begins with the first of the map's."""
    known = set(levels)
    present = [level for level in _ORDER if level in known]
    usual = [level for level in BELOW[scope_level] if level in present]
    if len(present) == 1:
        return present[0]
    chosen = st.segmented_control(
        text.SHOW_LABEL,
        present,
        default=usual[0] if usual else present[0],
        format_func=screens.LEVEL_LABELS.__getitem__,
        key=LEVEL_KEY,
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )
    return str(chosen)


def draw_counts(places: pd.DataFrame) -> None:
    """How many places have each type, the types in words on their colours."""
    counts = places["type"].value_counts()
    with st.grid(min_column_width=140):
        for kind in TYPES:
            st.metric(
                text.TYPES_SHORT[kind],
                format_count(counts.get(kind, 0)),
                help=text.TYPES_HELP[kind],
                border=True,
            )


def draw_list(view: PlaceView, places: pd.DataFrame) -> None:
    """Draw the list; types 1 and 2 come first, in each the most stunted children first.

    `places`: of `load_shown` of the view.
    """
    level = view.level
    st.subheader(text.LIST_TITLE.format(level=screens.LEVEL_WORDS[level]), anchor=False)
    present = [kind for kind in TYPES if kind in set(places["type"])]
    chosen = st.pills(
        text.TYPE_FILTER,
        present,
        selection_mode="multi",
        format_func=text.TYPES_SHORT.__getitem__,
        key=TYPE_KEY,
        label_visibility="collapsed",
    )
    limits = (view, tuple(sorted(chosen)))
    told = load_part(view.key, "daftar_lokasi", limits, lambda: _tell(places, chosen))
    if told.few:
        words = {"few": format_count(told.few), "total": format_count(len(told.rows))}
        st.caption(text.FEW_COUNT.format(**words, level=screens.LEVEL_WORDS[level]))
    columns = told.columns
    st.dataframe(
        load_styled(view.key, "daftar_lokasi", limits, lambda: _style(told.rows, columns)),
        hide_index=True,
        width="stretch",
        row_height=_ROW_PX,
        height="content" if len(told.rows) <= _ROWS else _ROW_PX * _ROWS + 38,
        placeholder=screens.DASH,
        column_config={
            heading: st.column_config.Column(
                width=_WIDTHS.get(name), help=text.FIRM_HELP if name == "firm" else None
            )
            for name, heading in columns.items()
        },
    )
    _draw_cards(told.pressing)


@dataclass(frozen=True, slots=True)
class _Told:
    """The rows of the list, those that rest on too few children, its columns, its sentences."""

    rows: pd.DataFrame
    few: int
    columns: dict[str, str]
    pressing: tuple[str, ...]


def _tell(places: pd.DataFrame, kinds: Sequence[str]) -> _Told:
    rows = places[places["type"].isin(kinds)] if kinds else places
    few = sum(map(rests_on_few, rows["firm"]))
    names = _shown(rows)
    columns = {name: heading for name, heading in text.COLUMNS.items() if name in names}
    return _Told(rows, few, columns, _tell_pressing(rows))


def _shown(places: pd.DataFrame) -> tuple[str, ...]:
    several = places["parent"].nunique() > 1
    parent = ("parent",) if several else ()
    lokus = ("lokus",) if (places["lokus"] != "").any() else ()
    # What a telephone shows of it stands first: the place, its type, and how sure that is.
    return ("name", "type", "firm", *parent, "reason", "need", "prevalence", "stunted", *lokus)


def _style(places: pd.DataFrame, columns: dict[str, str]) -> Styler:
    colors = [style_cell(TYPE_COLORS[kind]) for kind in places["type"]]
    unsure = [style_cell(FEW_COLOR) if rests_on_few(words) else "" for words in places["firm"]]
    renamed = places.assign(
        type=places["type"].map(text.TYPES_SHORT),
        prevalence=places["prevalensi_pct"],
        stunted=places["stunting_jiwa"],
    )
    frame = renamed[list(columns)].rename(columns=columns)
    return (
        frame.style.format(
            {
                columns["prevalence"]: lambda value: format_number(value, 1),
                columns["stunted"]: format_count,
            },
            na_rep=screens.DASH,
        )
        .apply(lambda _: colors, subset=[columns["type"]])
        .apply(lambda _: unsure, subset=[columns["firm"]])
    )


def _tell_pressing(places: pd.DataFrame) -> tuple[str, ...]:
    """The whole sentences of the most pressing places: a table cuts them, above all on a phone."""
    pressing = places[places["type"].isin([TYPE_1, TYPE_2])].head(5)
    return tuple(
        f"{row.name} – {text.TYPES_SHORT[row.type]}. {row.reason}"
        for row in pressing.itertuples(index=False)
    )


def _draw_cards(pressing: Sequence[str]) -> None:
    if not pressing:
        return
    with st.expander(text.CARDS_TITLE.format(count=format_count(len(pressing))), expanded=True):
        for sentence in pressing:
            st.text(sentence)
