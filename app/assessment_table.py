"""The table of all regions below: a row each with total, class, change and components, painted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.monev import Assessment
from analysis.monev_effect import compare_years
from app.assessment_palette import CLASS_COLORS
from app.assessment_words import name_class, write_change, write_class, write_score
from app.painted import keep_painted
from app.problem_palette import style_cell
from app.text import penilaian as text
from data_access.reads.penilaian import Result

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler


@dataclass(frozen=True, slots=True)
class RegionTable:
    """The table as it is shown, with the code of each row's region."""

    codes: tuple[str, ...]
    painted: "Styler"


def tabulate_regions(
    shown: Sequence[Assessment],
    before: Mapping[str, Assessment],
    official: Mapping[str, Result],
) -> RegionTable:
    """A row a region, the highest total first; `before`: a year before, `official`: by code."""
    ordered = sorted(shown, key=lambda each: (-(each.total or -1), each.region_code))
    codes = tuple(each.region_code for each in ordered)
    table = _tabulate(ordered, before)
    if official:
        table.insert(3, text.COLUMNS["resmi"], [_name_official(official, c) for c in codes])
    return RegionTable(codes, keep_painted(_style(table, ordered)))


def _tabulate(ordered: Sequence[Assessment], before: Mapping[str, Assessment]) -> pd.DataFrame:
    columns = text.COLUMNS
    rows = []
    for each in ordered:
        change = compare_years(each, before.get(each.region_code))[0].points
        scores = {text.COMPONENTS_SHORT[part.code]: part.score for part in each.components}
        rows.append(
            {
                columns["name"]: each.name,
                columns["nilai"]: each.total,
                columns["kelas"]: write_class(each),
                columns["perubahan"]: write_change(change),
                **scores,
            }
        )
    table = pd.DataFrame(rows)
    numbers = [columns["nilai"], *text.COMPONENTS_SHORT.values()]
    table[numbers] = table[numbers].astype("float64")
    return table


def _name_official(official: Mapping[str, Result], code: str) -> str | None:
    found = official.get(code)
    return None if found is None else name_class(found.class_name)


def _style(table: pd.DataFrame, ordered: Sequence[Assessment]) -> "Styler":
    colors = [style_cell(CLASS_COLORS[e.class_name]) if e.class_name else "" for e in ordered]
    numbers = [text.COLUMNS["nilai"], *text.COMPONENTS_SHORT.values()]
    return table.style.format(write_score, subset=numbers, na_rep=text.DASH).apply(
        lambda _: colors, subset=[text.COLUMNS["kelas"]]
    )
