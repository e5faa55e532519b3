"""What the last press on the page of presentations came to."""

from collections.abc import Callable
from typing import NoReturn

from app.access import NotAllowedError
from app.actions.presentasi import StoryResult
from app.components.acknowledged import draw_said, end_run
from app.meeting_words import name_person
from app.stage_words import write_moment
from app.text import presentasi as text

_MESSAGE = "_pesan_presentasi"


def draw_message() -> None:
    """Show what the last press came to."""
    draw_said(_MESSAGE)


def try_action(act: Callable[[], StoryResult]) -> StoryResult:
    """Run an action; ends the run with a sentence where the person may not."""
    try:
        return act()
    except (NotAllowedError, LookupError) as error:
        end_run(
            _MESSAGE, "error", text.FORBIDDEN if isinstance(error, NotAllowedError) else text.GONE
        )


def end_with(result: StoryResult, done: str) -> NoReturn:
    """Say what an action came to and draw the page anew."""
    if result.is_done:
        end_run(_MESSAGE, "success", done)
    if result.fault is not None:
        end_run(_MESSAGE, "error", text.FAULTS[result.fault])
    if result.theirs is not None:
        theirs = result.theirs
        when = write_moment(theirs.updated_at, theirs.wilayah_code)
        end_run(
            _MESSAGE, "error", text.THEIRS.format(who=name_person(theirs.updated_by), when=when)
        )
    end_run(_MESSAGE, "error", text.GONE)
