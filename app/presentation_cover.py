"""The first slide: what is held, where and when, and on which figures it rests."""

from app.presentation_measure import clip, height_of, measure
from app.presentation_model import LEAST_TEXT, Box, FillPart, Part, Slide, TextPart

_LEFT, _INNER = 88.0, 1104.0
_TITLE, _LEAST_TITLE, _LINE = 60.0, 40.0, 30.0
_ACCENT, _GREY, _AMBER = "#2166ac", "#4b5563", "#92400e"
_TOP, _SENTENCE = 104.0, 26.0


def draw_cover(slide: Slide) -> list[Part]:
    """The title large, its lines below, the basis after the empty line in grey."""
    parts: list[Part] = [FillPart(Box(48, 48, 10, 590), _ACCENT)]
    if slide.marks:
        marks = " · ".join(slide.marks)
        parts.append(TextPart(Box(_LEFT, 48, _INNER, 32), marks, 25, _AMBER, bold=True))
    size = _TITLE
    while size > _LEAST_TITLE and len(_break(slide.title, size)) > 2:
        size -= 2
    title = clip(slide.title, _INNER * 0.98, size, 2, bold=True)
    height = height_of(len(title), size)
    box = Box(_LEFT, _TOP, _INNER, height)
    parts.append(TextPart(box, " ".join(title), size, bold=True, role="judul"))
    y, color = _TOP + height + 24, "#111827"
    for words in slide.lines:
        if not words:
            y, color = y + 22, _GREY
            continue
        parts.append(TextPart(Box(_LEFT, y, _INNER, 40), _fit(words, _LINE), _LINE, color))
        y += 42
    if slide.sentence:
        lines = clip(slide.sentence, _INNER * 0.98, _SENTENCE, 3)
        place = Box(_LEFT, y + 22, _INNER, height_of(len(lines), _SENTENCE))
        parts.append(TextPart(place, " ".join(lines), _SENTENCE, _ACCENT))
    return parts


def _break(words: str, size: float) -> list[str]:
    return clip(words, _INNER * 0.98, size, 9, bold=True)


def _fit(words: str, size: float) -> str:
    small = max(LEAST_TEXT, size)
    if measure(words, small) <= _INNER * 0.98:
        return words
    return " ".join(clip(words, _INNER * 0.98, small, 1))
