import pytest

from data_access.importers.cells import DATE, FRACTION
from data_access.importers.numbers import Fault, read_count, read_decimal


@pytest.mark.parametrize(
    ("text", "count"),
    [("12", 12), ("0012", 12), ("0", 0), ("1.234", 1234), ("1.234.567", 1234567), ("12,0", 12),
     ("12.0", 12), ("1.234,00", 1234), ("1 234", 1234), ("'7", 7)],
)  # fmt: skip
def test_counts_are_read_as_indonesians_write_them(text: str, count: int) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize("text", [None, "", "-", "–", "n/a", "NA", " ", "…", "Belum ada data"])
def test_unknown_is_never_zero(text: str | None) -> None:
    assert read_count(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("-3", "angka_negatif"), ("(3)", "angka_negatif"), ("2,5", "angka_pecahan"),
     (FRACTION + "1.234", "angka_pecahan"), ("12%", "angka_persen"), ("1,234", "angka_rancu"),
     (DATE + "2026-04-03", "angka_tanggal"), ("dua", "angka_tak_terbaca"),
     ("=1+1", "angka_tak_terbaca"), ("١٢", "angka_tak_terbaca"), ("9" * 30, "angka_terlalu_besar")],
)  # fmt: skip
def test_what_is_no_count_is_a_fault(text: str, code: str) -> None:
    fault = read_count(text)
    assert isinstance(fault, Fault)
    assert fault.code == code


def test_decimals_take_comma_or_point_and_one_percent_sign_where_allowed() -> None:
    assert read_decimal("22,7") == read_decimal("22.7") == 22.7
    assert read_decimal("22,7 %", percent_sign=True) == 22.7
    assert isinstance(read_decimal("22,7%%", percent_sign=True), Fault)
    assert isinstance(read_decimal("22,7%"), Fault)
    assert read_decimal("−2,51") == -2.51
    assert read_decimal("-") is None


def test_a_fault_never_repeats_characters_that_act_in_a_page() -> None:
    fault = read_count("<img src=x onerror=alert(1)>")
    assert isinstance(fault, Fault)
    assert not set("<>()") & set(fault.text)
