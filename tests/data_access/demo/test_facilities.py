"""The demonstration's facilities lie in its villages."""

from collections import Counter

from shapely import Point

from data_access.demo.facilities import make_facilities
from data_access.demo.shapes import draw_desa
from data_access.importers.fasilitas_checks import check_degrees, check_doubles


def test_every_desa_has_a_posyandu_and_every_kecamatan_a_puskesmas() -> None:
    desa = draw_desa(30, seed=3, detail=20)
    made = make_facilities(desa, 3)
    shapes = dict(zip(desa["code"], desa.geometry, strict=True))
    assert all(shapes[each.code].covers(Point(each.longitude, each.latitude)) for each in made)
    assert {each.code for each in made if each.kind == "posyandu"} == set(desa["code"])
    puskesmas = Counter(each.code[:8] for each in made if each.kind == "puskesmas")
    assert puskesmas == Counter({code[:8] for code in desa["code"]})
    assert check_doubles(made, None) == []
    assert not any(check_degrees(each.latitude, each.longitude, None, 0) for each in made)
    assert make_facilities(desa, 3) == made
