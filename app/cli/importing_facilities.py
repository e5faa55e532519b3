"""`konvergensi import fasilitas`."""

from pathlib import Path
from typing import Annotated

import typer

from app.actions.fasilitas import import_fasilitas
from app.actions.outcome import ImportOutcome
from app.cli.opening import open_for_import
from app.cli.printing import fail, say, say_findings
from app.format import format_count
from app.settings import read_settings
from app.text import command_line as text
from app.text import fasilitas as facility_text

File = Annotated[Path, typer.Argument(metavar="FILE")]
DryRun = Annotated[bool, typer.Option("--dry-run", help=text.HELP_DRY_RUN)]
ToDemo = Annotated[bool, typer.Option("--ke-demo", help=text.HELP_TO_DEMO)]


def add_commands(app: typer.Typer) -> None:
    """Put the command under `konvergensi import`."""
    app.command("fasilitas", help=facility_text.HELP_IMPORT)(fasilitas)


def fasilitas(file: File, dry_run: DryRun = False, ke_demo: ToDemo = False) -> None:
    """Import health facilities as points."""
    if not file.is_file():
        fail(text.NO_FILE.format(path=file))
    engine = open_for_import(to_demo=ke_demo)
    actor = read_settings().effective_actor
    outcome = import_fasilitas(engine, file, actor=actor, dry_run=dry_run)
    say_findings(outcome.findings)
    if outcome.error_count:
        fail(text.NOTHING_SAVED.format(name=file.name, count=outcome.error_count))
    written = outcome.written
    if written is None:
        say(_describe(outcome, facility_text.CHECKED))
        say(text.DRY_RUN)
    elif written.unchanged:
        say(text.UNCHANGED.format(batch=written.batch_id))
    else:
        say(_describe(outcome, facility_text.SAVED))
        say(text.BATCH.format(batch=written.batch_id))
        if written.replaced_batches:
            batches = ", ".join(map(str, written.replaced_batches))
            say(text.REPLACED.format(batches=batches))


def _describe(outcome: ImportOutcome, pattern: str) -> str:
    figures = {name: value for name, value in outcome.figures.items() if isinstance(value, int)}
    kinds = [
        facility_text.COUNT_OF_KIND.format(count=format_count(figures[kind]), kind=label.lower())
        for kind, label in facility_text.KINDS.items()
        if kind in figures
    ]
    return pattern.format(rows=format_count(figures["rows"]), kinds=", ".join(kinds))
