"""What frames a slide: its heading above, below the remark, a person's sentence, and the foot."""

from app import palette
from app.presentation_measure import clip, height_of, measure
from app.presentation_model import LEAST_TEXT, Box, FillPart, Part, Slide, TextPart

LEFT, RIGHT, TOP, BOTTOM = 48.0, 1232.0, 126.0, 652.0
INNER = RIGHT - LEFT
_GREY, _AMBER, _ACCENT, _PALE = "#4b5563", "#92400e", "#2166ac", "#eaf1f9"
_TITLE, _LEAST_TITLE, _SENTENCE, _FOOT = 40.0, 30.0, 25.0, 664.0
# On the screen the foot's right half belongs to the buttons.
_FOOT_WIDTH = 480.0


def draw_head(slide: Slide, parts: list[Part]) -> None:
    """What the slide is about, its marks, its title in one line."""
    marks = " · ".join(slide.marks)
    width = min(measure(marks, LEAST_TEXT, bold=True) * 1.04 + 4, INNER * 0.62) if marks else 0.0
    kicker = _fit(slide.kicker, INNER - width - 20, LEAST_TEXT, 1)
    parts.append(TextPart(Box(LEFT, 22, INNER - width - 20, 30), kicker, color=_GREY))
    if marks:
        box = Box(RIGHT - width, 22, width, 30)
        words = _fit(marks, width, LEAST_TEXT, 1, bold=True)
        parts.append(TextPart(box, words, color=_AMBER, bold=True, align="kanan"))
    size = _TITLE
    while size > _LEAST_TITLE and measure(slide.title, size, bold=True) > INNER * 0.98:
        size -= 1
    title = _fit(slide.title, INNER, size, 1, bold=True)
    parts.append(TextPart(Box(LEFT, 58, INNER, 54), title, size, bold=True, role="judul"))


def draw_foot(slide: Slide) -> list[Part]:
    """The date of the figures; on a file the page's number stands beside it."""
    footer = _fit(slide.footer, _FOOT_WIDTH, LEAST_TEXT, 1)
    return [TextPart(Box(LEFT, _FOOT + 8, _FOOT_WIDTH, 30), footer, color=_GREY)]


def find_bottom(slide: Slide) -> float:
    """Where the body ends: above the remark, the person's sentence and the foot."""
    return BOTTOM - _note_height(slide) - _sentence_height(slide)


def _note_height(slide: Slide) -> float:
    if not slide.note:
        # Room for "dan ... lainnya", which is known only once the table is split.
        return 38.0 if slide.table is not None and slide.table.more else 0.0
    wanted = slide.note
    if slide.table is not None and slide.table.more:
        wanted = f"{wanted} {slide.table.more}"
    return height_of(len(clip(wanted, INNER * 0.98, LEAST_TEXT, 2)), LEAST_TEXT) + 8


def _sentence_height(slide: Slide) -> float:
    if not slide.sentence:
        return 0.0
    lines = clip(slide.sentence, INNER * 0.98 - 36, _SENTENCE, 3)
    return height_of(len(lines), _SENTENCE) + 26


def draw_note(slide: Slide, parts: list[Part]) -> None:
    """The remark above the foot."""
    if slide.note:
        box = Box(LEFT, find_bottom(slide) + 4, INNER, _note_height(slide) - 4)
        parts.append(TextPart(box, _fit(slide.note, INNER, LEAST_TEXT, 2), color=_GREY))


def draw_sentence(slide: Slide, parts: list[Part]) -> None:
    """A person's own sentence, on a pale ground."""
    if not slide.sentence:
        return
    height = _sentence_height(slide) - 10
    y = BOTTOM - height
    parts += [
        FillPart(Box(LEFT, y, INNER, height), _PALE),
        FillPart(Box(LEFT, y, 8, height), _ACCENT),
        TextPart(
            Box(LEFT + 24, y + 6, INNER - 36, height - 10),
            _fit(slide.sentence, INNER - 36, _SENTENCE, 3),
            _SENTENCE,
            color=palette.DARK_TEXT,
        ),
    ]


def _fit(words: str, width: float, size: float, most: int, *, bold: bool = False) -> str:
    return " ".join(clip(words, width * 0.98, size, most, bold=bold)) if words else ""
