"""Ranking as horizontal bars: class colour, the figure written beside the bar."""

import math
from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from app.charts.frame import lay_out
from app.palette import BORDER_COLOR

BAR_HEIGHT_PX = 24


def draw_ranking(
    names: Sequence[str],
    values: Sequence[float],
    labels: Sequence[str],
    colors: Sequence[str],
    title: str,
) -> go.Figure:
    """Draw regions from the top down in the order given.

    `values` (NaN: no bar, the label stands alone) with their ready `labels` and class `colors`,
    one each a region.
    """
    figure = go.Figure()
    figure.add_bar(
        x=[0.0 if math.isnan(value) else value for value in values],
        y=list(range(len(names))),
        orientation="h",
        marker={"color": list(colors), "line": {"color": BORDER_COLOR, "width": 0.5}},
        text=[escape(label, quote=False) for label in labels],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    lay_out(figure, height=60 + BAR_HEIGHT_PX * len(names))
    figure.update_layout(showlegend=False, bargap=0.25, margin={"l": 8, "r": 56, "t": 12, "b": 36})
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=[escape(name, quote=False) for name in names],
        autorange="reversed",
        showgrid=False,
        automargin=True,
    )
    figure.update_xaxes(title_text=title, rangemode="tozero", showgrid=True)
    return figure
