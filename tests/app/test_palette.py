from itertools import combinations, pairwise

import pytest

from app import palette

SEQUENCES = {
    "prevalensi": palette.PREVALENCE_COLORS,
    "jumlah": palette.COUNT_COLORS,
    "partisipasi": palette.PARTICIPATION_COLORS,
}
GROUPS = SEQUENCES | {
    "perubahan": palette.CHANGE_COLORS,
    "cakupan": tuple(palette.COVERAGE_COLORS.values()),
    "masalah": tuple(palette.PROBLEM_COLORS.values()),
}


@pytest.mark.parametrize("name", GROUPS)
def test_classes_of_one_map_differ_in_lightness(name: str) -> None:
    lightness = [palette.compute_lightness(color) for color in GROUPS[name]]
    assert min(abs(a - b) for a, b in combinations(lightness, 2)) > 3


@pytest.mark.parametrize("name", SEQUENCES)
def test_more_is_darker(name: str) -> None:
    lightness = [palette.compute_lightness(color) for color in SEQUENCES[name]]
    assert all(brighter - darker > 9 for brighter, darker in pairwise(lightness))


@pytest.mark.parametrize("name", GROUPS)
def test_text_on_every_colour_reaches_aa(name: str) -> None:
    extra = (palette.NO_DATA_COLOR, palette.NO_TARGET_COLOR, palette.ANOMALY_COLOR)
    for color in (*GROUPS[name], *extra):
        text = palette.text_color_on(color)
        assert palette.compute_contrast(color, text) >= palette.AA_CONTRAST, color


def test_contrast_is_that_of_wcag() -> None:
    assert palette.compute_contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.compute_contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert palette.compute_lightness("#ffffff") == pytest.approx(100)
    assert palette.compute_lightness("#000000") == 0


def test_prevalence_colours_are_those_agreed() -> None:
    assert palette.PREVALENCE_COLORS == ("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000")


def test_every_number_of_count_classes_spans_light_to_dark() -> None:
    for classes in range(2, 6):
        colors = palette.pick_count_colors(classes)
        assert len(set(colors)) == classes
        assert (colors[0], colors[-1]) == (palette.COUNT_COLORS[0], palette.COUNT_COLORS[-1])
    assert len(palette.pick_count_colors(1)) == 1
    with pytest.raises(ValueError, match="6"):
        palette.pick_count_colors(6)
