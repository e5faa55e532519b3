"""What has become of a proposal, and what of a line's realisation is its own."""

from collections.abc import Iterable

DECLINING = frozenset({"ditunda", "ditolak"})
NOT_MATCHED, NOT_PURSUED = "belum_dicocokkan", "tidak_dilanjutkan"
UNDECIDED = "belum_diputuskan"
_AGREED, _NOT_YET = "disepakati", "belum"


def share_realised(
    amount_idr: int | None, total_idr: int, realisation_idr: int | None
) -> int | None:
    """What of a line's realisation falls to a proposal that was given a part of the line.

    In proportion to its part, rounded half up; the whole where no part was stated. None: not told.
    """
    if realisation_idr is None:
        return None
    if amount_idr is None or total_idr <= 0:
        return realisation_idr
    part = min(amount_idr, total_idr)
    return (2 * realisation_idr * part + total_idr) // (2 * total_idr)


def name_fate(decision: str, higher: str | None, fate: str | None) -> str:
    """How far a proposal has come: its fate where stated, else what it waits for.

    `higher`: the last decision of a meeting above, None where none has spoken.
    """
    if fate is not None:
        return fate
    if decision in DECLINING or higher in DECLINING:
        return NOT_PURSUED
    return NOT_MATCHED if decision == _AGREED else UNDECIDED


def last_decision(decisions: Iterable[str]) -> str | None:
    """What the highest meeting that decided has decided; `decisions`: the lowest first."""
    made = [each for each in decisions if each != _NOT_YET]
    return made[-1] if made else None
