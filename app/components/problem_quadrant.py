"""The quadrant on the screen, and what its lines and markers say."""

import pandas as pd
import streamlit as st

from analysis.problem_settings import ABOVE_TARGET, ProblemSettings
from app.charts.quadrant import Lines, draw_quadrant, pick_drawable
from app.components.map_panel import is_painted
from app.format import format_count, format_number, format_pct
from app.target_words import name_region
from app.text import lokasi as text

_CONFIG = {"displayModeBar": False}


def draw_panel(places: pd.DataFrame, settings: ProblemSettings, scope: str) -> None:
    """Draw the quadrant of the places of one level, or why it is empty."""
    st.subheader(text.QUADRANT_TITLE, anchor=False)
    drawable = pick_drawable(places)
    if drawable.empty:
        st.info(text.QUADRANT_NONE, icon=":material/info:")
        return
    if not is_painted():
        return
    lines = make_lines(drawable, settings, scope)
    figure = draw_quadrant(drawable, write_hovers(drawable), lines)
    st.plotly_chart(figure, width="stretch", key="kuadran", theme=None, config=_CONFIG)
    st.caption(" ".join([*describe_lines(lines), *_notes(len(places) - len(drawable))]))


def make_lines(places: pd.DataFrame, settings: ProblemSettings, scope: str) -> Lines:
    """Where the settings cut the quadrant."""
    bounds = places["pembanding_pct"].dropna().unique()
    one = float(bounds[0]) if len(bounds) == 1 and settings.high != ABOVE_TARGET else None
    label = text.LINE_LABELS[settings.high].format(parent=name_region(scope))
    most = round(100 * settings.most_share, 2)
    good = (most, text.LINE_MOST.format(pct=format_number(most)))
    low = (100 - most, text.LINE_LOW.format(pct=format_number(most)))
    return Lines(
        prevalence_pct=one,
        prevalence_label=text.LINE_PREVALENCE.format(label=label, pct=format_pct(one)),
        shares_pct=(good,) if most == 50 else (low, good),
        x_title=text.QUADRANT_X[settings.low],
    )


def describe_lines(lines: Lines) -> list[str]:
    """The lines in words, for what stands under the picture."""
    words = [text.LINES_VERTICAL.format(words=" · ".join(word for _, word in lines.shares_pct))]
    if lines.prevalence_pct is not None:
        words.append(text.LINES_HORIZONTAL.format(words=lines.prevalence_label))
    return words


def _notes(left_out: int) -> list[str]:
    notes = [text.QUADRANT_SIZE]
    if left_out:
        notes.append(text.QUADRANT_LEFT_OUT.format(count=format_count(left_out)))
    return notes


def write_hovers(places: pd.DataFrame) -> list[str]:
    """What each place says when it is pointed at."""
    return [
        text.QUADRANT_HOVER.format(
            name=row.name,
            type=text.TYPES[row.type],
            pct=format_pct(row.prevalensi_pct),
            good=format_count(row.layanan_baik),
            assessed=format_count(row.layanan_dinilai),
            children=format_count(row.diukur_jiwa),
        )
        for row in places.rename(columns={"code": "kode"}).itertuples(index=False)
    ]
