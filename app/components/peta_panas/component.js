// The heatmap: a table that is written anew on every run, its events handled in one place.

const states = new WeakMap();
const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const safe = (value) => String(value).replace(/[&<>"']/g, (mark) => MARKS[mark]);
const fill = (pattern, words) => pattern.replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");

export default function panas(component) {
  const root = component.parentElement.querySelector(".panas");
  if (!states.has(root)) listen(root);
  const state = states.get(root);
  state.component = component;
  const { data } = component;
  const { scrollLeft = 0, scrollTop = 0 } = root.querySelector(".bingkai") ?? {};
  root.innerHTML = legend(data) + table(data) + lists(data);
  const frame = root.querySelector(".bingkai");
  frame.scrollLeft = scrollLeft;
  frame.scrollTop = scrollTop;
  if (data.marked && data.marked !== state.marked) showMarked(frame);
  state.marked = data.marked;
  focusAgain(root, state);
  if (state.opened) showDetail(state);
  state.opened = false;
  root.dataset.painted = String(Number(root.dataset.painted ?? 0) + 1);
  return () => states.delete(root);
}

const sample = (status) =>
  `<span class="contoh" aria-hidden="true" style="${paint(status)}">${safe(status.sign)}</span>`;

const paint = ({ color, ink, hatch }) =>
  `color:${ink};background:${color}` +
  (hatch ? " repeating-linear-gradient(45deg,transparent 0 4px,#9ca3af 4px 5px)" : "");

function legend({ statuses }) {
  const entry = (status) =>
    `<li title="${safe(status.help)}">${sample(status)}${safe(status.word)} <b>${status.count}</b></li>`;
  return `<ul class="legenda">${statuses.filter(({ count }) => count).map(entry).join("")}</ul>`;
}

function table(data) {
  const { services, groups, rows, total, feet, words } = data;
  const starts = new Set();
  const styles = data.statuses.map(paint);
  groups.reduce((at, [, count]) => (starts.add(at), at + count), 0);
  const columns = '<col class="nama"><col class="ringkas">' + "<col>".repeat(services.length);
  const heads = groups.map(([name, count]) => `<th scope="colgroup" colspan="${count}">${safe(name)}</th>`);
  const names = services.map(
    ([, label, short, name], at) =>
      `<th scope="col" class="${starts.has(at) ? "awal" : ""}" title="${safe(`${label} · ${name}`)}">` +
      `<span>${safe(short)}</span></th>`,
  );
  const corner =
    `<th rowspan="2" class="nama" scope="col">${safe(words.region)}</th>` +
    `<th rowspan="2" class="ringkas" scope="col" title="${safe(words.summaryHelp)}">${safe(words.summary)}</th>`;
  const body = (total ? [line(data, total, starts, styles, "seluruh")] : []).concat(
    rows.map((row) => line(data, row, starts, styles, row[0] === data.marked ? "tanda" : "")),
  );
  const foot = feet.map((foot, at) => `<td class="${starts.has(at) ? "awal" : ""}">${safe(foot)}</td>`);
  return (
    `<div class="bingkai"><table role="grid" aria-label="${safe(words.grid)}"><colgroup>${columns}</colgroup>` +
    `<thead><tr class="kelompok">${corner}${heads.join("")}</tr>` +
    `<tr class="layanan">${names.join("")}</tr></thead><tbody>${body.join("")}</tbody>` +
    `<tfoot><tr><th colspan="2" scope="row">${safe(words.foot)}</th>${foot.join("")}</tr></tfoot></table></div>`
  );
}

function line(data, [code, name, summary, values, digits], starts, styles, kind) {
  const { services, statuses, words, selected } = data;
  const head =
    data.drills && kind !== "seluruh"
      ? `<button data-turun="${safe(code)}" title="${safe(fill(words.drill, { name }))}">${safe(name)}</button>`
      : safe(name);
  const cells = values.split("|").map((value, at) => {
    const [item, , , service] = services[at];
    const status = statuses[digits[at]];
    const open = selected && selected[0] === code && selected[1] === item;
    const figure = /\d/.test(value) ? `${value} %` : value;
    const label = fill(words.cell, { region: name, service, value: figure, status: status.word });
    const kinds = ["isi", starts.has(at) && "awal", open && "buka", status.color === "#ffffff" && "tepi"];
    return (
      `<td tabindex="-1" class="${kinds.filter(Boolean).join(" ")}" data-code="${safe(code)}" ` +
      `data-item="${item}" style="${styles[digits[at]]}" title="${safe(label)}" aria-label="${safe(label)}">` +
      `${safe(value)}<i>${safe(status.sign)}</i></td>`
    );
  });
  return (
    `<tr class="${kind}"><th scope="row">${head}</th><td class="ringkas">${safe(summary)}</td>` +
    `${cells.join("")}</tr>`
  );
}

function lists({ phoneServices, phoneRegions, statuses, words }) {
  const entry = ([[code, item], title, detail, status]) => {
    const target = item ? `data-code="${safe(code)}" data-item="${safe(item)}"` : `data-turun="${safe(code)}"`;
    return (
      `<li><button ${target}>${sample(statuses[status])}<span><strong>${safe(title)}</strong>` +
      `<small>${safe(detail)}</small></span></button></li>`
    );
  };
  const list = (title, lines) =>
    lines.length ? `<h3>${safe(title)}</h3><ol>${lines.map(entry).join("")}</ol>` : "";
  const services = list(words.phoneServices, phoneServices) || `<p>${safe(words.phoneNone)}</p>`;
  return (
    `<div class="hp">${services}${list(words.phoneRegions, phoneRegions)}` +
    `<p>${safe(words.phoneMore)}</p></div>`
  );
}

function listen(root) {
  const state = { component: null, focus: null, opened: false, marked: null };
  states.set(root, state);
  const act = (element) => {
    const { code, item, turun } = element.dataset;
    if (turun) return state.component.setTriggerValue("turun", turun);
    state.focus = element.matches("td") ? [code, item] : null;
    state.opened = true;
    state.component.setTriggerValue("sel", { code, item });
  };
  root.addEventListener("click", (event) => {
    const found = event.target.closest("td.isi, button");
    if (found) act(found);
  });
  root.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td.isi");
    if (!cell) return;
    if (event.key === "Enter" || event.key === " ") act(cell);
    else if (!move(cell, event.key)) return;
    event.preventDefault();
  });
}

function move(cell, key) {
  const row = cell.parentElement;
  const across = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[key];
  const along = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[key];
  const next = across ? cell[across] : along ? row[along]?.children[cell.cellIndex] : null;
  if (!next?.matches("td.isi")) return Boolean(across || along);
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  return true;
}

function focusAgain(root, { focus }) {
  const wanted = focus && root.querySelector(`td[data-code="${CSS.escape(focus[0])}"][data-item="${focus[1]}"]`);
  (wanted ?? root.querySelector("td.isi"))?.setAttribute("tabindex", "0");
  wanted?.focus({ preventScroll: true });
}

function showMarked(frame) {
  const row = frame.querySelector("tr.tanda");
  const below = row ? row.offsetTop + row.offsetHeight - frame.clientHeight : 0;
  frame.scrollTop = Math.max(below, 0);
}

// The detail comes with the same answer, a moment later and below: bring it into sight.
function showDetail(state, tries = 12) {
  const detail = document.querySelector(".st-key-rincian_cakupan");
  const block = detail?.offsetHeight > 0.7 * window.innerHeight ? "start" : "nearest";
  if (detail) detail.scrollIntoView({ block, behavior: "smooth" });
  else if (tries) setTimeout(() => showDetail(state, tries - 1), 60);
}
