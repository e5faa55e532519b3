"""`konvergensi import ansit`: a filled-in entry workbook, of all parties."""

from pathlib import Path
from typing import Annotated

import typer

from app.actions.ansit import import_ansit
from app.actions.outcome import ImportOutcome
from app.ansit_form import write_period
from app.cli.opening import open_for_import
from app.cli.printing import fail, say, say_findings
from app.format import format_count
from app.settings import read_settings
from app.text import ansit as text
from app.text import command_line as common


def ansit(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help=common.HELP_DRY_RUN)] = False,
    ke_demo: Annotated[bool, typer.Option("--ke-demo", help=common.HELP_TO_DEMO)] = False,
) -> None:
    """Import the figures of a kecamatan's entry workbook."""
    if not file.is_file():
        fail(common.NO_FILE.format(path=file))
    engine = open_for_import(to_demo=ke_demo)
    actor = read_settings().effective_actor
    outcome = import_ansit(engine, file, actor=actor, dry_run=dry_run)
    say_findings(outcome.findings)
    if outcome.error_count:
        fail(common.NOTHING_SAVED.format(name=file.name, count=outcome.error_count))
    _report(outcome, dry_run=dry_run)


def _report(outcome: ImportOutcome, *, dry_run: bool) -> None:
    figures = outcome.figures
    shown = {name: format_count(value) for name, value in figures.items() if isinstance(value, int)}
    shown |= {
        "kecamatan": str(figures["kecamatan"]),
        "periode": write_period(str(figures["periode"])),
    }
    written = outcome.written
    if dry_run:
        say(text.CHECKED_CELLS.format(**shown))
        say(common.DRY_RUN)
    elif written is None or written.unchanged:
        say(text.UNCHANGED)
    else:
        say(text.SAVED_CELLS.format(**shown))
        say(common.BATCH.format(batch=written.batch_id))
