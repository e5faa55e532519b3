import numpy as np
import pandas as pd
import pytest

from analysis.change import compare_periods
from analysis.prevalence import compute_prevalence


def figures(counts: dict[str, tuple[float, float]]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "code": list(counts),
            "pembilang_jiwa": [float(pair[0]) for pair in counts.values()],
            "penyebut_jiwa": [float(pair[1]) for pair in counts.values()],
        }
    )
    return compute_prevalence(frame)


def compare(now: dict[str, tuple[float, float]], before: dict[str, tuple[float, float]]):
    return compare_periods(figures(now), figures(before), "code").set_index("code")


def test_gunung_mas_falls_by_unrounded_points() -> None:
    row = compare({"62.10": (1504, 7459)}, {"62.10": (2105, 9206)}).loc["62.10"]
    assert f"{row['perubahan_poin']:.2f}" == "-2.70"
    assert row["arah"] == "turun"
    assert not row["belum_meyakinkan"]
    assert row["perubahan_bawah_poin"] < row["perubahan_poin"] < row["perubahan_atas_poin"] < 0


def test_rounded_percentages_would_have_said_otherwise() -> None:
    assert f"{20.16 - 22.87:.2f}" == "-2.71"


def test_equal_shares_of_different_wholes_have_not_changed() -> None:
    row = compare({"a": (3, 30)}, {"a": (7, 70)}).loc["a"]
    assert row["perubahan_poin"] == 0.0
    assert row["arah"] == "tetap"
    assert row["belum_meyakinkan"]


def test_a_change_too_small_to_print_still_has_a_direction() -> None:
    row = compare({"a": (1001, 10_000_000)}, {"a": (1000, 10_000_000)}).loc["a"]
    assert row["arah"] == "naik"
    assert row["belum_meyakinkan"]


def test_twelve_children_prove_nothing() -> None:
    row = compare({"a": (4, 12)}, {"a": (2, 12)}).loc["a"]
    assert row["arah"] == "naik"
    assert row["belum_meyakinkan"]


def test_regions_without_an_earlier_figure_have_no_change() -> None:
    table = compare({"a": (1, 10), "b": (2, 10)}, {"b": (1, 10)})
    assert np.isnan(table.loc["a", "perubahan_poin"])
    assert pd.isna(table.loc["a", "arah"])
    assert not table.loc["a", "belum_meyakinkan"]
    assert table.loc["b", "perubahan_poin"] == pytest.approx(10)
    assert table.loc["b", "prevalensi_sebelum_pct"] == 10


def test_regions_of_the_earlier_period_alone_are_left_out() -> None:
    assert list(compare({"a": (1, 10)}, {"a": (1, 10), "z": (1, 10)}).index) == ["a"]


def test_comparing_with_no_earlier_period_at_all_keeps_the_rows() -> None:
    now = figures({"a": (1, 10)})
    result = compare_periods(now, now.iloc[0:0], "code")
    assert len(result) == 1
    assert result["perubahan_poin"].isna().all()
