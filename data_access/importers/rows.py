"""Rows of units with their counts, as every layout of a measurement file gives them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data_access.importers.cells import column_label, quoted, shown
from data_access.importers.numbers import Fault, is_missing, read_count
from geo.findings import Finding

Cells = Sequence[str | None]
Rows = Sequence[Cells]

CLASSES = ("sangat_pendek", "pendek", "normal", "tinggi")
COUNTS = ("sasaran", *CLASSES, "outlier", "stunting", "diukur")
_TOTAL_WORDS = frozenset(["jumlah", "total", "grand total", "jumlah total", "total jumlah"])


@dataclass(slots=True)
class UnitRow:
    """One unit of a file: `row` counts as Excel does, `counts` holds children (COUNTS as keys).

    Names are as the file writes them; `level` is known where the layout tells it.
    """

    row: int
    name: str
    level: str | None = None
    code: str | None = None
    bps_code: str | None = None
    kecamatan: str | None = None
    kabupaten: str | None = None
    counts: dict[str, int | None] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether the file lists the unit and says nothing about it ("-")."""
        return all(count is None for count in self.counts.values())


@dataclass(slots=True)
class Parsed:
    """What one sheet gave: rows of units, findings, when the data were drawn
    and the month that the title states (YYYY-MM)."""

    rows: list[UnitRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    source_date: str | None = None
    stated_period: str | None = None


def cell(cells: Cells, index: int | None) -> str | None:
    """Give a row's cell, None beyond its end or where the column is absent."""
    return cells[index] if index is not None and index < len(cells) else None


def is_total(cells: Cells) -> bool:
    """Tell whether a row holds totals: its first text says "JUMLAH" or "TOTAL"."""
    texts = [shown(text) for text in cells if shown(text)]
    return bool(texts) and texts[0].casefold().strip(" :.") in _TOTAL_WORDS


def is_numbering(cells: Cells) -> bool:
    """Tell whether a row numbers the columns: 1, 2, 3, ..."""
    texts = [shown(text).strip("().") for text in cells]
    filled = [(place, text) for place, text in enumerate(texts, start=1) if text]
    return len(filled) > 2 and all(text == str(place) for place, text in filled)


def read_counts(
    cells: Cells, columns: Mapping[str, int], header: Cells, sheet: str | None, row: int
) -> tuple[dict[str, int | None], list[Finding]]:
    """Read the count columns of one row; a cell that is no count is a "galat" with its place."""
    counts: dict[str, int | None] = {}
    findings: list[Finding] = []
    for name in COUNTS:
        if name not in columns:
            continue
        value = read_count(cell(cells, columns[name]))
        if isinstance(value, Fault):
            label = column_label(columns[name], cell(header, columns[name]))
            findings.append(Finding(value.code, "galat", sheet, row, label, {"isi": value.text}))
            value = None
        counts[name] = value
    return counts, findings


def complete_counts(counts: dict[str, int | None], sheet: str | None, row: int) -> list[Finding]:
    """Fill `stunting` and `diukur` from the classes, and hold stated totals against them.

    stunting = sangat pendek + pendek; diukur = the four classes without outliers. A stated
    number of measured children that includes the outliers is replaced and noted.
    """
    findings = []
    short = [counts.get(name) for name in CLASSES[:2]]
    every = [counts.get(name) for name in CLASSES]
    for name, parts in (("stunting", short), ("diukur", every)):
        stated = counts.get(name)
        known = [part for part in parts if part is not None]
        computed = sum(known) if len(known) == len(parts) else None
        counts[name] = stated if computed is None else computed
        if computed is None or stated is None or stated == computed:
            continue
        values = {"ukuran": name, "tercatat": stated, "dihitung": computed}
        if name == "diukur" and stated == computed + (counts.get("outlier") or 0):
            findings.append(
                Finding("diukur_termasuk_pencilan", "catatan", sheet, row, None, values)
            )
        else:
            findings.append(Finding("jumlah_kelas_beda", "galat", sheet, row, None, values))
    stunting, measured = counts.get("stunting"), counts.get("diukur")
    if stunting is not None and measured is not None and stunting > measured:
        values = {"stunting": stunting, "diukur": measured}
        findings.append(Finding("stunting_lebih_dari_diukur", "galat", sheet, row, None, values))
    return findings


def compare_totals(
    rows: Iterable[UnitRow],
    stated: Cells,
    *,
    columns: Mapping[str, int],
    header: Cells,
    sheet: str | None,
    row: int,
) -> list[Finding]:
    """Hold a row of totals against the sums of the rows as read; call before completing them."""
    listed = list(rows)
    findings = []
    for name, index in columns.items():
        total = read_count(cell(stated, index)) if name in COUNTS else None
        if not isinstance(total, int):
            continue
        computed = sum(unit.counts.get(name) or 0 for unit in listed)
        if total != computed:
            label = column_label(index, cell(header, index))
            values = {"tercatat": total, "dihitung": computed}
            findings.append(Finding("jumlah_total_beda", "galat", sheet, row, label, values))
    return findings


def too_wide(cells: Cells, header: Cells, sheet: str | None, row: int) -> list[Finding]:
    """Report a row with more filled cells than the header has: its columns have shifted."""
    width = max((i + 1 for i, text in enumerate(header) if not is_missing(text)), default=0)
    if len(cells) <= width or all(is_missing(text) for text in cells[width:]):
        return []
    return [
        Finding(
            "baris_kolom_lebih",
            "galat",
            sheet,
            row,
            column_label(len(cells) - 1, None),
            {"kolom": width, "isi": len(cells)},
        )
    ]


def one_line(text: str | None) -> str:
    """Give a name on one line: line breaks and runs of spaces become one space."""
    return " ".join(shown(text).split())


def is_nameless(text: str | None) -> bool:
    """Tell whether a name is not given. "NA" is a name: several desa are called so."""
    return one_line(text).strip("-–—.") == ""


def list_headers(header: Cells) -> str:
    """List the headers found, for a report."""
    return "; ".join(quoted(text) for text in header if shown(text))
