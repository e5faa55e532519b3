"""`konvergensi import anggaran`, `tematik`, `akun`."""

from pathlib import Path
from typing import Annotated

import typer

from app.actions.anggaran import BudgetOutcome, BudgetRequest, import_budget
from app.actions.anggaran_daftar import DEFAULT_LIST, import_accounts, import_thematic
from app.actions.outcome import ImportOutcome
from app.cli.opening import open_for_import
from app.cli.printing import fail, say, say_findings
from app.format import format_count, format_idr
from app.settings import read_settings
from app.text import anggaran_masuk as budget_text
from app.text import command_line as text
from app.text.screens import DASH
from data_access.reads.scope import NATION

File = Annotated[Path, typer.Argument(metavar="FILE")]
DryRun = Annotated[bool, typer.Option("--dry-run", help=text.HELP_DRY_RUN)]
ToDemo = Annotated[bool, typer.Option("--ke-demo", help=text.HELP_TO_DEMO)]
Nomenclature = Annotated[str | None, typer.Option(help=budget_text.HELP_NOMENCLATURE)]


def add_commands(app: typer.Typer) -> None:
    """Put the commands under `konvergensi import`."""
    app.command("anggaran", help=budget_text.HELP_IMPORT_BUDGET)(anggaran)
    app.command("tematik", help=budget_text.HELP_IMPORT_THEMATIC)(tematik)
    app.command("akun", help=budget_text.HELP_IMPORT_ACCOUNTS)(akun)


def anggaran(
    file: File,
    wilayah: Annotated[str, typer.Option(help=budget_text.HELP_OWNER)],
    tahun: Annotated[int, typer.Option(help=budget_text.HELP_YEAR)],
    potret: Annotated[str, typer.Option(help=budget_text.HELP_SNAPSHOT)],
    nomenklatur: Nomenclature = None,
    dry_run: DryRun = False,
    ke_demo: ToDemo = False,
) -> None:
    """Import a snapshot of a budget."""
    _check_file(file)
    engine = open_for_import(to_demo=ke_demo)
    request = BudgetRequest(file, wilayah, tahun, potret, nomenklatur)
    outcome = import_budget(engine, request, actor=_actor(), dry_run=dry_run)
    say_findings(outcome.findings)
    if outcome.error_count:
        fail(text.NOTHING_SAVED.format(name=file.name, count=outcome.error_count))
    _say_agencies(outcome)
    _say_written(outcome)


def tematik(
    file: File, nomenklatur: Nomenclature = None, dry_run: DryRun = False, ke_demo: ToDemo = False
) -> None:
    """Import the list of thematic sub kegiatan that all regions see."""
    _check_file(file)
    outcome = import_thematic(
        open_for_import(to_demo=ke_demo),
        file,
        wilayah_code=NATION,
        nomenclature=nomenklatur or DEFAULT_LIST,
        actor=_actor(),
        dry_run=dry_run,
    )
    _report(file, outcome, budget_text.SAVED_THEMATIC, budget_text.CHECKED_THEMATIC)


def akun(file: File, dry_run: DryRun = False, ke_demo: ToDemo = False) -> None:
    """Import names of accounts."""
    _check_file(file)
    engine = open_for_import(to_demo=ke_demo)
    outcome = import_accounts(engine, file, actor=_actor(), dry_run=dry_run)
    _report(file, outcome, budget_text.SAVED_ACCOUNTS, budget_text.CHECKED_ACCOUNTS)


def _actor() -> str:
    return read_settings().effective_actor


def _check_file(path: Path) -> None:
    if not path.is_file():
        fail(text.NO_FILE.format(path=path))


def _say_agencies(outcome: BudgetOutcome) -> None:
    """A line an SKPD: its lines, its total, what changes."""
    if outcome.agencies is None:
        return
    for row in outcome.agencies.itertuples(index=False):
        counts = {
            name: format_count(getattr(row, name))
            for name in ("line_count", "new", "changed", "gone", "same", "lost_tags")
        }
        total, agency = format_idr(row.total_idr), row.agency or DASH
        say(budget_text.AGENCY_LINE.format(name=row.name, total=total, agency=agency, **counts))


def _say_written(outcome: BudgetOutcome) -> None:
    figures = {
        "rows": format_count(outcome.figures["rows"]),  # type: ignore[arg-type]
        "total": format_idr(outcome.figures["total_idr"]),  # type: ignore[arg-type]
    }
    stored = outcome.stored
    if stored is None:
        say(budget_text.CHECKED_BUDGET.format(**figures))
        say(text.DRY_RUN)
        return
    if stored.carried_lines:
        lines, tags = format_count(stored.carried_lines), format_count(stored.carried_tags)
        say(budget_text.CARRIED.format(lines=lines, tags=tags))
    if stored.unchanged:
        say(budget_text.UNCHANGED_BUDGET)
        return
    say(budget_text.SAVED_BUDGET.format(**figures))
    say(text.BATCH.format(batch=stored.batch_id))


def _report(file: Path, outcome: ImportOutcome, saved: str, checked: str) -> None:
    say_findings(outcome.findings)
    if outcome.error_count:
        fail(text.NOTHING_SAVED.format(name=file.name, count=outcome.error_count))
    rows = format_count(outcome.figures["rows"])  # type: ignore[arg-type]
    if outcome.written is None:
        say(checked.format(rows=rows))
        say(text.DRY_RUN)
    elif outcome.written.unchanged:
        say(budget_text.UNCHANGED_LIST)
    else:
        say(saved.format(rows=rows))
        say(text.BATCH.format(batch=outcome.written.batch_id))
