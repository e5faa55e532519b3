"""The three answers on the budget, as a meeting sees them and keeps them."""

from typing import Any

from sqlalchemy import Engine

from analysis.budget_lamps import Lamp, light_lamps
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2
from analysis.problem_settings import ProblemSettings
from app.budget_figures import DESA, find_owner, pick_snapshot, read_thresholds
from app.meeting_sources import Sources
from app.problem_figures import Pairing
from data_access.reads import anggaran

_PRIORITY = (TYPE_1, TYPE_2, MIXED)


def freeze_budget(
    engine: Engine, pairing: Pairing, settings: ProblemSettings, year: int, sources: Sources
) -> dict[str, Any] | None:
    """The lamps of a region from the budget in force in a year; None where there is no budget.

    A kecamatan is seen in its kabupaten's budget, against the same problem places as on the page
    Anggaran.
    """
    code, owner = pairing.scope_code, find_owner(pairing.scope_code)
    snapshots = anggaran.read_snapshots(engine, owner)
    if not snapshots:
        return None
    snapshot = pick_snapshot(snapshots, year)
    gaps = sources.gaps(snapshot, pairing.period)
    of_owner = Pairing(owner, pairing.period, pairing.source, pairing.measured)
    table = sources.problems(of_owner, settings).table
    hit = table[table["tipe"].isin(_PRIORITY) & (table["level"] == DESA)]["region_code"]
    priority = [each for each in hit if each.startswith(f"{code}.")]
    lamps = light_lamps(gaps.of(code), gaps.desa_inside(code), priority, read_thresholds())
    return {"year": snapshot.year, "kind": snapshot.kind, "lamps": [_to_row(e) for e in lamps]}


def lamp_from(row: dict[str, Any]) -> Lamp:
    """A frozen lamp as `app.budget_words` writes it."""
    return Lamp(row["question"], row["state"], row["reason"], row["figures"])


def _to_row(lamp: Lamp) -> dict[str, Any]:
    figures = {name: _plain(value) for name, value in lamp.figures.items()}
    return {
        "question": lamp.question,
        "state": lamp.state,
        "reason": lamp.reason,
        "figures": figures,
    }


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value
