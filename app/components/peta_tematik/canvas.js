// Two canvases: the regions with their class colours, and above them outlines and words.

const MOST_LABELS = 160;
const HATCHED_FROM_PX = 12;

export function makeCanvases(L, scene) {
  // Leaflet fills and strokes a path here; the colour comes from the scene by the region's place,
  // so that recolouring is one redraw and touches no layer.
  const Regions = L.Canvas.extend({
    _fillStroke(ctx, path) {
      const look = scene.lookOf(path.feature);
      const tiny = isTiny(path._rawPxBounds);
      ctx.globalAlpha = look.faint ? 0.28 : look.uncertain && tiny ? 0.45 : 1;
      ctx.fillStyle = look.color;
      ctx.fill("evenodd");
      if (look.hatch && !tiny) {
        ctx.fillStyle = hatchPattern(ctx, look.ink);
        ctx.fill("evenodd");
      }
      ctx.lineWidth = scene.borderPx;
      ctx.lineJoin = "round";
      ctx.strokeStyle = scene.borderPx > 0.2 ? "#4b5563" : look.color;
      if (scene.borderPx <= 0.2) ctx.lineWidth = 0.6; // closes the seams between neighbours
      ctx.stroke();
      ctx.globalAlpha = 1;
    },
  });
  const Words = L.Canvas.extend({
    _draw() {
      L.Canvas.prototype._draw.call(this);
      const bounds = this._redrawBounds;
      this._ctx.save();
      if (bounds) {
        const size = bounds.getSize();
        this._ctx.beginPath();
        this._ctx.rect(bounds.min.x, bounds.min.y, size.x, size.y);
        this._ctx.clip();
      }
      scene.marks?.draw(this._ctx, bounds);
      for (const word of scene.words ?? []) drawWord(this._ctx, word);
      this._ctx.restore();
    },
  });
  return { regions: new Regions({ padding: 0.2 }), words: new Words({ padding: 0.2, pane: "kata" }) };
}

// Lines cannot be told apart in a region of a few pixels, and thousands of patterns take half a
// second to draw: what is uncertain there is paler instead.
function isTiny(bounds) {
  const size = bounds?.getSize();
  return Boolean(size) && Math.max(size.x, size.y) < HATCHED_FROM_PX;
}

const patterns = new Map();

function hatchPattern(ctx, ink) {
  if (!patterns.has(ink)) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 7;
    const pen = tile.getContext("2d");
    pen.strokeStyle = ink;
    pen.lineWidth = 1.3;
    pen.beginPath();
    for (const shift of [-7, 0, 7]) {
      pen.moveTo(shift, 7);
      pen.lineTo(shift + 7, 0);
    }
    pen.stroke();
    patterns.set(ink, ctx.createPattern(tile, "repeat"));
  }
  return patterns.get(ink);
}

const luminances = new Map();

// Relative luminance as WCAG defines it, so that contrast is computed and not chosen.
function luminance(color) {
  if (!luminances.has(color)) {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    luminances.set(color, 0.2126 * r + 0.7152 * g + 0.0722 * b);
  }
  return luminances.get(color);
}

const needsWhiteText = (color) => luminance(color) < 0.179;

// Light lines over a strong colour, dark ones over a pale one: the class stays readable below.
export const hatchInk = (color) => (luminance(color) < 0.35 ? "#ffffffb8" : "#111827a0");

function drawWord(ctx, { x, y, lines, dark, color, lineHeight }) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3;
  ctx.strokeStyle = color;
  ctx.fillStyle = dark ? "#ffffff" : "#0b0f19";
  lines.forEach(({ text, font }, at) => {
    const height = y + (at - (lines.length - 1) / 2) * lineHeight;
    ctx.font = font;
    ctx.strokeText(text, x, height);
    ctx.fillText(text, x, height);
  });
}

// Names and values for regions in view, the largest first, only where they fit and do not touch.
export function placeWords(map, scene, ctx) {
  const { showNames, showValues, textPx } = scene.data;
  if (!showNames && !showValues) return [];
  const view = map.getBounds();
  const fontPx = Math.max(11, Math.round(textPx * 0.86));
  const fonts = { name: `500 ${fontPx}px ${scene.font}`, value: `700 ${fontPx}px ${scene.font}` };
  const words = [];
  const taken = scene.marks?.boxes() ?? [];
  for (const feature of scene.layer.bySize) {
    if (words.length >= MOST_LABELS) break;
    const look = scene.lookOf(feature);
    if (look.faint || !view.contains(feature)) continue;
    const at = map.latLngToLayerPoint(feature);
    const width = map.latLngToLayerPoint([feature.lat, feature.lng + feature.span]).x - at.x;
    const height = at.y - map.latLngToLayerPoint([feature.lat + feature.rise, feature.lng]).y;
    if (height < fontPx) break; // the rest are smaller still
    const word = fittingWord(ctx, scene, feature, { width, height, fontPx, fonts });
    if (!word) continue;
    const box = boxAround(at, word);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    words.push({ ...word, x: at.x, y: at.y, color: look.color, dark: needsWhiteText(look.color) });
  }
  return words;
}

function fittingWord(ctx, scene, feature, { width, height, fontPx, fonts }) {
  const { showNames, showValues } = scene.data;
  const value = showValues ? scene.shortText(feature) : "";
  const asLines = (texts) => texts.map((text) => ({ text, font: fonts.name }));
  const tail = value ? [{ text: value, font: fonts.value }] : [];
  const ways = showNames
    ? [[...asLines([feature.name]), ...tail], [...asLines(inTwo(feature.name)), ...tail]]
    : [];
  if (tail.length) ways.push(tail);
  const lineHeight = fontPx * 1.2;
  for (const lines of ways) {
    const widest = Math.max(0, ...lines.map((line) => measure(ctx, line)));
    const room = lines.length * lineHeight;
    if (widest && widest <= width && room <= height * 0.85) {
      return { lines, lineHeight, halfWidth: widest / 2, halfHeight: room / 2 };
    }
  }
  return null;
}

function inTwo(name) {
  const middle = name.length / 2;
  const spaces = [...name.matchAll(/ /g)].map((match) => match.index);
  if (!spaces.length) return [name];
  const cut = spaces.reduce((a, b) => (Math.abs(a - middle) <= Math.abs(b - middle) ? a : b));
  return [name.slice(0, cut), name.slice(cut + 1)];
}

function measure(ctx, { text, font }) {
  ctx.font = font;
  return ctx.measureText(text).width;
}

const boxAround = (at, { halfWidth, halfHeight }) => ({
  left: at.x - halfWidth - 2,
  right: at.x + halfWidth + 2,
  top: at.y - halfHeight - 1,
  bottom: at.y + halfHeight + 1,
});

const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
