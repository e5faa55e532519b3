"""`konvergensi export prevalensi`: the table of the map."""

from app.cli.export_request import ExportRequest
from app.cli.printing import fail
from app.documents.exported import Exported
from app.documents.prevalensi import COLUMNS, arrange, list_notes
from app.figures import View, compute_prevalensi, default_compare, finest_level
from app.text import command_line as text
from app.text import exports
from data_access.reads.pengukuran import read_datasets


def tabulate_prevalence(request: ExportRequest) -> Exported:
    """The prevalence of every region of a level, as the ranking beside the map has it."""
    view = _choose_view(request)
    table = compute_prevalensi(request.engine, view)
    notes = list_notes(request.region.name, view, demo=request.is_demo, made_on=request.now)
    return Exported(arrange(table), COLUMNS, exports.SHEET, notes)


def _choose_view(request: ExportRequest) -> View:
    region, source, period = request.region, request.source, request.period
    datasets = read_datasets(request.engine, region.code)
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
    reached = request.level or finest_level(region.level, set(in_period["grain"]))
    compare = default_compare([label for label in periods if label < now], now)
    return View(region.code, reached or region.level, chosen, now, compare)
