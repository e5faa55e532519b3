"""What "relatif tinggi", "rendah" and "sebagian besar" mean: no guideline fixes them.

The guideline (Bab II, agenda of the cross-sector meeting, points 5 and 6) speaks of places with
"prevalensi stunting yang relatif tinggi" and coverage "rendah" or "baik" "di sebagian besar
intervensi gizi", and gives no figure for any of the three.
"""

from dataclasses import dataclass

ABOVE_PARENT = "di atas induk"
ABOVE_TARGET = "di atas target"
WHO_HIGH = "WHO tinggi"
UPPER_THIRD = "sepertiga teratas"
HIGH_RULES = (ABOVE_PARENT, ABOVE_TARGET, WHO_HIGH, UPPER_THIRD)

BELOW_TARGET = "di bawah target"
BELOW_CUTOFF = "di bawah batas"
LOW_RULES = (BELOW_TARGET, BELOW_CUTOFF)


@dataclass(frozen=True, slots=True)
class ProblemSettings:
    """The settings in force, printed with every list that is made with them.

    high: above the selected region's own figure; above the place's target; at least
    `who_high_pct` percent; or among the upper third of the places of its level. low: coverage
    below its target, or below `cutoff_pct` percent. most_share: "sebagian besar" is more than this
    part of the assessed services. A place is judged from `minimum_services` assessed services and
    `minimum_measured` measured children on. Raises ValueError for settings that contradict
    themselves: at less than a half, most services could be low and good at once.
    """

    minimum_services: int
    minimum_measured: int
    who_high_pct: float
    cutoff_pct: float
    most_share: float = 0.5
    high: str = ABOVE_PARENT
    low: str = BELOW_TARGET

    def __post_init__(self) -> None:
        if self.high not in HIGH_RULES or self.low not in LOW_RULES:
            raise ValueError(f"unknown rule: {self.high} / {self.low}")
        if not 0.5 <= self.most_share < 1:
            raise ValueError(f"most must be at least a half and below all: {self.most_share}")
        if not 0 < self.cutoff_pct <= 100:
            raise ValueError(f"a cut-off of coverage lies in 0 to 100 %: {self.cutoff_pct}")
        if self.minimum_services < 1 or self.minimum_measured < 1:
            raise ValueError("at least one service and one measured child")
