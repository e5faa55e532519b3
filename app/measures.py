"""The four measures a map shows: which column, which classes, which words and colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.classes import classify
from analysis.region_table import Thresholds
from app import palette
from app.format import format_count, format_number, format_period
from app.text import measures as text

MEASURES = ("prevalensi", "stunting", "partisipasi", "perubahan")


@dataclass(frozen=True, slots=True)
class ClassStyle:
    """One class of a legend: words, colour, hatched or not, regions in it (None: not counted)."""

    label: str
    color: str
    hatch: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Painted:
    """A measure laid over a table: one entry a row of the table in each sequence.

    `classes` points into `styles`; the class after the last value class is "belum ada data".
    `doubt` says in the legend what the hatching of `uncertain` means, None where it has none.
    """

    measure: str
    title: str
    value: pd.Series
    decimals: int
    classes: np.ndarray
    uncertain: np.ndarray
    numerator: pd.Series | None
    denominator: pd.Series | None
    styles: tuple[ClassStyle, ...]
    doubt: ClassStyle | None


_COLUMNS = {
    "prevalensi": ("prevalensi_pct", "pembilang_jiwa", "penyebut_jiwa", 1),
    "stunting": ("stunting_jiwa", None, None, 0),
    "partisipasi": (
        "partisipasi_pct",
        "partisipasi_pembilang_jiwa",
        "partisipasi_penyebut_jiwa",
        1,
    ),
    "perubahan": ("perubahan_poin", None, None, 1),
}


def available_measures(table: pd.DataFrame) -> tuple[str, ...]:
    """Measures for which at least one region has a value; the number of children always."""
    return tuple(
        name for name in MEASURES if name == "stunting" or table[_COLUMNS[name][0]].notna().any()
    )


def paint(
    table: pd.DataFrame,
    measure: str,
    thresholds: Thresholds,
    count_bounds: Sequence[float],
    inside: np.ndarray | None = None,
) -> Painted:
    """Lay a measure over a region table (see `analysis.region_table.build_region_table`).

    `count_bounds`: lower bounds of the classes of numbers of children, the same in all periods.
    `inside`: rows that the legend counts (the selected region); all by default.
    """
    column, numerator, denominator, decimals = _COLUMNS[measure]
    value = table[column]
    styles = _value_styles(measure, thresholds, count_bounds)
    classes = _classes(table, measure, thresholds, count_bounds, len(styles))
    uncertain = _uncertain(table, measure)
    counted = np.ones(len(table), dtype=bool) if inside is None else inside
    full = (*styles, ClassStyle(text.NO_DATA, palette.NO_DATA_COLOR, hatch=True))
    return Painted(
        measure=measure,
        title=text.TITLES[measure],
        value=value,
        decimals=decimals,
        classes=classes,
        uncertain=uncertain,
        numerator=None if numerator is None else table[numerator],
        denominator=None if denominator is None else table[denominator],
        styles=_with_counts(full, classes, counted),
        doubt=_doubt(measure, thresholds, int(uncertain[counted].sum())),
    )


def _doubt(measure: str, thresholds: Thresholds, count: int) -> ClassStyle | None:
    if measure not in text.HATCHED:
        return None
    label = text.HATCHED[measure].format(minimum=thresholds.minimum_measured)
    return ClassStyle(label, palette.NO_TARGET_COLOR, hatch=True, count=count)


def _with_counts(
    styles: Sequence[ClassStyle], classes: np.ndarray, counted: np.ndarray
) -> tuple[ClassStyle, ...]:
    counts = np.bincount(classes[counted], minlength=len(styles))
    return tuple(
        ClassStyle(style.label, style.color, style.hatch, int(count))
        for style, count in zip(styles, counts, strict=True)
    )


def _uncertain(table: pd.DataFrame, measure: str) -> np.ndarray:
    if measure == "prevalensi":
        return np.asarray(table["terlalu_sedikit"], dtype=bool)
    if measure == "perubahan":
        return np.asarray(table["belum_meyakinkan"], dtype=bool)
    return np.zeros(len(table), dtype=bool)


def _classes(
    table: pd.DataFrame,
    measure: str,
    thresholds: Thresholds,
    count_bounds: Sequence[float],
    missing: int,
) -> np.ndarray:
    bounds = {
        "prevalensi": thresholds.prevalence_bounds,
        "stunting": tuple(count_bounds),
        "partisipasi": thresholds.participation_bounds,
        "perubahan": (-np.inf, *thresholds.change_bounds),
    }[measure]
    classes = np.asarray(classify(table[_COLUMNS[measure][0]], bounds), dtype=np.int16)
    if measure == "partisipasi":
        # Above 100 % is a class of its own: flagged, never clipped.
        classes = np.where(table["di_atas_100"].to_numpy(dtype=bool), missing - 1, classes)
    return np.where(classes < 0, missing, classes).astype(np.int64)


def _value_styles(
    measure: str, thresholds: Thresholds, count_bounds: Sequence[float]
) -> tuple[ClassStyle, ...]:
    if measure == "stunting":
        labels = _count_labels(count_bounds)
        colors = palette.pick_count_colors(len(labels))
        return tuple(map(ClassStyle, labels, colors))
    if measure == "perubahan":
        return tuple(
            map(ClassStyle, _named(measure, thresholds.change_bounds), palette.CHANGE_COLORS)
        )
    if measure == "partisipasi":
        labels = [*_named(measure, thresholds.participation_bounds[1:]), text.ABOVE_100]
        colors = (*palette.PARTICIPATION_COLORS, palette.ANOMALY_COLOR)
        return tuple(map(ClassStyle, labels, colors))
    labels = _named(measure, thresholds.prevalence_bounds[1:])
    return tuple(map(ClassStyle, labels, palette.PREVALENCE_COLORS))


def _named(measure: str, inner: Sequence[float]) -> list[str]:
    """Class names with their ranges; `inner` are the bounds between the classes."""
    shown = [format_number(bound) for bound in inner]
    ranges = [text.RANGE_BELOW.format(upper=shown[0])]
    ranges += [text.RANGE.format(lower=low, upper=high) for low, high in pairwise(shown)]
    ranges.append(text.RANGE_ABOVE.format(lower=shown[-1]))
    names = text.CLASS_NAMES[measure]
    return [f"{name} ({reach})" for name, reach in zip(names, ranges, strict=True)]


def _count_labels(bounds: Sequence[float]) -> list[str]:
    labels = [
        text.COUNT_RANGE.format(lower=format_count(low), upper=format_count(high - 1))
        for low, high in pairwise(bounds)
    ]
    return [*labels, text.COUNT_ABOVE.format(lower=format_count(bounds[-1]))]


def note_rows(table: pd.DataFrame, measure: str) -> list[str]:
    """What a reader must know of a region's figure, "" where nothing."""
    few = table["terlalu_sedikit"].to_numpy(dtype=bool)
    above = table["di_atas_100"].to_numpy(dtype=bool)
    unsure = table["belum_meyakinkan"].to_numpy(dtype=bool) & table["perubahan_poin"].notna()
    notes = []
    for index, measured in enumerate(table["diukur_jiwa"]):
        parts = []
        if few[index]:
            parts.append(text.NOTE_TOO_FEW.format(count=format_count(measured)))
        if above[index]:
            parts.append(text.NOTE_ABOVE_100)
        if measure == "perubahan" and unsure.iloc[index]:
            parts.append(text.NOTE_UNCERTAIN)
        notes.append("; ".join(parts))
    return notes


def list_legend(painted: Painted) -> list[ClassStyle]:
    """All lines of the legend: the classes, "belum ada data", and what the hatching means."""
    return [*painted.styles, *([painted.doubt] if painted.doubt else [])]


def describe_tooltip(painted: Painted, compare: str | None) -> tuple[str, str, str, str]:
    """Title, value, uncertain and short templates of the tooltip, with {v} {k} {n} left in."""
    since = format_period(compare) if compare else ""
    return (
        text.LABELS[painted.measure],
        text.TOOLTIPS[painted.measure].replace("{compare}", since),
        text.UNCERTAIN[painted.measure].replace("{compare}", since),
        text.SHORT[painted.measure],
    )
