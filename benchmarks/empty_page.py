"""The floor: a page with the choice of a measure and one number, nothing to draw."""

import streamlit as st

from app.text.measures import LABELS

st.set_page_config(layout="wide")
labels = list(LABELS.values())
measure = st.segmented_control("Ukuran", labels, default=labels[0])
st.text(f"Nilai: {measure} {len(str(measure))}")
