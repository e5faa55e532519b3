"""Problems, causes and proposals of the situation analysis: may this person, is it whole, write."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from analysis.stages import EVERY_AGENCY, Stage
from app.access import Account, demand, may
from app.actions.isian import FIRST_YEAR
from app.actions.row_result import RowResult
from app.items import find_item
from data_access.reads.masalah import Problem, read_problem, read_problem_places
from data_access.reads.scope import NATION
from data_access.reads.stage_definitions import read_stages
from data_access.schema import ASPECTS, FACTORS
from data_access.writes import masalah as writes
from data_access.writes.isian import StagePart
from data_access.writes.masalah import ProblemDraft, to_draft
from data_access.writes.once import hash_content
from data_access.writes.tahapan import StageLockedError
from geo.codes import level_of

__all__ = [
    "ASPECTS",
    "FACTORS",
    "LONGEST",
    "Problem",
    "ProblemDraft",
    "ProblemResult",
    "StagePart",
    "to_draft",
]

LONGEST = 2_000
_ACTION = "isi"
_SHORT = "ansit"
_TEXTS = ("problem", "cause", "recommendation", "proposal")

ProblemResult = RowResult[Problem]


def find_problem_stage(region_code: str) -> Stage | None:
    """The stage of a region in which its problems are recorded; None where it has none."""
    if region_code == NATION:
        return None
    return read_stages().get(f"{level_of(region_code)}.{_SHORT}")


def parts_for(person: Account | None, region_code: str) -> list[str]:
    """The parts of that stage for which a person records problems."""
    stage = find_problem_stage(region_code)
    parts = stage.parts if stage is not None else ()
    return [p for p in parts if p != EVERY_AGENCY and may(person, _ACTION, region_code, p)]


def add_problem(
    engine: Engine, person: Account | None, place: StagePart, draft: ProblemDraft, token: str
) -> ProblemResult:
    """Record a problem; `token` stands for the form, so that three clicks record one.

    Raises NotAllowedError, and ValueError for a part, year, service or place that does not exist.
    """
    author = demand(person, _ACTION, place.wilayah_code, place.part)
    _check_place(place)
    cleaned = _clean(draft)
    fault = _find_fault(engine, place.wilayah_code, cleaned)
    if fault is not None:
        return ProblemResult(fault=fault)
    # A form that was mended after a refusal is another save than the one before.
    key = hash_content([token, *(getattr(cleaned, name) for name in cleaned.__annotations__)])
    try:
        done = writes.add_problem(engine, author.username, place, cleaned, key=key)
    except StageLockedError as error:
        return ProblemResult(locked_state=error.state)
    return ProblemResult(done.number)


def change_problem(
    engine: Engine, person: Account | None, base: Problem, draft: ProblemDraft
) -> ProblemResult:
    """Change a problem from how the person saw it (`base`).

    Who may is asked of the problem's own region and part, as stored. Raises NotAllowedError.
    """
    author = demand(person, _ACTION, base.wilayah_code, base.part)
    owned = _own(engine, author, base)
    if owned is None:
        return ProblemResult(is_gone=True)
    cleaned = _clean(draft)
    fault = _find_fault(engine, owned.wilayah_code, cleaned, owned.place_code)
    if fault is not None:
        return ProblemResult(fault=fault)
    try:
        done = writes.change_problem(engine, author.username, owned, cleaned)
    except StageLockedError as error:
        return ProblemResult(locked_state=error.state)
    return ProblemResult(done.number, theirs=done.theirs, is_gone=done.is_gone)


def remove_problem(engine: Engine, person: Account | None, base: Problem) -> ProblemResult:
    """Remove a problem as the person saw it; history keeps it. Raises NotAllowedError."""
    author = demand(person, _ACTION, base.wilayah_code, base.part)
    owned = _own(engine, author, base)
    if owned is None:
        return ProblemResult(is_gone=True)
    try:
        done = writes.remove_problem(engine, author.username, owned)
    except StageLockedError as error:
        return ProblemResult(locked_state=error.state)
    return ProblemResult(done.number, theirs=done.theirs, is_gone=done.is_gone)


def _own(engine: Engine, author: Account, base: Problem) -> Problem | None:
    """The problem by the region and part that are stored, on the version that was seen."""
    stored = read_problem(engine, base.id)
    if stored is None:
        return None
    demand(author, _ACTION, stored.wilayah_code, stored.part)
    return replace(stored, version=base.version)


def _check_place(place: StagePart) -> None:
    stage = find_problem_stage(place.wilayah_code)
    known_year = FIRST_YEAR <= place.year <= datetime.now(UTC).year + 1
    if (
        stage is None
        or stage.code != place.stage
        or place.part not in stage.parts
        or not known_year
    ):
        raise ValueError(f"no problems are recorded for {place}")


def _find_fault(
    engine: Engine, region_code: str, draft: ProblemDraft, kept_place: str = ""
) -> str | None:
    """Why a draft cannot be stored; raises ValueError for what no form offers.

    `kept_place`: where the problem lies already, though that place may no longer be in force.
    """
    if not draft.problem:
        return "kosong"
    if any(len(getattr(draft, name) or "") > LONGEST for name in _TEXTS):
        return "panjang"
    item = find_item(draft.item_code) if draft.item_code is not None else None
    if draft.item_code is not None and (item is None or item.group != "capaian"):
        raise ValueError(f"no service {draft.item_code}")
    if draft.aspect not in ASPECTS or draft.factor not in (None, *FACTORS):
        raise ValueError(f"no aspect or factor {draft.aspect} {draft.factor}")
    if draft.place_code not in (kept_place, *_codes(engine, region_code)):
        raise ValueError(f"{draft.place_code} is no place in {region_code}")
    return None


def _codes(engine: Engine, region_code: str) -> Sequence[str]:
    return list(read_problem_places(engine, region_code)["code"])


def _clean(draft: ProblemDraft) -> ProblemDraft:
    """The draft with tidy texts: no control characters, none of only spaces."""
    texts = {name: _clean_text(getattr(draft, name)) for name in _TEXTS}
    return replace(draft, **{**texts, "problem": texts["problem"] or ""})  # type: ignore[arg-type]


def _clean_text(text: str | None) -> str | None:
    plain = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in plain if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
    return "".join(kept).strip() or None
