"""What handing in a budget is asked with and what it gives back."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from app.actions.outcome import ImportOutcome
from data_access.importers.layout_memory import HandLayout
from data_access.writes.anggaran import SnapshotOutcome

__all__ = ["BudgetOutcome", "BudgetRequest", "SnapshotOutcome"]


@dataclass(frozen=True, slots=True)
class BudgetRequest:
    """A file of one snapshot: whose budget, which year, `kind` rencana, murni or perubahan.

    `layout`: the meaning of the columns, where a person said it just now.
    """

    path: Path
    wilayah_code: str
    year: int
    kind: str
    nomenclature: str | None = None
    layout: HandLayout | None = None


@dataclass(frozen=True, slots=True)
class BudgetOutcome(ImportOutcome):
    """As every import, and what the file means for each SKPD.

    `agencies`: a row an SKPD, in the order of the file: name, owner_code, agency (None: nobody
    tags them yet), line_count, total_idr, before_idr (NA: not stored yet), new, changed,
    refreshed, gone, same (lines), lost_tags, is_locked (its tags are handed in).
    """

    agencies: pd.DataFrame | None = None
    stored: SnapshotOutcome | None = None
