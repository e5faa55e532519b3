"""A table whose cells were worked out once says what it said before, however often it is drawn."""

import pandas as pd
from pandas.io.formats.style import Styler
from streamlit.elements.lib.pandas_styler_utils import marshall_styler
from streamlit.proto.ArrowData_pb2 import ArrowData

from app.format import format_count, format_number
from app.view_loaders import freeze

FRAME = pd.DataFrame(
    {
        "desa": ["Awal", None, "Akhir"],
        "cakupan": [81.25, float("nan"), 1234.5],
        "anak": pd.array([3, None, 1200], dtype="Int64"),
        "status": ["tercapai", "jauh", "tercapai"],
    }
)


def style(frame: pd.DataFrame) -> Styler:
    colors = ["color: #b2182b" if each == "jauh" else "" for each in frame["status"]]
    return frame.style.format(
        {"cakupan": lambda value: format_number(value, 1), "anak": format_count}, na_rep="–"
    ).apply(lambda _: colors, subset=["status"])


def draw(styler: Styler) -> ArrowData:
    drawn = ArrowData()
    marshall_styler(drawn, styler, "tempat")
    return drawn


def test_a_frozen_table_is_drawn_as_the_table_itself_every_time() -> None:
    for frame in (FRAME, FRAME.head(0)):
        usual = style(frame)
        usual.set_uuid("daftar")
        frozen = freeze(style(frame), "daftar")
        assert draw(frozen) == draw(usual)
        assert draw(frozen) == draw(usual)


def test_a_frozen_table_asks_for_its_words_once() -> None:
    asked: list[float] = []

    def write(value: float) -> str:
        asked.append(value)
        return f"{value} %"

    frozen = freeze(FRAME[["cakupan"]].style.format(write), "daftar")
    before = len(asked)
    draw(frozen)
    assert len(asked) == before
