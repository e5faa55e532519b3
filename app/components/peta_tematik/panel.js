// What stands around the canvas: frame, buttons, legend, tooltip, spoken line. Text is only ever
// set as text, so that no name can become markup.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  zoomIn: "M12 5v14M5 12h14",
  zoomOut: "M5 12h14",
  fit: "M4 4h5M4 4v5M20 4h-5M20 4v5M4 20h5M4 20v-5M20 20h-5M20 20v-5M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  fullscreen: "M9 9L4 4M4 4v5M4 4h5M15 9l5-5M20 4v5M20 4h-5M9 15l-5 5M4 20v-5M4 20h5M15 15l5 5M20 20v-5M20 20h-5",
};

export function element(tag, className, parent, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  parent?.append(made);
  return made;
}

export function buildFrame(root, labels) {
  const canvas = element("div", "kanvas", root);
  const help = element("div", "lisan", root, labels.help);
  help.id = "bantuan-peta";
  const live = element("div", "lisan", root);
  live.setAttribute("aria-live", "polite");
  Object.assign(canvas, { tabIndex: 0 });
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", labels.map);
  canvas.setAttribute("aria-describedby", help.id);
  return {
    canvas,
    live,
    tools: element("div", "alat", root),
    tip: element("div", "keterangan", root),
    notice: element("div", "kabar", root, labels.loading),
    legend: element("details", "legenda", root),
  };
}

export function addButton(tools, name, label, onPress) {
  const button = element("button", `tombol ${name}`, tools);
  button.type = "button";
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  icon.append(path);
  button.append(icon);
  button.addEventListener("click", onPress);
  nameButton(button, label);
  return button;
}

export function nameButton(button, label) {
  button.title = label;
  button.setAttribute("aria-label", label);
}

export function showLegend(legend, data, format) {
  if (legend.dataset.begun === undefined) legend.open = true;
  legend.dataset.begun = "";
  legend.replaceChildren();
  element("summary", "", legend, data.legendTitle || data.labels.legend);
  const list = element("ul", "", legend);
  for (const entry of data.legend) {
    const line = element("li", entry.count === 0 ? "kosong" : "", list);
    const swatch = element("span", entry.hatch ? "warna arsir" : "warna", line);
    swatch.style.backgroundColor = entry.color;
    element("span", "nama", line, entry.label);
    if (entry.count !== null) element("span", "jumlah", line, format(entry.count));
  }
}

export function showTip(tip, { name, title, text, note, hint }, at, room) {
  tip.replaceChildren();
  element("strong", "", tip, name);
  if (title) element("span", "ukuran", tip, title);
  if (text) element("span", "nilai", tip, text);
  if (note) element("span", "ukuran", tip, note);
  if (hint) element("span", "ukuran", tip, hint);
  tip.classList.add("tampak");
  if (room.x < 560) {
    // Phone: along the edge away from the finger, so that the region itself stays in sight.
    const edge = at.y < room.y * 0.6 ? room.y - tip.offsetHeight - 8 : 60;
    tip.style.transform = `translate(8px, ${edge}px)`;
    return;
  }
  const left = at.x + 16 + tip.offsetWidth > room.x ? at.x - 16 - tip.offsetWidth : at.x + 16;
  const top = Math.min(Math.max(4, at.y - tip.offsetHeight / 2), room.y - tip.offsetHeight - 4);
  tip.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
}

export const hideTip = (tip) => tip.classList.remove("tampak");
