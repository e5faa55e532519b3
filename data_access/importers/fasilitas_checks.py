"""Checks of facilities that were read: where each lies, and which stand twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from data_access.importers.cells import quoted
from geo.findings import Finding
from geo.points import measure_outside_km

# GPS in a village and drawn borders differ by so much without anybody being wrong.
TOLERANCE_KM = 0.3
# So far outside its whole kabupaten a point cannot be meant.
FAR_KM = 1.0
# Around Indonesia with a margin: what is outside has a wrong sign, decimal or order.
LATITUDES, LONGITUDES = (-15.0, 10.0), (90.0, 145.0)
Shapes = Mapping[str, BaseGeometry]


@dataclass(frozen=True, slots=True)
class Facility:
    """One facility of a file: its region's code, kind, name, degrees, and its row."""

    code: str
    kind: str
    name: str
    latitude: float
    longitude: float
    source: str
    row: int


def check_degrees(latitude: float, longitude: float, sheet: str | None, row: int) -> list[Finding]:
    """Report a point that is not near Indonesia, and one whose two figures are exchanged."""
    if _is_within(latitude, LATITUDES) and _is_within(longitude, LONGITUDES):
        return []
    values = {"lintang": _write(latitude), "bujur": _write(longitude)}
    exchanged = _is_within(longitude, LATITUDES) and _is_within(latitude, LONGITUDES)
    code = "titik_tertukar" if exchanged else "titik_di_luar_indonesia"
    return [Finding(code, "galat", sheet, row, None, values)]


def check_places(
    facilities: Sequence[Facility], shapes: Shapes, sheet: str | None
) -> list[Finding]:
    """Hold each point against its region's border.

    Outside its kabupaten: refused. Outside its own desa or kecamatan: a person is asked, since a
    border may be drawn coarsely. `shapes`: borders by code, as far as they are known; what has
    none is held against the next region above it.
    """
    findings: list[Finding] = []
    unknown = 0
    for each in facilities:
        own, kabupaten = (
            shapes.get(each.code) or shapes.get(each.code[:8]),
            shapes.get(each.code[:5]),
        )
        if own is None and kabupaten is None:
            unknown += 1
            continue
        findings += _check_place(each, own, kabupaten, sheet)
    if unknown:
        findings.append(Finding("titik_tanpa_batas", "catatan", sheet, values={"jumlah": unknown}))
    return findings


def _check_place(
    each: Facility, own: BaseGeometry | None, kabupaten: BaseGeometry | None, sheet: str | None
) -> list[Finding]:
    values: dict[str, object] = {"nama": quoted(each.name), "kode": each.code}
    if kabupaten is not None:
        far = measure_outside_km(each.latitude, each.longitude, kabupaten)
        if far > FAR_KM:
            values |= {"km": far, "kabupaten": each.code[:5]}
            return [Finding("titik_di_luar_kabupaten", "galat", sheet, each.row, None, values)]
    if own is None:
        return []
    far = measure_outside_km(each.latitude, each.longitude, own)
    if far <= TOLERANCE_KM:
        return []
    values["km"] = far
    return [Finding("titik_di_luar_wilayah", "peringatan", sheet, each.row, None, values)]


def check_doubles(facilities: Sequence[Facility], sheet: str | None) -> list[Finding]:
    """Refuse the same facility twice; ask where two of a kind stand on the very same point."""
    findings: list[Finding] = []
    names: dict[tuple[str, str, str], int] = {}
    points: dict[tuple[str, float, float], int] = {}
    for each in facilities:
        values: dict[str, object] = {"nama": quoted(each.name), "kode": each.code}
        name = (each.code, each.kind, each.name.casefold())
        point = (each.kind, each.latitude, each.longitude)
        if name in names:
            values["baris"] = names[name]
            findings.append(Finding("fasilitas_ganda", "galat", sheet, each.row, None, values))
        elif point in points:
            values["baris"] = points[point]
            findings.append(Finding("titik_sama", "peringatan", sheet, each.row, None, values))
        names.setdefault(name, each.row)
        points.setdefault(point, each.row)
    return findings


def _is_within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]


def _write(degrees: float) -> str:
    return f"{degrees:.6g}".replace(".", ",")
