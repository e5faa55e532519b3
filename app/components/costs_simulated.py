"""What a simulated target or coverage costs: people times the region's own unit cost."""

import streamlit as st

from analysis.reach import Simulation
from app.components.problem_choice import draw_links
from app.cost_loaders import load_cost_in_force
from app.format import escape_markdown, format_idr, format_idr_short
from app.text import biaya as text


def draw_simulated_cost(code: str, item_code: str, year: int, result: Simulation) -> None:
    """Draw the cost of reaching the target, or that the unit cost is missing and where to set it.

    Additional people times unit cost; both figures are shown, before and after the change.
    """
    known = load_cost_in_force(code, item_code, year)
    if known is None:
        st.info(text.SIM_COST_MISSING, icon=":material/payments:")
        draw_links(code, ("biaya_satuan", text.SIM_COST_LINK))
        return
    with st.grid(min_column_width=170):
        if result.to_reach_after is not None:
            before = result.to_reach_before
            after_idr = result.to_reach_after * known.cost_idr
            st.metric(
                text.SIM_COST_TARGET,
                format_idr_short(after_idr),
                delta=None if before is None else _write_before(before * known.cost_idr),
                delta_color="off",
                delta_arrow="off",
            )
            if before is not None:
                extra = after_idr - before * known.cost_idr
                st.metric(text.SIM_COST_EXTRA, format_idr_short(extra))
        if result.more_people:
            st.metric(text.SIM_COST_MORE, format_idr_short(result.more_people * known.cost_idr))
    words = {"cost": format_idr(known.cost_idr), "source": known.source, "year": known.year}
    st.caption(escape_markdown(text.SIM_COST_NOTE.format(**words)))


def _write_before(amount_idr: int) -> str:
    return text.SIM_COST_BEFORE.format(amount=format_idr_short(amount_idr))
