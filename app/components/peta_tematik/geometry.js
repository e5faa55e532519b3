// Geometry: fetched once per address, decoded once, kept for the life of the page.

const KEPT_LAYERS = 6;
const layers = new Map();

export function layerAt(L, url) {
  const kept = layers.get(url) ?? fetchLayer(L, url);
  layers.delete(url);
  layers.set(url, kept);
  kept.catch(() => layers.delete(url)); // a failed load may be tried again
  while (layers.size > KEPT_LAYERS) layers.delete(layers.keys().next().value);
  return kept;
}

async function fetchLayer(L, url) {
  const response = await fetch(new URL(url, window.location.origin), { credentials: "same-origin" });
  if (!response.ok) throw new Error(`layer ${response.status}`);
  return decode(L, await response.json());
}

function decode(L, file) {
  const features = file.features.map((raw, index) => {
    const polygons = raw.g.map((polygon) => polygon.map((ring) => decodeRing(L, ring, file)));
    return { index, code: raw.c, name: raw.n, polygons, ...anchorOf(polygons) };
  });
  const drawn = features.filter((feature) => feature.polygons.length);
  return {
    features,
    byCode: new Map(features.map((feature) => [feature.code, feature])),
    bySize: drawn.sort((a, b) => b.span * b.rise - a.span * a.rise),
  };
}

function decodeRing(L, flat, { scale, origin }) {
  const ring = new Array(flat.length / 2);
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i++) {
    x += flat[2 * i];
    y += flat[2 * i + 1];
    ring[i] = L.latLng(origin[1] + y / scale, origin[0] + x / scale);
  }
  return ring;
}

// Where a label stands: the middle of the widest inner stretch on three lines through the largest
// polygon. It lies inside even where the centroid does not (a bay, a ring-shaped region).
function anchorOf(polygons) {
  let best = { lat: 0, lng: 0, span: 0, rise: 0 };
  let largest = null;
  let size = -1;
  for (const polygon of polygons) {
    const box = boxOf(polygon[0]);
    const area = (box.east - box.west) * (box.north - box.south);
    if (area > size) [largest, size] = [{ polygon, box }, area];
  }
  if (!largest) return best;
  const { south, north } = largest.box;
  for (const share of [0.5, 0.4, 0.6]) {
    const lat = south + (north - south) * share;
    const stretch = widestStretch(largest.polygon, lat);
    if (stretch.span > best.span * 1.1) best = { lat, ...stretch, rise: north - south };
  }
  return best;
}

function boxOf(ring) {
  const box = { west: 181, east: -181, south: 91, north: -91 };
  for (const { lat, lng } of ring) {
    if (lng < box.west) box.west = lng;
    if (lng > box.east) box.east = lng;
    if (lat < box.south) box.south = lat;
    if (lat > box.north) box.north = lat;
  }
  return box;
}

function widestStretch(polygon, lat) {
  const crossings = [];
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]];
      if (a.lat > lat !== b.lat > lat) {
        crossings.push(a.lng + ((lat - a.lat) / (b.lat - a.lat)) * (b.lng - a.lng));
      }
    }
  }
  crossings.sort((a, b) => a - b);
  let widest = { lng: 0, span: 0 };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const span = crossings[i + 1] - crossings[i];
    if (span > widest.span) widest = { lng: crossings[i] + span / 2, span };
  }
  return widest;
}

// The neighbour in a direction: near, and within the quarter that the arrow points to.
export function neighbourOf(layer, from, [right, up], accepts) {
  const narrow = Math.cos((from.lat * Math.PI) / 180);
  let best = null;
  let least = Infinity;
  for (const feature of layer.bySize) {
    if (feature === from || !accepts(feature)) continue;
    const x = (feature.lng - from.lng) * narrow;
    const y = feature.lat - from.lat;
    const along = x * right + y * up;
    const aside = Math.abs(x * up) + Math.abs(y * right);
    if (along <= 0 || aside > along * 1.5) continue;
    const cost = along + 1.5 * aside;
    if (cost < least) [best, least] = [feature, cost];
  }
  return best;
}
