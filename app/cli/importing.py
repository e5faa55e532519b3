"""`konvergensi import`: wilayah, pengukuran, survei; anggaran and its lists stand beside."""

from pathlib import Path
from typing import Annotated

import typer

from app.actions.outcome import Figures, ImportOutcome
from app.actions.pengukuran import MeasurementRequest, import_pengukuran
from app.actions.survei import import_survei
from app.actions.wilayah import import_wilayah
from app.cli import importing_budget
from app.cli.opening import open_for_import
from app.cli.printing import fail, say, say_findings
from app.format import format_count, format_pct
from app.settings import read_settings
from app.text import command_line as text
from app.text.screens import LEVEL_LABELS
from data_access.periods import parse_month
from geo.escape import find_unsafe_characters

app = typer.Typer(no_args_is_help=True)
importing_budget.add_commands(app)

File = Annotated[Path, typer.Argument(metavar="FILE")]
DryRun = Annotated[bool, typer.Option("--dry-run", help=text.HELP_DRY_RUN)]
ToDemo = Annotated[bool, typer.Option("--ke-demo", help=text.HELP_TO_DEMO)]
Crosswalk = Annotated[Path | None, typer.Option("--crosswalk", help=text.HELP_CROSSWALK)]


@app.command("wilayah", help=text.HELP_IMPORT_WILAYAH)
def wilayah(
    file: File, crosswalk: Crosswalk = None, dry_run: DryRun = False, ke_demo: ToDemo = False
) -> None:
    """Import regions and boundaries."""
    _check_files(file, crosswalk)
    outcome = import_wilayah(
        open_for_import(to_demo=ke_demo), file, crosswalk, actor=_actor(), dry_run=dry_run
    )
    _report(file, outcome, text.SAVED_REGIONS, text.CHECKED_REGIONS)


@app.command("pengukuran", help=text.HELP_IMPORT_PENGUKURAN)
def pengukuran(
    file: File,
    periode: Annotated[str, typer.Option(help=text.HELP_PERIOD)],
    sumber: Annotated[str, typer.Option(help=text.HELP_SOURCE)],
    wilayah: Annotated[str | None, typer.Option(help=text.HELP_AREA)] = None,
    puskesmas_baru: Annotated[
        bool, typer.Option("--puskesmas-baru", help=text.HELP_NEW_PUSKESMAS)
    ] = False,
    pemetaan: Annotated[Path | None, typer.Option(help=text.HELP_MAPPING)] = None,
    crosswalk: Crosswalk = None,
    dry_run: DryRun = False,
    ke_demo: ToDemo = False,
) -> None:
    """Import measured children."""
    _check_files(file, pemetaan, crosswalk)
    period = parse_month(periode)
    if period is None:
        fail(text.BAD_PERIOD.format(period=periode))
    if not sumber.strip() or len(sumber) > 60 or find_unsafe_characters(sumber):
        fail(text.BAD_SOURCE.format(source=repr(sumber)))
    request = MeasurementRequest(
        file, period, sumber.strip(), wilayah, puskesmas_baru, pemetaan, crosswalk
    )
    engine = open_for_import(to_demo=ke_demo)
    outcome = import_pengukuran(engine, request, actor=_actor(), dry_run=dry_run)
    _report(file, outcome, text.SAVED_MEASUREMENTS, text.CHECKED_MEASUREMENTS)


@app.command("survei", help=text.HELP_IMPORT_SURVEI)
def survei(file: File, dry_run: DryRun = False, ke_demo: ToDemo = False) -> None:
    """Import survey prevalence."""
    _check_files(file)
    engine = open_for_import(to_demo=ke_demo)
    outcome = import_survei(engine, file, actor=_actor(), dry_run=dry_run)
    _report(file, outcome, text.SAVED_SURVEYS, text.CHECKED_SURVEYS)


def _actor() -> str:
    return read_settings().effective_actor


def _check_files(*paths: Path | None) -> None:
    for path in paths:
        if path is not None and not path.is_file():
            fail(text.NO_FILE.format(path=path))


def _report(file: Path, outcome: ImportOutcome, saved: str, checked: str) -> None:
    """Say what was found and what became of it; errors end with exit code 1."""
    say_findings(outcome.findings)
    if outcome.error_count:
        fail(text.NOTHING_SAVED.format(name=file.name, count=outcome.error_count))
    figures = _shown(outcome)
    if outcome.written is None:
        say(checked.format(**figures))
        say(text.DRY_RUN)
        return
    if outcome.written.unchanged:
        say(text.UNCHANGED.format(batch=outcome.written.batch_id))
        return
    say(saved.format(**figures))
    say(text.BATCH.format(batch=outcome.written.batch_id))
    if outcome.written.replaced_batches:
        batches = ", ".join(map(str, outcome.written.replaced_batches))
        say(text.REPLACED.format(batches=batches))


def _shown(outcome: ImportOutcome) -> dict[str, str]:
    """The figures as people read them."""
    figures = outcome.figures
    shown = {name: format_count(value) for name, value in figures.items() if isinstance(value, int)}
    if "grain" in figures:
        shown["rows"] = shown["units"]
        shown["grain"] = LEVEL_LABELS[str(figures["grain"])].lower()
        shown["stunted"] = shown.get("stunting_jiwa", text.UNKNOWN)
        shown["measured"] = _describe_measured(figures)
    return shown


def _describe_measured(figures: Figures) -> str:
    stunted, measured = figures.get("stunting_jiwa"), figures.get("diukur_jiwa")
    if not isinstance(measured, int) or not isinstance(stunted, int) or not measured:
        return text.MEASURED_UNKNOWN
    share = format_pct(100 * stunted / measured, 2)
    return text.MEASURED_KNOWN.format(measured=format_count(measured), share=share)
