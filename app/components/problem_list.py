"""Which of a region's problems are shown, and all of those as Excel."""

from collections.abc import Mapping

import streamlit as st

from app.ansit_loaders import Problem
from app.components.frame import is_demo
from app.components.stage_marks import find_mark
from app.components.upload_result import EXCEL
from app.documents.masalah import to_xlsx
from app.format import escape_markdown, format_count, format_date
from app.problem_words import name_place, name_service, tabulate
from app.stage_loaders import load_now
from app.text import masalah as text

_ALL, _GENERAL = "", "-"


def draw_nothing(year: int, agencies: str, *, may_add: bool) -> None:
    """No problem yet: who records the first one."""
    st.subheader(text.EMPTY_TITLE.format(year=year), anchor=False)
    words = text.EMPTY_OWN if may_add else text.EMPTY_OTHER.format(agencies=agencies)
    st.text(words)


def choose_shown(problems: tuple[Problem, ...], places: Mapping[str, str]) -> tuple[Problem, ...]:
    """Problems of one service, side or place; all of them unless chosen otherwise."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        items = {each.item_code or _GENERAL: name_service(each.item_code) for each in problems}
        item = _choose(text.FILTER_ITEM, items, "layanan")
        sides = {each.aspect: text.ASPECTS[each.aspect] for each in problems}
        aspect = _choose(text.FILTER_ASPECT, sides, "sisi")
        codes = {each.place_code: name_place(each.place_code, places) for each in problems}
        place = _choose(text.FILTER_PLACE, codes, "tempat")
    return tuple(
        each
        for each in problems
        if item in (_ALL, each.item_code or _GENERAL)
        and aspect in (_ALL, each.aspect)
        and place in (_ALL, each.place_code)
    )


def _choose(label: str, names: Mapping[str, str], key: str) -> str:
    options = {_ALL: text.ALL, **names}
    chosen: str = st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=f"masalah_saring_{key}",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=260,
    )
    return chosen


def draw_count(shown: int, total: int) -> None:
    """How many problems are shown of how many."""
    pattern = text.COUNT if shown == total else text.COUNT_OF
    st.text(pattern.format(shown=format_count(shown), count=format_count(total)))
    if not shown:
        st.text(text.NO_MATCH)


def draw_download(
    problems: tuple[Problem, ...], places: Mapping[str, str], name: str, year: int, stage: str
) -> None:
    """Offer the shown problems as Excel."""
    if not problems:
        return
    code = problems[0].wilayah_code
    mark = find_mark(code, year, stage)
    notes = [
        (text.NOTE_REGION, name),
        (text.NOTE_YEAR, str(year)),
        (text.NOTE_STATE, mark.words if mark is not None else "-"),
        (text.NOTE_MADE, format_date(load_now(code))),
    ]
    st.download_button(
        text.DOWNLOAD,
        data=lambda: to_xlsx(
            tabulate(problems, places), [text.NOTE_DEMO, *notes] if is_demo() else notes
        ),
        file_name=f"{text.FILE_NAME.format(code=code, year=year)}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
    )


def write_title(page: str, name: str) -> str:
    """The page's title with the region's name, safe for markdown."""
    return escape_markdown(f"{page} · {name}")
