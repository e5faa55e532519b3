import re

import pytest

from data_access import reference


@pytest.mark.parametrize("name", ["butir_tambahan", "padanan_lama"])
def test_our_additions_say_that_they_are_ours(name: str) -> None:
    table = reference.read_table(name)
    assert set(table["sumber"]) == {"bawaan_konvergensi"}
    assert reference.read_citation("bawaan_konvergensi")["resmi"] is False
    assert (table["letak"] != "").all()
    assert (table["alasan"] != "").all()


def test_live_births_are_what_only_bad_1_lacks() -> None:
    added = reference.read_table("butir_tambahan")
    assert not set(added["kode"]) & set(reference.read_table("sasaran")["kode"])
    indicators = reference.read_table("indikator").set_index("kode")
    lacking = indicators.index[indicators["status_penyebut"] == "tidak ada"]
    assert list(lacking) == list(added["penyebut_untuk"]) == ["I06"]
    assert indicators.loc["I06", "kode_kelompok"] == "BAD-1"


def test_counterparts_are_those_of_the_indicators() -> None:
    table = reference.read_table("padanan_lama")
    assert set(table["sebanding"]) == {"ya", "tidak"}
    assert all(re.fullmatch(r"20\d\d", year) for year in table["mulai"])
    assert set(table["kode_lama"]) <= set(reference.read_table("indikator_lama")["kode"])
