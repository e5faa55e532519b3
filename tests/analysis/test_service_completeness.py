import numpy as np

from analysis.service_completeness import compute_completeness
from tests.analysis.services import A1, B1, assess


def test_completeness_is_the_part_of_assessed_services_on_target() -> None:
    values = {A1: {"I02": 90, "I03": 40, "I04": 76, "S04": 100, "I22": 12, "S03": 10, "I29": 5}}
    rows = assess(values, {"I02": 80, "I03": 80, "I04": 80, "I22": 80, "I29": 80})
    found = compute_completeness(rows).set_index("region_code")
    mine = found.loc[A1]
    assert (mine["layanan"], mine["layanan_dinilai"], mine["layanan_tercapai"]) == (31, 3, 1)
    assert round(mine["kelengkapan_pct"], 6) == round(100 / 3, 6)
    assert np.isnan(found.loc[B1, "kelengkapan_pct"])


def test_half_a_year_is_marked() -> None:
    rows = assess({A1: {"I02": 10, "S04": 100}}, {"I02": 80}, midyear=True)
    mine = compute_completeness(rows).set_index("region_code").loc[A1]
    assert mine["tengah_tahun"]
    assert mine["layanan_dinilai"] == 1
