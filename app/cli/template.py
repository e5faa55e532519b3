"""`konvergensi template`: workbooks to fill in without the screen."""

from pathlib import Path
from typing import Annotated

import typer

from app.actions.ansit_review import is_entry_period
from app.ansit_form import make_template, name_template
from app.cli.opening import open_database
from app.cli.printing import fail, say
from app.text import ansit as text
from app.text.command_line import WRITTEN

app = typer.Typer(no_args_is_help=True)


@app.callback()
def template() -> None:
    """Keep the kind of a template a word of its own, though there is one kind so far."""


@app.command("ansit", help=text.HELP_TEMPLATE_ANSIT)
def ansit(
    kecamatan: Annotated[str, typer.Option(help=text.HELP_KECAMATAN)],
    periode: Annotated[str, typer.Option(help=text.HELP_PERIOD)],
    out: Annotated[Path | None, typer.Option(help=text.HELP_OUT)] = None,
) -> None:
    """Write the entry workbook of a kecamatan and period."""
    if not is_entry_period(kecamatan, periode):
        fail(text.BAD_PERIOD.format(period=periode))
    try:
        content = make_template(open_database(), kecamatan, periode)
    except LookupError:
        fail(text.NO_DESA.format(code=kecamatan))
    path = out or Path(name_template(kecamatan, periode))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    say(WRITTEN.format(path=path))
