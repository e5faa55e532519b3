"""A generated map layer: cells with wiggly shared borders, in the layer file's form."""

import gzip
import json
import math
import random
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

SCALE = 100_000
COLORS = ("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000")
HOSTILE = (
    "{{7*7}}",
    "<img src=x onerror=alert(1)>",
    "${alert(1)}",
    "</script><script>alert(1)</script>",
    "![x](http://contoh.invalid/a.png)",
)
SYLLABLES = ("ka", "ra", "ma", "ta", "su", "la", "pa", "ngi", "ja", "wa", "ci", "gu", "nung")

Point = tuple[int, int]


@dataclass(frozen=True)
class Cells:
    """codes and names in the order of the layer's features, and the layer file (gzip)."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    content: bytes
    hash: str


@lru_cache(maxsize=4)
def make_cells(count: int = 300, seed: int = 7) -> Cells:
    """Lay out `count` cells in a rough square; names hold hostile strings in the first places."""
    columns = math.ceil(math.sqrt(count * 1.4))
    dice = random.Random(seed)
    features, codes, names = [], [], []
    edges: dict[tuple[Point, Point], list[Point]] = {}
    corners: dict[Point, Point] = {}
    for index in range(count):
        row, column = divmod(index, columns)
        ring = _ring(column, row, corners, edges, dice)
        code = f"32.05.{1 + index // 10 % 90:02d}.{2001 + index:04d}"
        name = HOSTILE[index] if index < len(HOSTILE) else _name(dice)
        codes.append(code)
        names.append(name)
        features.append({"c": code, "n": name, "g": [[_delta(ring)]]})
    layer = {"v": 1, "level": "desa", "scale": SCALE, "origin": [107.5, -7.6], "features": features}
    content = gzip.compress(json.dumps(layer, separators=(",", ":")).encode(), mtime=0)
    return Cells(tuple(codes), tuple(names), content, f"{count:08x}{seed:024x}")


def _name(dice: random.Random) -> str:
    count = dice.choice((1, 1, 2))
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 3))) for _ in range(count)]
    return " ".join(word.capitalize() for word in words)


def _ring(
    column: int,
    row: int,
    corners: dict[Point, Point],
    edges: dict[tuple[Point, Point], list[Point]],
    dice: random.Random,
) -> list[Point]:
    square = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
    for corner in square:
        if corner not in corners:
            corners[corner] = tuple(3000 * at + dice.randint(-700, 700) for at in corner)  # type: ignore[assignment]
    ring: list[Point] = []
    for start, end in zip(square, square[1:] + square[:1], strict=True):
        low, high = sorted((start, end))
        if (low, high) not in edges:
            edges[low, high] = _wiggle(corners[low], corners[high], dice)
        edge = edges[low, high]
        ring += (edge if start == low else edge[::-1])[:-1]
    return ring


def _wiggle(a: Point, b: Point, dice: random.Random) -> list[Point]:
    steps = 7
    inner = [
        (
            round(a[0] + (b[0] - a[0]) * i / steps) + dice.randint(-160, 160),
            round(a[1] + (b[1] - a[1]) * i / steps) + dice.randint(-160, 160),
        )
        for i in range(1, steps)
    ]
    return [a, *inner, b]


def _delta(ring: list[Point]) -> list[int]:
    flat = [*ring[0]]
    for before, here in pairwise(ring):
        flat += [here[0] - before[0], here[1] - before[1]]
    return flat
