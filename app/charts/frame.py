"""What all charts share: fonts, margins, separators, no tools that call other hosts."""

import plotly.graph_objects as go

FONT = "Segoe UI, Roboto, Noto Sans, Helvetica Neue, Arial, DejaVu Sans, sans-serif"
GRID_COLOR = "#e5e7eb"
TEXT_COLOR = "#111827"


def lay_out(figure: go.Figure, height: int) -> None:
    """Give a figure our look: white, compact, comma as the decimal sign, legend on top."""
    figure.update_layout(
        template=None,
        height=height,
        margin={"l": 52, "r": 12, "t": 30, "b": 32},
        paper_bgcolor="#ffffff",
        plot_bgcolor="#ffffff",
        font={"family": FONT, "size": 13, "color": TEXT_COLOR},
        separators=",.",
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 12}},
        hoverlabel={"font": {"size": 13}, "align": "left", "namelength": -1},
        hovermode="closest",
        dragmode=False,
    )
    figure.update_xaxes(showgrid=False, showline=True, linecolor="#9ca3af", fixedrange=True)
    figure.update_yaxes(gridcolor=GRID_COLOR, zeroline=False, fixedrange=True)
