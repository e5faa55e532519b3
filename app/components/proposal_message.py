"""What the last press on proposals came to, shown once; what stands against a write, in words."""

from collections.abc import Callable
from typing import NoReturn

from app.access import NotAllowedError
from app.actions.usulan import ProposalResult
from app.components.acknowledged import draw_said, end_run
from app.text import rembuk as meeting_text
from app.text import tahapan as stage_text
from app.text import usulan as text

_MESSAGE = "_pesan_usulan"


def draw_message() -> None:
    """Show what the last press came to."""
    draw_said(_MESSAGE)


def end(severity: str, sentence: str) -> NoReturn:
    """Say something at the next run of this fragment, which begins now."""
    end_run(_MESSAGE, severity, sentence, scope="fragment")


def try_write(act: Callable[[], ProposalResult]) -> tuple[ProposalResult, str]:
    """Run an action: what it came to, and the sentence of what stands against it ("" for none)."""
    try:
        result = act()
    except NotAllowedError:
        return ProposalResult(), text.FORBIDDEN
    except LookupError:
        return ProposalResult(), text.GONE
    return result, write_obstacle(result)


def write_obstacle(result: ProposalResult) -> str:
    """Why nothing could be stored at all, "" where it could."""
    if result.locked_state is not None:
        return meeting_text.LOCKED.format(state=stage_text.STATES[result.locked_state])
    if result.is_closed:
        return meeting_text.MEETING_CLOSED
    if result.is_gone:
        return text.GONE
    if result.fault is not None:
        faults = {"kunci": text.LOST_KEY, "prioritas": text.PRIORITY_BAD}
        return faults.get(result.fault) or text.FAULTS[result.fault]
    return ""
