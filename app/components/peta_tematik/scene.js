// What is drawn: colour, words and place of each region, worked out from the data that Python sent.
// The instance that extends it owns `root`, `L`, `map`, `parts`, `canvases`, `layer`, `group`, `data`.

import { hatchInk } from "./canvas.js";

const GREY = "#d9dde3";

export class Scene {
  lookOf(feature) {
    const { data } = this;
    const entry = data.legend[parseInt(data.classes[feature.index], 36)];
    const color = entry?.color ?? GREY;
    const uncertain = data.hatch[feature.index] === "1";
    const ink = uncertain ? hatchInk(color) : "#9aa3af";
    const faint = !this.inFocus(feature);
    return { color, entry, uncertain, hatch: uncertain || entry?.hatch, ink, faint };
  }

  inFocus({ code }) {
    const { focus } = this.data;
    return !focus || code === focus || code.startsWith(`${focus}.`);
  }

  fill(template, { index }) {
    const { values, k, n, decimals, labels } = this.data;
    const whole = (number) => (number == null ? labels.missing : this.number.format(number));
    const words = {
      v: values[index] == null ? labels.missing : this.decimal.format(values[index] / 10 ** decimals),
      k: whole(k[index]),
      n: whole(n[index]),
    };
    return template.replace(/\{([vkn])\}/g, (_, name) => words[name]);
  }

  longText(feature) {
    const { entry, uncertain } = this.lookOf(feature);
    const { tooltip } = this.data;
    if (entry?.tooltip) return this.fill(entry.tooltip, feature);
    return this.fill((uncertain && tooltip.uncertain) || tooltip.value, feature);
  }

  shortText(feature) {
    const { values, hatch, tooltip } = this.data;
    const doubtful = tooltip.uncertain && hatch[feature.index] === "1"; // no figure to rely on
    if (values[feature.index] == null || doubtful) return "";
    return this.fill(this.data.tooltip.short, feature);
  }

  // Borders thin out as regions get small, and vanish before they darken the map.
  borderWidth() {
    const { bySize } = this.layer;
    if (!bySize.length) return 0.5;
    const typical = bySize[Math.floor(bySize.length / 2)];
    const [a, b] = [0, typical.span].map((shift) =>
      this.map.latLngToLayerPoint([typical.lat, typical.lng + shift]),
    );
    const px = b.x - a.x;
    return px < 4 ? 0.1 : px < 12 ? 0.3 : px < 40 ? 0.5 : 0.9;
  }

  fit(animate) {
    const bounds = this.L.latLngBounds([]);
    const shapes = this.group.getLayers();
    const wanted = shapes.filter((shape) => this.inFocus(shape.feature));
    for (const shape of wanted.length ? wanted : shapes) bounds.extend(shape.getBounds());
    if (!bounds.isValid()) return;
    this.map.fitBounds(bounds, { ...this.clearance(bounds), animate, duration: 0.35 });
    this.moved = false;
  }

  // Room for what stands on the map, so that it covers no region: the legend beside them, under
  // them in its corner, or in a strip below the map, whichever leaves the regions larger.
  clearance(bounds) {
    const { legend, tools } = this.parts;
    const place = (below) => {
      this.root.classList.toggle("bawah", below);
      this.map.invalidateSize({ animate: false, pan: false });
    };
    place(false);
    const narrow = this.map.getSize().x < 560;
    const corner = this.L.point(narrow ? [10, tools.offsetHeight + 18] : [tools.offsetWidth + 20, 12]);
    const zoomWith = (x, y) => this.map.getBoundsZoom(bounds, false, corner.add([x, y]));
    const beside = [legend.offsetWidth + 20, 12];
    const under = [12, legend.offsetHeight + 20];
    const edge = zoomWith(...under) > zoomWith(...beside) ? under : beside;
    const inside = zoomWith(...edge);
    place(true);
    if (narrow || zoomWith(12, 12) > inside + 0.1) {
      return { paddingTopLeft: corner, paddingBottomRight: [12, 12] };
    }
    place(false);
    return { paddingTopLeft: corner, paddingBottomRight: edge };
  }

  // ------------------------------------------------------------------ for tests
  clientPoint(feature) {
    const box = this.parts.canvas.getBoundingClientRect();
    const at = this.map.latLngToContainerPoint(feature);
    return { x: box.left + at.x, y: box.top + at.y };
  }

  pixel(feature) {
    const { _ctx: ctx, _bounds: bounds } = this.canvases.regions;
    const at = this.map.latLngToLayerPoint(feature).subtract(bounds.min);
    const ratio = this.L.Browser.retina ? 2 : 1;
    const [r, g, b] = ctx.getImageData(Math.round(at.x * ratio), Math.round(at.y * ratio), 1, 1).data;
    return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }
}
