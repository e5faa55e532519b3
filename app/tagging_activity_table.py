"""What the tagging page shows of sub kegiatan and agencies, and how its tables write money."""

from collections.abc import Mapping, Sequence

import pandas as pd

from app.format import format_count
from app.text import penandaan as text

_COUNTS = frozenset({"lines", "seen", "open", "tagged"})


def sum_owners(activities: pd.DataFrame) -> pd.DataFrame:
    """Sums of each agency over its offered sub kegiatan; a row an agency that somebody pairs.

    Columns: owner_code, agency, lines, open, tagged, total_idr, tagged_idr (of offered sub
    kegiatan), all_lines, activities (of all).
    """
    paired = activities.dropna(subset=["owner_code", "agency"])
    offered = paired["is_offered"].astype("int64")
    parts = paired.assign(
        lines=paired["line_count"] * offered,
        open=paired["open_count"] * offered,
        tagged=paired["tagged_count"] * offered,
        offered_idr=paired["total_idr"] * offered,
        all_lines=paired["line_count"],
        activities=1,
    )
    columns = ["lines", "open", "tagged", "offered_idr", "tagged_idr", "all_lines", "activities"]
    sums = parts.groupby(["owner_code", "agency"], sort=True)[columns].sum().reset_index()
    return sums.rename(columns={"offered_idr": "total_idr"})


def tabulate_activities(activities: pd.DataFrame) -> pd.DataFrame:
    """Sub kegiatan in words, by the keys of `text.ACTIVITY_COLUMNS`."""
    pairs = zip(activities["subkegiatan_code"], activities["subkegiatan_name"], strict=True)
    hints = zip(activities["is_marked"], activities["reasons"], strict=True)
    return activities.assign(
        name=[text.ACTIVITY_NAME.format(code=code, name=name) for code, name in pairs],
        hint=[write_hint(mark, reasons) for mark, reasons in hints],
    )[list(text.ACTIVITY_COLUMNS)]


def write_hint(mark: object, reasons: Sequence[str]) -> str:
    """Why a sub kegiatan stands in the list."""
    if mark is True:
        return text.HINT_CHOSEN
    if mark is False:
        return text.HINT_REFUSED
    return text.HINTS[reasons[0]] if reasons else text.HINT_NONE


def style_money(table: pd.DataFrame, columns: Mapping[str, str]) -> "pd.io.formats.style.Styler":
    """A table under its headings with whole numbers as Indonesians write them."""
    renamed = table.rename(columns=dict(columns))
    numbers = [
        columns[key] for key in table.columns if key.endswith(("_idr", "_count")) or key in _COUNTS
    ]
    return renamed.style.format(dict.fromkeys(numbers, _write_number))


def _write_number(value: float) -> str:
    return format_count(value, missing="–")
