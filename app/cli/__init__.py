"""The command `konvergensi`: its parts, and what it says when something goes wrong."""

import sys

import typer
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from app.cli import (
    ansit,
    database,
    digest,
    exporting,
    importing,
    importing_facilities,
    making_documents,
    running,
    template,
    user,
)
from app.logs import configure_logs, log_unexpected
from app.settings import read_settings
from app.text import command_line as text
from app.text.accounts import HELP_USER
from app.text.ansit import HELP_IMPORT as HELP_IMPORT_ANSIT
from app.text.ansit import HELP_TEMPLATE
from app.text.dokumen import HELP as HELP_DOCUMENTS
from app.text.gangguan import COMMAND_LINE, COMMAND_LINE_LOG
from app.text.peringatan import HELP_DIGEST
from app.text.screens import UNEXPECTED

app = typer.Typer(
    help=text.HELP_APP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.command("run", help=text.HELP_RUN)(running.run)
app.command("demo", help=text.HELP_DEMO)(running.demo)
app.add_typer(database.app, name="db", help=text.HELP_DB)
importing.app.command("ansit", help=HELP_IMPORT_ANSIT)(ansit.ansit)
importing_facilities.add_commands(importing.app)
app.add_typer(importing.app, name="import", help=text.HELP_IMPORT)
app.add_typer(user.app, name="user", help=HELP_USER)
app.add_typer(template.app, name="template", help=HELP_TEMPLATE)
app.command("export", help=text.HELP_EXPORT)(exporting.export)
app.command("dokumen", help=HELP_DOCUMENTS)(making_documents.dokumen)
app.command("ringkasan", help=HELP_DIGEST)(digest.make_digest)


def main() -> None:
    """Run the command; what nobody foresaw is logged and said in one calm sentence."""
    configure_logs(read_settings().home / "konvergensi.log")
    try:
        app()
    except Exception as error:
        typer.echo(_describe(error), err=True)
        sys.exit(2)


def _describe(error: Exception) -> str:
    trouble = log_unexpected(error)
    if trouble.fault is not None:
        known = COMMAND_LINE[trouble.fault]
        return f"{known} {COMMAND_LINE_LOG.format(reference=trouble.reference)}"
    if isinstance(error, OperationalError | ArgumentError | NoSuchModuleError):
        return text.NO_CONNECTION
    return UNEXPECTED.format(reference=trouble.reference)
