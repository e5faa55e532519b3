"""What the last press on the page Regulasi dan publikasi came to: kept for the next run."""

from typing import NoReturn

from app.actions.dukungan import SupportResult
from app.components.acknowledged import draw_said, end_run
from app.text import dukungan as text
from app.text import tahapan as stage_text

_MESSAGE = "_pesan_dukungan"


def draw_message() -> None:
    """Show what the last press came to; as a toast besides, where one pressed far below."""
    draw_said(_MESSAGE, with_toast=True)


def end(severity: str, sentence: str) -> NoReturn:
    """Keep a sentence for the next run and draw the page anew."""
    end_run(_MESSAGE, severity, sentence)


def end_with(result: SupportResult, done: str) -> NoReturn:
    """Say what an action came to and draw the page anew."""
    if result.fault is not None:
        end("error", text.FAULTS[result.fault])
    if result.locked_state is not None:
        end("error", text.LOCKED.format(state=stage_text.STATES[result.locked_state]))
    if result.is_gone:
        end("error", text.GONE)
    end("success", done)
