"""Facts of coverage: what is known inside a region, and in which periods."""

import pytest
from sqlalchemy import Engine

from data_access.reads.cakupan import read_coverage_facts, read_isian_periods
from tests.corpus.entry import DESA, KECAMATAN, PERIOD, add_regions, cell, save

A, B = DESA[:2]


@pytest.fixture
def filled(engine: Engine) -> Engine:
    add_regions(engine)
    save(engine, "ani", cell(A, "S04", 34), cell(A, "I02", 0), cell(B, "I02", 5), key="k1")
    save(engine, "ani", cell(B, "I02", None, 1), key="k2")
    return engine


def read(engine: Engine, scope: str, period: str = PERIOD) -> list[tuple[str, str, int]]:
    facts = read_coverage_facts(engine, scope, period)
    return sorted(facts.itertuples(index=False, name=None))


def test_a_zero_is_known_and_a_cleared_cell_is_not(filled: Engine) -> None:
    assert read(filled, KECAMATAN) == [(A, "I02", 0), (A, "S04", 34)]


def test_only_the_region_and_the_period_asked_for_are_read(filled: Engine) -> None:
    assert read(filled, A) == [(A, "I02", 0), (A, "S04", 34)]
    assert read(filled, B) == []
    assert read(filled, "11") == []
    assert read(filled, KECAMATAN, "2025") == []


def test_a_region_has_the_periods_in_which_anyone_reached_is_known(filled: Engine) -> None:
    assert read_isian_periods(filled, KECAMATAN) == [PERIOD]
    assert read_isian_periods(filled, "ID") == [PERIOD]
    assert read_isian_periods(filled, B) == []


def test_sasaran_alone_make_no_period(engine: Engine) -> None:
    add_regions(engine)
    save(engine, "ani", cell(A, "S04", 34), key="k1")
    assert read_isian_periods(engine, KECAMATAN) == []
