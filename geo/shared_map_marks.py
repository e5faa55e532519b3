"""Points on the shared map, told apart by shape: circles, triangles, crosses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from branca.element import MacroElement
from jinja2 import Template

from geo.escape import escape_markup

Shape = Literal["circle", "triangle", "cross"]
INK = "#111827"
COORDINATE_DECIMALS = 5
# In a square of 24, as the thematic map draws them.
_PATHS: dict[Shape, str] = {
    "circle": "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z",
    "triangle": "M12 3l10 18h-20z",
    "cross": "M8.5 3h7v5.5h5.5v7h-5.5v5.5h-7v-5.5h-5.5v-7h5.5z",
}
_SIZES_PX: dict[Shape, int] = {"circle": 9, "triangle": 14, "cross": 16}
STYLE = """\
.titik-peta svg { display: block; overflow: visible; }
.panel-peta .bentuk { width: 26px; height: 16px; flex: none; }
"""


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """One point: its shape, degrees, and its tooltip as plain lines, the first in bold."""

    shape: Shape
    latitude: float
    longitude: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointLegend:
    """One line of the points' legend: words, shape, and how many there are, as text."""

    label: str
    shape: Shape
    count: str


@dataclass(frozen=True, slots=True)
class SharedPoints:
    """Points above the regions with the heading and lines of their legend; plain text."""

    title: str
    legend: Sequence[PointLegend]
    points: Sequence[SharedPoint]


class PointMarks(MacroElement):
    """Draw the points: circles on the map's own canvas, the rarer shapes as small drawings."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function (map) {
            const icons = {{ this.icons|tojson }};
            for (const [shape, lat, lon, words] of {{ this.points|tojson }}) {
                const mark = shape === "circle"
                    ? L.circleMarker([lat, lon], { radius: 4, weight: 1.5, fillOpacity: 1,
                        color: {{ this.ink|tojson }}, fillColor: "#ffffff" })
                    : L.marker([lat, lon], { keyboard: false, icon: L.divIcon({
                        className: "titik-peta", html: icons[shape].html,
                        iconSize: [icons[shape].size, icons[shape].size] }) });
                mark.bindTooltip(words, { className: "isi-peta" }).addTo(map);
            }
        })({{ this._parent.get_name() }});
        {% endmacro %}
    """)

    def __init__(self, points: Sequence[SharedPoint]) -> None:
        """Every text is escaped here."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "PointMarks"
        self.ink = INK
        self.points = [
            [
                each.shape,
                round(each.latitude, COORDINATE_DECIMALS),
                round(each.longitude, COORDINATE_DECIMALS),
                _write_lines(each.lines),
            ]
            for each in points
        ]
        self.icons = {
            shape: {"html": draw_symbol(shape, _SIZES_PX[shape]), "size": _SIZES_PX[shape]}
            for shape in _PATHS
        }


def make_point_lines(points: SharedPoints) -> str:
    """The legend's HTML of the points; every text is escaped here."""
    lines = [f"<p><b>{escape_markup(points.title)}</b></p>"]
    for each in points.legend:
        symbol = draw_symbol(each.shape, 16, css_class="bentuk")
        lines.append(
            f'<div class="baris">{symbol}<span>{escape_markup(each.label)}</span>'
            f'<span class="jumlah">{escape_markup(each.count)}</span></div>'
        )
    return "".join(lines)


def draw_symbol(shape: Shape, size_px: int, *, css_class: str = "") -> str:
    """A shape as inline SVG: constants of ours only."""
    fill = "#ffffff" if shape == "circle" else INK
    edge = INK if shape == "circle" else "#ffffff"
    given = f' class="{css_class}"' if css_class else ""
    return (
        f'<svg{given} width="{size_px}" height="{size_px}" viewBox="0 0 24 24" aria-hidden="true">'
        f'<path d="{_PATHS[shape]}" fill="{fill}" stroke="{edge}" stroke-width="3" '
        'paint-order="stroke"></path></svg>'
    )


def _write_lines(lines: Sequence[str]) -> str:
    first, *rest = [escape_markup(line) for line in lines] or [""]
    return "<br>".join([f"<b>{first}</b>", *rest])
