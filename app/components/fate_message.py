"""What the last press on the page Nasib usulan came to, shown once."""

from collections.abc import Callable
from typing import NoReturn

from app import entry_loaders
from app.access import NotAllowedError
from app.actions.nasib import FateResult
from app.components.acknowledged import draw_said, end_run
from app.text import benang as text
from app.text import tahapan as stage_text
from app.text import usulan as proposal_text

_MESSAGE = "_pesan_nasib"


def draw_message() -> None:
    """Show what the last press came to."""
    draw_said(_MESSAGE)


def try_action(act: Callable[[], FateResult]) -> FateResult:
    """Run an action; ends the run with a sentence where the person may not."""
    try:
        return act()
    except (NotAllowedError, LookupError) as error:
        is_refused = isinstance(error, NotAllowedError)
        _end("error", text.FORBIDDEN if is_refused else text.FAULTS["usulan_hilang"])


def end_with(result: FateResult, done: str) -> NoReturn:
    """Say what an action came to and draw the page anew."""
    _end(*describe_result(result, done))


def describe_result(result: FateResult, done: str) -> tuple[str, str]:
    """What a press came to: severity ("success", "error") and the sentence."""
    if result.is_done:
        return "success", done
    if result.theirs is not None:
        who = entry_loaders.load_person_names().get(
            result.theirs.updated_by, result.theirs.updated_by
        )
        return "error", text.CONFLICT.format(who=who)
    if result.locked_state is not None:
        return "error", text.LOCKED.format(state=stage_text.STATES[result.locked_state])
    if result.is_gone:
        return "error", text.ALREADY_GONE
    why = "" if result.typed is None else proposal_text.FAULTS[result.typed.code]
    return "error", text.FAULTS[str(result.fault)].format(why=why)


def _end(severity: str, sentence: str) -> NoReturn:
    end_run(_MESSAGE, severity, sentence)
