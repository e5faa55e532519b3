"""Recording results of the assessment and what was said of them: may this person, is it whole."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine

from analysis.meetings import level_of_meeting
from analysis.monev import CLASSES, COMPONENTS
from app.access import Account, demand, may
from app.actions.rembuk_texts import LONGEST_TEXT, find_text_fault, tidy_line, tidy_text
from app.actions.stage_checks import check_year, level_at
from app.assessment_figures import assess
from app.assessment_freeze import freeze
from data_access.reads.penilaian import (
    OFFICIAL,
    SIMULATED,
    Clarification,
    Result,
    read_clarification,
)
from data_access.writes import penilaian as writes
from data_access.writes.isian import StagePart
from data_access.writes.once import hash_content
from data_access.writes.penilaian import ClarificationDraft, ResultDraft
from data_access.writes.tahapan import StageLockedError

__all__ = ["AssessmentResult", "ClarificationDraft"]

ENTRY, OFFICIAL_ENTRY = "isi", "atur_tenggat"
_RECORDERS = {"kecamatan": "setcam"}
_COORDINATOR = "bappeda"


@dataclass(frozen=True, slots=True)
class AssessmentResult:
    """What a write came to; without `number` nothing was stored.

    `fault`: why, by code of `app.text.penilaian.FAULTS`. `theirs`: somebody changed it meanwhile.
    """

    number: int | None = None
    fault: str | None = None
    theirs: Result | Clarification | None = None
    is_gone: bool = False
    locked_state: str | None = None

    @property
    def is_done(self) -> bool:
        """Tell whether it is as the person wanted."""
        return self.number is not None


def find_assessment_part(region_code: str, year: int) -> StagePart:
    """The part in which a region's assessment is recorded and handed in.

    The sekretariat records in a kecamatan, Bappeda above. Raises ValueError for a region without
    stages.
    """
    level = level_of_meeting(region_code)
    if level is None:
        raise ValueError(f"no assessment of {region_code}")
    part = _RECORDERS.get(level, _COORDINATOR)
    return StagePart(region_code, year, f"{level}.penilaian", part)


def may_record(person: Account | None, region_code: str, year: int) -> bool:
    """Tell whether a person records a region's simulation and clarifications."""
    part = find_assessment_part(region_code, year)
    return may(person, ENTRY, region_code, part.part)


def may_enter_official(person: Account | None, region_code: str) -> bool:
    """Tell whether a person enters official results: Bappeda, also of its kecamatan."""
    return may(person, OFFICIAL_ENTRY, region_code)


def record_simulation(
    engine: Engine, person: Account | None, region_code: str, year: int, version: int
) -> AssessmentResult:
    """Freeze the simulation as it stands now; `version` of the one recorded before, 0 none.

    Scores are computed here, never taken from a screen. Raises NotAllowedError.
    """
    part = find_assessment_part(region_code, year)
    author = demand(person, ENTRY, region_code, part.part)
    if check_year(year):
        return AssessmentResult(fault="tahun")
    now = assess(engine, region_code, year)
    draft = ResultDraft(region_code, year, SIMULATED, now.class_name, now.total, frozen=freeze(now))
    return _store(engine, author, draft, version, part)


def save_official(
    engine: Engine,
    person: Account | None,
    *,
    region_code: str,
    year: int,
    class_name: str,
    score: float | None,
    source: str,
    dated_on: date | None,
    version: int,
) -> AssessmentResult:
    """Store the official result with its source; also after the stage was approved, since the
    ministry's result comes later. Raises NotAllowedError.
    """  # fmt: skip
    author = demand(person, OFFICIAL_ENTRY, region_code)
    words = tidy_text(source)
    fault = _find_official_fault(region_code, year, class_name, score, words, dated_on)
    if fault is not None:
        return AssessmentResult(fault=fault)
    draft = ResultDraft(region_code, year, OFFICIAL, class_name, score, words, dated_on)
    return _store(engine, author, draft, version, None)


def _find_official_fault(
    region_code: str,
    year: int,
    class_name: str,
    score: float | None,
    source: str | None,
    dated_on: date | None,
) -> str | None:
    if class_name not in CLASSES or not level_at(region_code):
        raise ValueError(f"no class {class_name} of {region_code}")
    if check_year(year):
        return "tahun"
    if score is not None and not 0 <= score <= 100:
        return "nilai"
    if source is None:
        return "sumber_kosong"
    if len(source) > LONGEST_TEXT:
        return "panjang"
    # In the east of Indonesia the day begins nine hours before it does in UTC.
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    return "tanggal" if dated_on is not None and dated_on > tomorrow else None


def _store(
    engine: Engine, author: Account, draft: ResultDraft, version: int, entry: StagePart | None
) -> AssessmentResult:
    try:
        done = writes.save_result(engine, author.username, draft, version=version, entry=entry)
    except StageLockedError as error:
        return AssessmentResult(locked_state=error.state)
    return AssessmentResult(done.number, theirs=done.their_result, is_gone=done.is_gone)


def add_clarification(
    engine: Engine,
    person: Account | None,
    region_code: str,
    year: int,
    draft: ClarificationDraft,
    token: str,
) -> AssessmentResult:
    """Note what a participant said; `token` stands for the form. Raises NotAllowedError."""
    place = find_assessment_part(region_code, year)
    author = demand(person, ENTRY, region_code, place.part)
    tidied = _tidy(draft)
    fault = "tahun" if check_year(year) else _find_fault(tidied)
    if fault is not None:
        return AssessmentResult(fault=fault)
    key = hash_content([token, region_code, year, *_values(tidied)])
    try:
        done = writes.add_clarification(engine, author.username, place, tidied, key=key)
    except StageLockedError as error:
        return AssessmentResult(locked_state=error.state)
    return AssessmentResult(done.number)


def change_clarification(
    engine: Engine, person: Account | None, base: Clarification, draft: ClarificationDraft | None
) -> AssessmentResult:
    """Change or answer a clarification as the person saw it; None removes it.

    Who may is asked of the region as stored. Raises NotAllowedError.
    """
    asked = find_assessment_part(base.wilayah_code, base.year)
    author = demand(person, ENTRY, asked.wilayah_code, asked.part)
    stored = read_clarification(engine, base.id)
    if stored is None:
        return AssessmentResult(is_gone=True)
    place = find_assessment_part(stored.wilayah_code, stored.year)
    demand(person, ENTRY, place.wilayah_code, place.part)
    seen = replace(stored, version=base.version)
    tidied = None if draft is None else _tidy(draft)
    fault = None if tidied is None else _find_fault(tidied)
    if fault is not None:
        return AssessmentResult(fault=fault)
    try:
        if tidied is None:
            done = writes.remove_clarification(engine, author.username, place, seen)
        else:
            done = writes.change_clarification(engine, author.username, place, seen, tidied)
    except StageLockedError as error:
        return AssessmentResult(locked_state=error.state)
    return AssessmentResult(done.number, theirs=done.their_clarification, is_gone=done.is_gone)


def _tidy(draft: ClarificationDraft) -> ClarificationDraft:
    return ClarificationDraft(
        draft.component,
        tidy_line(draft.asked_by) or "",
        tidy_text(draft.statement) or "",
        tidy_text(draft.answer),
    )


def _values(draft: ClarificationDraft) -> list[str | None]:
    return [draft.component, draft.asked_by, draft.statement, draft.answer]


def _find_fault(draft: ClarificationDraft) -> str | None:
    if draft.component not in COMPONENTS:
        raise ValueError(f"no component {draft.component}")
    if not draft.asked_by or not draft.statement:
        return "kosong"
    found = find_text_fault({"asked_by": draft.asked_by, "statement": draft.statement})
    if found is not None:
        return found[0]
    return "panjang" if len(draft.answer or "") > LONGEST_TEXT else None
