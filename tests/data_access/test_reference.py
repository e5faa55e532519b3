import datetime
import re

import pandas as pd
import pytest

from data_access import reference


def test_the_guideline_has_16_sasaran_numbered_without_a_gap() -> None:
    sasaran = reference.read_table("sasaran")
    assert list(sasaran["nomor"]) == [str(number) for number in range(1, 17)]
    assert list(sasaran["kode"]) == [f"S{number:02d}" for number in range(1, 17)]


def test_each_of_the_31_indikator_divides_by_a_known_sasaran() -> None:
    indikator = reference.read_table("indikator")
    known = set(reference.read_table("sasaran")["kode"])
    assert len(indikator) == 31
    assert indikator["kode"].is_unique
    given = indikator.loc[indikator["penyebut_sasaran"] != "", "penyebut_sasaran"]
    used = {code for cell in given for code in re.split(r"[;+,/ ]+", cell) if code}
    assert used <= known
    without = indikator[indikator["penyebut_sasaran"] == ""]
    assert (without["status_penyebut"] != "lengkap").all()


def test_the_other_tables_are_whole() -> None:
    counts = {name: len(reference.read_table(name)) for name in reference.TABLES}
    assert counts["data_dukung"] == 13
    assert counts["indikator_lama"] == 64
    assert counts["tenggat"] == 20


def test_older_indikator_named_as_counterparts_exist() -> None:
    known = set(reference.read_table("indikator_lama")["kode"])
    named = {
        code
        for cell in reference.read_table("indikator")["padanan_lama"]
        for code in re.findall(r"[A-Z]\d+", cell)
    }
    assert named
    assert named <= known


def test_every_deadline_is_a_day_that_each_year_has() -> None:
    deadlines = reference.read_table("tenggat")
    assert set(deadlines["tingkat"]) == {"kecamatan", "kab/kota", "provinsi"}
    for day in deadlines["batas_bulan_hari"]:
        datetime.date.fromisoformat(f"2025-{day}")
    assert (deadlines["batas_menurut_pedoman"] != "").all()


@pytest.mark.parametrize("name", reference.TABLES)
def test_every_row_names_a_known_document_and_its_place(name: str) -> None:
    table: pd.DataFrame = reference.read_table(name)
    for key in set(table["sumber"]):
        citation = reference.read_citation(key)
        assert citation["judul"]
        assert re.fullmatch(r"\d{4}-\d{2}", citation["tanggal"])
    assert (table["letak"].str.strip() != "").all()


def test_prevalence_classes_are_those_of_who_and_unicef_2018() -> None:
    assert reference.read_prevalence_bounds() == (0.0, 2.5, 10.0, 20.0, 30.0)


def test_our_own_cut_offs_say_that_they_are_ours() -> None:
    thresholds = reference._read_toml("ambang")
    assert reference.read_threshold("anak_diukur_minimum") == 30
    for entry in thresholds.values():
        assert reference.read_citation(entry["sumber"])["resmi"] is False
        assert entry["alasan"]
        assert entry["satuan"]


def test_sources_are_either_routine_or_surveys() -> None:
    kinds = reference.read_known_sources()
    assert kinds["e-PPGBM"] == "rutin"
    assert {kinds[name] for name in ("SSGI", "SKI", "Riskesdas")} == {"survei"}
