"""`konvergensi export`: any figure that the screens show, for scripts and for Excel."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from app.cli.export_request import ExportRequest
from app.cli.opening import open_database
from app.cli.printing import fail, say
from app.documents.exported import Exported, encode
from app.text import cakupan as coverage
from app.text import command_line as text
from data_access.reads.scope import CODE_LENGTH
from data_access.reads.wilayah import read_region

# By name, the module and the function that tabulates; read only when asked for, since the rules
# behind some take longer to load than the command line should.
EXPORTS = {
    "prevalensi": ("app.cli.exporting_prevalence", "tabulate_prevalence"),
    "cakupan": ("app.cli.exporting_coverage", "tabulate_coverage"),
    "target": ("app.cli.exporting_coverage", "tabulate_targets"),
    "ansit": ("app.cli.exporting_coverage", "tabulate_entered"),
    "lokasi-masalah": ("app.cli.exporting_problems", "tabulate_problems"),
    "anggaran": ("app.cli.exporting_budget", "tabulate_budget"),
    "celah-dana": ("app.cli.exporting_budget", "tabulate_gaps"),
    "penandaan": ("app.cli.exporting_tags", "tabulate_tags"),
    "usulan": ("app.cli.exporting_meetings", "tabulate_proposals"),
    "komitmen": ("app.cli.exporting_meetings", "tabulate_commitments"),
    "benang-merah": ("app.cli.exporting_thread", "tabulate_thread"),
    "penilaian": ("app.cli.exporting_assessment", "tabulate_assessment"),
    "regulasi": ("app.cli.exporting_support", "tabulate_regulations"),
    "publikasi": ("app.cli.exporting_support", "tabulate_publications"),
    "program": ("app.cli.exporting_year", "tabulate_programmes"),
    "tahapan": ("app.cli.exporting_year", "tabulate_stages"),
    "fasilitas": ("app.cli.exporting_support", "tabulate_facilities"),
    "layanan-tertinggal": ("app.cli.exporting_problems", "tabulate_lagging"),
}
FORMATS = ("json", "csv", "xlsx")
LEVELS = (*CODE_LENGTH, "puskesmas")


def export(
    name: Annotated[str, typer.Argument(metavar="NAME", help=", ".join(EXPORTS))],
    wilayah: Annotated[str, typer.Option(help=text.HELP_REGION)],
    periode: Annotated[str | None, typer.Option(help=coverage.HELP_EXPORT_PERIOD)] = None,
    sumber: Annotated[str | None, typer.Option(help=text.HELP_SOURCE)] = None,
    tingkat: Annotated[str | None, typer.Option(help=text.HELP_LEVEL)] = None,
    format_: Annotated[str, typer.Option("--format", help=text.HELP_FORMAT)] = "json",
    out: Annotated[Path | None, typer.Option(help=text.HELP_OUT_FILE)] = None,
) -> None:
    """Write one figure of the screens as json, csv or xlsx."""
    if name not in EXPORTS:
        fail(text.UNKNOWN_EXPORT.format(name=name, known=", ".join(EXPORTS)))
    if format_ not in FORMATS:
        fail(text.BAD_FORMAT.format(format=format_))
    if tingkat is not None and tingkat not in LEVELS:
        fail(text.BAD_LEVEL.format(level=tingkat, known=", ".join(LEVELS)))
    engine = open_database()
    region = read_region(engine, wilayah)
    if region is None:
        fail(text.UNKNOWN_REGION.format(code=wilayah))
    exported = _find(name)(ExportRequest(engine, region, periode, sumber, tingkat))
    content = encode(exported, format_)
    _write(content, out or (Path(f"{name}.xlsx") if format_ == "xlsx" else None))


def _find(name: str) -> Callable[[ExportRequest], Exported]:
    module, function = EXPORTS[name]
    found: Callable[[ExportRequest], Exported] = getattr(import_module(module), function)
    return found


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(content.decode("utf-8-sig"))
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    say(text.WRITTEN.format(path=out))
