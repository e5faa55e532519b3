import math
from datetime import date
from time import perf_counter

import numpy as np
import pandas as pd
import pytest
from babel.numbers import format_decimal

from app import format as fmt

MISSING_VALUES = (None, math.nan, pd.NA, np.float64("nan"))


@pytest.mark.parametrize("value", MISSING_VALUES)
def test_missing_is_said_in_words_and_never_zero(value: object) -> None:
    shown = {
        fmt.format_count(value),
        fmt.format_pct(value),
        fmt.format_poin(value),
        fmt.format_change(value),
        fmt.format_points(value),
        fmt.format_interval(value, 3.0),
        fmt.format_idr(value),
        fmt.format_idr_short(value),
        fmt.format_number(value),
    }
    assert shown == {"belum ada data"}
    assert fmt.format_date(None) == fmt.format_date(pd.NaT) == "belum ada data"
    assert fmt.format_period(None) == "belum ada data"


def test_numbers_are_written_as_in_indonesia() -> None:
    assert fmt.format_count(1043) == "1.043"
    assert fmt.format_number(1234.56, 2) == "1.234,56"
    assert fmt.format_number(2.5) == "2,5"
    assert fmt.format_number(10.0) == "10"
    assert fmt.format_pct(12.44) == "12,4 %"
    assert fmt.format_pct(22.8655, 2) == "22,87 %"
    assert fmt.format_interval(10.06, 14.94) == "10,1–14,9 %"


def test_halves_round_away_from_zero_as_in_excel() -> None:
    assert fmt.format_pct(12.25) == "12,3 %"
    assert fmt.format_number(2.675, 2) == "2,68"
    assert fmt.format_number(-0.5, 0) == "-1"
    assert fmt.format_number(-0.001, 2) == "0,00"


def test_numbers_agree_with_babel_where_no_half_is_involved() -> None:
    for value in np.random.default_rng(7).uniform(-1e7, 1e7, 300):
        expected = format_decimal(value, "#,##0.00", locale="id_ID")
        assert fmt.format_number(float(value), 2) == expected


def test_a_change_says_its_direction_from_the_unrounded_figure() -> None:
    assert fmt.format_poin(-2.7012) == "-2,70 poin"
    assert fmt.format_poin(0.31, 1) == "+0,3 poin"
    assert fmt.format_poin(-0.04, 1) == "-0,0 poin"
    assert fmt.format_poin(0.0) == "0,00 poin"
    assert fmt.format_change(-2.7012) == "turun 2,70 poin persen"
    assert fmt.format_change(0.004) == "naik 0,00 poin persen"
    assert fmt.format_change(0) == "tetap"
    assert fmt.format_points(-9.92) == "9,92"


def test_periods_and_days_have_indonesian_months() -> None:
    assert fmt.format_period("2025-08") == "Agustus 2025"
    assert fmt.format_period("2025-08", short=True) == "Agu 2025"
    assert fmt.format_period("2024") == "2024"
    assert fmt.format_period("2024-2") == "Semester II 2024"
    assert fmt.format_date(date(2025, 8, 5)) == "5 Agustus 2025"
    with pytest.raises(ValueError, match="Agustus"):
        fmt.format_period("Agustus")


def test_money_is_short_or_in_full() -> None:
    assert fmt.format_idr_short(1_250_000_000) == "Rp1,25 M"
    assert fmt.format_idr_short(12_500_000) == "Rp12,5 jt"
    assert fmt.format_idr_short(3_000_000_000_000) == "Rp3 T"
    assert fmt.format_idr_short(950_000) == "Rp950.000"
    assert fmt.format_idr(-1_250_000_000) == "-Rp1.250.000.000"


def test_an_infinite_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="infinite"):
        fmt.format_pct(math.inf)


def test_columns_are_written_one_by_one_the_same_way() -> None:
    values = [1043.0, math.nan]
    assert fmt.format_counts(values) == ["1.043", "belum ada data"]
    assert fmt.format_pcts([12.44, math.nan], missing="–") == ["12,4 %", "–"]
    assert fmt.format_poins([1.0], 1) == ["+1,0 poin"]
    assert fmt.format_intervals([1.0], [2.0]) == ["1,0–2,0 %"]


def test_all_villages_of_the_nation_are_written_in_a_blink() -> None:
    values = np.random.default_rng(1).uniform(0, 100, 84_000)
    start = perf_counter()
    assert len(fmt.format_pcts(values)) == 84_000
    assert perf_counter() - start < 3


@pytest.mark.parametrize(
    "name",
    [":material/home:", ":fire:", "http://127.0.0.1:9/x", "www.a.id", "a@b.id", "A -> B -- C"],
)
def test_what_markdown_reads_late_is_kept_apart_by_an_unseen_sign(name: str) -> None:
    written = fmt.escape_markdown(name)
    assert "\u2060" in written
    assert written.replace("\u2060", "").replace("\\", "") == name


def test_an_ordinary_name_gains_no_unseen_sign() -> None:
    assert "\u2060" not in fmt.escape_markdown("Soka'an, Desa Bukit: Raya-Indah (e-PPGBM)")
