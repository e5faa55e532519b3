"""Names in the quadrant: readable side by side, inside the picture, near their points."""

from itertools import combinations
from math import hypot

from app.charts.label_places import Box, measure_text, place_labels

SIZE = (380.0, 340.0)


def boxes_of(names: list[tuple[str, float, float]]) -> list[Box]:
    offsets = place_labels(names, [(x, y) for _, x, y in names], SIZE)
    return [
        measure_text(words, x + right, y + up)
        for (words, x, y), (right, up) in zip(names, offsets, strict=True)
    ]


def test_names_of_places_close_together_do_not_cover_one_another() -> None:
    names = [(f"Padang Mentari {n}", 60.0 + 6 * n, 250.0 - 4 * n) for n in range(5)]
    boxes = boxes_of(names)
    assert all(one.overlap(other) == 0 for one, other in combinations(boxes, 2))


def test_a_name_at_the_edge_stays_inside_the_picture() -> None:
    corners = [("Teluk Sawala", x, y) for x in (2.0, 378.0) for y in (2.0, 338.0)]
    assert all(box.outside(*SIZE) == 0 for box in boxes_of(corners))


def test_a_name_avoids_words_that_stand_there_already() -> None:
    line = measure_text("Kabupaten Arunika 16,1 %", 80.0, 128.0)
    [(right, up)] = place_labels([("Karangseroja", 60.0, 130.0)], [(60.0, 130.0)], SIZE, [line])
    assert measure_text("Karangseroja", 60.0 + right, 130.0 + up).overlap(line) == 0


def test_a_lonely_name_stands_next_to_its_point() -> None:
    [(right, up)] = place_labels([("Batu", 190.0, 170.0)], [(190.0, 170.0)], SIZE)
    assert hypot(right, up) < 40
