"""What is told in a meeting: which slides, in which order, which are left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.meetings import PRA_MUSRENBANG, RAPAT_ANSIT, REMBUK, find_meeting_part

ASSESSMENT = "penilaian"
KINDS = (RAPAT_ANSIT, PRA_MUSRENBANG, REMBUK, ASSESSMENT)

TITLE, STANDING, MAP, CHANGES, SERVICES = "judul", "posisi", "peta", "perubahan", "layanan"
PLACES, MONEY, UNFUNDED, PROPOSALS = "lokasi", "anggaran", "tanpa-dana", "usulan"
PENDING, COMMITMENTS, CLASSES, CLOSING = "komitmen-lama", "komitmen", "kelas", "penutup"
SLIDES = (
    *(TITLE, PENDING, STANDING, MAP, CHANGES, SERVICES, PLACES, MONEY, UNFUNDED),
    *(CLASSES, PROPOSALS, COMMITMENTS, CLOSING),
)
# What the last meeting promised comes first, then the figures, then what is to be decided.
_FIGURES = (STANDING, MAP, CHANGES, SERVICES, PLACES)
_STORIES: Mapping[str, tuple[str, ...]] = {
    RAPAT_ANSIT: (TITLE, PENDING, *_FIGURES, COMMITMENTS, CLOSING),
    PRA_MUSRENBANG: (
        *(TITLE, PENDING, *_FIGURES, MONEY, UNFUNDED, PROPOSALS, COMMITMENTS, CLOSING),
    ),
    REMBUK: (TITLE, PENDING, *_FIGURES, MONEY, UNFUNDED, PROPOSALS, COMMITMENTS, CLOSING),
    ASSESSMENT: (TITLE, STANDING, MAP, CHANGES, SERVICES, CLASSES, MONEY, PENDING, CLOSING),
}
LONGEST_SENTENCE = 150
"""Characters of a person's own sentence: two lines that are read from five metres."""


@dataclass(frozen=True, slots=True)
class StorySlide:
    """One slide of a story: of which kind, whether it is shown, a person's sentence ("": none)."""

    kind: str
    shown: bool = True
    sentence: str = ""


Slides = tuple[StorySlide, ...]


def list_slides(kind: str) -> Slides:
    """The ready story of a meeting: those slides that belong to it, then the others, hidden.

    Raises ValueError for an unknown kind of meeting.
    """
    if kind not in _STORIES:
        raise ValueError(f"no story for {kind}")
    own = _STORIES[kind]
    rest = [each for each in SLIDES if each not in own]
    return (*map(StorySlide, own), *(StorySlide(each, shown=False) for each in rest))


def read_slides(rows: Iterable[Mapping[str, Any]], kind: str) -> Slides:
    """Slides as stored; unknown kinds are left out, missing ones stand hidden at the end."""
    found: dict[str, StorySlide] = {}
    for row in rows:
        name = str(row.get("kind", ""))
        if name in SLIDES and name not in found:
            shown = bool(row.get("shown", True))
            found[name] = StorySlide(name, shown, str(row.get("sentence") or ""))
    missing = (replace(each, shown=False) for each in list_slides(kind) if each.kind not in found)
    return (*found.values(), *missing)


def write_slides(slides: Sequence[StorySlide]) -> list[dict[str, Any]]:
    """Slides as plain values for storing."""
    return [{"kind": each.kind, "shown": each.shown, "sentence": each.sentence} for each in slides]


def move_slide(slides: Slides, index: int, step: int) -> Slides:
    """The slides with one moved up (-1) or down (+1); at either end nothing changes."""
    target = index + step
    if not (0 <= index < len(slides) and 0 <= target < len(slides)):
        return slides
    moved = list(slides)
    moved.insert(target, moved.pop(index))
    return tuple(moved)


def list_faults(slides: Sequence[StorySlide]) -> tuple[str, ...]:
    """Why a story cannot be kept: "lembar" (not each kind once), "kosong", "panjang"."""
    kinds = [each.kind for each in slides]
    faults = {
        "lembar": sorted(kinds) != sorted(SLIDES),
        "kosong": not any(each.shown for each in slides),
        "panjang": any(len(each.sentence) > LONGEST_SENTENCE for each in slides),
    }
    return tuple(code for code, wrong in faults.items() if wrong)


def find_story_part(wilayah_code: str, year: int) -> str:
    """The part whose operators prepare a region's stories: that which records its meetings.

    Raises ValueError for a region without meetings.
    """
    return find_meeting_part(wilayah_code, year, REMBUK).part
