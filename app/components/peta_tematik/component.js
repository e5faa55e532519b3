// The thematic map in the browser: one instance per place on the page, kept through reruns.

import { makeCanvases, placeWords } from "./canvas.js";
import { layerAt, neighbourOf } from "./geometry.js";
import { addButton, buildFrame, hideTip, nameButton, showLegend, showTip } from "./panel.js";
import { Scene } from "./scene.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const maps = new WeakMap();
const sheets = new Map();

export default function peta(component) {
  const root = component.parentElement.querySelector(".peta");
  if (!maps.has(root)) maps.set(root, new Peta(root, component.data));
  maps.get(root).update(component);
  return () => {
    maps.get(root)?.destroy();
    maps.delete(root);
  };
}

let leaflet = null;
// Marks above the regions, and their script, only where somebody asks for them.
async function marksOf(facilities) {
  if (!facilities) return null;
  const { loadMarks } = await import("./facilities.js");
  return loadMarks(facilities);
}

async function loadLeaflet(url) {
  await import(new URL(url, window.location.origin).href);
  return window.L;
}

function styleSheet(url) {
  if (!sheets.has(url)) {
    const sheet = new CSSStyleSheet();
    const text = fetch(new URL(url, window.location.origin)).then((answer) => answer.text());
    sheets.set(url, text.then((css) => sheet.replace(css)));
  }
  return sheets.get(url);
}

class Peta extends Scene {
  constructor(root, data) {
    super();
    this.root = root;
    this.painted = 0;
    this.words = [];
    this.borderPx = 0.5;
    leaflet ??= loadLeaflet(data.leafletUrl);
    this.ready = Promise.all([leaflet, ...data.styleUrls.map(styleSheet)]).then(
      ([L, ...styles]) => this.build(L, styles, data),
    );
    // For tests and benchmarks: what is drawn, read from the page.
    root.petaWarna = (code) => this.lookOf(this.layer.byCode.get(code)).color;
    root.petaTitik = (code) => this.clientPoint(this.layer.byCode.get(code));
    root.petaFasilitas = () => this.marks?.shown.length ?? 0;
    root.petaPiksel = (code) => this.pixel(this.layer.byCode.get(code));
  }

  build(L, styles, data) {
    this.L = L;
    this.root.getRootNode().adoptedStyleSheets = styles;
    this.parts = buildFrame(this.root, data.labels);
    this.font = getComputedStyle(this.root).fontFamily;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.map = L.map(this.parts.canvas, {
      attributionControl: false, zoomControl: false, keyboard: false, doubleClickZoom: false,
      preferCanvas: true, zoomSnap: 0.1, zoomDelta: 0.7, wheelPxPerZoomLevel: 90,
      scrollWheelZoom: false, dragging: !L.Browser.mobile, center: [0, 118], zoom: 4,
      zoomAnimation: !calm, fadeAnimation: false, bounceAtZoomLimits: false,
    });
    const pane = this.map.createPane("kata");
    Object.assign(pane.style, { zIndex: 450, pointerEvents: "none" });
    this.canvases = makeCanvases(L, this);
    this.map.addLayer(this.canvases.regions).addLayer(this.canvases.words);
    const outline = { renderer: this.canvases.words, interactive: false, fill: false };
    this.outlines = {
      selected: L.polygon([], { ...outline, color: "#111827", weight: 3 }).addTo(this.map),
      hover: L.polygon([], { ...outline, color: "#0b66c3", weight: 2.5 }).addTo(this.map),
    };
    this.listen();
  }

  listen() {
    const { map, parts } = this;
    map.on("moveend", () => this.afterMove());
    map.on("dragstart", () => (this.moved = true));
    parts.canvas.addEventListener("wheel", () => (this.moved ||= map.scrollWheelZoom.enabled()));
    map.on("zoomstart dragstart mouseout", () => this.point(null));
    const { canvas } = parts;
    canvas.addEventListener("keydown", (event) => this.onKey(event));
    // The wheel scrolls the page until the map has been entered (clicked, or reached by Tab).
    canvas.addEventListener("focus", () => map.scrollWheelZoom.enable());
    canvas.addEventListener("blur", () => {
      if (!document.fullscreenElement) map.scrollWheelZoom.disable();
      this.point(null);
    });
    this.buttons();
    parts.legend.addEventListener("click", () => setTimeout(() => this.moved || this.fit(true)));
    this.resizing = new ResizeObserver(() => {
      map.invalidateSize({ animate: false });
      if (this.layer && !this.moved) this.fit(false);
    });
    this.resizing.observe(canvas);
    this.onFullscreen = () => this.afterFullscreen();
    document.addEventListener("fullscreenchange", this.onFullscreen);
  }

  buttons() {
    const { labels } = this.latest.data;
    const add = (name, press) => addButton(this.parts.tools, name, labels[name], press);
    add("zoomIn", () => this.zoom(1));
    add("zoomOut", () => this.zoom(-1));
    add("fit", () => this.fit(true));
    this.fullscreen = add("fullscreen", () =>
      document.fullscreenElement ? document.exitFullscreen() : this.root.requestFullscreen(),
    );
  }

  afterFullscreen() {
    const full = this.root.matches(":fullscreen");
    const { labels } = this.latest.data;
    nameButton(this.fullscreen, full ? labels.exitFullscreen : labels.fullscreen);
    if (this.L.Browser.mobile) this.map.dragging[full ? "enable" : "disable"]();
    this.moved = false;
  }

  async update(component) {
    this.latest = component;
    const { data } = component;
    this.root.style.setProperty("--tinggi", `${data.height}px`);
    this.root.style.setProperty("--teks", `${data.textPx}px`);
    try {
      await this.ready;
      const [layer, marks] = await Promise.all([
        layerAt(this.L, data.layerUrl), marksOf(data.facilities),
      ]);
      if (this.latest === component && this.map) this.show(layer, data, marks);
    } catch (error) {
      if (this.latest === component) this.fail(data, error);
    }
  }

  fail(data, error) {
    console.error("peta tematik", error);
    // Figures of one layer must not stand on the shapes of another.
    this.group?.remove();
    this.layer = null;
    this.parts?.legend.replaceChildren();
    const notice = this.parts?.notice ?? this.root;
    notice.textContent = data.labels.failed;
    notice.hidden = false;
    this.announce(data);
  }

  show(layer, data, marks) {
    const begun = performance.now();
    const before = this.data;
    const marked = Boolean(marks) !== Boolean(this.marks);
    this.marks = marks;
    const newLayer = this.layer !== layer;
    this.showing = true; // one paint at the end, not one for each step
    this.data = data;
    this.number = new Intl.NumberFormat("id-ID");
    this.decimal = new Intl.NumberFormat("id-ID", {
      minimumFractionDigits: data.decimals, maximumFractionDigits: data.decimals,
    });
    if (newLayer) this.replaceLayer(layer);
    const { notice, legend } = this.parts;
    notice.textContent = data.labels.empty;
    notice.hidden = layer.bySize.length > 0;
    showLegend(legend, data, (count) => this.number.format(count));
    marks?.showLegend(legend, (count) => this.number.format(count));
    this.outline("selected", layer.byCode.get(data.selected));
    this.point(newLayer ? null : this.pointed, this.pointedAt);
    const refit = before?.focus !== data.focus || before?.height !== data.height;
    if (newLayer || refit || (marked && !this.moved)) this.fit(!newLayer);
    this.showing = false;
    this.repaint();
    this.painted += 1;
    this.root.dataset.paintMs = (performance.now() - begun).toFixed(1);
    this.root.dataset.painted = `${this.painted} ${data.paintId}`;
    this.announce(data);
  }

  // Tells Python once that the map stands (or cannot), so that what is heavy may follow.
  announce(data) {
    if (!data.announce || this.announced) return;
    this.announced = true;
    requestAnimationFrame(() => setTimeout(() => this.latest.setTriggerValue("tergambar", true)));
  }

  replaceLayer(layer) {
    this.group?.remove();
    this.layer = layer;
    this.group = this.L.featureGroup();
    for (const feature of layer.bySize) {
      const shape = this.L.polygon(feature.polygons, {
        renderer: this.canvases.regions, smoothFactor: 0.5, weight: 0.5,
      });
      shape.feature = feature;
      this.group.addLayer(shape);
    }
    this.group.on("mousemove", ({ layer: shape, containerPoint }) =>
      this.point(shape.feature, containerPoint),
    );
    this.group.on("mouseout", () => this.point(null));
    this.group.on("click", ({ layer: shape, containerPoint, originalEvent }) => {
      // A finger cannot hover: its first tap looks, its second opens.
      const looks = originalEvent.pointerType === "touch" && this.tapped !== shape.feature;
      this.tapped = shape.feature;
      this.point(shape.feature, containerPoint, looks ? this.data.labels.tapAgain : "");
      if (!looks) this.choose(shape.feature);
    });
    this.group.addTo(this.map);
  }

  // ------------------------------------------------------------------ painting
  repaint() {
    this.borderPx = this.borderWidth();
    const { regions, words } = this.canvases;
    regions._redraw();
    this.marks?.place(this.map, this);
    this.words = placeWords(this.map, this, words._ctx);
    words._redraw();
  }

  afterMove() {
    if (!this.layer || this.showing) return;
    const before = this.borderPx;
    this.borderPx = this.borderWidth();
    if (before !== this.borderPx) this.canvases.regions._redraw();
    this.marks?.place(this.map, this);
    this.words = placeWords(this.map, this, this.canvases.words._ctx);
    this.canvases.words._redraw();
  }

  outline(which, feature) {
    this.outlines[which].setLatLngs(feature?.polygons ?? []);
  }

  // ------------------------------------------------------------------ what a person does
  point(feature, at, hint = "") {
    if (feature !== this.pointed) this.outline("hover", feature);
    this.pointed = feature ?? undefined;
    this.pointedAt = at;
    if (!feature) return hideTip(this.parts.tip);
    const { title } = this.data.tooltip;
    const room = this.map.getSize();
    const place = at ?? this.map.latLngToContainerPoint(feature);
    const text = this.longText(feature);
    const note = this.noteOf(feature, at);
    showTip(this.parts.tip, { name: feature.name, title, text, note, hint }, place, room);
  }

  noteOf(feature, at) {
    return this.marks?.note(this.map, feature, at, (count) => this.number.format(count)) ?? "";
  }

  zoom(steps) {
    this.moved = true;
    this.map.zoomIn(0.7 * steps);
  }

  choose(feature) {
    this.latest.setTriggerValue("pilih", feature.code);
  }

  onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || !this.layer) return;
    const { key } = event;
    if (ARROWS[key]) this.step(ARROWS[key]);
    else if (key === "Enter" && this.pointed) this.choose(this.pointed);
    else if (key === "Backspace" || (key === "Escape" && !document.fullscreenElement)) {
      this.latest.setTriggerValue("naik", true);
    } else if (key === "+" || key === "=") this.zoom(1);
    else if (key === "-") this.zoom(-1);
    else if (key === "0" || key === "Home") this.fit(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  step(direction) {
    const inFocus = (feature) => this.inFocus(feature);
    const here = this.pointed ?? this.walked;
    const next = here ? neighbourOf(this.layer, here, direction, inFocus) ?? here : this.start(inFocus);
    if (!next) return;
    if (!this.map.getBounds().contains(next)) this.map.panTo(next, { animate: false });
    this.walked = next;
    this.point(next);
    const spoken = [this.longText(next), this.noteOf(next)].filter(Boolean).join("; ");
    this.parts.live.textContent = `${next.name}: ${spoken}`;
  }

  start(accepts) {
    const chosen = this.layer.byCode.get(this.data.selected);
    return chosen?.polygons.length ? chosen : this.layer.bySize.find(accepts);
  }

  destroy() {
    this.resizing?.disconnect();
    document.removeEventListener("fullscreenchange", this.onFullscreen);
    this.map?.remove();
    this.map = null;
  }
}
