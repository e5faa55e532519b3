"""`konvergensi export`: any figure that the screens show, for scripts and for Excel."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer
from sqlalchemy import Engine

from app.cli.opening import open_database
from app.cli.printing import fail, say
from app.documents.prevalensi import list_notes, to_csv, to_json, to_xlsx
from app.figures import View, compute_prevalensi, default_compare, finest_level
from app.text import command_line as text
from data_access.reads.batches import read_identity
from data_access.reads.pengukuran import read_datasets
from data_access.reads.scope import CODE_LENGTH
from data_access.reads.wilayah import Region, read_region

EXPORTS = ("prevalensi",)
FORMATS = ("json", "csv", "xlsx")
LEVELS = (*CODE_LENGTH, "puskesmas")


def export(
    name: Annotated[str, typer.Argument(metavar="NAME", help=", ".join(EXPORTS))],
    wilayah: Annotated[str, typer.Option(help=text.HELP_REGION)],
    periode: Annotated[str | None, typer.Option(help=text.HELP_PERIOD)] = None,
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
    view = _choose_view(engine, region, sumber, periode, tingkat)
    table = compute_prevalensi(engine, view)
    demo = read_identity(engine).get("jenis") == "demo"
    content = _encode(table, region, view, format_, demo=demo)
    _write(content, out or (Path(f"{name}.xlsx") if format_ == "xlsx" else None))


def _choose_view(
    engine: Engine, region: Region, source: str | None, period: str | None, level: str | None
) -> View:
    datasets = read_datasets(engine, region.code)
    sources = sorted(set(datasets["source"]))
    if not sources:
        fail(text.NO_DATA.format(name=region.name))
    if source is not None and source not in sources:
        fail(text.UNKNOWN_SOURCE.format(source=source, known=", ".join(sources)))
    if source is None and len(sources) > 1:
        fail(text.MANY_SOURCES.format(known=", ".join(sources)))
    chosen = source or sources[0]
    periods = sorted(set(datasets.loc[datasets["source"] == chosen, "period"]))
    if period is not None and period not in periods:
        fail(text.NO_PERIOD.format(source=chosen, period=period, known=", ".join(periods)))
    now = period or periods[-1]
    in_period = datasets[(datasets["source"] == chosen) & (datasets["period"] == now)]
    reached = level or finest_level(region.level, set(in_period["grain"]))
    compare = default_compare([label for label in periods if label < now], now)
    return View(region.code, reached or region.level, chosen, now, compare)


def _encode(table: pd.DataFrame, region: Region, view: View, format_: str, *, demo: bool) -> bytes:
    notes = list_notes(region.name, view, demo=demo, made_on=datetime.now(UTC))
    if format_ == "json":
        return to_json(table, notes)
    if format_ == "csv":
        return to_csv(table)
    return to_xlsx(table, notes)


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(content.decode("utf-8-sig"))
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    say(text.WRITTEN.format(path=out))
