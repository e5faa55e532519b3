"""The page one would write first: `groupby` and `st.dataframe`, everything by default."""

import os

import pandas as pd
import streamlit as st

st.set_page_config(layout="wide")


@st.cache_data
def load() -> pd.DataFrame:
    """Read the file once: a row a tag, with its snapshot."""
    return pd.read_csv(os.environ["BENCH_BUDGET"], dtype={"place_code": str})


rows = load()
kinds = sorted(rows["potret"].unique())
kind = st.segmented_control("Potret", kinds, default=kinds[0]) or kinds[0]
shown = rows[rows["potret"] == kind]
by_place = shown.assign(kecamatan=shown["place_code"].str[:8])
st.dataframe(by_place.pivot_table("amount_idr", "item_code", "kecamatan", "sum"))
st.dataframe(shown.groupby(["skpd_name", "kind"])["amount_idr"].sum().unstack())
st.dataframe(shown.groupby(["fund", "skpd_name", "target_group"])["amount_idr"].sum())
st.dataframe(shown)
st.text(f"{kind}: {shown['amount_idr'].sum():,}")
