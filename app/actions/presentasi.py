"""Stories for meetings: may this person, does the story hold, write."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine

from analysis.meetings import level_of_meeting
from analysis.story import KINDS, Slides, find_story_part, list_faults, list_slides, write_slides
from app.access import Account, NotAllowedError, demand, may, may_somewhere
from app.actions.isian import FIRST_YEAR
from app.actions.rembuk_texts import tidy_line
from data_access.reads.presentasi import Story, read_story
from data_access.reads.wilayah import read_region
from data_access.writes import presentasi as writes
from data_access.writes.once import hash_content
from geo.escape import find_unsafe_characters

__all__ = ["ACTION", "Story", "StoryResult", "may_prepare"]

ACTION = "isi"
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class StoryResult:
    """What a write came to; with anything but `number` set nothing was stored.

    `fault`: why, by code of `app.text.presentasi.FAULTS`. `theirs`: what somebody else stored.
    """

    number: int | None = None
    fault: str | None = None
    theirs: Story | None = None
    is_gone: bool = False

    @property
    def is_done(self) -> bool:
        """Tell whether it is as the person wanted."""
        return self.number is not None


def may_prepare(person: Account | None, region_code: str, year: int) -> bool:
    """Tell whether a person may keep stories of a region; everybody may show them."""
    if level_of_meeting(region_code) is None:
        return False
    return may(person, ACTION, region_code, find_story_part(region_code, year))


def add_story(
    engine: Engine,
    person: Account | None,
    *,
    region_code: str,
    year: int,
    kind: str,
    title: str,
    token: str,
) -> StoryResult:
    """Begin the ready story of a meeting; `token` stands for the form.

    Raises NotAllowedError, and ValueError for a region, year or kind that does not exist.
    """
    author = demand(person, ACTION, region_code, find_story_part(region_code, year))
    known_year = FIRST_YEAR <= year <= datetime.now(UTC).year + 1
    if kind not in KINDS or not known_year or read_region(engine, region_code) is None:
        raise ValueError(f"no story {kind} of {region_code} {year}")
    tidy = tidy_line(title) or ""
    fault = _find_title_fault(tidy)
    if fault is not None:
        return StoryResult(fault=fault)
    number = writes.add_story(
        engine,
        author.username,
        wilayah_code=region_code,
        year=year,
        kind=kind,
        title=tidy,
        slides=write_slides(list_slides(kind)),
        key=hash_content([token, region_code, year, kind, tidy]),
    )
    return StoryResult(number)


def change_story(
    engine: Engine, person: Account | None, base: Story, *, title: str, slides: Slides
) -> StoryResult:
    """Change a story from how the person saw it (`base`). Raises NotAllowedError, LookupError."""
    author = _demand_author(engine, person, base)
    tidy = tidy_line(title) or ""
    kept = tuple(replace(each, sentence=tidy_line(each.sentence) or "") for each in slides)
    fault = next(iter(list_faults(kept)), None) or _find_title_fault(tidy)
    if fault is not None:
        return StoryResult(fault=fault)
    done = writes.change_story(engine, author.username, base, title=tidy, slides=write_slides(kept))
    return StoryResult(done.number, theirs=done.theirs, is_gone=done.is_gone)


def freeze_story(
    engine: Engine, person: Account | None, base: Story, figures: Mapping[str, Any]
) -> StoryResult:
    """Freeze what a story shows; `figures` of `app.presentation_figures`.

    Raises NotAllowedError, LookupError, and ValueError for another region's or year's figures.
    """
    author = _demand_author(engine, person, base)
    if figures["region"]["code"] != base.wilayah_code or figures["year"] != base.year:
        raise ValueError(f"figures of another place or year than of story {base.id}")
    done = writes.freeze_story(engine, author.username, base, figures)
    return StoryResult(done.number, theirs=done.theirs, is_gone=done.is_gone)


def remove_story(engine: Engine, person: Account | None, base: Story) -> StoryResult:
    """Take a story away as the person saw it. Raises NotAllowedError, LookupError."""
    author = _demand_author(engine, person, base)
    done = writes.remove_story(engine, author.username, base)
    return StoryResult(done.number, theirs=done.theirs, is_gone=done.is_gone)


def _demand_author(engine: Engine, person: Account | None, base: Story) -> Account:
    """The person who may change the stored story, whatever the screen said of its region."""
    if not may_somewhere(person, ACTION):
        raise NotAllowedError(ACTION, "", "")
    stored = read_story(engine, base.id)
    if stored is None:
        raise LookupError(base.id)
    part = find_story_part(stored.wilayah_code, stored.year)
    return demand(person, ACTION, stored.wilayah_code, part)


def _find_title_fault(title: str) -> str | None:
    if not title:
        return "judul_kosong"
    if len(title) > LONGEST_TITLE:
        return "judul_panjang"
    return "tanda" if find_unsafe_characters(title) else None
