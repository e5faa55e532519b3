"""Kinds of spending by agency as stacked bars: how much of what is tagged is administration."""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from analysis.budget import KINDS
from app.charts.frame import lay_out
from app.format import format_idr_short, format_pct
from app.palette import BORDER_COLOR, text_color_on
from app.text import anggaran as text

KIND_COLORS = {
    "sasaran": "#2166ac",
    "layanan": "#92c5de",
    "bimbingan": "#e7e0ee",
    "administrasi": "#e08214",
}
_BAR_PX = 34
_LEAST_LABEL_PCT = 7


def draw_kinds(sums: pd.DataFrame) -> go.Figure:
    """Draw rows of `sum_amounts(amounts, ["skpd_name"])` in their order, each bar 100 %."""
    figure = go.Figure()
    names = [escape(str(name), quote=False) for name in sums["skpd_name"]]
    for kind in KINDS:
        money = sums[f"{kind}_idr"]
        share = 100 * money / sums["tagged_idr"].where(sums["tagged_idr"] > 0)
        figure.add_bar(
            x=share.tolist(),
            y=list(range(len(names))),
            orientation="h",
            name=text.KINDS[kind],
            marker={"color": KIND_COLORS[kind], "line": {"color": BORDER_COLOR, "width": 0.5}},
            text=[format_pct(each, 0) if each >= _LEAST_LABEL_PCT else "" for each in share],
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": text_color_on(KIND_COLORS[kind])},
            hovertext=[
                text.ADMIN_HOVER.format(
                    name=name,
                    kind=text.KINDS[kind],
                    amount=format_idr_short(amount),
                    share=format_pct(part, 1),
                )
                for name, amount, part in zip(names, money, share, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    lay_out(figure, 90 + _BAR_PX * len(names))
    figure.update_layout(barmode="stack", bargap=0.25, margin={"l": 8, "r": 28, "b": 40})
    figure.update_layout(legend={"traceorder": "normal"})
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=names,
        autorange="reversed",
        showgrid=False,
        automargin=True,
    )
    figure.update_xaxes(
        title={"text": text.ADMIN_X, "font": {"size": 13}}, range=[0, 100], ticksuffix=" %"
    )
    return figure
