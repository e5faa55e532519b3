"""The floor of our own app: its session, topic versions and choice of a period, nothing to draw."""

import streamlit as st

from app import coverage_loaders, loaders
from app.components.coverage import choose_period
from app.components.selection import choose_selection
from app.session import begin_fragment, begin_session


@st.fragment
def show(code: str, periods: list[str]) -> None:
    """What a fragment's own run costs in any case."""
    begin_fragment()
    period = choose_period(periods)
    st.text(f"{code} {period}")


st.set_page_config(layout="wide")
loaders.begin_run()
begin_session()
with st.sidebar:
    selection = choose_selection(measurements=False)
if selection is not None:
    show(selection.code, coverage_loaders.load_coverage_periods(selection.code))
