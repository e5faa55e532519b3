"""The harness's one page: a map whose measure, labels and focus follow the address."""

import random

import streamlit as st

from app.components.peta_tematik import (
    LayerRef,
    Legend,
    LegendEntry,
    MapValues,
    MapView,
    TooltipText,
    peta_tematik,
)
from app.routes import layer_url
from tests.browser.harness.cells import COLORS, make_cells

WORDS = (
    "< 2,5 % sangat rendah",
    "2,5–<10 % rendah",
    "10–<20 % sedang",
    "20–<30 % tinggi",
    "≥ 30 % sangat tinggi",
)
EMPTY = "belum ada data"
CUTS = (2.5, 10, 20, 30)

st.set_page_config(page_title="Harness", layout="wide")


@st.fragment
def show() -> None:
    """Draw the map inside a fragment, with a switch of the measure above it."""
    asked = st.query_params
    if not st.checkbox("Peta", value=True):
        return
    measure = st.radio("Ukuran", ["Prevalensi", "Partisipasi"], horizontal=True)
    cells = make_cells(int(asked.get("jumlah", "300")))
    dice = random.Random(measure)
    measured = [dice.choice((0, 4, 20, 45, 90, 130)) for _ in cells.codes]
    stunted = [round(n * min(0.9, dice.betavariate(1.6, 6))) for n in measured]
    values = [100 * k / n if n else None for k, n in zip(stunted, measured, strict=True)]
    classes = [5 if v is None else sum(v >= cut for cut in CUTS) for v in values]
    uncertain = [0 < n < 10 for n in measured]
    entries = [
        LegendEntry(label, color, classes.count(at))
        for at, (label, color) in enumerate(zip(WORDS, COLORS, strict=True))
    ]
    entries += [
        LegendEntry(EMPTY, "#e5e7eb", classes.count(5), hatch=True, tooltip=EMPTY),
        LegendEntry("diarsir: kurang dari 10 anak", "#ffffff", sum(uncertain), hatch=True),
        LegendEntry("tanpa batas wilayah", "#ffffff", 2),
    ]
    event = peta_tematik(
        layer=LayerRef(layer_url(cells.hash), cells.hash),
        values=MapValues(classes, values, 1, uncertain, stunted, measured),
        legend=Legend(f"{measure} stunting, Februari 2025", entries),
        tooltip=TooltipText(
            title=measure,
            value="{v} % · {k} dari {n} anak diukur",
            uncertain="{n} anak diukur: belum dapat disimpulkan",
            short="{v} %",
        ),
        key="peta",
        height=int(asked.get("tinggi", "560")),
        view=MapView(
            selected=st.session_state.get("pilih"),
            focus=asked.get("fokus"),
            show_names="nama" in asked,
            show_values="nilai" in asked,
            text_px=int(asked.get("teks", "14")),
        ),
    )
    if event.chosen_code:
        st.session_state["pilih"] = event.chosen_code
        st.rerun(scope="fragment")
    if event.level_up:
        st.session_state["naik"] = st.session_state.get("naik", 0) + 1
    st.text(f"dipilih {st.session_state.get('pilih')} naik {st.session_state.get('naik', 0)}")
    st.text(f"kelas {measure} " + "".join(map(str, classes)))


show()
