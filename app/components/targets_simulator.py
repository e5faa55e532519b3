"""What if: another target, or another coverage in chosen desa. Nothing is saved."""

import pandas as pd
import streamlit as st

from analysis.reach import Simulation, simulate
from app import target_loaders
from app.components.costs_simulated import draw_simulated_cost
from app.format import escape_markdown, format_count, format_pct
from app.target_items import list_services
from app.target_services import find_latest
from app.target_words import name_region, name_service
from app.text import target as text


def draw_simulator(code: str, year: int) -> None:
    """Draw the choices and what they come to for the whole region."""
    latest = find_latest(code, year)
    if latest is None:
        st.info(text.SIM_NONE, icon=":material/info:")
        return
    st.text(text.SIM_INTRO.format(name=name_region(code)))
    services = {item.code: name_service(item) for item in list_services()}
    item: str = st.selectbox(
        text.SIM_SERVICE,
        list(services),
        format_func=services.__getitem__,
        key="simulasi_layanan",
        placeholder=text.CHOOSE,
    )
    rows = target_loaders.load_coverage(code, latest[1], year)
    mine = rows[rows["item_code"] == item].set_index("region_code")
    target = mine["target_pct"].get(code)
    known = None if pd.isna(target) else float(target)
    if known is None:
        st.caption(text.SIM_NO_TARGET.format(year=year))
    new_target = st.slider(
        text.SIM_TARGET, 0, 100, round(known or 0), key=f"simulasi_target_{item}_{year}"
    )
    names = _name_desa(code)
    changed = _choose_coverage(names)
    desa = mine.loc[mine.index.isin(list(names)), ["pembilang", "penyebut"]].reset_index()
    # A target with decimals stays as it is until somebody moves it.
    later = known if known is not None and new_target == round(known) else float(new_target)
    result = simulate(desa, target_pct=known, new_target_pct=later, new_coverage_pct=changed)
    _draw_result(result, name_region(code), names)
    draw_simulated_cost(code, item, year, result)


def _name_desa(code: str) -> dict[str, str]:
    regions = target_loaders.load_regions(code)
    desa = regions[regions["level"] == "desa"]
    parents = dict(zip(regions["code"], regions["name"], strict=True))
    return {
        row.code: text.SIM_DESA_NAME.format(
            name=row.name, parent=parents.get(row.parent_code, row.parent_code)
        )
        for row in desa.itertuples(index=False)
    }


def _choose_coverage(names: dict[str, str]) -> dict[str, float]:
    chosen = st.multiselect(
        text.SIM_DESA,
        list(names),
        format_func=names.__getitem__,
        key="simulasi_desa",
        placeholder=text.CHOOSE,
    )
    if not chosen:
        return {}
    percent = st.slider(text.SIM_COVERAGE, 0, 100, 80, key="simulasi_cakupan")
    return dict.fromkeys(chosen, float(percent))


def _draw_result(result: Simulation, name: str, names: dict[str, str]) -> None:
    with st.grid(min_column_width=170):
        _draw_card(
            text.SIM_CARD_COVERAGE.format(name=name),
            format_pct(result.after_pct, missing=text.NO_VALUE),
            format_pct(result.before_pct, missing=text.NO_VALUE),
        )
        _draw_card(
            text.SIM_CARD_TARGET,
            format_count(result.to_reach_after, missing=text.NO_VALUE),
            format_count(result.to_reach_before, missing=text.NO_VALUE),
        )
        st.metric(text.SIM_CARD_MORE, format_count(result.more_people))
    if result.without_figures:
        without = ", ".join(names.get(code, code) for code in result.without_figures)
        st.caption(escape_markdown(text.SIM_WITHOUT.format(names=without)))


def _draw_card(label: str, after: str, before: str) -> None:
    st.metric(
        escape_markdown(label),
        after,
        delta=text.SIM_BEFORE.format(value=before),
        delta_color="off",
        delta_arrow="off",
    )
