"""What the last press on the assessment came to, shown once."""

from collections.abc import Callable
from typing import NoReturn

from app.access import NotAllowedError
from app.actions.penilaian import AssessmentResult
from app.components.acknowledged import draw_said, end_run
from app.meeting_words import name_person
from app.text import penilaian as text
from app.text import tahapan as stage_text

_MESSAGE = "_pesan_penilaian"


def draw_message() -> None:
    """Show what the last press came to."""
    draw_said(_MESSAGE)


def end(severity: str, sentence: str) -> NoReturn:
    """Say something at the next run, which begins now."""
    end_run(_MESSAGE, severity, sentence)


def run_action(act: Callable[[], AssessmentResult]) -> tuple[AssessmentResult, str]:
    """Run an action: what it came to, and why nothing was stored ("" where it was)."""
    try:
        result = act()
    except NotAllowedError:
        return AssessmentResult(), text.FORBIDDEN
    return result, _write_obstacle(result)


def _write_obstacle(result: AssessmentResult) -> str:
    if result.is_done:
        return ""
    if result.locked_state is not None:
        return text.LOCKED.format(state=stage_text.STATES[result.locked_state])
    if result.theirs is not None:
        return text.CHANGED.format(who=name_person(result.theirs.updated_by))
    return text.GONE if result.fault is None else text.FAULTS[result.fault]
