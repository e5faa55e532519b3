"""Where tagged money comes from and goes to: source of funds, agency, target group."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

from app.charts.frame import lay_out
from app.format import format_count, format_idr_short
from app.text import anggaran as text
from app.text import cakupan as text_coverage

LAYERS = ("fund", "skpd_name", "target_group")
_MOST = (6, 8, 7)
_LEAST_SHARE = 0.015
_LABEL_LENGTH = 25
_NODE_PX, _LEAST_PX = 54, 320
_NODE_COLORS = ("#8c510a", "#2166ac", "#1b7837")
_LINK_COLOR = "rgba(107, 114, 128, 0.28)"


@dataclass(frozen=True, slots=True)
class Flow:
    """Nodes layer by layer (their words and layers), links between them (positions, rupiah)."""

    labels: tuple[str, ...]
    layers: tuple[int, ...]
    links: pd.DataFrame


def arrange_flow(sums: pd.DataFrame) -> Flow:
    """Make nodes and links of `sum_amounts(amounts, LAYERS)`, names already in words.

    The smallest of a layer become one node "lainnya (n)", so that the picture can be read.
    """
    folded = sums.assign(
        **{layer: _fold(sums, layer, most) for layer, most in zip(LAYERS, _MOST, strict=True)}
    )
    short = text_coverage.GROUPS_SHORT
    labels: list[str] = []
    layers: list[int] = []
    at: dict[tuple[int, str], int] = {}
    for depth, layer in enumerate(LAYERS):
        order = folded.groupby(layer)["tagged_idr"].sum().sort_values(ascending=False)
        for name in order.index:
            at[depth, name] = len(labels)
            labels.append(short.get(str(name), str(name)))
            layers.append(depth)
    parts = []
    for depth in range(len(LAYERS) - 1):
        pair = folded.groupby(list(LAYERS[depth : depth + 2]))["tagged_idr"].sum().reset_index()
        source = [at[depth, name] for name in pair[LAYERS[depth]]]
        target = [at[depth + 1, name] for name in pair[LAYERS[depth + 1]]]
        parts.append(pd.DataFrame({"source": source, "target": target, "idr": pair["tagged_idr"]}))
    return Flow(tuple(labels), tuple(layers), pd.concat(parts, ignore_index=True))


def _fold(sums: pd.DataFrame, layer: str, most: int) -> pd.Series:
    sizes = sums.groupby(layer)["tagged_idr"].sum().sort_values(ascending=False)
    large = sizes.index[sizes >= _LEAST_SHARE * sizes.sum()]
    kept = set(large if len(large) == len(sizes) <= most else large[: most - 1])
    if len(sizes) - len(kept) <= 1:
        return sums[layer]
    others = text.OTHERS.format(count=format_count(len(sizes) - len(kept)))
    return sums[layer].where(sums[layer].isin(kept), others)


def draw_flow(flow: Flow) -> go.Figure:
    """Draw the flow from left to right; every node says its rupiah."""
    incoming = flow.links.groupby("target")["idr"].sum()
    outgoing = flow.links.groupby("source")["idr"].sum()
    size = [
        format_idr_short(outgoing.get(at, incoming.get(at, 0))) for at in range(len(flow.labels))
    ]
    figure = go.Figure()
    figure.add_sankey(
        arrangement="snap",
        node={
            "label": [
                f"{_shorten(label)} · {idr}" for label, idr in zip(flow.labels, size, strict=True)
            ],
            "color": [_NODE_COLORS[layer] for layer in flow.layers],
            "customdata": size,
            "hovertemplate": text.FLOW_HOVER_NODE,
            "pad": 24,
            "thickness": 14,
        },
        link={
            "source": flow.links["source"].tolist(),
            "target": flow.links["target"].tolist(),
            "value": flow.links["idr"].tolist(),
            "color": _LINK_COLOR,
            "customdata": [format_idr_short(value) for value in flow.links["idr"]],
            "hovertemplate": text.FLOW_HOVER_LINK,
        },
        textfont={"size": 13, "color": "#111827"},
    )
    largest = max((flow.layers.count(layer) for layer in range(len(LAYERS))), default=1)
    lay_out(figure, max(_LEAST_PX, _NODE_PX * largest + 40))
    figure.update_layout(margin={"l": 8, "r": 8, "t": 12, "b": 12})
    return figure


def _shorten(label: str) -> str:
    cut = label if len(label) <= _LABEL_LENGTH else f"{label[: _LABEL_LENGTH - 1].rstrip()}…"
    return escape(cut, quote=False)
