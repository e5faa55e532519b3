"""What the thematic map sends to the browser on a rerun."""

import json
import math

import pytest

from app.components.peta_tematik import (
    LayerRef,
    Legend,
    LegendEntry,
    MapValues,
    MapView,
    TooltipText,
    payload,
)

LAYER = LayerRef("/peta/lapisan/abc.json", "abc")
LEGEND = Legend("Prevalensi", [LegendEntry(str(at), "#ffffff", 1) for at in range(6)])
WORDS = TooltipText("Prevalensi", "{v} %")


def sent(values: MapValues, legend: Legend = LEGEND) -> dict[str, object]:
    return payload(LAYER, values, legend, WORDS, MapView())


def test_values_travel_as_whole_numbers_and_unknown_ones_as_null() -> None:
    data = sent(MapValues([0, 1, 5, 5], [12.34, 0.0, None, math.nan]))
    assert data["values"] == [123, 0, None, None]
    assert data["classes"] == "0155"
    assert "NaN" not in json.dumps(data)


def test_halves_are_rounded_away_from_zero() -> None:
    data = sent(MapValues([0] * 4, [0.25, 12.45, -0.25, 14.15]))
    assert data["values"] == [3, 125, -3, 142]


def test_hatching_is_left_out_where_nothing_is_uncertain() -> None:
    assert sent(MapValues([0, 0], [1, 2], uncertain=[False, False]))["hatch"] == ""
    assert sent(MapValues([0, 0], [1, 2], uncertain=[False, True]))["hatch"] == "01"


@pytest.mark.parametrize(
    "values",
    [
        MapValues([0, 1], [1.0]),
        MapValues([0], [1.0], uncertain=[True, False]),
        MapValues([0], [1.0], numerators=[1, 2]),
        MapValues([6], [1.0]),
        MapValues([-1], [1.0]),
    ],
)
def test_sequences_that_do_not_match_are_refused(values: MapValues) -> None:
    with pytest.raises(ValueError, match=r"entries|legend"):
        sent(values)


def test_a_kabupaten_of_442_desa_travels_in_a_few_kilobytes() -> None:
    count = 442
    values = MapValues(
        [at % 6 for at in range(count)],
        [at % 300 / 10 for at in range(count)],
        uncertain=[at % 7 == 0 for at in range(count)],
        numerators=[at % 40 for at in range(count)],
        denominators=[at % 150 for at in range(count)],
    )
    assert len(json.dumps(sent(values))) < 12_000
