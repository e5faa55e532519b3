// The stage of a story: all slides are here, going on needs no server. Text is set, never HTML.

const stages = new WeakMap();
const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const PREVIOUS = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);

export default function tayang(component) {
  const root = component.parentElement.querySelector(".tayang");
  if (!stages.has(root)) stages.set(root, new Stage(root));
  stages.get(root).update(component);
  return () => {
    stages.get(root)?.destroy();
    stages.delete(root);
  };
}

const units = (value) => `calc(${value} * var(--u))`;

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

// A code keeps its number: browsers would part "RTM-" from "2" at the end of a line.
const keepCodes = (words) => words.replace(/([A-Z])-(?=\d)/g, "$1-\u2060");

function place(node, box) {
  Object.assign(node.style, {
    left: units(box.x),
    top: units(box.y),
    width: units(box.w),
    height: units(box.h),
  });
  return node;
}

function alignClass(align) {
  return align === "kiri" ? "" : align;
}

function drawText(part) {
  const node = make(part.role === "judul" ? "h1" : "p", "teks", keepCodes(part.text));
  if (part.bold) node.classList.add("tebal");
  if (part.align !== "kiri") node.classList.add(part.align);
  node.style.fontSize = units(part.size);
  node.style.color = part.color;
  return node;
}

function drawFill(part) {
  const node = make("div", "isi");
  node.style.background = part.color;
  if (part.border) node.style.border = `1px solid ${part.border}`;
  return node;
}

function drawPicture(part) {
  const node = make("img");
  node.src = part.src;
  node.alt = part.alt;
  return node;
}

function drawTable(part, data) {
  const table = make("table");
  table.style.fontSize = units(part.size);
  const group = table.appendChild(make("colgroup"));
  for (const width of part.widths) group.appendChild(make("col")).style.width = units(width);
  const addRow = (parent, cells, height, tag) => {
    const row = parent.appendChild(make("tr"));
    row.style.height = units(height);
    cells.forEach((words, index) => {
      const cell = row.appendChild(make(tag, alignClass(part.columns[index].align), keepCodes(words)));
      if (tag === "th") cell.scope = "col";
      cell.style.padding = `${units(data.padding)} ${units(data.inset)}`;
    });
  };
  const heads = part.columns.map((column) => column.heading);
  addRow(table.appendChild(make("thead")), heads, part.heights[0], "th");
  const body = table.appendChild(make("tbody"));
  part.rows.forEach((cells, at) => addRow(body, cells, part.heights[at + 1], "td"));
  return table;
}

// Drawn, not written: not every font has arrows.
const ICONS = {
  previous: "M15 4 L7 12 L15 20",
  next: "M9 4 L17 12 L9 20",
  full: "M4 9 V4 H9 M15 4 H20 V9 M20 15 V20 H15 M9 20 H4 V15",
};

function drawIcon(path) {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  icon.append(document.createElementNS(space, "path"));
  icon.firstChild.setAttribute("d", path);
  return icon;
}

const DRAW = { text: drawText, fill: drawFill, picture: drawPicture, table: drawTable };

class Stage {
  constructor(root) {
    this.root = root;
    this.at = null;
    this.stop = new AbortController();
    const { signal } = this.stop;
    document.addEventListener("keydown", (event) => this.press(event), { signal, capture: true });
  }

  destroy() {
    this.stop.abort();
    this.root.replaceChildren();
  }

  update(component) {
    const { data } = component;
    this.send = component.setTriggerValue;
    const same = this.told === JSON.stringify([data.title, data.slides]);
    this.data = data;
    if (same && this.at !== null) return;
    this.told = JSON.stringify([data.title, data.slides]);
    if (this.at === null) this.at = this.recall() ?? data.start;
    this.build();
    this.show(this.at);
  }

  build() {
    const { labels } = this.data;
    this.page = make("section", "lembar");
    this.page.tabIndex = -1;
    this.bar = make("nav", "kendali");
    this.bar.setAttribute("aria-label", labels.slides);
    const add = (words, act, icon, className) => {
      const button = this.bar.appendChild(make("button", className, icon ? undefined : words));
      button.type = "button";
      if (icon) {
        button.append(drawIcon(icon));
        button.setAttribute("aria-label", words);
        button.title = words;
      }
      button.addEventListener("click", act);
      return button;
    };
    this.opener = add("", () => this.send("buka", this.at));
    add(labels.full, () => this.fill(), ICONS.full);
    add(labels.close, () => this.send("tutup", true));
    this.position = this.bar.appendChild(make("span"));
    this.previous = add(labels.previous, () => this.show(this.at - 1), ICONS.previous);
    this.next = add(labels.next, () => this.show(this.at + 1), ICONS.next, "utama");
    this.root.replaceChildren(this.page, this.bar);
    this.root.setAttribute("role", "dialog");
    this.root.setAttribute("aria-label", this.data.title);
  }

  show(index) {
    const { slides, labels } = this.data;
    const last = slides.length - 1;
    this.at = Math.max(0, Math.min(index, last));
    const slide = slides[this.at];
    this.page.replaceChildren(
      ...slide.parts.map((part) => place(DRAW[part.kind](part, this.data), part.box)),
    );
    this.page.setAttribute("aria-label", slide.title);
    this.position.textContent = `${this.at + 1} / ${slides.length}`;
    this.previous.disabled = this.at === 0;
    this.next.disabled = this.at === last;
    this.opener.hidden = !slide.opens;
    this.opener.textContent = labels.open.replace("{page}", slide.opens);
    this.root.dataset.lembar = String(this.at + 1);
    this.page.focus({ preventScroll: true });
    this.remember();
  }

  recall() {
    const found = /^#lembar=(\d+)$/.exec(window.location.hash);
    return found ? Number(found[1]) - 1 : null;
  }

  remember() {
    // A reload and the browser's way back lead to this very slide. After the sign #, since what
    // stands before it is the server's to change.
    const address = new URL(window.location.href);
    address.hash = `lembar=${this.at + 1}`;
    if (address.href !== window.location.href) {
      window.history.replaceState(window.history.state, "", address);
    }
  }

  press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onButton = event.composedPath()[0]?.tagName === "BUTTON";
    if (onButton && (event.key === " " || event.key === "Enter")) return;
    const act = this.find(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  find(key) {
    if (NEXT.has(key)) return () => this.show(this.at + 1);
    if (PREVIOUS.has(key)) return () => this.show(this.at - 1);
    if (key === "Home") return () => this.show(0);
    if (key === "End") return () => this.show(this.data.slides.length - 1);
    if (key === "Escape") return () => this.send("tutup", true);
    if (key === "f" || key === "F") return () => this.fill();
    return null;
  }

  fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }
}
