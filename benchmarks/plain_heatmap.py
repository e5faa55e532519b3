"""The page one would write first: `pd.pivot` and `px.imshow` of all desa, everything by default."""

import os

import pandas as pd
import plotly.express as px
import streamlit as st

st.set_page_config(layout="wide")


@st.cache_data
def load() -> pd.DataFrame:
    """Read the file once: period, name, item, cakupan_pct, a row a desa and service."""
    return pd.read_csv(os.environ["BENCH_COVERAGE"])


rows = load()
periods = sorted(rows["period"].unique())
period = st.segmented_control("Periode", periods, default=periods[0]) or periods[0]
matrix = rows[rows["period"] == period].pivot(index="name", columns="item", values="cakupan_pct")
figure = px.imshow(matrix, text_auto=".0f", aspect="auto", title=period)
figure.update_layout(height=24 * len(matrix))
st.plotly_chart(figure)
