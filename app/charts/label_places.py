"""Where names stand beside points: they cover neither one another nor the edge of a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import cos, hypot, pi, sin

LETTER_PX, LINE_PX, _PAD_PX = 6.2, 15.0, 6.0
_DISTANCES_PX = (14.0, 28.0, 44.0, 62.0, 84.0)
_ANGLES = tuple(pi / 2 + pi / 6 * turn for turn in range(12))
# What is worse: over another name, over the edge, over a point, far from its own point.
_OVER_NAME, _OVER_EDGE, _OVER_POINT = 50.0, 50.0, 12.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre and size, pixels; y grows upwards."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: "Box") -> float:
        """How far two rectangles reach into each other; 0 where they do not."""
        wide = (self.width + other.width) / 2 - abs(self.x - other.x)
        high = (self.height + other.height) / 2 - abs(self.y - other.y)
        return max(0.0, min(wide, high))

    def outside(self, width: float, height: float) -> float:
        """How far it reaches over the edges of a picture."""
        half_wide, half_high = self.width / 2, self.height / 2
        over_left, over_right = half_wide - self.x, self.x + half_wide - width
        over_bottom, over_top = half_high - self.y, self.y + half_high - height
        reaches = (over_left, over_right, over_bottom, over_top)
        return sum(max(0.0, far) for far in reaches)


def measure_text(words: str, x: float = 0.0, y: float = 0.0) -> Box:
    """The rectangle that a small line of text fills around a centre."""
    return Box(x, y, LETTER_PX * len(words) + _PAD_PX, LINE_PX)


def place_labels(
    names: Sequence[tuple[str, float, float]],
    points: Sequence[tuple[float, float]],
    size: tuple[float, float],
    taken: Sequence[Box] = (),
) -> list[tuple[float, float]]:
    """The centre of each name relative to its point, pixels, y upwards; placed one by one.

    `names`: the words with their point. `points`: all points of the picture. `size`: its width and
    height. `taken`: rectangles that other words fill already.
    """
    boxes, found = list(taken), []
    for words, x, y in names:
        box = min(
            _list_places(words, x, y), key=lambda each: _judge(each, (x, y), boxes, points, size)
        )
        boxes.append(box)
        found.append((box.x - x, box.y - y))
    return found


def _list_places(words: str, x: float, y: float) -> list[Box]:
    plain = measure_text(words)
    return [
        measure_text(
            words,
            x + cos(angle) * (far + plain.width / 2),
            y + sin(angle) * (far + plain.height / 2),
        )
        for far, angle in product(_DISTANCES_PX, _ANGLES)
    ]


def _judge(
    box: Box,
    own: tuple[float, float],
    boxes: Sequence[Box],
    points: Sequence[tuple[float, float]],
    size: tuple[float, float],
) -> float:
    covered = sum(box.overlap(Box(*point, 8.0, 8.0)) > 0 for point in points)
    return (
        _OVER_NAME * sum(box.overlap(each) for each in boxes)
        + _OVER_EDGE * box.outside(*size)
        + _OVER_POINT * covered
        + hypot(box.x - own[0], box.y - own[1])
    )
