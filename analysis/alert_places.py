"""Which places an alert names, the worst first."""

from collections.abc import Sequence

import pandas as pd

_KABUPATEN_LENGTH = 5
Named = tuple[str, str]
"""Two texts that belong together: a region's code and name, or two periods."""


def code_and_name(rows: pd.DataFrame) -> tuple[Named, ...]:
    """Codes and names of the rows of a region table, in their order."""
    return tuple(zip(rows["code"].astype(str), rows["name"].astype(str), strict=True))


def name_worst(rows: pd.DataFrame, figure: str) -> tuple[Named, ...]:
    """Codes and names of the regions in rows (region_code, name), the largest figure first."""
    first = rows.sort_values(figure, ascending=False, kind="stable")
    once = first.drop_duplicates("region_code")
    return tuple(zip(once["region_code"].astype(str), once["name"].astype(str), strict=True))


def lift(codes: pd.Series, scope: str) -> pd.Series:
    """The places that an alert of `scope` names: a province's are kabupaten, others' are desa."""
    return codes.str[:_KABUPATEN_LENGTH] if len(scope) < _KABUPATEN_LENGTH else codes


def count_places(rows: pd.DataFrame) -> Sequence[str]:
    """The regions in rows, those that come up most often first."""
    return [str(code) for code in rows["region_code"].value_counts(sort=True).index]
