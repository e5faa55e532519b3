"""The heatmap's order, sums and counts, and what of it travels to the browser."""

import json
import math

import pandas as pd

from app.charts.heatmap import arrange_heatmap
from app.components.peta_panas import Line, payload
from app.coverage_figures import coverage_indicators

ITEMS = list(coverage_indicators()["kode"])


def make(**regions: tuple[str, ...]) -> pd.DataFrame:
    """Rows of regions; the statuses given are those of the first services, others unknown."""
    rows = []
    for name, statuses in regions.items():
        for at, item in enumerate(ITEMS):
            status = statuses[at] if at < len(statuses) else "belum ada data"
            value = math.nan if status == "belum ada data" else 50.0
            rows.append((f"99.01.{name}", name, item, value, 60.0, status))
    columns = ["region_code", "name", "item_code", "cakupan_pct", "target_pct", "status"]
    return pd.DataFrame(rows, columns=columns)


ASSESSED = make(
    Baik=("tercapai", "tercapai", "hampir"),
    Buruk=("jauh", "jauh", "tercapai"),
    Kosong=(),
    Lumayan=("hampir", "hampir", "tercapai"),
    Netral=("netral", "tanpa target", "anomali"),
)


def test_the_most_needy_stand_on_top_and_what_cannot_be_assessed_last() -> None:
    heatmap = arrange_heatmap(ASSESSED, ASSESSED.head(0))
    assert [row.name for row in heatmap.rows] == ["Buruk", "Lumayan", "Baik", "Kosong", "Netral"]
    assert [(row.reached, row.assessed) for row in heatmap.rows] == [
        *((1, 3), (1, 3), (2, 3)),
        *((0, 0), (0, 0)),
    ]
    assert heatmap.total is None


def test_feet_count_the_regions_that_reach_a_service_of_those_assessed() -> None:
    heatmap = arrange_heatmap(ASSESSED, ASSESSED.head(0))
    assert heatmap.feet[:4] == ((1, 3), (1, 3), (2, 3), (0, 0))


def test_every_cell_is_counted_once() -> None:
    counts = arrange_heatmap(ASSESSED, ASSESSED.head(0)).counts
    assert sum(counts.values()) == 5 * 31
    assert (counts["tercapai"], counts["jauh"], counts["anomali"]) == (4, 2, 1)


def test_columns_stand_in_the_guidelines_six_groups() -> None:
    groups = arrange_heatmap(ASSESSED, ASSESSED.head(0)).groups
    assert [count for _, count in groups] == [5, 10, 6, 2, 2, 6]


def test_no_regions_are_an_empty_heatmap() -> None:
    heatmap = arrange_heatmap(ASSESSED.head(0), ASSESSED.head(0))
    assert heatmap.rows == ()
    assert sum(heatmap.counts.values()) == 0


def test_a_kabupaten_of_40_kecamatan_travels_in_a_few_kilobytes() -> None:
    many = make(**{f"K{number}": ("tercapai",) * 31 for number in range(40)})
    heatmap = arrange_heatmap(many, many[many["name"] == "K1"])
    line = Line(("99.01", "I02"), "Layanan", "52 %", "jauh")
    data = payload(heatmap, ("99.01.K1", "I02"), None, [line], [])
    assert len(json.dumps(data)) < 16_000
    assert "NaN" not in json.dumps(data)
    summary, values, digits = data["rows"][0][2:]
    assert (summary, len(values.split("|")), len(digits)) == ("31 dari 31", 31, 31)
    assert data["statuses"][int(digits[0])]["word"] == "tercapai"
