"""The three answers for every service in one table; a row opens its lines."""

import pandas as pd
import streamlit as st

from analysis.budget_answers import answer_cells, answer_placement
from app.budget_figures import pick_service, read_thresholds
from app.budget_palette import ANSWER_COLORS
from app.budget_words import name_service, write_answer, write_gap
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import name_column
from app.format import format_count, format_idr_short, format_pct
from app.problem_palette import style_cell
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_WIDTHS = {"funded": 124, "enough": 168, "located": 150}
_NAME_PX = 230
_ANSWERS = ("dibiayai", "cukup", "lokasi")


def tabulate_services(look: BudgetLook) -> pd.DataFrame:
    """The answers for the place looked at, a row a service in the guideline's order.

    item_code, perlu_dijangkau, the columns of `answer_cells` and of `answer_placement`.
    """
    code, thresholds = look.place.code, read_thresholds()
    answered = answer_cells(look.gaps.of(code), thresholds)
    desa = look.gaps.desa_inside(code)
    groups = dict.fromkeys(desa["region_code"], code)
    placed = answer_placement(desa, groups, look.priority.codes, thresholds)
    columns = ["item_code", "placement_pct", "need_share_pct", "lokasi", "lokasi_alasan"]
    return answered.merge(placed[columns], on="item_code", how="left", validate="one_to_one")


@st.fragment
def draw_services(look: BudgetLook) -> None:
    """Draw the table and the lines of the chosen service."""
    begin_fragment()
    st.subheader(text.SERVICES_TITLE, anchor=False)
    st.caption(text.SERVICES_HINT)
    rows = tabulate_services(look)
    heads = text.SERVICES_COLUMNS
    picked = st.dataframe(
        _paint(_write(rows)[list(heads)].rename(columns=heads), rows),
        hide_index=True,
        width="stretch",
        height="content",
        placeholder=screens.DASH,
        column_config={
            heads["service"]: name_column(_NAME_PX),
            **{heads[name]: st.column_config.Column(width=px) for name, px in _WIDTHS.items()},
        },
        on_select="rerun",
        selection_mode="single-row",
        key=f"layanan_{look.place.code}",
    )
    chosen = pick_row(picked, len(rows))
    if chosen is not None:
        item = str(rows["item_code"].iloc[chosen])
        draw_lines(look, pick_service(look.amounts, item), name_service(item), "layanan")


def _write(rows: pd.DataFrame) -> pd.DataFrame:
    serving = zip(rows["serving_idr"], rows["divided_idr"], strict=True)
    enough = zip(rows["cukup"], rows["cukup_alasan"], strict=True)
    located = zip(rows["lokasi"], rows["lokasi_alasan"], strict=True)
    gaps = zip(rows["gap_idr"], rows["need_partial"], strict=True)
    needs = zip(rows["need_idr"], rows["need_partial"], strict=True)
    return pd.DataFrame(
        {
            "service": rows["item_code"].map(name_service),
            "funded": rows["dibiayai"].map(text.FUNDED_WORDS),
            "enough": [write_answer(*each, text.ENOUGH_WORDS) for each in enough],
            "located": [write_answer(*each, text.LOCATED_WORDS) for each in located],
            "people": [format_count(each, screens.DASH) for each in rows["perlu_dijangkau"]],
            "serving_idr": [_write_serving(*each) for each in serving],
            "need_idr": [write_gap(*each, screens.DASH) for each in needs],
            "sufficiency_pct": [format_pct(x, 0, screens.DASH) for x in rows["sufficiency_pct"]],
            "placement_pct": [format_pct(x, 0, screens.DASH) for x in rows["placement_pct"]],
            "need_share_pct": [format_pct(x, 0, screens.DASH) for x in rows["need_share_pct"]],
            "mitra_idr": [format_idr_short(each) for each in rows["mitra_idr"]],
            "gap_idr": [write_gap(*each, screens.DASH) for each in gaps],
        }
    )


def _write_serving(serving_idr: int, divided_idr: int) -> str:
    amount = format_idr_short(serving_idr)
    return text.DIVIDED_SIGN.format(amount=amount) if divided_idr else amount


def _paint(shown: pd.DataFrame, rows: pd.DataFrame) -> "pd.io.formats.style.Styler":
    """Colour the three answers as the lamps are; the words and signs stand in the cells."""
    css = pd.DataFrame("", index=shown.index, columns=shown.columns)
    for answer, column in zip(_ANSWERS, ("funded", "enough", "located"), strict=True):
        css[text.SERVICES_COLUMNS[column]] = [
            style_cell(ANSWER_COLORS[answer][word]) for word in rows[answer]
        ]
    return shown.style.apply(lambda _: css, axis=None)
