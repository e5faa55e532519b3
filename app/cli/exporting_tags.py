"""`konvergensi export penandaan`: every tag of a budget, in the guideline's layout."""

from app.budget_words import key_snapshot, name_snapshot
from app.cli.export_request import ExportRequest
from app.cli.printing import fail
from app.documents.exported import Exported
from app.documents.penandaan import export_tags, list_notes
from app.tagging_figures import tabulate_tags as tabulate
from app.text import penandaan as text
from data_access.reads.anggaran import Snapshot, read_snapshots

_LENGTH = 5


def tabulate_tags(request: ExportRequest) -> Exported:
    """The tags of a region's newest budget, or of the one that `--periode 2026-murni` names.

    For a kecamatan: those of its own SKPD in the kabupaten's budget.
    """
    code = request.region.code
    snapshot = _pick(request, read_snapshots(request.engine, code[:_LENGTH]))
    owner = (code, "setcam") if len(code) > _LENGTH else None
    notes = list_notes(
        request.region.name,
        name_snapshot(snapshot),
        snapshot.nomenclature,
        state=None,
        agency=None,
        demo=request.is_demo,
        made_on=request.now,
    )
    return export_tags(tabulate(request.engine, snapshot, owner), notes)


def _pick(request: ExportRequest, snapshots: tuple[Snapshot, ...]) -> Snapshot:
    """The snapshot asked for, else the newest; ends without any."""
    name = request.region.name
    known = {key_snapshot(each): each for each in snapshots}
    if not known:
        fail(text.NO_SNAPSHOT.format(name=name))
    if request.period is not None and request.period not in known:
        words = {"name": name, "period": request.period, "known": ", ".join(known)}
        fail(text.NO_SNAPSHOT_PERIOD.format(**words))
    return known[request.period] if request.period is not None else snapshots[0]
