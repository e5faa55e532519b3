"""A painted table that a cache holds is sent to the browser as a fresh one would be."""

import numpy as np
import pandas as pd
import pytest
from pandas.io.formats.style import Styler
from streamlit.elements.lib.pandas_styler_utils import marshall_styler
from streamlit.proto.ArrowData_pb2 import ArrowData

from app.painted import keep_painted, paint_cells

PLAIN = pd.DataFrame({"Layanan": ["IBU-1", "IBU-2"], "Celah": ["Rp9 jt", "✓ Rp0"]})
FIGURES = pd.DataFrame(
    {"Tempat": ["Desa A", None], "Cakupan": [12.345, np.nan], "Uang": [1_250_000_000.0, np.nan]}
)
COUNTS = pd.DataFrame({"Tempat": ["A", "B"], "Anak": pd.array([1200, None], dtype="Int64")})


def paint(frame: pd.DataFrame) -> Styler:
    """A table as the screens make it: one column coloured, the figures in words."""
    css = pd.DataFrame("", index=frame.index, columns=frame.columns)
    css.iloc[:, -1] = ["background-color: #2166ac; color: #ffffff", ""][: len(frame)]
    styler = frame.style.set_uuid("satu").apply(lambda _: css, axis=None)
    if "Cakupan" in frame:
        styler = styler.format({"Cakupan": "{:.1f}"}, na_rep="–")
    return styler


def send(styler: Styler) -> ArrowData:
    """What Streamlit sends of a table."""
    message = ArrowData()
    marshall_styler(message, styler, "lain")
    return message


@pytest.mark.parametrize(
    "frame", [PLAIN, FIGURES, COUNTS, COUNTS.head(0)], ids=["teks", "angka", "hitungan", "kosong"]
)
def test_a_kept_table_is_sent_as_a_fresh_one_each_time(frame: pd.DataFrame) -> None:
    kept = keep_painted(paint(frame))
    fresh = send(paint(frame))
    assert send(kept) == fresh
    assert send(kept) == fresh
    assert ("background-color: #2166ac" in fresh.styler.styles) == (len(frame) > 0)


def test_a_kept_table_asks_for_its_words_once() -> None:
    asked: list[float] = []

    def write(value: float) -> str:
        asked.append(value)
        return f"{value} %"

    kept = keep_painted(FIGURES[["Cakupan"]].style.format(write))
    before = len(asked)
    send(kept)
    assert len(asked) == before


def test_painted_cells_are_sent_as_those_of_a_styler() -> None:
    blue, red = "background-color: #2166ac; color: #ffffff", "background-color: #b2182b"
    looks = [["", blue], [red, blue]]
    css = pd.DataFrame(looks, index=PLAIN.index, columns=PLAIN.columns)
    painted = paint_cells(PLAIN, looks).set_uuid("satu")
    fresh = PLAIN.style.set_uuid("satu").apply(lambda _: css, axis=None)
    assert send(painted) == send(fresh)
