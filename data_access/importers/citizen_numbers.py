"""Numbers of citizens (NIK) in a table that is no list of children: such a table is refused.

Runs in the child process that reads a file, so that no number ever reaches the server.
"""

import re
from collections import Counter
from collections.abc import Sequence

from data_access.importers.cells import column_label, quoted, shown
from data_access.importers.refusal import Refused

Cells = Sequence[str | None]

# Kode provinsi, kabupaten, kecamatan; day of birth (40 more for women), month, year; a number.
_NIK = re.compile(
    r"(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{4}"
    r"(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}",
    re.ASCII,
)
_BETWEEN = str.maketrans("", "", " .-'\u00a0")
# A title, a header and its numbering may stand above the only child of a list.
_LEAST_SHARE = 0.25


def refuse_citizen_numbers(rows: Sequence[Cells], sheet: str | None) -> None:
    """Raise Refused where a column holds numbers of citizens, by its cells and not its heading."""
    found: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    first: dict[int, int] = {}
    for number, cells in enumerate(rows, start=1):
        for place, text in enumerate(cells):
            if text is None:
                continue
            filled[place] += 1
            if len(text) >= 16 and _NIK.fullmatch(shown(text).translate(_BETWEEN)):
                found[place] += 1
                first.setdefault(place, number)
    for place, count in sorted(found.items()):
        if count >= _LEAST_SHARE * filled[place]:
            label = column_label(place, _heading(rows, place))
            raise Refused("berkas_berisi_nik", sheet=sheet, row=first[place], column=label)


def _heading(rows: Sequence[Cells], place: int) -> str | None:
    """The first words in a column; never a number of a citizen itself."""
    for cells in rows:
        text = cells[place] if place < len(cells) else None
        if text is not None:
            return None if re.search(r"\d{6}", quoted(text)) else text
    return None
