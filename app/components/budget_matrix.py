"""The gap of every service in every region below, in colour and rupiah; a cell opens its sum."""

import streamlit as st

from app.budget_figures import read_thresholds
from app.budget_matrix import Matrix
from app.budget_palette import GAP_COLORS
from app.budget_view_loaders import load_matrix
from app.components.budget_cell import draw_cell
from app.components.budget_choice import BudgetLook
from app.components.budget_screen import name_column
from app.components.coverage import draw_links
from app.components.readiness import ROW_HEIGHT
from app.format import format_pct
from app.palette import text_color_on
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_NAME_PX, _CELL_PX = 250, 96


@st.fragment
def draw_matrix(look: BudgetLook) -> None:
    """Draw the matrix, what is missing in it, and the cell that is open."""
    begin_fragment()
    level = screens.LEVEL_WORDS[look.place.below]
    st.subheader(text.MATRIX_TITLE.format(level=level), anchor=False)
    matrix = load_matrix(look.snapshot, look.period, look.place.code)
    if matrix.painted is None:
        st.info(text.MATRIX_NONE, icon=":material/info:")
        draw_links(look.place.code, ("biaya_satuan", text.LINK_COSTS), ("target", text.LINK_TARGET))
        return
    st.caption(text.MATRIX_INTRO)
    _draw_legend()
    cell = _draw_table(look, matrix)
    if cell is not None:
        draw_cell(look, *cell)
    st.caption(text.MATRIX_DOUBLE.format(level=level))
    _draw_missing(look, matrix)


def _draw_table(look: BudgetLook, matrix: Matrix) -> tuple[str, str] | None:
    """Draw the matrix; region and service of the chosen cell, the whole place for its sum."""
    heads = {**text.MATRIX_HEADS, **matrix.columns}
    picked = st.dataframe(
        matrix.painted,
        hide_index=True,
        width="stretch",
        height="content",
        row_height=ROW_HEIGHT // 2,
        column_config={
            text.MATRIX_HEADS["service"]: name_column(_NAME_PX),
            **{head: st.column_config.Column(width=_CELL_PX) for head in list(heads.values())[1:]},
        },
        on_select="rerun",
        selection_mode="single-cell",
        key=f"celah_{look.place.code}",
    )
    if not picked.selection.cells:
        return None
    row, head = picked.selection.cells[0]
    if row >= len(matrix.items):
        return None
    codes = {name: code for code, name in matrix.columns.items()}
    return codes.get(str(head), look.place.code), matrix.items[row]


def _draw_legend() -> None:
    share = format_pct(100 * (1 - read_thresholds().some), 0)
    spans = [
        f'<span style="background:{color};color:{text_color_on(color)};padding:.1rem .5rem;'
        f'border:1px solid #9ca3af;border-radius:.3rem;margin-right:.4rem;display:inline-block">'
        f"{text.MATRIX_LEGEND[kind].format(share=share)}</span>"
        for kind, color in GAP_COLORS.items()
    ]
    st.html(f'<div style="font-size:.85rem;line-height:1.9">{"".join(spans)}</div>')


def _draw_missing(look: BudgetLook, matrix: Matrix) -> None:
    """Name the services that no cell is known of, by reason, and lead to where that is mended."""
    for reason, pattern, link in (
        ("biaya_kosong", text.MATRIX_UNKNOWN_COST, ("biaya_satuan", text.LINK_COSTS)),
        ("sasaran_tak_diketahui", text.MATRIX_UNKNOWN_REACH, ("target", text.LINK_TARGET)),
    ):
        names = matrix.missing.get(reason)
        if names:
            st.text(pattern.format(names=names))
            draw_links(look.place.code, link)
