"""Parts of the shared map that folium lacks: hatching, legend panel, names that fit."""

from collections.abc import Sequence
from typing import Literal

from branca.element import Element, MacroElement
from jinja2 import Template

from geo.escape import escape_markup
from geo.legend import LegendItem

HATCH_COLOR = "#6b7280"
LEAFLET_CREDIT = '<a href="https://leafletjs.com">Leaflet</a>'
_HATCH_CSS = f"repeating-linear-gradient(135deg, {HATCH_COLOR} 0 1px, transparent 1px 5px)"


class Inline(Element):
    """A script or style sheet written into the page as it stands, never read as a template."""

    _template = Template("<{{ this.tag }}>\n{{ this.content }}\n</{{ this.tag }}>")

    def __init__(self, tag: Literal["script", "style"], content: str) -> None:
        """Raise ValueError where the content would close its own tag."""
        super().__init__()
        if f"</{tag}" in content.lower():
            raise ValueError(f"the content closes its own {tag} element")
        self._name = "Inline"
        self.tag = tag
        self.content = content


class HatchScript(MacroElement):
    """Teach Leaflet's canvas to hatch paths whose style says `arsir`."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function () {
            const plain = L.Canvas.prototype._fillStroke;
            if (plain.arsir) return;
            let pattern = null;
            const makePattern = (ctx) => {
                const tile = document.createElement("canvas");
                tile.width = tile.height = 7;
                const pen = tile.getContext("2d");
                pen.strokeStyle = {{ this.color|tojson }};
                for (const shift of [-7, 0, 7]) {
                    pen.moveTo(shift, 7);
                    pen.lineTo(shift + 7, 0);
                }
                pen.stroke();
                return ctx.createPattern(tile, "repeat");
            };
            const withHatch = function (ctx, layer) {
                plain.call(this, ctx, layer);
                if (!layer.options.arsir) return;
                pattern = pattern || makePattern(ctx);
                ctx.globalAlpha = 1;
                ctx.fillStyle = pattern;
                ctx.fill("evenodd");
            };
            withHatch.arsir = true;
            L.Canvas.include({ _fillStroke: withHatch });
        })();
        {% endmacro %}
    """)

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "HatchScript"
        self.color = HATCH_COLOR


class NameLabels(MacroElement):
    """Names on the map, only where they fit into their region and meet no other name."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function (map) {
            const places = {{ this.places|tojson }};
            const shown = L.layerGroup().addTo(map);
            const draw = function () {
                shown.clearLayers();
                const taken = [];
                const view = map.getBounds();
                for (const [lat, lon, width, name, length] of places) {
                    if (!view.contains([lat, lon])) continue;
                    const at = map.latLngToContainerPoint([lat, lon]);
                    const edge = map.latLngToContainerPoint([lat, lon + width]);
                    const need = length * 6.2 + 4;
                    if (need > edge.x - at.x) continue;
                    const box = [at.x - need / 2, at.y - 7, at.x + need / 2, at.y + 7];
                    if (taken.some((other) => box[0] < other[2] && other[0] < box[2]
                        && box[1] < other[3] && other[1] < box[3])) continue;
                    taken.push(box);
                    const icon = L.divIcon(
                        { className: "nama-peta", html: name, iconSize: [need, 14] });
                    L.marker([lat, lon], { icon, interactive: false, keyboard: false })
                        .addTo(shown);
                }
            };
            map.on("zoomend moveend", draw);
            map.whenReady(draw);
        })({{ this._parent.get_name() }});
        {% endmacro %}
    """)

    def __init__(self, places: Sequence[Sequence[object]]) -> None:
        """`places`: latitude, longitude, width in degrees, escaped name, its length."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "NameLabels"
        self.places = places


class Panel(MacroElement):
    """Title, legend and notes in a corner, folded on a narrow screen; controls, first view."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function (map) {
            const panel = L.control({ position: "topright" });
            panel.onAdd = function () {
                const box = L.DomUtil.create("div", "panel-peta");
                box.innerHTML = {{ this.markup|tojson }};
                box.querySelector("details").open = map.getSize().x > 640;
                L.DomEvent.disableClickPropagation(box);
                L.DomEvent.disableScrollPropagation(box);
                return box;
            };
            panel.addTo(map);
            L.control.zoom({ position: "topleft", zoomInTitle: {{ this.zoom_in|tojson }},
                zoomOutTitle: {{ this.zoom_out|tojson }} }).addTo(map);
            L.control.scale({ imperial: false }).addTo(map);
            map.attributionControl.setPrefix({{ this.prefix|tojson }});
            map.attributionControl.addAttribution({{ this.attribution|tojson }});
            const bounds = {{ this.bounds|tojson }};
            if (bounds) {
                // On a wide screen the map stands left of the panel, not under it.
                const size = map.getSize();
                const wide = size.x > 900 ? panel.getContainer().offsetWidth + 20 : 10;
                map.fitBounds(bounds, { paddingTopLeft: [10, 10], paddingBottomRight: [wide, 26] });
            }
        })({{ this._parent.get_name() }});
        {% endmacro %}
    """)

    def __init__(
        self,
        markup: str,
        *,
        bounds: list[list[float]] | None,
        attribution: str,
        zoom_in: str,
        zoom_out: str,
    ) -> None:
        """All texts already escaped. `bounds`: [[south, west], [north, east]] in degrees."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Panel"
        self.markup = markup
        self.bounds = bounds
        self.attribution = attribution
        self.zoom_in = zoom_in
        self.zoom_out = zoom_out
        self.prefix = LEAFLET_CREDIT


def make_panel_markup(
    title: str,
    subtitle: str,
    legend_title: str,
    legend: Sequence[LegendItem],
    note: str,
    *,
    more: str = "",
) -> str:
    """Write the panel's HTML; every text is escaped here. `more`: HTML that is so already."""
    parts = [f"<details open><summary>{escape_markup(title)}</summary>"]
    parts += [f"<p>{escape_markup(subtitle)}</p>"] if subtitle else []
    parts += [f"<p><b>{escape_markup(legend_title)}</b></p>"] if legend_title else []
    parts += [*(_make_line(item) for item in legend), more]
    parts += [f'<p class="catatan">{escape_markup(note)}</p>'] if note else []
    return "".join([*parts, "</details>"])


def _make_line(item: LegendItem) -> str:
    hatch = f"; background-image: {_HATCH_CSS}" if item.hatch else ""
    swatch = f'<span class="warna" style="background-color: {escape_markup(item.color)}{hatch}">'
    count = "" if item.count is None else escape_markup(item.count)
    return (
        f'<div class="baris">{swatch}</span><span>{escape_markup(item.label)}</span>'
        f'<span class="jumlah">{count}</span></div>'
    )
