"""`konvergensi export regulasi`, `publikasi` and `fasilitas`."""

from collections.abc import Mapping

import pandas as pd

from app.cli.export_request import ExportRequest
from app.cli.printing import fail
from app.documents.columns import Column, Notes
from app.documents.exported import Exported
from app.format import format_date
from app.support_words import name_stage
from app.text import dukungan as text
from app.text import exports
from app.text import fasilitas as facility_text
from app.text.screens import DEMO_MARK
from data_access.reads.dukungan import read_publications, read_regulations
from data_access.reads.fasilitas import read_facilities

_READS = {"regulasi": read_regulations, "publikasi": read_publications}
_DATES = {"regulasi": "dated_on", "publikasi": "published_on"}


def tabulate_regulations(request: ExportRequest) -> Exported:
    """The regulations of a region and all inside it, a row each; `--periode` is a year."""
    return _tabulate(request, "regulasi")


def tabulate_publications(request: ExportRequest) -> Exported:
    """The publications of a region and all inside it, a row each; `--periode` is a year."""
    return _tabulate(request, "publikasi")


def tabulate_facilities(request: ExportRequest) -> Exported:
    """The facilities of a region and all inside it, a row each."""
    table = read_facilities(request.engine, request.region.code)
    if table.empty:
        fail(facility_text.EXPORT_NONE.format(name=request.region.name))
    # As text: a coordinate with one decimal, as other figures are written, is kilometres off.
    points = {name: [f"{value:.6f}" for value in table[name]] for name in ("latitude", "longitude")}
    words = table.assign(kind=table["kind"].map(facility_text.KINDS), **points)
    rule = (facility_text.NOTE_COORDINATES, facility_text.COORDINATES_RULE)
    notes = [*_list_notes(request), rule]
    columns = _list_columns(facility_text.EXPORT_COLUMNS)
    return Exported(words, columns, facility_text.EXPORT_SHEET, notes)


def _tabulate(request: ExportRequest, kind: str) -> Exported:
    year = _pick_year(request)
    rows = _READS[kind](request.engine, request.region.code, year, below=True)
    if rows.empty:
        fail(text.EXPORT_NONE[kind].format(name=request.region.name))
    date = _DATES[kind]
    words = rows.assign(
        year=rows["year"].astype(str),
        kind=rows["kind"].map(text.KINDS[kind]),
        stage=[name_stage(stage) for stage in rows["stage"]],
        **{date: [None if pd.isna(day) else day.isoformat() for day in rows[date]]},
    )
    said = str(year) if year is not None else text.NOTE_ALL_YEARS
    notes = [*_list_notes(request), (text.NOTE_YEAR, said)]
    return Exported(
        words, _list_columns(text.EXPORT_COLUMNS[kind]), text.EXPORT_SHEETS[kind], notes
    )


def _pick_year(request: ExportRequest) -> int | None:
    asked = request.period
    if asked is None:
        return None
    if not (asked.isdecimal() and len(asked) == 4):
        fail(text.EXPORT_BAD_YEAR.format(asked=asked))
    return int(asked)


def _list_columns(headings: Mapping[str, str]) -> list[Column]:
    return [
        Column(key, heading, "count" if key == "file_count" else "text")
        for key, heading in headings.items()
    ]


def _list_notes(request: ExportRequest) -> Notes:
    notes = [
        (exports.NOTE_REGION, request.region.name),
        (text.NOTE_AREA, text.NOTE_AREA_RULE),
        (exports.NOTE_MADE, format_date(request.now)),
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if request.is_demo else notes
