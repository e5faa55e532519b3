"""`konvergensi dokumen`: all documents of the guideline for a region and year, as files."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.opening import open_database
from app.cli.printing import fail, say
from app.format import format_count
from app.guideline_list import find_level
from app.text import command_line as common
from app.text import dokumen as text
from data_access.reads.wilayah import read_region

if TYPE_CHECKING:
    from app.documents.guideline_files import Made

_FIRST_YEAR, _LAST_YEAR = 2024, 2100


def dokumen(
    wilayah: Annotated[str, typer.Option(help=common.HELP_REGION)],
    tahun: Annotated[int, typer.Option(help=text.HELP_YEAR)],
    out: Annotated[Path, typer.Option(help=text.HELP_OUT)],
) -> None:
    """Make every document of a region and year: Word, PDF, and Excel where it has tables."""
    if not _FIRST_YEAR <= tahun <= _LAST_YEAR:
        fail(text.BAD_YEAR.format(year=tahun))
    engine = open_database()
    if find_level(wilayah) is None or read_region(engine, wilayah) is None:
        fail(text.NO_DOCUMENTS.format(code=wilayah))
    # Read only now: what draws maps and papers takes longer to load than other commands should.
    making = import_module("app.documents.guideline_files")
    made: list[Made] = making.make_documents(engine, wilayah, tahun)
    files: dict[str, bytes] = making.list_files(made)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
    for each in made:
        count = len(each.missing.sentences) + len(each.missing.gaps)
        state = text.MADE_DRAFT.format(count=format_count(count)) if count else text.MADE_FINAL
        say(text.MADE.format(name=each.name, state=state))
    say(text.DONE.format(count=format_count(len(files)), path=out))
