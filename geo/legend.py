"""One line of a legend, for every map that leaves the screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LegendItem:
    """Words, colour "#rrggbb", hatched or not, and the regions in it as text ("12", or None)."""

    label: str
    color: str
    hatch: bool = False
    count: str | None = None
