"""How wide words are on a slide: measured in DejaVu Sans, which is wider than most fonts.

What fits in it fits in Arial, Segoe UI and Noto Sans too.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

import matplotlib
from PIL import ImageFont

LINE_HEIGHT = 1.25
ELLIPSIS = "…"
_AT = 100
# A number keeps its unit on its line.
_UNIT = re.compile(r"(?<=\d) (?=(?:%|T|M|jt|poin)(?!\w))")
_BLANKS = re.compile(r"[ \t]+")
_FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}


def font_folder() -> Path:
    """Where the fonts lie that the pictures and the PDF are set in."""
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_folder() / _FILES[bold]), _AT)


@lru_cache(maxsize=4096)
def _width_of(character: str, bold: bool) -> float:
    return float(_font(bold).getlength(character)) / _AT


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in one line, in the units of its size."""
    return size * sum(_width_of(each, bold) for each in text)


def break_lines(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width`; a word that is too long is cut into pieces."""
    lines: list[str] = []
    for paragraph in _UNIT.sub("\u00a0", text).splitlines() or [""]:
        current = ""
        for word in _BLANKS.split(paragraph.strip()):
            for piece in _cut(word, width, size, bold):
                wanted = f"{current} {piece}".strip()
                if current and measure(wanted, size, bold=bold) > width:
                    lines.append(current)
                    current = piece
                else:
                    current = wanted
        lines.append(current)
    return lines or [""]


def clip(text: str, width: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """`break_lines`, at most so many, the last one ending in "…" where something is left out."""
    lines = break_lines(text, width, size, bold=bold)
    if len(lines) <= most:
        return lines
    kept, last = lines[:most], lines[most - 1]
    while last and measure(last + ELLIPSIS, size, bold=bold) > width:
        last = last[:-1].rstrip()
    return [*kept[:-1], last + ELLIPSIS]


def _cut(word: str, width: float, size: float, bold: bool) -> list[str]:
    if measure(word, size, bold=bold) <= width:
        return [word]
    pieces, current = [], ""
    for character in word:
        if current and measure(current + character, size, bold=bold) > width:
            pieces.append(current)
            current = ""
        current += character
    return [*pieces, current]


def height_of(lines: int, size: float) -> float:
    """How high so many lines are."""
    return lines * size * LINE_HEIGHT
