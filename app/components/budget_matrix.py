"""The gap of every service in every region below, in colour and rupiah; a cell opens its sum."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis.budget_gaps import pivot_gaps
from app.budget_figures import budget_services, read_thresholds
from app.budget_palette import GAP_COLORS
from app.budget_words import name_service, write_gap
from app.components.budget_cell import draw_cell
from app.components.budget_choice import BudgetLook
from app.components.budget_screen import name_column
from app.components.coverage import draw_links
from app.components.readiness import ROW_HEIGHT
from app.format import format_idr_short, format_pct
from app.palette import text_color_on
from app.problem_palette import style_cell
from app.session import begin_fragment
from app.target_words import name_region
from app.text import anggaran as text
from app.text import screens

_NAME_PX, _CELL_PX = 250, 96


@st.fragment
def draw_matrix(look: BudgetLook) -> None:
    """Draw the matrix, what is missing in it, and the cell that is open."""
    begin_fragment()
    level = screens.LEVEL_WORDS[look.place.below]
    st.subheader(text.MATRIX_TITLE.format(level=level), anchor=False)
    gaps = look.gaps.inside(look.place.code)
    table = pivot_gaps(gaps, budget_services())
    known = pick_known(gaps, table)
    if known.empty:
        st.info(text.MATRIX_NONE, icon=":material/info:")
        draw_links(look.place.code, ("biaya_satuan", text.LINK_COSTS), ("target", text.LINK_TARGET))
        return
    st.caption(text.MATRIX_INTRO)
    _draw_legend()
    order = known.sum(axis=1).sort_values(ascending=False, kind="stable").index
    columns = label_regions(list(known.columns))
    cell = _draw_table(look, gaps, known.loc[order], columns)
    if cell is not None:
        draw_cell(look, *cell)
    st.caption(text.MATRIX_DOUBLE.format(level=level))
    _draw_missing(look, gaps, table.index.difference(known.index, sort=False))


def label_regions(codes: list[str]) -> dict[str, str]:
    """Headings by region code: names with their kind where two would read the same."""
    names = {code: name_region(code).removeprefix("Kecamatan ") for code in codes}
    seen = pd.Series(names)
    twice = set(seen[seen.duplicated(keep=False)])
    return {code: f"{name} ({code})" if name in twice else name for code, name in names.items()}


def _draw_table(
    look: BudgetLook, gaps: pd.DataFrame, table: pd.DataFrame, columns: Mapping[str, str]
) -> tuple[str, str] | None:
    """Draw the matrix; region and service of the chosen cell, the whole place for its sum."""
    shown, colors = tabulate_matrix(gaps, table)
    heads = {**text.MATRIX_HEADS, **columns}
    frame = shown.rename(columns=heads)
    css = colors.map(lambda kind: style_cell(GAP_COLORS[kind]) if kind else "").rename(
        columns=heads
    )
    picked = st.dataframe(
        frame.style.apply(lambda _: css, axis=None),
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
    if row >= len(table):
        return None
    codes = {name: code for code, name in columns.items()}
    return codes.get(str(head), look.place.code), str(table.index[row])


def tabulate_matrix(gaps: pd.DataFrame, table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Words and classes of the cells, in the order of `table` (rows of `pivot_gaps`).

    Columns: service, total, loose, then the region codes. The sum is of the regions that are known.
    """
    index = gaps.set_index(["item_code", "region_code"])
    cells = index[["gap_idr", "need_idr", "need_partial"]]
    words, kinds = {}, {}
    for region in table.columns:
        mine = cells.xs(region, level="region_code").reindex(table.index)
        kinds[region] = [
            classify_gap(g, n) for g, n in zip(mine["gap_idr"], mine["need_idr"], strict=True)
        ]
        words[region] = [
            _write_cell(kind, gap, bool(partial))
            for kind, gap, partial in zip(
                kinds[region], mine["gap_idr"], mine["need_partial"].fillna(False), strict=True
            )
        ]
    unknown = table.isna().any(axis=1)
    totals = [write_gap(v, bool(u)) for v, u in zip(table.sum(axis=1), unknown, strict=True)]
    loose = sum_loose(gaps).reindex(table.index)
    names = {
        "service": [name_service(str(code)) for code in table.index],
        "total": totals,
        "loose": [format_idr_short(each) for each in loose],
    }
    blank = dict.fromkeys(names, "")
    return pd.DataFrame(names | words), pd.DataFrame(blank | kinds, index=range(len(table)))


def pick_known(gaps: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The services of `table` (of `pivot_gaps`) that some need is known of, or all are known."""
    wanted = gaps.loc[gaps["need_idr"].fillna(0) > 0, "item_code"].unique()
    return table[table.index.isin(wanted) | table.notna().all(axis=1)]


def sum_loose(gaps: pd.DataFrame) -> pd.Series:
    """Direct money by service that none of these regions has: named further up, or nowhere.

    The same rupiah stand in every row of a service, so the largest is all of it.
    """
    loose = (gaps["above_idr"] + gaps["unsaid_idr"]).groupby(gaps["item_code"])
    return loose.max()


def classify_gap(gap: object, need: object) -> str:
    """The class of a cell: how much of the need is open, see `text.MATRIX_LEGEND`."""
    if pd.isna(gap) or pd.isna(need):
        return "belum"
    if not need:
        return "tanpa_kebutuhan"
    share = float(gap) / float(need)  # type: ignore[arg-type]
    if not share:
        return "terpenuhi"
    return "sebagian" if share <= 1 - read_thresholds().some else "besar"


def _write_cell(kind: str, gap: object, is_partial: bool) -> str:
    fixed = {
        "belum": text.MATRIX_CELL_UNKNOWN,
        "tanpa_kebutuhan": text.MATRIX_CELL_NO_NEED,
        "terpenuhi": text.MATRIX_CELL_GOOD,
    }
    return fixed.get(kind) or write_gap(gap, is_partial)


def _draw_legend() -> None:
    share = format_pct(100 * (1 - read_thresholds().some), 0)
    spans = [
        f'<span style="background:{color};color:{text_color_on(color)};padding:.1rem .5rem;'
        f'border:1px solid #9ca3af;border-radius:.3rem;margin-right:.4rem;display:inline-block">'
        f"{text.MATRIX_LEGEND[kind].format(share=share)}</span>"
        for kind, color in GAP_COLORS.items()
    ]
    st.html(f'<div style="font-size:.85rem;line-height:1.9">{"".join(spans)}</div>')


def _draw_missing(look: BudgetLook, gaps: pd.DataFrame, unknown: pd.Index) -> None:
    """Name the services that no cell is known of, by reason, and lead to where that is mended."""
    mine = gaps[gaps["item_code"].isin(unknown) & (gaps["need_reason"] != "")]
    reasons = mine.groupby("item_code")["need_reason"].first()
    for reason, pattern, link in (
        ("biaya_kosong", text.MATRIX_UNKNOWN_COST, ("biaya_satuan", text.LINK_COSTS)),
        ("sasaran_tak_diketahui", text.MATRIX_UNKNOWN_REACH, ("target", text.LINK_TARGET)),
    ):
        names = [name_service(str(code)) for code in unknown if reasons.get(code) == reason]
        if names:
            st.text(pattern.format(names=", ".join(names)))
            draw_links(look.place.code, link)
