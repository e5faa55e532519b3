"""What anybody writes shows at the next run; what nobody touched stays in memory."""

import pandas as pd
import pytest
import streamlit as st
from sqlalchemy import Engine

from app import coverage_loaders, loaders
from app.figures import View
from data_access.database import make_engine, open_write
from data_access.topics import entered_in
from data_access.writes.batches import move_version

VIEW = View("99.01", "kecamatan", "e-PPGBM", "2026-08", "2025-08")


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


def write_elsewhere(engine: Engine, topic: str, statement: str) -> None:
    """A write by another process: an engine of its own."""
    other = make_engine(engine.url.render_as_string(hide_password=False))
    with open_write(other, "orang lain") as connection:
        connection.exec_driver_sql(statement)
        move_version(connection, topic)
    other.dispose()


def shown() -> pd.DataFrame:
    loaders.begin_run()
    return loaders.load_region_table(VIEW)


def test_a_change_by_another_process_shows_at_the_next_run(demo: Engine) -> None:
    before = shown()["stunting_jiwa"].sum()
    write_elsewhere(
        demo,
        "pengukuran",
        "UPDATE pengukuran SET pendek_jiwa = pendek_jiwa + 1, stunting_jiwa = stunting_jiwa + 1,"
        " normal_jiwa = normal_jiwa - 1 WHERE rowid IN (SELECT rowid FROM pengukuran"
        " WHERE period = '2026-08' AND normal_jiwa > 0 AND pendek_jiwa IS NOT NULL LIMIT 1)",
    )
    assert shown()["stunting_jiwa"].sum() == before + 1


def test_a_save_in_one_topic_leaves_the_caches_of_others_alone(demo: Engine) -> None:
    before = shown()
    write_elsewhere(demo, "pengaturan", "UPDATE perangkat_daerah SET name = 'Dinkes'")
    assert shown() is before
    write_elsewhere(demo, "wilayah", "UPDATE wilayah SET name = 'Lain' WHERE code = '99.01.01'")
    assert shown() is not before


def test_within_one_run_nothing_moves(demo: Engine) -> None:
    before = shown()
    write_elsewhere(demo, "wilayah", "UPDATE wilayah SET name = 'Lain' WHERE code = '99.01.01'")
    assert loaders.load_region_table(VIEW) is before


def test_figures_entered_for_one_period_leave_those_of_others_alone(demo: Engine) -> None:
    def look() -> list[pd.DataFrame]:
        loaders.begin_run()
        periods = coverage_loaders.load_coverage_periods("99.01")[:2]
        return [coverage_loaders.load_coverage("99.01", "kecamatan", each) for each in periods]

    newest, before = look()
    changed = coverage_loaders.load_coverage_periods("99.01")[0]
    one = f"SELECT rowid FROM isian WHERE period = '{changed}' AND item_code = 'I01'"
    statement = f"UPDATE isian SET value = value + 1 WHERE rowid IN ({one} AND value > 0 LIMIT 1)"
    write_elsewhere(demo, entered_in(changed), statement)
    after, before_after = look()
    assert after["pembilang"].sum() == newest["pembilang"].sum() + 1
    assert before_after is before
