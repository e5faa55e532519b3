"""`konvergensi export penilaian`: a region's assessment and those right below it."""

from app.assessment_figures import assess_all
from app.assessment_rubric import find_rubric
from app.cli.export_request import ExportRequest
from app.cli.printing import fail
from app.documents.exported import Exported
from app.documents.penilaian import Frame, export_scores
from app.text import penilaian as text
from data_access.reads.pengaturan import read_settings
from data_access.reads.penilaian import OFFICIAL, read_results


def tabulate_assessment(request: ExportRequest) -> Exported:
    """The scores of the page: `--periode` is the year of the cycle, this year by default."""
    code, year = request.region.code, _pick_year(request)
    try:
        found = assess_all(request.engine, code, year)
    except ValueError:
        fail(text.NO_STAGES.format(name=request.region.name))
    settings = read_settings(request.engine, code)
    rubrics = {each: find_rubric(settings, each) for each in found}
    official = {
        each.wilayah_code: each
        for each in read_results(request.engine, list(found), year)
        if each.kind == OFFICIAL
    }
    frame = Frame(request.region.name, year, rubrics[code], request.is_demo, request.now)
    shown = [each for each in found.values() if request.level in (None, each.level)]
    return export_scores(shown, official, rubrics, frame)


def _pick_year(request: ExportRequest) -> int:
    asked = request.period
    if asked is None:
        return request.now.year
    if not (asked.isdecimal() and len(asked) == 4):
        fail(text.BAD_YEAR.format(asked=asked))
    return int(asked)
