"""`konvergensi ringkasan`: a region's weekly digest as files, and by e-mail where asked for."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from app.cli.opening import open_database
from app.text import peringatan as text


def make_digest(
    region: Annotated[str, typer.Option("--wilayah", help=text.HELP_REGION)],
    out: Annotated[Path, typer.Option("--out", help=text.HELP_OUT)],
    to: Annotated[list[str] | None, typer.Option("--kepada", help=text.HELP_TO)] = None,
    *,
    mail: Annotated[bool, typer.Option("--kirim", help=text.HELP_SEND)] = False,
) -> None:
    """Write the digest's four files; send it only where asked for and a server is configured."""
    make_files = import_module("app.cli.digest_making").make_files
    make_files(open_database(), region, out, to or [], mail=mail)
