"""What a save would store, before it is pressed: how divided, how much, what is not said."""

from collections.abc import Mapping

import streamlit as st

from app.actions.penandaan import LineFault
from app.components.table_height import fit_height
from app.format import escape_markdown, format_count, format_idr
from app.tagging_activity_table import style_money
from app.tagging_drafts import Plan
from app.tagging_table import tabulate_plan
from app.tagging_words import write_faults
from app.text import penandaan as text
from app.text.screens import DASH

_SHOWN, _ROWS = 100, 6
_WIDTHS = {"description": 230, "service": 250, "place": 170}


def draw_plan(
    plan: Plan,
    totals: Mapping[int, int],
    descriptions: Mapping[int, str],
    places: Mapping[str, str],
    *,
    left_words: str,
    replaced: int,
) -> None:
    """Draw the tags of a plan with their sums; `totals`: each line's rupiah.

    `replaced`: lines whose tags would go.
    """
    st.markdown(f"**{text.PREVIEW_TITLE}**")
    if plan.faults:
        faults = [LineFault(code, number) for number, code in plan.faults.items()]
        lines = write_faults(faults, descriptions)
        st.error("  \n".join(map(escape_markdown, lines)), icon=":material/error:")
    if plan == Plan():
        st.text(text.NOTHING_SAID)
        return
    if replaced:
        words = text.PREVIEW_REPLACED.format(count=format_count(replaced))
        st.warning(words, icon=":material/swap_horiz:")
    _draw_sums(plan, totals)
    if plan.left_out:
        st.text(left_words.format(count=format_count(len(plan.left_out))))
    tags = [tag for line in plan.lines for tag in line.tags]
    if not tags:
        return
    table = tabulate_plan(plan.lines, descriptions, places, _SHOWN)
    st.dataframe(
        style_money(table, text.PREVIEW_COLUMNS),
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), _ROWS),
        placeholder=DASH,
        column_config={
            heading: st.column_config.Column(width=_WIDTHS.get(key))
            for key, heading in text.PREVIEW_COLUMNS.items()
        },
    )
    if len(tags) > _SHOWN:
        shown = {"shown": format_count(_SHOWN), "count": format_count(len(tags))}
        st.caption(text.PREVIEW_MORE.format(**shown))


def _draw_sums(plan: Plan, totals: Mapping[int, int]) -> None:
    tags = [tag for line in plan.lines for tag in line.tags]
    if not tags:
        st.text(text.NOTHING_PLANNED)
        return
    st.text(
        text.PREVIEW_SUM.format(
            tags=format_count(len(tags)),
            lines=format_count(len(plan.lines)),
            amount=format_idr(sum(tag.amount_idr for tag in tags)),
            total=format_idr(sum(totals.get(line.line_id, 0) for line in plan.lines)),
        )
    )
    divided = [tag.amount_idr for tag in tags if tag.is_divided]
    if divided:
        words = text.PREVIEW_DIVIDED.format(
            count=format_count(len(divided)), amount=format_idr(sum(divided))
        )
        st.info(words, icon=":material/call_split:")
    for pattern, count in (
        (text.PREVIEW_NO_SERVICE, sum(tag.item_code is None for tag in tags)),
        (text.PREVIEW_NO_PLACE, sum(tag.place_code is None for tag in tags)),
    ):
        if count:
            st.caption(pattern.format(count=format_count(count)))
