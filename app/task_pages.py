"""On which page the work of a stage is done, and the address that opens it there."""

from analysis.budget_calendar import SNAPSHOT_STAGES, find_cycle_year
from analysis.stages import Stage
from app.text.anggaran import KINDS_OF_SNAPSHOT
from app.text.dukungan import VIEWS

STEPS_PAGE = "tahapan"
_PAGES = {
    "target": "target",
    "pra-musrenbang": "rembuk",
    "penilaian": "penilaian",
    "regulasi": "dukungan",
    "publikasi": "dukungan",
}
_MEASURED = "kabupaten.pengukuran"
_SNAPSHOT_KEY = "potret"


def find_page(stage: Stage) -> str:
    """The page where a stage's figures are entered; "tahapan" where only its steps are taken."""
    if stage.is_entered_here:
        return "isian"
    if stage.code == _MEASURED:
        return "data_masuk"
    if _find_kind(stage) is not None:
        return "penandaan"
    return _PAGES.get(stage.short, STEPS_PAGE)


def list_query(stage: Stage, year: int) -> dict[str, str]:
    """What the address says beside region, year and stage: which budget is tagged in a stage."""
    if stage.short in VIEWS:
        return {"dukungan": VIEWS[stage.short]}
    kind = _find_kind(stage)
    if kind is None:
        return {}
    budget_year = next(each for each in (year, year + 1) if find_cycle_year(kind, each) == year)
    return {_SNAPSHOT_KEY: KINDS_OF_SNAPSHOT[kind].format(year=budget_year)}


def _find_kind(stage: Stage) -> str | None:
    found = (kind for kind, short in SNAPSHOT_STAGES.items() if short == stage.short)
    return next(found, None)
