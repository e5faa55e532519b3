"""What the last press on the page Program desa dan mitra came to: kept for the next run."""

from typing import Literal, NoReturn

from app.components.acknowledged import draw_said, end_run

_MESSAGE = "_pesan_program"
Severity = Literal["success", "error", "warning"]


def draw_message() -> None:
    """Show what the last press came to."""
    draw_said(_MESSAGE)


def end(severity: Severity, sentence: str) -> NoReturn:
    """Keep a sentence for the next run and draw the page anew."""
    end_run(_MESSAGE, severity, sentence)
