"""The page one would write first: `str.contains`, `st.dataframe`, `to_sql`; nothing checked."""

import os
from uuid import uuid4

import pandas as pd
import streamlit as st
from sqlalchemy import create_engine

st.set_page_config(layout="wide")


@st.cache_data
def load() -> pd.DataFrame:
    """Read the file of all lines once."""
    return pd.read_csv(os.environ["BENCH_LINES"])


word = st.text_input("Cari")
found = load()[lambda lines: lines["Uraian"].str.contains(word, case=False)]
st.dataframe(found)
if st.button("Tandai 200 baris"):
    engine = create_engine(f"sqlite:///{os.environ['BENCH_PLAIN_DB']}")
    rows = found.head(200)[["Uraian", "Total"]].assign(layanan="I12")
    rows.to_sql("penandaan", engine, if_exists="append", index=False)
    st.success(f"Tersimpan {uuid4()}")
st.text(f"{word}: {len(found)} baris")
