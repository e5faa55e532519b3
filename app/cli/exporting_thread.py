"""`konvergensi export benang-merah`: the chains of the screen."""

from app.cli.export_request import ExportRequest, pick_period
from app.cli.printing import fail
from app.coverage_figures import compute_coverage_table
from app.coverage_words import name_period
from app.documents.benang import export_threads, list_notes, list_thread_rules
from app.documents.exported import Exported
from app.figures import BELOW
from app.problem_figures import (
    Pairing,
    ProblemInputs,
    compute_lagging,
    find_problems,
    pair_measurement,
    pick_saved_settings,
    read_default_settings,
    read_inputs,
)
from app.problem_sentences import describe_periods, write_settings
from app.text import benang as text
from app.text import cakupan as coverage_text
from app.text import command_line
from app.text import lokasi as problem_text
from app.thread_figures import find_needs, pick_later, read_deeds, tabulate_chains
from app.thread_words import tabulate_words
from data_access.reads.cakupan import read_isian_periods
from data_access.reads.pengaturan import read_settings
from data_access.reads.pengukuran import read_datasets

_LEVELS = ("provinsi", "kabupaten", "kecamatan")
_YEAR_LENGTH = 4


def tabulate_thread(request: ExportRequest) -> Exported:
    """The chains below a region, of the year that `--periode` names or the newest.

    The level below is that of the screen unless `--tingkat` says another.
    """
    engine, code = request.engine, request.region.code
    pairing = _pair(request)
    inputs = read_inputs(engine, pairing)
    level = _pick_level(request, inputs)
    saved = pick_saved_settings(read_settings(engine, code), code)
    settings = read_default_settings() if saved is None else saved[0]
    year = int(pairing.period)
    deeds = read_deeds(engine, code, year)
    problems = find_problems(inputs, settings)
    needs = find_needs(inputs, problems, compute_lagging(inputs), level, deeds)
    later = pick_later(read_isian_periods(engine, code), pairing.period)
    after = None if later is None else compute_coverage_table(engine, code, level, later)
    names = dict(zip(inputs.regions["code"], inputs.regions["name"], strict=True))
    table = tabulate_words(tabulate_chains(deeds, needs, after), deeds, names)
    described = describe_periods(pairing.period, pairing.source, pairing.measured)
    extra = [
        (problem_text.NOTE_PERIODS, described),
        (text.NOTE_LEVEL, level),
        (problem_text.NOTE_SETTINGS, write_settings(settings)),
        *list_thread_rules(text.NO_LATER if later is None else name_period(later)),
    ]
    notes = list_notes(request.region.name, year, extra, demo=request.is_demo, made_on=request.now)
    return export_threads(table, notes)


def _pair(request: ExportRequest) -> Pairing:
    """The situation analysis asked for, else the newest, and the measurement beside it."""
    region = request.region
    if region.level not in _LEVELS:
        fail(problem_text.NATION)
    known = read_isian_periods(request.engine, region.code)
    years = [each for each in known if len(each) == _YEAR_LENGTH]
    period = pick_period(request, years)
    datasets = read_datasets(request.engine, region.code)
    sources = sorted(set(datasets["source"]))
    if request.source is not None and request.source not in sources:
        words = {"source": request.source, "known": ", ".join(sources)}
        fail(command_line.UNKNOWN_SOURCE.format(**words))
    if request.source is None and len(sources) > 1:
        fail(command_line.MANY_SOURCES.format(known=", ".join(sources)))
    source = request.source or (sources[0] if sources else None)
    measured = datasets.loc[datasets["source"] == source, "period"]
    return Pairing(region.code, period, source, pair_measurement(period, measured))


def _pick_level(request: ExportRequest, inputs: ProblemInputs) -> str:
    code = request.region.code
    below = BELOW[request.region.level]
    present = set(inputs.regions.loc[inputs.regions["code"].str.startswith(f"{code}."), "level"])
    known = [each for each in ("kabupaten", "kecamatan", "desa") if each in present]
    if request.level is not None and request.level not in known:
        words = {"level": request.level, "known": ", ".join(known), "name": request.region.name}
        fail(coverage_text.BAD_SERVICE_LEVEL.format(**words))
    usual = [each for each in below if each in present]
    return request.level or (usual[0] if usual else known[0] if known else below[0])
