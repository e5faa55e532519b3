from dataclasses import replace
from math import nan

import pytest

from analysis.attention import where_to_look_first
from analysis.narrative import describe_prevalence
from app.format import format_count, format_pct, format_points
from app.text.narrative import ATTENTION, Wording, join_names, write_attention, write_sentences
from tests.analysis.tables import make_table

WORDS = Wording(
    level="kecamatan",
    parent="Kabupaten Balangan",
    source="e-PPGBM",
    period="September 2022",
    compare="September 2021",
    format_count=format_count,
    format_pct=format_pct,
    format_points=format_points,
)
TABLE = make_table(
    [
        ("Lampihong", 21.7, -2.49, 900),
        ("Paringin", 8.24, 1.1, 900),
        ("Juai", 16.0, 2.55, 900),
        ("Awayan", 12.0, -9.92, 900),
    ]
)


def test_the_two_sentences_say_what_bappeda_would_say() -> None:
    levels, changes = write_sentences(describe_prevalence(TABLE, 14.91), WORDS)
    assert levels == (
        "Menurut e-PPGBM September 2022, 2 dari 4 kecamatan berada di atas angka Kabupaten "
        "Balangan (14,9 %): Lampihong dan Juai. Prevalensi tertinggi di Lampihong (21,7 %) dan "
        "terendah di Paringin (8,2 %)."
    )
    assert changes == (
        "Dibandingkan September 2021, prevalensi turun di 2 dan naik di 2 kecamatan. "
        "Penurunan terbesar di Awayan (9,92 poin persen); penurunan terkecil di Lampihong "
        "(2,49 poin persen); kenaikan terbesar di Juai (2,55 poin persen)."
    )


def test_a_doubtful_extreme_is_called_doubtful() -> None:
    table = make_table([("A", 10.0, 0.4, 100), ("B", 12.0, -3.0, 100)])
    _, changes = write_sentences(describe_prevalence(table, 11.0), WORDS)
    assert "kenaikan terbesar di A (0,40 poin persen, belum meyakinkan)" in changes


def test_without_an_earlier_period_there_is_one_sentence() -> None:
    words = replace(WORDS, compare=None)
    assert write_sentences(describe_prevalence(TABLE, 14.91), words)[1] == ""


def test_an_earlier_period_without_figures_is_said_so() -> None:
    table = make_table([("A", 10.0, nan, 100)])
    _, changes = write_sentences(describe_prevalence(table, 9.0), WORDS)
    assert changes == "Perubahan sejak September 2021 belum dapat dihitung."


def test_without_the_parents_figure_the_source_is_named_all_the_same() -> None:
    levels, _ = write_sentences(describe_prevalence(TABLE, None), WORDS)
    assert levels.startswith("Menurut e-PPGBM September 2022, prevalensi tertinggi di Lampihong")


def test_regions_left_out_are_mentioned() -> None:
    table = make_table([("A", 10.0, nan, 100), ("B", 90.0, nan, 10)])
    levels, _ = write_sentences(describe_prevalence(table, 9.0), WORDS)
    assert levels.endswith(
        "1 kecamatan tidak disebut karena terlalu sedikit balitanya yang diukur."
    )


def test_without_any_firm_figure_no_claim_is_made() -> None:
    levels, _ = write_sentences(describe_prevalence(make_table([("A", 9.0, nan, 5)]), 9.0), WORDS)
    assert "belum ada kecamatan yang prevalensinya dapat disimpulkan" in levels


@pytest.mark.parametrize(
    ("count", "ending"),
    [(1, "D1"), (2, "D1 dan D2"), (3, "D2, dan D3"), (8, "D7, dan D8"), (20, "D8, dan 12 lainnya")],
)
def test_long_lists_are_cut(count: int, ending: str) -> None:
    joined = join_names([f"D{number}" for number in range(1, count + 1)])
    assert joined.endswith(ending)


def test_every_kind_of_attention_has_its_sentence() -> None:
    table = make_table([("A", 10.0, 4.0, 100), ("B", nan, nan, nan), ("C", 12.0, nan, 100)])
    table.loc[2, ["partisipasi_pct", "di_atas_100"]] = [130.0, True]
    facts = where_to_look_first(table)
    written = [write_attention(fact, WORDS) for fact in facts]
    assert {fact.code for fact in facts} == set(ATTENTION)
    assert "Prevalensi di A naik 4,00 poin persen menjadi 10,0 %." in written[1]
    assert not any("{" in sentence for sentence in written)


def test_a_hostile_name_stays_text_in_a_sentence() -> None:
    table = make_table([("{level}", 10.0, 4.0, 100), ("{{7*7}}", 30.0, -4.0, 100)])
    levels, changes = write_sentences(describe_prevalence(table, 11.0), WORDS)
    assert "{{7*7}} (30,0 %) dan terendah di {level} (10,0 %)" in levels
    assert "kenaikan terbesar di {level}" in changes
