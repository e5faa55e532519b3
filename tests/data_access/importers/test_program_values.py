"""Rupiah and volumes as officials type them: read for certain, or named as a fault."""

import pytest

from app.text.findings import SENTENCES
from data_access.importers.cells import DATE, FRACTION
from data_access.importers.program_values import ValueFault, read_rupiah, read_volume


@pytest.mark.parametrize(
    "text",
    [
        *("1250000", "1.250.000", "1 250 000", "Rp1.250.000", "Rp 1.250.000,00", "rp. 1.250.000"),
        *("Rp1.250.000,-", "Rp. 1.250.000.-", "'1250000", "1.250.000,0"),
    ],
)
def test_one_amount_written_in_many_ways(text: str) -> None:
    assert read_rupiah(text) == 1_250_000


@pytest.mark.parametrize("text", [None, "", " ", "-", "belum ada data"])
def test_what_says_nothing_is_missing_and_never_zero(text: str | None) -> None:
    assert read_rupiah(text) is None
    assert read_volume(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1,250,000", "uang_rancu"),
        ("1,250", "uang_rancu"),
        ("12.5", "uang_rancu"),
        ("1.250,50", "uang_pecahan"),
        (f"{FRACTION}1250.5", "uang_pecahan"),
        ("1,2 jt", "uang_tak_terbaca"),
        ("1.25.000", "uang_tak_terbaca"),
        ("-5", "uang_negatif"),
        ("(5.000)", "uang_negatif"),
        ("9" * 20, "uang_terlalu_besar"),
        (f"{DATE}2026-01-01", "angka_tanggal"),
    ],
)
def test_what_reads_in_two_ways_or_none_is_a_fault_with_a_sentence(text: str, code: str) -> None:
    fault = read_rupiah(text)
    assert isinstance(fault, ValueFault)
    assert fault.code == code
    assert "{" not in SENTENCES[code].format(isi=fault.text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("45", 45), ("12,5", 12.5), ("1.250", 1250), ("1.250,5", 1250.5), (f"{FRACTION}0.125", 0.125)],
)
def test_volumes_have_a_decimal_comma(text: str, value: float) -> None:
    assert read_volume(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12.5", "volume_rancu"),
        ("1,250", "volume_rancu"),
        ("45 orang", "volume_tak_terbaca"),
        ("-1", "volume_negatif"),
        ("9" * 12, "volume_terlalu_besar"),
    ],
)
def test_unclear_volumes_are_faults(text: str, code: str) -> None:
    fault = read_volume(text)
    assert isinstance(fault, ValueFault)
    assert fault.code == code
    assert code in SENTENCES
