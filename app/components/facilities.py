"""Health facilities on the maps: asked for by a toggle, explained in the legend."""

import streamlit as st

from app import support_loaders
from app.components.peta_tematik import FacilityKind, FacilityMarks
from app.facility_points import KINDS, list_kinds
from app.format import format_count
from app.routes import points_url
from app.text import fasilitas as text
from geo.shared_map_marks import PointLegend, Shape, SharedPoint, SharedPoints

SHAPES: dict[str, Shape] = {"posyandu": "circle", "pustu": "triangle", "puskesmas": "cross"}


def ask_for_facilities(scope_code: str) -> bool:
    """A toggle where the map's region has facilities; off at first, held in the address."""
    if support_loaders.load_points(scope_code) is None:
        return False
    return st.toggle(text.TOGGLE, key="fasilitas", bind="query-params", help=text.TOGGLE_HELP)


def make_marks(scope_code: str, region_code: str) -> FacilityMarks | None:
    """The marks of the map of `scope_code`, counted in the selected region.

    Above a kabupaten posyandu are not drawn, and the title says so.
    """
    points = support_loaders.load_points(scope_code)
    if points is None:
        return None
    drawn = list_kinds(scope_code)
    kinds = [
        FacilityKind(
            text.KINDS[kind],
            SHAPES[kind],
            points.count(kind, region_code) if kind in drawn else None,
        )
        for kind in KINDS
    ]
    title = _write_title(scope_code)
    url = points_url(scope_code, points.content_hash)
    return FacilityMarks(url, title, kinds, text.FAILED)


def make_shared_points(scope_code: str, region_code: str) -> SharedPoints:
    """The points of the map that leaves the room: those that lie in the selected region.

    A desa is looked at inside its kecamatan, as its map is.
    """
    rows = support_loaders.load_facilities(region_code[:8])
    drawn = [kind for kind in KINDS if kind in list_kinds(scope_code)]
    counts = rows["kind"].value_counts()
    legend = [
        PointLegend(text.KINDS[kind], SHAPES[kind], format_count(int(counts.get(kind, 0))))
        for kind in drawn
    ]
    shown = rows[rows["kind"].isin(drawn)]
    points = [
        SharedPoint(
            SHAPES[row.kind],
            row.latitude,
            row.longitude,
            (
                row.name,
                text.POINT_PLACE.format(kind=text.KINDS[row.kind], place=row.wilayah_name),
            ),
        )
        for row in shown.sort_values("kind", key=lambda kinds: kinds.map(KINDS.index)).itertuples(
            index=False
        )
    ]
    return SharedPoints(_write_title(scope_code), legend, points)


def _write_title(scope_code: str) -> str:
    is_whole = len(list_kinds(scope_code)) == len(KINDS)
    return text.TITLE if is_whole else f"{text.TITLE}. {text.FROM_KABUPATEN}"
