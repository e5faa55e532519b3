"""What is read of a whole nation at once, beside the same read unit by unit."""

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine

from analysis.prevalence import sum_measurements
from data_access import reference
from data_access.reads.cakupan import (
    read_coverage_facts,
    read_coverage_spread,
    read_isian_periods,
)
from data_access.reads.pengukuran import read_measurements
from data_access.reads.scope import NATION
from data_access.reads.target import read_targets
from data_access.reads.wilayah import count_desa
from tests.corpus.nation import ENDED, ENDED_SILENT, PERIOD, SOURCE, fill_nation


@pytest.fixture
def nation(engine: Engine) -> Engine:
    fill_nation(engine)
    return engine


def test_the_spread_figures_are_the_facts(nation: Engine) -> None:
    facts = read_coverage_facts(nation, NATION, PERIOD).astype({"item_code": str})
    spread = read_coverage_spread(nation, NATION, PERIOD)
    known = spread.stack().dropna().rename_axis(["unit_code", "item_code"])
    expected = facts.set_index(["unit_code", "item_code"])["value"]
    assert known.astype("int64").to_dict() == expected.to_dict()
    assert len(known) == len(facts) > 800


def test_nothing_known_is_an_empty_table(nation: Engine) -> None:
    assert read_coverage_spread(nation, NATION, "2025").shape == (0, 0)
    assert list(read_coverage_facts(nation, NATION, "2025").columns) == [
        "unit_code",
        "item_code",
        "value",
    ]


def test_every_item_that_coverage_reads_is_a_letter_and_two_digits() -> None:
    for table in ("sasaran", "indikator", "butir_tambahan"):
        codes = reference.read_table(table)["kode"]
        assert codes.str.fullmatch(r"[SI]\d\d").all()


def test_the_nations_measurements_sum_to_what_their_units_sum_to(nation: Engine) -> None:
    units = read_measurements(nation, NATION, SOURCE, by_unit=True)
    summed = read_measurements(nation, NATION, SOURCE)
    for by in ("provinsi_code", "kabupaten_code"):
        pd.testing.assert_frame_equal(
            sum_measurements(summed, [by, "period"]), sum_measurements(units, [by, "period"])
        )
    assert summed["units"].sum() == len(units)


def test_the_nations_rows_speak_of_kabupaten_and_of_nothing_below(nation: Engine) -> None:
    summed = read_measurements(nation, NATION, SOURCE)
    assert set(summed["level"]) == {"desa"}
    assert (summed["kabupaten_code"] == summed["unit_code"]).all()
    assert (summed[["kecamatan_code", "desa_code", "puskesmas_code"]] == "").all(axis=None)
    assert np.isnan(summed["stunting_jiwa"]).any()


def test_periods_of_a_nation_are_found(nation: Engine) -> None:
    assert read_isian_periods(nation, NATION) == [PERIOD]


def test_targets_can_be_asked_for_down_to_a_level(nation: Engine) -> None:
    assert set(read_targets(nation, NATION)["wilayah_code"]) == {"11.01", "31"}
    assert set(read_targets(nation, NATION, "provinsi")["wilayah_code"]) == {"31"}
    assert set(read_targets(nation, "11.01.01", "kabupaten")["wilayah_code"]) == {"11.01"}


def test_desa_in_force_are_counted_by_province_and_ended_ones_named(nation: Engine) -> None:
    counts, ended = count_desa(nation)
    assert counts == {"11": 10, "31": 8, "71": 10, "94": 10}
    assert ended == {ENDED, ENDED_SILENT}
