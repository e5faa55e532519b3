import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine, text

from data_access.database import open_read
from data_access.periods import parse_month
from data_access.reads.pengukuran import (
    COUNT_COLUMNS,
    read_datasets,
    read_measurements,
    read_source_kinds,
    read_surveys,
)
from data_access.writes.pengukuran import MeasurementSet, save_measurements
from data_access.writes.survei import save_surveys
from data_access.writes.wilayah import RegionSet, save_regions
from tests.corpus.places import list_regions, make_info, make_place

NAMES = {
    "62": "Kalimantan Tengah",
    "62.10": "Gunung Mas",
    "62.11": "Pulang Pisau",
    "62.10.01": "Satu",
    "62.10.01.2001": "Desa A",
    "62.11.01": "Lain",
    "62.11.01.P01": "Puskesmas Lain",
}


def save(engine: Engine, code: str, grain: str, label: str, **counts: float) -> None:
    period = parse_month(label)
    assert period is not None
    row = {"unit_code": code, **dict.fromkeys(COUNT_COLUMNS, np.nan), **counts}
    data = MeasurementSet("e-PPGBM", "rutin", period, grain, pd.DataFrame([row]))
    save_measurements(engine, data, make_info(f"{code}{label}", "pengukuran", label=label))


@pytest.fixture
def filled(engine: Engine) -> Engine:
    save_regions(engine, RegionSet(list_regions(NAMES)), make_info("daftar"))
    save(
        engine,
        "62.10.01.2001",
        "desa",
        "2025-02",
        sasaran_jiwa=50,
        sangat_pendek_jiwa=2,
        pendek_jiwa=6,
        normal_jiwa=31,
        tinggi_jiwa=1,
        stunting_jiwa=8,
        diukur_jiwa=40,
    )
    save(engine, "62.10.01.2001", "desa", "2025-08", stunting_jiwa=0, diukur_jiwa=0)
    save(engine, "62.11.01.P01", "puskesmas", "2025-08", stunting_jiwa=7)
    return engine


def test_facts_carry_the_codes_of_their_ancestors(filled: Engine) -> None:
    facts = read_measurements(filled, "62", "e-PPGBM").set_index(["unit_code", "period"])
    desa = facts.loc[("62.10.01.2001", "2025-02")]
    assert (desa["provinsi_code"], desa["kabupaten_code"], desa["kecamatan_code"]) == (
        "62",
        "62.10",
        "62.10.01",
    )
    assert desa["desa_code"] == "62.10.01.2001"


def test_a_puskesmas_belongs_to_a_kecamatan_and_to_no_desa(filled: Engine) -> None:
    fact = read_measurements(filled, "62.11", "e-PPGBM").iloc[0]
    assert (fact["level"], fact["kecamatan_code"], fact["desa_code"]) == (
        "puskesmas",
        "62.11.01",
        "",
    )


def test_a_region_reads_its_own_facts_only(filled: Engine) -> None:
    assert set(read_measurements(filled, "62.10", "e-PPGBM")["unit_code"]) == {"62.10.01.2001"}
    assert len(read_measurements(filled, "62", "e-PPGBM")) == 3
    assert read_measurements(filled, "62.1", "e-PPGBM").empty
    assert read_measurements(filled, "62", "Sigizi").empty


def test_zero_stays_zero_and_unknown_stays_unknown(filled: Engine) -> None:
    facts = read_measurements(filled, "62.10", "e-PPGBM").set_index("period")
    assert facts.loc["2025-08", "diukur_jiwa"] == 0
    assert np.isnan(facts.loc["2025-08", "sasaran_jiwa"])
    assert (facts[COUNT_COLUMNS].dtypes == "float64").all()


def test_data_sets_tell_source_period_and_grain_of_every_kabupaten(filled: Engine) -> None:
    sets = read_datasets(filled, "62")[["kabupaten_code", "period", "grain"]]
    assert sets.to_numpy().tolist() == [
        ["62.10", "2025-02", "desa"],
        ["62.10", "2025-08", "desa"],
        ["62.11", "2025-08", "puskesmas"],
    ]
    assert len(read_datasets(filled, "62.10.01")) == 2
    assert len(read_datasets(filled, "ID")) == 3


def test_surveys_come_by_year_and_a_missing_interval_stays_missing(filled: Engine) -> None:
    rows = pd.DataFrame(
        {
            "source": ["SSGI", "SKI"],
            "year": [2024, 2023],
            "wilayah_code": "62.10",
            "prevalensi_pct": [22.7, 34.0],
            "bawah_pct": [19.0, np.nan],
            "atas_pct": [26.9, np.nan],
        }
    )
    save_surveys(filled, rows, make_info("s", "survei"))
    surveys = read_surveys(filled, "62.10")
    assert list(surveys["year"]) == [2023, 2024]
    assert np.isnan(surveys["bawah_pct"].iloc[0])
    assert read_surveys(filled, "62.11").empty
    assert read_source_kinds(filled) == {"SKI": "survei", "SSGI": "survei", "e-PPGBM": "rutin"}


def view_rows(engine: Engine, statement: str) -> list[tuple[object, ...]]:
    with open_read(engine) as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def test_the_view_of_prevalence_gives_shares_and_leaves_unknown_ones_empty(filled: Engine) -> None:
    rows = view_rows(
        filled,
        "SELECT kode, nama, tingkat, periode, stunting_jiwa, prevalensi_pct, partisipasi_pct"
        " FROM v_prevalensi ORDER BY kode, periode",
    )
    assert [(*row[:5], *map(as_float, row[5:])) for row in rows] == [
        ("62.10.01.2001", "Desa A", "desa", "2025-02", 8, 20.0, 80.0),
        ("62.10.01.2001", "Desa A", "desa", "2025-08", 0, None, None),
        ("62.11.01.P01", "Puskesmas Lain", "puskesmas", "2025-08", 7, None, None),
    ]


def as_float(value: object) -> float | None:
    return None if value is None else float(value)  # type: ignore[arg-type]


def test_the_view_of_surveys_names_its_region_and_holds_the_nation(filled: Engine) -> None:
    row = {"source": "SSGI", "year": 2024, "bawah_pct": 19.0, "atas_pct": 26.9}
    places = [("62.10", 22.7), ("ID", 19.8)]
    rows = [{**row, "wilayah_code": code, "prevalensi_pct": share} for code, share in places]
    save_surveys(filled, pd.DataFrame(rows), make_info("s", "survei"))
    answer = view_rows(
        filled, "SELECT sumber, tahun, nama, prevalensi_pct FROM v_survei ORDER BY kode"
    )
    assert answer == [("SSGI", 2024, "Gunung Mas", 22.7), ("SSGI", 2024, "Indonesia", 19.8)]


def test_the_view_of_regions_holds_area_only_where_a_boundary_is(filled: Engine) -> None:
    save_regions(filled, make_place(["62.10.01.2001"]), make_info("batas"))
    areas = dict(view_rows(filled, "SELECT kode, luas_km2 FROM v_wilayah"))  # type: ignore[arg-type]
    assert areas["62.10.01.2001"] == pytest.approx(30.8, abs=0.2)
    assert areas["62.11.01.P01"] is None
    assert len(areas) == len(NAMES)
