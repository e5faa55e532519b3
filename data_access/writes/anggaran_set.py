"""What an import of a budget brings, and what storing it came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.budget_calendar import find_cycle_year, find_stage
from data_access.importers.sipd_lines import BudgetLine
from data_access.writes.batches import WriteOutcome
from data_access.writes.cell_changes import StagePart
from geo.codes import level_of

Pair = tuple[str, str]
"""Who tags an agency's lines: region of the agency, and its short name (dinkes, setcam, ...)."""


@dataclass(frozen=True, slots=True)
class SnapshotSet:
    """Lines of one snapshot of one region's budget, ready to store.

    The lines of the SKPD that stand here replace what the snapshot holds of these SKPD; other
    SKPD stay. `kind`: rencana, murni or perubahan. `pairing`: who tags the lines of an SKPD that
    nobody paired yet, None where it is not certain; by the SKPD's name.
    """

    wilayah_code: str
    year: int
    kind: str
    nomenclature: str | None
    lines: Sequence[BudgetLine]
    pairing: Mapping[str, Pair | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SnapshotOutcome(WriteOutcome):
    """What a save did, in lines: `changed` had other figures, `refreshed` only other words or
    realisation (their tags stay), `gone` are no longer in the file, `lost_tags` went with changed
    and gone lines, `carried_tags` came from the earlier snapshot of the same year."""

    new: int = 0
    changed: int = 0
    refreshed: int = 0
    gone: int = 0
    same: int = 0
    lost_tags: int = 0
    carried_lines: int = 0
    carried_tags: int = 0


def part_of(pair: Pair, kind: str, year: int) -> StagePart:
    """The part of the stage in which an agency tags a snapshot of a budget year."""
    owner_code, agency = pair
    stage = find_stage(kind, level_of(owner_code))
    return StagePart(owner_code, find_cycle_year(kind, year), stage, agency)
