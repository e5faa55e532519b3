"""The thematic map: Leaflet on a canvas, geometry fetched once, only values sent on a rerun.

The browser part stands beside this file (`component.js` and its modules, `component.css`); it is
loaded from our own route, so that a rerun carries the data alone.
"""

import json
import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from app.assets import asset_url
from app.text.peta_tematik import LABELS

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Everything is asked for at once; one after the other would cost a round trip each.
_LOADER = """\
export default async function (component) {
  const { moduleUrl, leafletUrl, layerUrl, styleUrls } = component.data;
  const address = new URL(moduleUrl, window.location.origin);
  const ask = (path, rel) => {
    const { href } = new URL(path, address);
    if (document.head.querySelector(`link[href="${href}"]`)) return;
    const link = document.createElement("link");
    Object.assign(link, { rel, href, crossOrigin: "anonymous" });
    if (rel === "preload") link.as = "fetch";
    document.head.append(link);
  };
  for (const path of [moduleUrl, leafletUrl]) ask(path, "modulepreload");
  for (const name of ["canvas", "geometry", "panel", "scene"]) ask(`${name}.js`, "modulepreload");
  for (const path of [layerUrl, ...styleUrls]) ask(path, "preload");
  const module = await import(address.href);
  return module.default(component);
}
"""
_mount = st.components.v2.component(
    "konvergensi_peta_tematik", html='<div class="peta"></div>', js=_LOADER
)


@dataclass(frozen=True)
class LayerRef:
    """Where a layer's geometry lies: its address and its content hash."""

    url: str
    key: str


@dataclass(frozen=True)
class LegendEntry:
    """One line of the legend; the first ones are the classes that `MapValues.classes` points to.

    count: number of regions, None to leave it out. hatch: drawn hatched ("belum ada data").
    tooltip: text shown for a region of this class in place of its value, or None.
    """

    label: str
    color: str
    count: int | None = None
    hatch: bool = False
    tooltip: str | None = None


@dataclass(frozen=True)
class MapValues:
    """One entry per region, in the order of the layer's codes.

    classes: index into the legend (at most 36 classes). values: the figure shown, in its own unit,
    None or NaN where unknown, kept to `decimals` places. uncertain: hatched over the colour.
    numerators, denominators: counts for the tooltip, optional.
    """

    classes: Sequence[int]
    values: Sequence[float | None]
    decimals: int = 1
    uncertain: Sequence[bool] = ()
    numerators: Sequence[float | None] = ()
    denominators: Sequence[float | None] = ()


@dataclass(frozen=True)
class TooltipText:
    """Words of the tooltip, with the places {v} {k} {n} (value, numerator, denominator).

    title: the measure. value: a region with a value. uncertain: a region whose value is hatched
    (empty: as `value`). short: what stands on the map itself and is read aloud, usually "{v} %".
    """

    title: str
    value: str
    uncertain: str = ""
    short: str = "{v}"


@dataclass(frozen=True)
class PetaEvent:
    """What happened on the map: a region chosen, one level up, or its first painting."""

    chosen_code: str | None = None
    level_up: bool = False
    painted: bool = False


@dataclass(frozen=True)
class MapView:
    """How the map stands: what is chosen, what is in view, what is written on it.

    selected: code with an outline. focus: code whose region (or whose parts) fill the view; the
    others stay, paler. text_px: size of the legend; labels and tooltip follow it (meetings: 22).
    """

    selected: str | None = None
    focus: str | None = None
    show_names: bool = False
    show_values: bool = False
    text_px: int = 14


@dataclass(frozen=True)
class FacilityKind:
    """One kind of facility: words, shape ("circle", "triangle", "cross"), count in the region.

    count None: this map does not draw the kind.
    """

    label: str
    shape: str
    count: int | None


@dataclass(frozen=True)
class FacilityMarks:
    """Facilities above the regions: the address of their points, which the browser asks for once.

    kinds: in the order that the points at `url` number them. failed: said in the legend where
    they cannot be fetched.
    """

    url: str
    title: str
    kinds: Sequence[FacilityKind]
    failed: str


@dataclass(frozen=True)
class Legend:
    """The legend: a title (measure, unit) and its lines."""

    title: str
    entries: Sequence[LegendEntry] = field(default_factory=tuple)


def peta_tematik(
    *,
    layer: LayerRef,
    values: MapValues,
    legend: Legend,
    tooltip: TooltipText,
    key: str,
    height: int = 560,
    view: MapView | None = None,
    facilities: FacilityMarks | None = None,
    labels: Mapping[str, str] = LABELS,
    paint_id: str | None = None,
    announce: bool = False,
) -> PetaEvent:
    """Draw the map and tell what was done on it.

    key: fixed for this place on the page; it keeps the map mounted through reruns. height: px, at
    most 86 % of the window. paint_id: stands on the map's `data-painted` once drawn (tests).
    announce: let the event say once that the map is painted (or cannot be). facilities: points
    drawn above the regions, None for none.
    """
    data = payload(layer, values, legend, tooltip, view or MapView())
    if facilities is not None:
        kinds = [vars(kind) for kind in facilities.kinds]
        data["facilities"] = {**vars(facilities), "kinds": kinds}
    data["labels"] = dict(labels)
    data["height"] = height
    data["paintId"] = paint_id or f"{zlib.crc32(json.dumps(data).encode()):08x}"
    data["announce"] = announce
    result = _mount(
        key=key,
        data=data,
        on_pilih_change=_ignore,
        on_naik_change=_ignore,
        on_tergambar_change=_ignore,
    )
    chosen = result.get("pilih")
    return PetaEvent(
        chosen_code=str(chosen) if chosen else None,
        level_up=bool(result.get("naik")),
        painted=bool(result.get("tergambar")),
    )


def payload(
    layer: LayerRef, values: MapValues, legend: Legend, tooltip: TooltipText, view: MapView
) -> dict[str, Any]:
    """Build what travels to the browser on a rerun: JSON values only, short where it is long.

    Raises ValueError where the sequences differ in length or a class is not in the legend.
    """
    _check(values, legend)
    return {
        "moduleUrl": asset_url("component.js"),
        "styleUrls": [asset_url("leaflet.css"), asset_url("component.css")],
        "leafletUrl": asset_url("leaflet.js"),
        "layerUrl": layer.url,
        "layerKey": layer.key,
        "classes": "".join(_DIGITS[index] for index in values.classes),
        "hatch": _bits(values.uncertain),
        "values": _scaled(values.values, values.decimals),
        "decimals": values.decimals,
        "k": _scaled(values.numerators, 0),
        "n": _scaled(values.denominators, 0),
        "tooltip": vars(tooltip),
        "legendTitle": legend.title,
        "legend": [vars(entry) for entry in legend.entries],
        "selected": view.selected,
        "focus": view.focus,
        "showNames": view.show_names,
        "showValues": view.show_values,
        "textPx": view.text_px,
    }


def _ignore() -> None:
    """Name an event without a callback: the page reads the event from the result."""


def _check(values: MapValues, legend: Legend) -> None:
    length = len(values.classes)
    for name in ("values", "uncertain", "numerators", "denominators"):
        given = len(getattr(values, name))
        if given != length and (given or name == "values"):
            raise ValueError(f"{name}: {given} entries for {length} regions")
    limit = min(len(legend.entries), len(_DIGITS))
    if length and not 0 <= min(values.classes) <= max(values.classes) < limit:
        raise ValueError("a class index is not in the legend")


def _bits(flags: Sequence[bool]) -> str:
    text = "".join("1" if flag else "0" for flag in flags)
    return text if "1" in text else ""


def _scaled(numbers: Sequence[float | None], decimals: int) -> list[int | None]:
    factor = 10**decimals
    return [
        None if number is None or math.isnan(number) else _half_up(number * factor)
        for number in numbers
    ]


def _half_up(number: float) -> int:
    """Round half away from zero, as officials do; Python's own rounding goes to the even digit."""
    return int(math.copysign(math.floor(abs(number) + 0.5 + 1e-9), number))
