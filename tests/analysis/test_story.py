"""Which slides a meeting's story has, and what may be done with them."""

import pytest

from analysis import story
from analysis.story import StorySlide, list_faults, list_slides, move_slide, read_slides


@pytest.mark.parametrize("kind", story.KINDS)
def test_every_meeting_has_a_story_from_title_to_next_steps(kind: str) -> None:
    slides = list_slides(kind)
    shown = [each.kind for each in slides if each.shown]
    assert (shown[0], shown[-1]) == (story.TITLE, story.CLOSING)
    assert sorted(each.kind for each in slides) == sorted(story.SLIDES)
    assert list_faults(slides) == ()


def test_classes_are_told_in_the_assessment_only() -> None:
    told = [kind for kind in story.KINDS if StorySlide(story.CLASSES) in list_slides(kind)]
    assert told == [story.ASSESSMENT]


def test_a_slide_moves_by_one_and_stays_at_the_ends() -> None:
    slides = list_slides(story.REMBUK)
    moved = move_slide(slides, 3, -1)
    assert [moved[2], moved[3]] == [slides[3], slides[2]]
    assert move_slide(slides, 0, -1) == slides
    assert move_slide(slides, len(slides) - 1, 1) == slides


def test_slides_come_back_as_stored_and_new_kinds_stand_hidden_at_the_end() -> None:
    slides = move_slide(list_slides(story.REMBUK), 2, 3)
    rows = story.write_slides(slides)
    assert read_slides(rows, story.REMBUK) == slides
    fewer = read_slides([*rows[:3], {"kind": "tidak dikenal"}, rows[0]], story.REMBUK)
    assert fewer[:3] == slides[:3]
    assert len(fewer) == len(story.SLIDES)
    assert not any(each.shown for each in fewer[3:])


def test_an_empty_story_and_a_long_sentence_are_faults() -> None:
    hidden = tuple(StorySlide(each, shown=False) for each in story.SLIDES)
    assert list_faults(hidden) == ("kosong",)
    long = (StorySlide(story.SLIDES[0], sentence="a" * 151), *hidden[1:])
    assert list_faults(long) == ("panjang",)
    assert list_faults(hidden[1:]) == ("lembar", "kosong")
