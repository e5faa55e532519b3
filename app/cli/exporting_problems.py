"""`konvergensi export lokasi-masalah` and `layanan-tertinggal`: the lists of the screens."""

from app.cli.export_request import ExportRequest, pick_period
from app.cli.printing import fail
from app.documents.exported import Exported
from app.documents.lokasi import (
    export_lagging,
    export_places,
    list_frame_notes,
    list_lagging_notes,
    list_place_notes,
)
from app.problem_figures import (
    Pairing,
    compute_lagging,
    find_problems,
    order_periods,
    pair_measurement,
    pick_saved_settings,
    read_default_settings,
    read_inputs,
)
from app.problem_lagging import arrange_export, join_judged
from app.problem_sentences import describe_periods, name_item
from app.problem_table import name_lokus, tabulate_places
from app.text import command_line
from app.text import lokasi as text
from data_access.reads.cakupan import read_isian_periods
from data_access.reads.lokus import read_lokus
from data_access.reads.pengaturan import read_settings
from data_access.reads.pengukuran import read_datasets

_LEVELS = ("provinsi", "kabupaten", "kecamatan")


def tabulate_problems(request: ExportRequest) -> Exported:
    """Problem places below a region with the settings that the region saved, or ours."""
    pairing = _pair(request)
    saved = pick_saved_settings(
        read_settings(request.engine, request.region.code), pairing.scope_code
    )
    settings = read_default_settings() if saved is None else saved[0]
    origin = text.ORIGIN_DEFAULT if saved is None else text.SAVED_BY.format(code=saved[1])
    inputs = read_inputs(request.engine, pairing)
    year = int(pairing.period[:4]) + 1
    lokus = name_lokus(read_lokus(request.engine, pairing.scope_code, year))
    places = tabulate_places(find_problems(inputs, settings), inputs, settings, lokus)
    if request.level is not None:
        places = places[places["level"] == request.level].reset_index(drop=True)
    notes = [*_list_frame(request, pairing), *list_place_notes(settings, origin)]
    return export_places(places, [*notes, (text.NOTE_LOKUS_YEAR, str(year))])


def tabulate_lagging(request: ExportRequest) -> Exported:
    """Services of a region and of all inside it beside the median of each one's own."""
    pairing = _pair(request)
    inputs = read_inputs(request.engine, pairing)
    rows = join_judged(inputs, compute_lagging(inputs))
    if request.level is not None:
        rows = rows[rows["level"] == request.level]
    names = {code: name_item(code) for code in rows["item_code"].unique()}
    notes = [*_list_frame(request, pairing), *list_lagging_notes()]
    return export_lagging(arrange_export(rows, names), notes)


def _pair(request: ExportRequest) -> Pairing:
    """The period asked for, else the one that stands first on the screen, and its measurement."""
    region = request.region
    if region.level not in _LEVELS:
        fail(text.NATION)
    # Oldest first: what stands first on the screen is the last of these.
    known = order_periods(read_isian_periods(request.engine, region.code))[::-1]
    period = pick_period(request, known)
    datasets = read_datasets(request.engine, region.code)
    sources = sorted(set(datasets["source"]))
    if request.source is not None and request.source not in sources:
        known_sources = ", ".join(sources)
        fail(command_line.UNKNOWN_SOURCE.format(source=request.source, known=known_sources))
    if request.source is None and len(sources) > 1:
        fail(command_line.MANY_SOURCES.format(known=", ".join(sources)))
    source = request.source or (sources[0] if sources else None)
    measured = datasets.loc[datasets["source"] == source, "period"]
    return Pairing(region.code, period, source, pair_measurement(period, measured))


def _list_frame(request: ExportRequest, pairing: Pairing) -> list[tuple[str, str]]:
    described = describe_periods(pairing.period, pairing.source, pairing.measured)
    return list_frame_notes(
        request.region.name, described, [], demo=request.is_demo, made_on=request.now
    )
