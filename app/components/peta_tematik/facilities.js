// Health facilities as marks above the regions: fetched once per address; the shape tells the kind.

import { element } from "./panel.js";

const SVG = "http://www.w3.org/2000/svg";
const KEPT = 6;
const REACH_PX = 9;
const INK = "#111827";
const PAPER = "#ffffff";
// In a square of 24: the same lines for the mark on the canvas and for its line in the legend.
const LOOKS = {
  circle: { path: "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z", radius: 3.4, fill: PAPER, edge: INK },
  triangle: { path: "M12 3l10 18h-20z", radius: 4.6, fill: INK, edge: PAPER },
  cross: { path: "M8.5 3h7v5.5h5.5v7h-5.5v5.5h-7v-5.5h-5.5v-7h5.5z", radius: 6, fill: INK, edge: PAPER },
};
const pointsByUrl = new Map();

export async function loadMarks(facilities) {
  const { url } = facilities;
  const kept = pointsByUrl.get(url) ?? fetchPoints(url);
  pointsByUrl.delete(url);
  pointsByUrl.set(url, kept);
  while (pointsByUrl.size > KEPT) pointsByUrl.delete(pointsByUrl.keys().next().value);
  try {
    return new Marks(await kept, facilities);
  } catch (error) {
    // The regions are drawn all the same; the legend says what is lacking.
    console.error("fasilitas", error);
    pointsByUrl.delete(url);
    return new Marks([], { ...facilities, hasFailed: true });
  }
}

async function fetchPoints(url) {
  const response = await fetch(new URL(url, window.location.origin), { credentials: "same-origin" });
  if (!response.ok) throw new Error(`facilities ${response.status}`);
  const { points } = await response.json();
  return points.map(([kind, lat, lng, code, name]) => ({ kind, lat, lng, code, name }));
}

class Marks {
  constructor(points, facilities) {
    this.points = points;
    this.facilities = facilities;
    this.shown = [];
  }

  // Where each mark stands now: those of the selected region that are in view.
  place(map, scene) {
    const view = map.getBounds().pad(0.2);
    const visible = this.points.filter((point) => scene.inFocus(point) && view.contains(point));
    const size = ((visible.length < 80 ? 1.35 : 1) * scene.data.textPx) / 14;
    this.shown = visible.map((point) => {
      const look = LOOKS[this.facilities.kinds[point.kind].shape];
      const { x, y } = map.latLngToLayerPoint(point);
      return { x, y, point, look, radius: look.radius * size };
    });
  }

  // What no name may cover: the shapes of which there are few.
  boxes() {
    return this.shown
      .filter(({ look }) => look.fill === INK)
      .map(({ x, y, radius }) => ({
        left: x - radius, right: x + radius, top: y - radius, bottom: y + radius,
      }));
  }

  draw(ctx, bounds) {
    for (const { x, y, look, radius } of this.shown) {
      if (bounds && !near(bounds, x, y, radius + 2)) continue;
      const scale = radius / 9;
      look.shape ??= new Path2D(look.path);
      ctx.save();
      ctx.translate(x - 12 * scale, y - 12 * scale);
      ctx.scale(scale, scale);
      ctx.lineJoin = "round";
      ctx.lineWidth = 3 / scale;
      ctx.strokeStyle = look.edge;
      if (look.edge === PAPER) ctx.stroke(look.shape);
      ctx.fillStyle = look.fill;
      ctx.fill(look.shape);
      ctx.lineWidth = 1.4 / scale;
      if (look.edge === INK) ctx.stroke(look.shape);
      ctx.restore();
    }
  }

  // Beside the pointer: the facility itself; elsewhere how many the region has.
  note(map, feature, at, format) {
    const mark = at ? this.nearest(map.containerPointToLayerPoint(at)) : null;
    if (mark) return this.nameOf(mark.point);
    const counts = this.facilities.kinds.map(({ label }, kind) => {
      const count = this.points.filter((point) => point.kind === kind && inside(point, feature)).length;
      return count ? `${label} ${format(count)}` : "";
    });
    return counts.filter(Boolean).join(" · ");
  }

  // "Posyandu Mawar" tells its kind itself.
  nameOf({ kind, name }) {
    const { label } = this.facilities.kinds[kind];
    return name.toLowerCase().includes(label.toLowerCase()) ? name : `${label}: ${name}`;
  }

  nearest({ x, y }) {
    let best = null;
    let least = REACH_PX;
    for (const mark of this.shown) {
      const away = Math.hypot(mark.x - x, mark.y - y);
      if (away <= least) [best, least] = [mark, away];
    }
    return best;
  }

  showLegend(legend, format) {
    const { title, kinds, failed, hasFailed } = this.facilities;
    element("div", "judul", legend, title);
    if (hasFailed) {
      element("div", "gagal", legend, failed);
      return;
    }
    const list = element("ul", "", legend);
    for (const { label, shape, count } of kinds) {
      if (count === null) continue; // a kind that this map does not draw
      const line = element("li", count === 0 ? "kosong" : "", list);
      line.append(symbol(LOOKS[shape]));
      element("span", "nama", line, label);
      element("span", "jumlah", line, format(count));
    }
  }
}

const inside = ({ code }, feature) =>
  code === feature.code || code.startsWith(`${feature.code}.`);

const near = ({ min, max }, x, y, reach) =>
  x + reach >= min.x && x - reach <= max.x && y + reach >= min.y && y - reach <= max.y;

function symbol(look) {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  icon.classList.add("bentuk");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", look.path);
  path.setAttribute("fill", look.fill);
  path.setAttribute("stroke", INK);
  path.setAttribute("stroke-width", look.fill === PAPER ? "2.5" : "0");
  icon.append(path);
  return icon;
}
