import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine

from app.figures import (
    View,
    compute_count_bounds,
    compute_prevalensi,
    default_compare,
    finest_level,
    map_scope,
    read_thresholds,
    tabulate_place,
)
from data_access.reads.pengukuran import COUNT_COLUMNS, read_measurements
from data_access.reads.wilayah import Region
from data_access.writes.wilayah import RegionSet, save_regions
from tests.corpus.places import list_regions, make_info

SOURCE = "e-PPGBM"


def view(level: str, scope: str = "99.01", period: str = "2026-08") -> View:
    return View(scope, level, SOURCE, period, "2025-08")


@pytest.fixture
def facts(demo: Engine) -> pd.DataFrame:
    return read_measurements(demo, "99.01", SOURCE)


def test_a_kecamatan_is_the_sum_of_its_desa_not_the_mean_of_shares(
    demo: Engine, facts: pd.DataFrame
) -> None:
    table = compute_prevalensi(demo, view("kecamatan")).set_index("code")
    now = facts[facts["period"] == "2026-08"]
    sums = now.groupby("kecamatan_code")[["stunting_jiwa", "diukur_jiwa"]].sum()
    expected = 100 * sums["stunting_jiwa"] / sums["diukur_jiwa"]
    assert np.allclose(table["prevalensi_pct"], expected.loc[table.index])
    shares = (100 * now["stunting_jiwa"] / now["diukur_jiwa"]).groupby(now["kecamatan_code"])
    assert not np.allclose(table["prevalensi_pct"], shares.mean().loc[table.index])


def test_every_level_counts_the_same_children(demo: Engine) -> None:
    totals = {
        level: compute_prevalensi(demo, view(level))["stunting_jiwa"].sum()
        for level in ("desa", "kecamatan", "kabupaten")
    }
    assert len(set(totals.values())) == 1


def test_a_desa_without_data_keeps_its_row_and_its_figures_stay_unknown(demo: Engine) -> None:
    table = compute_prevalensi(demo, view("desa"))
    assert len(table) == 150
    silent = table[table["stunting_jiwa"].isna()]
    assert len(silent) > 0
    assert silent["prevalensi_pct"].isna().all()
    assert silent["peringkat"].isna().all()
    assert (silent["kelas"] == -1).all()


def test_a_kecamatan_shows_its_own_desa_ranked_among_themselves(demo: Engine) -> None:
    whole = compute_prevalensi(demo, view("desa"))
    part = compute_prevalensi(demo, view("desa", "99.01.03"))
    assert part["code"].str.startswith("99.01.03.").all()
    assert part["peringkat"].min() == 1
    same = whole.set_index("code").loc[part["code"], "prevalensi_pct"]
    assert np.array_equal(same, part["prevalensi_pct"], equal_nan=True)


def test_data_of_puskesmas_say_nothing_of_desa(demo: Engine, facts: pd.DataFrame) -> None:
    from app.figures import tabulate_view
    from data_access.reads.wilayah import read_regions

    coarse = facts.assign(level="puskesmas", desa_code="")
    regions = read_regions(demo, "99.01", "desa")
    table = tabulate_view(regions, coarse, view("desa"))
    assert table["stunting_jiwa"].isna().all()


def test_a_place_without_facts_gives_no_invented_row(demo: Engine, facts: pd.DataFrame) -> None:
    assert tabulate_place(facts.iloc[:0], "99.01").empty
    series = tabulate_place(facts, "99.01")
    assert list(series["period"]) == sorted(set(facts["period"]))


@pytest.mark.parametrize(
    ("level", "grains", "reached"),
    [
        ("kabupaten", {"desa"}, "desa"),
        ("kabupaten", {"puskesmas"}, "kecamatan"),
        ("kabupaten", {"kabupaten"}, None),
        ("kabupaten", {"kabupaten", "desa"}, "desa"),
        ("provinsi", {"kabupaten"}, "kabupaten"),
        ("nasional", {"desa"}, "kabupaten"),
        ("kecamatan", {"kecamatan"}, None),
        ("desa", {"desa"}, "desa"),
        ("kabupaten", set(), None),
    ],
)
def test_a_screen_opens_at_the_level_that_its_data_reach(
    level: str, grains: set[str], reached: str | None
) -> None:
    assert finest_level(level, grains) == reached


def test_the_same_month_of_the_year_before_is_compared_first() -> None:
    assert default_compare(["2024-08", "2025-02"], "2025-08") == "2024-08"
    assert default_compare(["2024-02", "2025-02"], "2025-08") == "2025-02"
    assert default_compare([], "2025-08") is None


def test_below_a_kabupaten_its_own_map_is_shown() -> None:
    scopes = {
        code: map_scope(Region(code, "x", level, level, ""))
        for code, level in (
            ("99.01.02.2001", "desa"),
            ("99.01.02", "kecamatan"),
            ("99.01", "kabupaten"),
            ("99", "provinsi"),
            ("ID", "nasional"),
        )
    }
    assert scopes == {
        "99.01.02.2001": "99.01", "99.01.02": "99.01", "99.01": "99.01", "99": "99", "ID": "ID"
    }  # fmt: skip


def test_classes_of_counts_are_the_same_in_every_period(facts: pd.DataFrame) -> None:
    bounds = compute_count_bounds(facts, "desa")
    assert bounds[0] == 0
    assert list(bounds) == sorted(set(bounds))
    assert compute_count_bounds(facts.iloc[::-1], "desa") == bounds
    assert compute_count_bounds(facts.iloc[:0], "desa") == (0.0,)


def test_cut_offs_come_from_reference_data() -> None:
    thresholds = read_thresholds()
    assert thresholds.prevalence_bounds == (0.0, 2.5, 10.0, 20.0, 30.0)
    assert thresholds.minimum_measured == 30


def test_a_kabupaten_recorded_whole_has_no_figure_for_its_desa(demo: Engine) -> None:
    from data_access.periods import parse_month
    from data_access.writes.pengukuran import MeasurementSet, save_measurements

    other = list_regions({"99.02": "Lain", "99.02.01": "x", "99.02.01.2001": "y"})
    save_regions(demo, RegionSet(other), make_info("lain"))
    period = parse_month("2026-08")
    assert period is not None
    row = {"unit_code": "99.02", **dict.fromkeys(COUNT_COLUMNS, np.nan), "stunting_jiwa": 9.0}
    data = MeasurementSet(SOURCE, "rutin", period, "kabupaten", pd.DataFrame([row]))
    save_measurements(demo, data, make_info("u", "pengukuran"))
    assert compute_prevalensi(demo, view("desa", "99.02"))["stunting_jiwa"].isna().all()
    assert compute_prevalensi(demo, view("kabupaten", "99.02"))["stunting_jiwa"].tolist() == [9.0]
