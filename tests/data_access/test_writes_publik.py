"""Withholding a year from the public page: stored once, with its history, and released."""

import pytest
from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.reads.batches import read_versions
from data_access.reads.publik import read_approved_years, read_data_date, read_holds
from data_access.schema import PenahananPublikasi, Riwayat
from data_access.writes.publik import remove_hold, save_hold


def hold(engine: Engine, reason: str = "diperiksa", code: str = "63.11") -> bool:
    return save_hold(engine, "bappeda", wilayah_code=code, year=2026, reason=reason)


def history(engine: Engine) -> list[tuple[str, str]]:
    table = PenahananPublikasi.__tablename__
    question = select(Riwayat.action, Riwayat.actor).where(Riwayat.table_name == table)
    with open_read(engine) as connection:
        return [tuple(row) for row in connection.execute(question.order_by(Riwayat.id))]


def test_a_year_is_withheld_changed_and_released_with_its_history(engine: Engine) -> None:
    assert hold(engine)
    [kept] = read_holds(engine, "63")
    assert (kept.wilayah_code, kept.year, kept.reason) == ("63.11", 2026, "diperiksa")
    assert kept.updated_at.tzinfo is not None
    assert hold(engine, "angka salah")
    assert [each.reason for each in read_holds(engine, "63.11")] == ["angka salah"]
    assert remove_hold(engine, "kepala", wilayah_code="63.11", year=2026)
    assert read_holds(engine, "63.11") == ()
    assert history(engine) == [("tambah", "bappeda"), ("ubah", "bappeda"), ("hapus", "kepala")]
    assert read_versions(engine)["penilaian"] == 3


def test_the_same_click_twice_changes_nothing(engine: Engine) -> None:
    assert [hold(engine), hold(engine)] == [True, False]
    again = [remove_hold(engine, "a", wilayah_code="63.11", year=2026) for _ in range(2)]
    assert again == [True, False]
    assert read_versions(engine)["penilaian"] == 2


def test_to_withhold_needs_a_reason(engine: Engine) -> None:
    with pytest.raises(ValueError, match="reason"):
        hold(engine, "  ")


def test_another_region_is_not_withheld_with_it(engine: Engine) -> None:
    hold(engine, code="63.11")
    assert read_holds(engine, "63.1") == ()
    assert read_holds(engine, "63.12") == ()


def test_without_data_there_is_nothing_to_list(engine: Engine) -> None:
    assert read_approved_years(engine).empty
    assert read_data_date(engine, "63.11", "e-PPGBM", "2025-08") is None
