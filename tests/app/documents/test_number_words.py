"""Numbers and dates in words, as an official record has them."""

from datetime import date

import pytest

from app.documents.number_words import write_date_words, write_number_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (42, "empat puluh dua"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (215, "dua ratus lima belas"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (100_001, "seratus ribu satu"),
        (
            999_999,
            "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan",
        ),
    ],
)
def test_a_number_is_written_as_it_is_spoken(number: int, words: str) -> None:
    assert write_number_words(number) == words


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_what_no_record_needs_in_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        write_number_words(number)


def test_the_date_of_the_opening_sentence_is_in_words() -> None:
    words = "Selasa, tanggal tujuh belas bulan Februari tahun dua ribu dua puluh enam"
    assert write_date_words(date(2026, 2, 17)) == words
