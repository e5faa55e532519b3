"""Words of targets: the direction of a pace, and what is said once a target is reached."""

import pandas as pd
import pytest

from analysis.pace import DOWN, UP, Pace, compute_pace
from app.target_words import write_needed, write_outlook, write_pace
from app.text import target as text


def make_pace(values: dict[int, float], target: tuple[int, float], direction: str = DOWN) -> Pace:
    past = pd.DataFrame({"year": list(values), "value_pct": list(values.values())})
    return compute_pace(past, target, direction=direction)


@pytest.mark.parametrize(
    ("points", "words"),
    [(-1.2, "turun 1,20"), (3.9, "naik 3,90"), (0.0, "tetap"), (-0.001, "tetap"), (None, "–")],
)
def test_a_pace_says_its_direction_in_words(points: float | None, words: str) -> None:
    assert write_pace(points) == words


@pytest.mark.parametrize(
    ("values", "target", "direction", "words"),
    [
        ({2024: 18.0, 2026: 12.6}, (2026, 13.5), DOWN, "sudah tercapai"),
        ({2024: 18.0, 2025: 16.0}, (2026, 16.0), DOWN, "sudah tercapai"),
        ({2024: 18.0, 2026: 15.0}, (2026, 13.5), DOWN, "belum tercapai"),
        ({2024: 18.0, 2025: 16.0}, (2027, 13.0), DOWN, "turun 1,50"),
        ({2024: 60.0, 2025: 70.0}, (2026, 65.0), UP, "sudah tercapai"),
        ({2024: 60.0, 2025: 62.0}, (2026, 65.0), UP, "naik 3,00"),
        ({}, (2026, 65.0), UP, "–"),
    ],
)
def test_what_is_needed_is_a_pace_or_that_it_is_reached(
    values: dict[int, float], target: tuple[int, float], direction: str, words: str
) -> None:
    assert write_needed(make_pace(values, target, direction), direction) == words


def test_the_outlook_names_both_paces_with_their_direction() -> None:
    outlook = write_outlook(make_pace({2024: 18.0, 2025: 17.0}, (2027, 12.0)))
    assert "Bila terus turun 1,00 poin per tahun (2024–2025)" in outlook
    assert "Yang diperlukan: turun 2,50 poin per tahun." in outlook


def test_a_prevalence_that_stands_still_is_said_so() -> None:
    outlook = write_outlook(make_pace({2024: 18.0, 2025: 18.0}, (2027, 12.0)))
    assert f"Bila terus {text.STEADY} (2024–2025)" in outlook
