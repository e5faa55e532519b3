"""Facilities on the maps: counted in the selected region, told apart by shape."""

import pandas as pd
import pytest

from app.components import facilities
from app.components.peta_tematik import FacilityKind
from app.facility_points import FacilityPoints
from app.text import fasilitas as text

KABUPATEN, KECAMATAN = "63.11", "63.11.01"
POINTS = FacilityPoints(b"", "a" * 32, {(KECAMATAN, "posyandu"): 2, ("63.11.02", "puskesmas"): 1})
ROWS = pd.DataFrame(
    [
        (f"{KECAMATAN}.2001", "Juai", "puskesmas", "Puskesmas Juai", -2.0, 115.0, "Uji"),
        (KECAMATAN, "Halong", "posyandu", "Mawar", -2.1, 115.1, "Uji"),
    ],
    columns=["wilayah_code", "wilayah_name", "kind", "name", "latitude", "longitude", "source"],
)


@pytest.fixture(autouse=True)
def stored(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {KABUPATEN: POINTS, "63": POINTS}
    monkeypatch.setattr("app.support_loaders.load_points", found.get)
    monkeypatch.setattr("app.support_loaders.load_facilities", lambda code: ROWS)


def test_the_legend_counts_the_selected_region_only() -> None:
    marks = facilities.make_marks(KABUPATEN, f"{KECAMATAN}.2001")
    assert marks is not None
    assert marks.url == f"/peta/fasilitas/{KABUPATEN}/{'a' * 32}.json"
    assert list(marks.kinds) == [
        FacilityKind("Posyandu", "circle", 2),
        FacilityKind("Puskesmas pembantu", "triangle", 0),
        FacilityKind("Puskesmas", "cross", 0),
    ]
    assert facilities.make_marks("99.01", "99.01") is None


def test_a_province_says_that_posyandu_are_not_drawn_instead_of_counting_none() -> None:
    marks = facilities.make_marks("63", "63")
    assert marks is not None
    assert [kind.count for kind in marks.kinds] == [None, 0, 1]
    assert text.FROM_KABUPATEN in marks.title
    shared = facilities.make_shared_points("63", "63")
    assert [line.label for line in shared.legend] == ["Puskesmas pembantu", "Puskesmas"]
    assert [point.lines[0] for point in shared.points] == ["Puskesmas Juai"]


def test_the_shared_map_draws_the_rarer_kinds_above_and_names_their_place() -> None:
    shared = facilities.make_shared_points(KABUPATEN, KECAMATAN)
    assert [point.shape for point in shared.points] == ["circle", "cross"]
    assert [point.lines for point in shared.points] == [
        ("Mawar", "Posyandu, Halong"),
        ("Puskesmas Juai", "Puskesmas, Juai"),
    ]
    assert [line.count for line in shared.legend] == ["1", "0", "1"]
