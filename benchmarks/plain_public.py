"""What one would write first for the public: the same tables as a plain Streamlit page."""

import os

import pandas as pd
import streamlit as st

st.set_page_config(page_title="Data publik", layout="wide")


@st.cache_data
def read_rows(path: str) -> pd.DataFrame:
    """The very file that our page offers: a row a figure."""
    return pd.read_csv(path, dtype={"Kode wilayah": str})


rows = read_rows(os.environ["PLAIN_PUBLIC_FILE"])
st.title("Data publik")
for part, shown in rows.groupby("Bagian", sort=False):
    st.subheader(str(part))
    st.dataframe(shown, hide_index=True, width="stretch")
st.write("selesai")
