"""Amounts and volumes as officials type them: read for certain, or asked about."""

import pytest

from analysis.amounts import TypedFault, read_amount, read_volume


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("Rp 12,5 juta", 12_500_000),
        ("12,5 jt", 12_500_000),
        ("12,5jt", 12_500_000),
        ("12.5 juta", 12_500_000),
        ("Rp12.500.000", 12_500_000),
        ("Rp. 12.500.000,-", 12_500_000),
        ("Rp 12.500.000,00", 12_500_000),
        ("12 500 000", 12_500_000),
        ("12\u00a0500\u00a0000", 12_500_000),
        ("12500000", 12_500_000),
        ("'12500000", 12_500_000),
        ("12.500.000 rupiah", 12_500_000),
        ("IDR 12.500.000", 12_500_000),
        ("0,0125 M", 12_500_000),
        ("1,2 miliar", 1_200_000_000),
        ("1,2 M", 1_200_000_000),
        ("Rp1,2 Milyar", 1_200_000_000),
        ("2 triliun", 2_000_000_000_000),
        ("750 ribu", 750_000),
        ("750rb", 750_000),
        ("12.500", 12_500),
        ("15 juta rupiah", 15_000_000),
        ("１２ juta", 12_000_000),
    ],
)
def test_what_can_only_mean_one_amount_is_read(typed: str, rupiah: int) -> None:
    assert read_amount(typed) == rupiah


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12,500", "rancu"),
        ("12.5", "rancu"),
        ("12,500,000", "rancu"),
        ("12.500 juta", "rancu"),
        ("12,500 juta", "rancu"),
        ("1.2.3", "rancu"),
        ("12", "terlalu_kecil"),
        ("12,5", "terlalu_kecil"),
        ("Rp 500", "terlalu_kecil"),
        ("0", "nol"),
        ("-5.000.000", "negatif"),
        ("(5.000.000)", "negatif"),
        ("12,5 m", "satuan_rancu"),
        ("10-12 juta", "tak_terbaca"),
        ("± 10 juta", "tak_terbaca"),
        ("sepuluh juta", "tak_terbaca"),
        ("5 juta/desa", "tak_terbaca"),
        ("10.000.000 2", "rancu"),
        ("1.000,55", "pecahan"),
        ("9999 triliun", "terlalu_besar"),
    ],
)
def test_what_could_mean_two_amounts_or_none_is_asked_about(typed: str, why: str) -> None:
    found = read_amount(typed)
    assert isinstance(found, TypedFault)
    assert found.code == why


@pytest.mark.parametrize("typed", [None, "", "  ", "\u00a0"])
def test_a_blank_cell_is_nothing_known_and_never_nought(typed: str | None) -> None:
    assert read_amount(typed) is None
    assert read_volume(typed) is None


@pytest.mark.parametrize(
    ("typed", "volume"),
    [("12", 12.0), ("12,5", 12.5), ("1.250", 1250.0), ("1.250,5", 1250.5), ("0,25", 0.25)],
)
def test_a_volume_is_read_as_indonesians_write(typed: str, volume: float) -> None:
    assert read_volume(typed) == volume


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12.5", "volume_rancu"),
        ("1,250", "volume_rancu"),
        ("10 paket", "volume_satuan"),
        ("banyak", "volume_tak_terbaca"),
        ("-3", "negatif"),
        ("0", "volume_nol"),
        ("99999999999", "volume_terlalu_besar"),
    ],
)
def test_a_volume_that_is_none_is_asked_about(typed: str, why: str) -> None:
    found = read_volume(typed)
    assert isinstance(found, TypedFault)
    assert found.code == why
