"""What the last press on the page of meetings came to, shown once."""

from collections.abc import Callable
from typing import NoReturn

from app.access import NotAllowedError
from app.actions.rembuk_results import MeetingResult
from app.components.acknowledged import draw_said, end_run
from app.meeting_words import describe_result
from app.text import rembuk as text

_MESSAGE = "_pesan_rembuk"


def draw_message() -> None:
    """Show what the last press came to; as a toast besides, where one pressed far below."""
    draw_said(_MESSAGE, with_toast=True)


def try_action(act: Callable[[], MeetingResult]) -> MeetingResult:
    """Run an action; ends the run with a sentence where the person may not."""
    try:
        return act()
    except (NotAllowedError, LookupError) as error:
        end("error", text.FORBIDDEN if isinstance(error, NotAllowedError) else text.GONE)


def end_with(result: MeetingResult, done: str) -> NoReturn:
    """Say what an action came to and draw the page anew."""
    end(*describe_result(result, done))


def end(severity: str, sentence: str) -> NoReturn:
    """Say something at the next run, which begins now."""
    end_run(_MESSAGE, severity, sentence)
