"""All two hundred, and samples of them for what takes longer a file."""

from collections.abc import Sequence

from tests.endurance import (
    bad_csv_bytes,
    bad_csv_rows,
    bad_geo_files,
    bad_geo_rows,
    bad_meanings,
    bad_names,
    bad_workbook_cells,
    bad_workbook_parts,
)
from tests.endurance.bad_case import BadFile

WORKBOOKS = (*bad_workbook_parts.CASES, *bad_workbook_cells.CASES)
TEXTS = (*bad_csv_bytes.CASES, *bad_csv_rows.CASES)
BOUNDARIES = (*bad_geo_files.CASES, *bad_geo_rows.CASES)
MEANINGS = bad_meanings.CASES
# A name is one bad file of five kinds; here it stands for one of them each, by turns.
NAMES = tuple(bad_names.cases_of(wrong)[place % 5] for place, wrong in enumerate(bad_names.NAMES))
ALL = (*WORKBOOKS, *TEXTS, *BOUNDARIES, *NAMES, *MEANINGS)
# These take many seconds to be made, or to be sent.
_LARGE = ("bomb", "long texts", "300 MB", "40 MB", "million", "260,000", "101 MB", "five thousand")


def choose(count: int, first: int = 0) -> Sequence[BadFile]:
    """So many of the two hundred, evenly spread over their kinds, without the large ones."""
    small = [case for case in ALL if not any(word in case.wrong for word in _LARGE)]
    step = len(small) // count
    return small[first::step][:count]
