"""When which snapshot of a budget is tagged, and which snapshot it is compared with."""

SNAPSHOT_STAGES = {
    "murni": "penandaan-berjalan",
    "perubahan": "penandaan-perubahan",
    "rencana": "penandaan-depan",
}
"""The stage of the yearly cycle in which the lines of a snapshot are tagged.

Source: pedoman 2024, Bab II and III: January-February (budget of the running year), October
(after its change), July (plan of the next year).
"""
_BEFORE = {"perubahan": "murni", "murni": "rencana"}


def find_cycle_year(kind: str, budget_year: int) -> int:
    """The year of the cycle in which a snapshot is tagged: the plan of 2027 in July 2026."""
    return budget_year - 1 if kind == "rencana" else budget_year


def find_stage(kind: str, level: str) -> str:
    """The code of the stage, e.g. "kabupaten.penandaan-berjalan", for an agency of a level."""
    return f"{level}.{SNAPSHOT_STAGES[kind]}"


def find_earlier_kind(kind: str) -> str | None:
    """The snapshot of the same budget year that an unchanged line takes its tags from."""
    return _BEFORE.get(kind)
