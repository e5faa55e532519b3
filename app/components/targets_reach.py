"""How many people a service still lacks, and in which desa they live."""

import pandas as pd
import streamlit as st

from analysis.reach import ReachPlan, plan_reach
from app import target_loaders
from app.format import escape_markdown, format_count, format_pct
from app.target_items import list_services
from app.target_services import find_latest
from app.target_words import name_region, name_service, write_target
from app.text import target as text

_ROW, _HEAD, _TALLEST = 35, 40, 480


def draw_reach(code: str, year: int) -> None:
    """Draw the people still to reach for one service by desa; nothing where nothing is known."""
    latest = find_latest(code, year)
    if latest is None:
        return
    with st.expander(text.REACH_TITLE):
        services = {item.code: name_service(item) for item in list_services()}
        item: str = st.selectbox(
            text.REACH_SERVICE,
            list(services),
            format_func=services.__getitem__,
            key="target_jangkau",
            placeholder=text.CHOOSE,
        )
        rows = target_loaders.load_coverage(code, latest[1], year)
        regions = target_loaders.load_regions(code)
        plan = plan_reach(rows, regions, code, item)
        mine = rows[rows["item_code"] == item].set_index("region_code")
        target = mine["target_pct"].get(code)
        _draw_plan(plan, name_region(code), year, target)
        _draw_desa(plan, mine, regions)


def _draw_plan(plan: ReachPlan, name: str, year: int, target: float | None) -> None:
    if plan.total is None:
        st.text(text.REACH_UNKNOWN.format(name=name))
    else:
        pattern = text.REACH_TOTAL if plan.total else text.REACH_MET
        words = write_target(target)
        st.text(pattern.format(name=name, count=format_count(plan.total), year=year, target=words))
        if plan.sum_of_desa != plan.total:
            st.text(text.REACH_DIFFERENCE.format(count=format_count(plan.sum_of_desa)))
    if plan.desa_unknown:
        st.text(text.REACH_MISSING.format(count=format_count(plan.desa_unknown)))


def _draw_desa(plan: ReachPlan, rows: pd.DataFrame, regions: pd.DataFrame) -> None:
    if plan.by_desa.empty:
        st.caption(escape_markdown(text.REACH_NONE))
        return
    names = dict(zip(regions["code"], regions["name"], strict=True))
    codes = list(plan.by_desa["region_code"])
    columns = text.REACH_COLUMNS
    table = pd.DataFrame(
        {
            columns["name"]: [names.get(code, code) for code in codes],
            columns["coverage"]: [format_pct(rows["cakupan_pct"].get(code)) for code in codes],
            columns["target"]: [write_target(rows["target_pct"].get(code)) for code in codes],
            columns["reach"]: [format_count(each) for each in plan.by_desa["perlu_dijangkau"]],
        }
    )
    height = min(_HEAD + _ROW * len(table), _TALLEST)
    st.dataframe(table, hide_index=True, width="stretch", height=height)
