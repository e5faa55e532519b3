from itertools import pairwise

import pytest

from geo.codes import ancestor_at, examine_code, kind_of, level_of, parent_of, read_code


def test_bare_digits_are_a_code_only_where_the_column_is_kemendagris() -> None:
    assert read_code("6210012001") is None
    assert read_code("6210012001", undotted=True) == "62.10.01.2001"
    assert read_code("6210", undotted=True) == "62.10"
    assert read_code("62100", undotted=True) is None


@pytest.mark.parametrize("text", ["62.1", "62.10.1", "62.10.01.201", "ID", "0210", "62,10", "abc"])
def test_anything_but_full_dotted_parts_is_no_code(text: str) -> None:
    assert read_code(text) is None


def test_each_code_knows_its_level_and_parent() -> None:
    chain = ["32.08.22.2001", "32.08.22", "32.08", "32", "ID", None]
    for code, parent in pairwise(chain):
        assert parent_of(str(code)) == parent
    assert parent_of("32.08.22.P01") == "32.08.22"
    assert [level_of(str(c)) for c in chain[:4]] == ["desa", "kecamatan", "kabupaten", "provinsi"]
    assert level_of("32.08.22.P01") == "puskesmas"


def test_an_ancestor_is_a_prefix_and_never_a_descendant() -> None:
    assert ancestor_at("62.10.01.2001", "kabupaten") == "62.10"
    assert ancestor_at("62.10.01.P03", "kecamatan") == "62.10.01"
    assert ancestor_at("62.10", "kabupaten") == "62.10"
    with pytest.raises(ValueError, match="no ancestor"):
        ancestor_at("62.10", "desa")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("62.10.01.1001", "kelurahan"),
        ("62.10.01.2001", "desa"),
        ("91.03.01.3001", "desa adat"),
        ("62.10.01.7001", "lainnya"),
        ("62.71", "kota"),
        ("62.10", "kabupaten"),
    ],
)
def test_kind_comes_from_the_official_numbering(code: str, kind: str) -> None:
    assert kind_of(code) == kind


def test_noise_of_binary_fractions_is_repaired() -> None:
    assert examine_code("61.120000000000005").code == "61.12"
    assert examine_code("61.119999999999997").code == "61.12"


def test_a_lost_zero_is_reported_with_candidates_and_not_guessed() -> None:
    reading = examine_code("62.1")
    assert reading.code is None
    assert reading.problem == "kode_rusak"
    assert reading.candidates == ("62.10", "62.01")


@pytest.mark.parametrize("text", ["1962-10-01", "01/10/1962", "10-Jan-62", "2011-01-20 00:00:00"])
def test_a_code_that_excel_read_as_a_date_is_reported(text: str) -> None:
    assert examine_code(text).problem == "kode_terbaca_tanggal"


@pytest.mark.parametrize("text", [None, "", "  ", "-", "NULL"])
def test_a_blank_cell_is_a_blank_code(text: str | None) -> None:
    assert examine_code(text).problem == "kode_kosong"
