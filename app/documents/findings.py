"""What was found in a file, as a table for screens and as Excel to mend the file by."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from app.documents.columns import Column
from app.documents.excel import write_workbook
from app.format import format_date
from app.text import uploads as text
from app.text.findings import describe_parts
from geo.findings import Finding

_ORDER = ("galat", "peringatan", "catatan")
_WIDTHS = {"severity": 12, "sheet": 18, "column": 18, "what": 70, "remedy": 60}
COLUMNS = [
    Column(key, heading, "count" if key == "row" else "text", _WIDTHS.get(key))
    for key, heading in text.FINDING_COLUMNS.items()
]


def tabulate_findings(findings: Sequence[Finding]) -> pd.DataFrame:
    """A row a finding, errors first: severity in words, sheet, row, column, what, remedy."""
    ordered = sorted(findings, key=lambda finding: _ORDER.index(finding.severity))
    records = []
    for finding in ordered:
        what, remedy = describe_parts(finding)
        records.append(
            {
                "severity": text.SEVERITY[finding.severity],
                "sheet": finding.sheet,
                "row": finding.row,
                "column": finding.column,
                "what": what,
                "remedy": remedy or text.NO_REMEDY,
            }
        )
    frame = pd.DataFrame(records, columns=list(text.FINDING_COLUMNS))
    return frame.astype({"row": "Int64"})


def count_findings(findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity, in words."""
    counts: Counter[str] = Counter(finding.severity for finding in findings)
    return text.FINDING_COUNTS.format(**{severity: counts[severity] for severity in _ORDER})


def write_findings(findings: Sequence[Finding], file_name: str, checked_on: datetime) -> bytes:
    """The findings of a file as an Excel workbook."""
    notes = [
        (text.NOTE_FILE, file_name),
        (text.NOTE_MADE, format_date(checked_on)),
        (text.NOTE_COUNTS, count_findings(findings)),
    ]
    return write_workbook(tabulate_findings(findings), COLUMNS, text.FINDINGS_SHEET, notes)
