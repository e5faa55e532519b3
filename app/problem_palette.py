"""Colours of the problem types and of the statuses of services; see `app.palette` for the rules."""

from analysis.coverage_status import (
    ANOMALY,
    FAR,
    MIDYEAR,
    NEAR,
    NEUTRAL,
    NO_DATA,
    NO_TARGET,
    REACHED,
)
from analysis.problem_locations import GOOD, MIXED, TYPE_1, TYPE_2, UNKNOWN, WATCH
from app import palette

TYPE_COLORS = {
    TYPE_1: palette.PROBLEM_COLORS["tipe_1"],
    TYPE_2: palette.PROBLEM_COLORS["tipe_2"],
    # Between type 1 and type 2 in meaning; lighter than both, darker than "waspada".
    MIXED: "#e08214",
    WATCH: palette.PROBLEM_COLORS["waspada"],
    GOOD: palette.PROBLEM_COLORS["baik"],
    UNKNOWN: palette.NO_DATA_COLOR,
}
# Of a figure that rests on too few children; a type's own colour would say something else.
FEW_COLOR = "#fff3cd"
# Meaning never rests on colour alone: each type has a sign of its own in the quadrant too.
TYPE_SYMBOLS = {
    TYPE_1: "circle",
    TYPE_2: "diamond",
    MIXED: "square",
    WATCH: "triangle-up",
    GOOD: "circle-open",
    UNKNOWN: "x",
}
STATUS_COLORS = {
    REACHED: palette.COVERAGE_COLORS["tercapai"],
    NEAR: palette.COVERAGE_COLORS["hampir"],
    FAR: palette.COVERAGE_COLORS["jauh"],
    ANOMALY: palette.COVERAGE_COLORS["anomali"],
    NO_TARGET: palette.NO_TARGET_COLOR,
    NEUTRAL: palette.NO_TARGET_COLOR,
    MIDYEAR: palette.NO_TARGET_COLOR,
    NO_DATA: palette.NO_DATA_COLOR,
}


def style_cell(color: str) -> str:
    """The CSS of a table's cell on a colour, its text in the shade that reads better."""
    return f"background-color: {color}; color: {palette.text_color_on(color)}"
