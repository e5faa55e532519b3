"""Benang merah: the chains as a table to read from afar, or as cards on a telephone."""

import pandas as pd
import streamlit as st

from app import problem_loaders
from app.budget_words import name_item
from app.components.budget_screen import is_phone
from app.components.problem_settings import find_default
from app.components.thread_choice import ThreadLook
from app.components.thread_steps import draw_steps
from app.format import escape_markdown, format_count, format_idr_short, format_number
from app.problem_palette import style_cell
from app.problem_sentences import write_reason
from app.text import benang as text
from app.thread_steps import list_steps
from app.thread_words import tabulate_words, write_decision

_ROWS, _ROW_PX, _CARDS = 9, 66, 25
_WIDTHS = {
    "place": 120,
    "broken": 120,
    "service": 140,
    "coverage": 85,
    "causes": 150,
    "proposal": 190,
    "decision": 110,
    "budget_idr": 95,
    "promises": 95,
    "realised_idr": 95,
    "rise": 90,
}
_WHOLE, _BROKEN = "#2166ac", "#fddbc7"


def draw_chains(look: ThreadLook, shown: pd.DataFrame) -> None:
    """The chains that are shown, and the one that is opened."""
    if shown.empty:
        st.text(text.NO_MATCH)
        return
    view = st.segmented_control(
        text.VIEW_LABEL,
        list(text.VIEWS),
        default="kartu" if is_phone() else "tabel",
        format_func=text.VIEWS.__getitem__,
        key="benang_tampilan",
        label_visibility="collapsed",
        required=True,
    )
    if view == "kartu":
        _draw_cards(look, shown)
    else:
        _draw_table(look, shown)


def _draw_table(look: ThreadLook, shown: pd.DataFrame) -> None:
    st.caption(text.SELECT_HINT)
    frame = _to_frame(look, shown)
    picked = st.dataframe(
        _style(frame, shown),
        hide_index=True,
        width="stretch",
        row_height=_ROW_PX,
        height=38 + _ROW_PX * len(frame) if len(frame) <= _ROWS else 38 + _ROW_PX * _ROWS,
        placeholder=text.NO_VALUE,
        on_select="rerun",
        selection_mode="single-row",
        # A choice belongs to the rows that were seen: other filters begin without one.
        key=f"benang_tabel_{hash(tuple(shown.index))}_{look.code}_{look.year}_{look.level}",
        column_config={
            text.COLUMNS[key]: st.column_config.Column(width=width, pinned=key == "place")
            for key, width in _WIDTHS.items()
        },
    )
    for position in picked.selection.rows:
        if position < len(shown):
            with st.container(border=True):
                st.subheader(_write_title(look, shown, position), anchor=False)
                _draw_one(look, shown, position, "tabel")


def _draw_cards(look: ThreadLook, shown: pd.DataFrame) -> None:
    for position in range(min(len(shown), _CARDS)):
        with st.expander(_write_title(look, shown, position)):
            _draw_one(look, shown, position, f"kartu_{position}")
    if len(shown) > _CARDS:
        st.text(text.CARDS_MORE.format(count=format_count(len(shown) - _CARDS)))


def _draw_one(look: ThreadLook, shown: pd.DataFrame, position: int, key: str) -> None:
    row = shown.iloc[position].to_dict()
    settings = find_default(look.code)[0]
    problems = problem_loaders.load_problems(look.pairing, settings)
    figures = problems.figures[row["region_code"]]
    reason = write_reason(figures, settings, look.names.get(look.code, look.code))
    draw_steps(list_steps(row, look.deeds, look.names, reason), row["region_code"], key)


def _write_title(look: ThreadLook, shown: pd.DataFrame, position: int) -> str:
    words = tabulate_words(shown.iloc[[position]], look.deeds, look.names).iloc[0]
    title = text.CARD_TITLE.format(
        place=words["place"], service=words["service"], broken=words["broken"].lower()
    )
    return escape_markdown(title)


def _to_frame(look: ThreadLook, shown: pd.DataFrame) -> pd.DataFrame:
    words = tabulate_words(shown, look.deeds, look.names)
    short = [name_item(code) if isinstance(code, str) else None for code in shown["item_code"]]
    several = words["parent"].nunique() > 1
    proposals = [
        text.PROPOSAL.format(number=row.number, activity=row.activity) if row.number else ""
        for row in words.itertuples(index=False)
    ]
    decisions = [
        write_decision(own, higher if isinstance(higher, str) else None)
        if isinstance(own, str)
        else ""
        for own, higher in zip(shown["keputusan"], shown["keputusan_atas"], strict=True)
    ]
    columns = words.assign(
        service=words["service"].where([each is None for each in short], short),
        coverage=words["cakupan_pct"],
        proposal=proposals,
        decision=decisions,
        budget_idr=words["budget_idr"].astype("float64"),
        realised_idr=words["realised_idr"].astype("float64"),
        promises=[
            text.PROMISE_COUNT.format(count=format_count(count)) if count else ""
            for count in shown["komitmen"]
        ],
    )
    kept = [key for key in text.COLUMNS if key != "parent" or several]
    return columns[kept].rename(columns=text.COLUMNS).reset_index(drop=True)


def _style(frame: pd.DataFrame, shown: pd.DataFrame) -> "pd.io.formats.style.Styler":
    columns = text.COLUMNS
    colors = [style_cell(_WHOLE if code == "utuh" else _BROKEN) for code in shown["putus_di"]]
    return frame.style.format(
        {
            columns["coverage"]: lambda value: format_number(value, 1),
            columns["rise"]: lambda value: format_number(value, 1),
            columns["budget_idr"]: format_idr_short,
            columns["realised_idr"]: format_idr_short,
        },
        na_rep=text.NO_VALUE,
    ).apply(lambda _: colors, subset=[columns["broken"]])
