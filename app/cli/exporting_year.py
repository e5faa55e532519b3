"""`konvergensi export program` and `tahapan`: programmes of desa and partners, stages of a year."""

from app.cli.export_request import ExportRequest
from app.cli.printing import fail
from app.documents.exported import Exported
from app.documents.guideline_monitoring import export_stages
from app.documents.guideline_semester import export_programmes
from app.format import format_date
from app.guideline_case import GuidelineCase
from app.guideline_list import find_level
from app.text import dokumen as text
from app.text import dukungan as support_text
from app.text import exports
from app.text.screens import DEMO_MARK
from data_access.reads.program_mitra import read_programs


def tabulate_programmes(request: ExportRequest) -> Exported:
    """The programmes of a region and all inside it in a year (`--periode`, this year else)."""
    year = _pick_year(request)
    rows = read_programs(request.engine, request.region.code, year)
    if rows.empty:
        fail(text.NO_PROGRAMMES_OF.format(name=request.region.name, year=year))
    return export_programmes(rows, _list_notes(request, year))


def tabulate_stages(request: ExportRequest) -> Exported:
    """The stages of a region and of those right below it in a year of the cycle."""
    year, code = _pick_year(request), request.region.code
    if find_level(code) is None:
        fail(text.NO_STAGES_OF.format(name=request.region.name))
    exported = export_stages(GuidelineCase(request.engine, code, year), _list_notes(request, year))
    if request.level is None:
        return exported
    kept = exported.table["level"] == request.level
    return Exported(
        exported.table[kept].reset_index(drop=True),
        exported.columns,
        exported.sheet,
        exported.notes,
    )


def _pick_year(request: ExportRequest) -> int:
    asked = request.period
    if asked is None:
        return request.now.year
    if not (asked.isdecimal() and len(asked) == 4):
        fail(support_text.EXPORT_BAD_YEAR.format(asked=asked))
    return int(asked)


def _list_notes(request: ExportRequest, year: int) -> list[tuple[str, str]]:
    notes = [
        (exports.NOTE_REGION, request.region.name),
        (text.NOTE_YEAR, str(year)),
        (exports.NOTE_MADE, format_date(request.now)),
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if request.is_demo else notes
