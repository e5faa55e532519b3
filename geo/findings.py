"""What a reader of files found: a code with its place and figures, never a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["galat", "peringatan", "catatan"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a file.

    `severity`: "galat" stops the import, "peringatan" asks a person to look, "catatan" only
    informs. `row` counts as the file's own program shows it (Excel: 1 is the first line).
    `values` holds the figures that the sentence in `app.text` needs.
    """

    code: str
    severity: Severity
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether anything found stops the import."""
    return any(finding.severity == "galat" for finding in findings)
