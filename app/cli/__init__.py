"""The command `konvergensi`: run, demo, db, user, import, template, export."""

import sys

import typer
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from app.cli import ansit, database, exporting, importing, running, template, user
from app.logs import configure_logs, log_unexpected
from app.settings import read_settings
from app.text import command_line as text
from app.text.accounts import HELP_USER
from app.text.ansit import HELP_IMPORT as HELP_IMPORT_ANSIT
from app.text.ansit import HELP_TEMPLATE
from app.text.screens import UNEXPECTED

app = typer.Typer(
    help=text.HELP_APP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.command("run", help=text.HELP_RUN)(running.run)
app.command("demo", help=text.HELP_DEMO)(running.demo)
app.add_typer(database.app, name="db", help=text.HELP_DB)
importing.app.command("ansit", help=HELP_IMPORT_ANSIT)(ansit.ansit)
app.add_typer(importing.app, name="import", help=text.HELP_IMPORT)
app.add_typer(user.app, name="user", help=HELP_USER)
app.add_typer(template.app, name="template", help=HELP_TEMPLATE)
app.command("export", help=text.HELP_EXPORT)(exporting.export)


def main() -> None:
    """Run the command; what nobody foresaw is logged and said in one calm sentence."""
    configure_logs(read_settings().home / "konvergensi.log")
    try:
        app()
    except (OperationalError, ArgumentError, NoSuchModuleError) as error:
        log_unexpected(error)
        typer.echo(text.NO_CONNECTION, err=True)
        sys.exit(2)
    except Exception as error:
        typer.echo(UNEXPECTED.format(reference=log_unexpected(error)), err=True)
        sys.exit(2)
