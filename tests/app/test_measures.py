import numpy as np
import pandas as pd
import pytest

from analysis.region_table import Thresholds, build_region_table
from app import palette
from app.measures import MEASURES, available_measures, describe_tooltip, note_rows, paint

THRESHOLDS = Thresholds(
    prevalence_bounds=(0.0, 2.5, 10.0, 20.0, 30.0),
    minimum_measured=30,
    participation_bounds=(0.0, 60.0, 80.0, 90.0),
    change_bounds=(-5.0, -1.0, 1.0, 5.0),
    break_factor=3.0,
)
BOUNDS = (0.0, 5.0, 20.0)
# code: stunted and measured now, target, stunted and measured before
UNITS = {
    "a": (30, 100, 200, 50, 100),
    "b": (20, 100, 120, 20, 100),
    "c": (1, 100, 90, 1, 100),
    "d": (3, 12, 20, 3, 12),
    "e": (0, 100, 100, 5, 100),
    "f": None,
}


def facts_of(code: str, period: str, stunted: float, measured: float, target: float) -> dict:
    return {
        "desa_code": code,
        "period": period,
        "sasaran_jiwa": target,
        "sangat_pendek_jiwa": 0.0,
        "pendek_jiwa": float(stunted),
        "normal_jiwa": float(measured - stunted),
        "tinggi_jiwa": 0.0,
        "outlier_jiwa": np.nan,
        "stunting_jiwa": float(stunted),
        "diukur_jiwa": float(measured),
    }


@pytest.fixture
def table() -> pd.DataFrame:
    rows = []
    for code, unit in UNITS.items():
        if unit is not None:
            stunted, measured, target, stunted_before, measured_before = unit
            rows.append(facts_of(code, "2025-08", stunted, measured, target))
            rows.append(facts_of(code, "2024-08", stunted_before, measured_before, target))
    regions = pd.DataFrame(
        {"code": list(UNITS), "name": list(UNITS), "kind": "desa", "has_boundary": True,
         "valid_until": None}
    )  # fmt: skip
    return build_region_table(
        regions,
        pd.DataFrame(rows),
        group_column="desa_code",
        period="2025-08",
        compare="2024-08",
        thresholds=THRESHOLDS,
    )


def classes_of(table: pd.DataFrame, measure: str) -> dict[str, str]:
    painted = paint(table, measure, THRESHOLDS, BOUNDS)
    return {
        code: painted.styles[index].label
        for code, index in zip(table["code"], painted.classes, strict=True)
    }


def test_prevalence_falls_into_the_classes_of_who(table: pd.DataFrame) -> None:
    labels = classes_of(table, "prevalensi")
    assert labels["a"].startswith("Sangat tinggi (30 ke atas")
    assert labels["b"].startswith("Tinggi (20")
    assert labels["c"].startswith("Sangat rendah")
    assert labels["d"].startswith("Tinggi")
    assert labels["e"].startswith("Sangat rendah")
    assert labels["f"] == "Belum ada data"


@pytest.mark.parametrize("measure", MEASURES)
def test_every_region_is_counted_once_in_the_legend(table: pd.DataFrame, measure: str) -> None:
    painted = paint(table, measure, THRESHOLDS, BOUNDS)
    assert sum(style.count or 0 for style in painted.styles) == len(table)
    assert painted.styles[-1].label == "Belum ada data"
    assert painted.styles[-1].count == 1
    assert painted.styles[-1].color == palette.NO_DATA_COLOR
    counted = np.bincount(painted.classes, minlength=len(painted.styles))
    assert [style.count for style in painted.styles] == counted.tolist()


def test_the_legend_counts_the_selected_region_only(table: pd.DataFrame) -> None:
    inside = table["code"].isin(["a", "f"]).to_numpy()
    painted = paint(table, "prevalensi", THRESHOLDS, BOUNDS, inside)
    assert [style.count for style in painted.styles] == [0, 0, 0, 0, 1, 1]
    assert len(painted.classes) == len(table)


def test_each_class_has_its_own_colour_in_order(table: pd.DataFrame) -> None:
    for measure, colors in (
        ("prevalensi", palette.PREVALENCE_COLORS),
        ("partisipasi", (*palette.PARTICIPATION_COLORS, palette.ANOMALY_COLOR)),
        ("perubahan", palette.CHANGE_COLORS),
        ("stunting", palette.pick_count_colors(3)),
    ):
        painted = paint(table, measure, THRESHOLDS, BOUNDS)
        assert tuple(style.color for style in painted.styles[:-1]) == tuple(colors)
        assert len({style.color for style in painted.styles}) == len(painted.styles)


def test_participation_above_100_percent_is_a_class_of_its_own_and_keeps_its_value(
    table: pd.DataFrame,
) -> None:
    painted = paint(table, "partisipasi", THRESHOLDS, BOUNDS)
    labels = classes_of(table, "partisipasi")
    assert labels["c"] == "Di atas 100 % (periksa)"
    assert painted.value[table["code"] == "c"].iloc[0] == pytest.approx(100 * 100 / 90)
    assert labels["e"].startswith("Baik")
    assert labels["a"].startswith("Sangat kurang (di bawah 60")


def test_change_is_classed_by_points_and_a_sharp_fall_stands_lowest(table: pd.DataFrame) -> None:
    labels = classes_of(table, "perubahan")
    assert labels["a"].startswith("Turun tajam (di bawah")
    assert labels["b"].startswith("Hampir tetap")
    assert labels["f"] == "Belum ada data"


def test_few_measured_children_make_prevalence_uncertain_but_not_their_number(
    table: pd.DataFrame,
) -> None:
    few = (table["code"] == "d").to_numpy()
    prevalence = paint(table, "prevalensi", THRESHOLDS, BOUNDS)
    assert prevalence.uncertain.tolist() == few.tolist()
    assert prevalence.doubt is not None
    assert "30" in prevalence.doubt.label
    assert prevalence.doubt.count == int(few.sum())
    assert not paint(table, "stunting", THRESHOLDS, BOUNDS).uncertain.any()


def test_a_change_whose_interval_holds_zero_is_uncertain(table: pd.DataFrame) -> None:
    unsure = paint(table, "perubahan", THRESHOLDS, BOUNDS).uncertain
    assert dict(zip(table["code"], unsure.tolist(), strict=True)) == {
        "a": False, "b": True, "c": True, "d": True, "e": False, "f": False
    }  # fmt: skip


def test_counts_fall_into_whole_numbers_and_zero_is_not_missing(table: pd.DataFrame) -> None:
    labels = classes_of(table, "stunting")
    assert labels["e"] == "0 – 4"
    assert labels["b"] == "20 atau lebih"
    assert labels["f"] == "Belum ada data"


def test_count_classes_stay_the_same_from_one_period_to_the_next(table: pd.DataFrame) -> None:
    later = table.assign(stunting_jiwa=table["stunting_jiwa"] * 3)
    first, second = (paint(each, "stunting", THRESHOLDS, BOUNDS) for each in (table, later))
    assert [s.label for s in first.styles] == [s.label for s in second.styles]
    assert [s.color for s in first.styles] == [s.color for s in second.styles]


def test_a_source_of_counts_alone_offers_no_prevalence(table: pd.DataFrame) -> None:
    shares = ["prevalensi_pct", "partisipasi_pct", "perubahan_poin"]
    assert available_measures(table) == MEASURES
    assert available_measures(table.assign(**dict.fromkeys(shares, np.nan))) == ("stunting",)


def test_remarks_tell_what_a_reader_must_know(table: pd.DataFrame) -> None:
    notes = dict(zip(table["code"], note_rows(table, "perubahan"), strict=True))
    assert notes["d"].startswith("12 anak diukur: belum dapat disimpulkan")
    assert "diukur melebihi sasaran" in notes["c"]
    assert notes["b"] == "perubahan belum meyakinkan"
    assert notes["a"] == ""
    assert notes["f"] == ""


def test_a_tooltip_leaves_its_figures_to_be_filled_in(table: pd.DataFrame) -> None:
    painted = paint(table, "perubahan", THRESHOLDS, BOUNDS)
    title, value, uncertain, short = describe_tooltip(painted, "2024-08")
    assert title == "Perubahan"
    assert "Agustus 2024" in value
    assert "belum meyakinkan" in uncertain
    assert "{v}" in short
    assert "{compare}" not in value + uncertain
