"""What an import gives back, for the command line and for screens."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data_access.writes.batches import WriteOutcome
from geo.findings import Finding

Figures = Mapping[str, int | str | None]


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """Findings, the figures of the file, and what was written (None: nothing was)."""

    findings: Sequence[Finding]
    figures: Figures = field(default_factory=dict)
    written: WriteOutcome | None = None

    @property
    def error_count(self) -> int:
        """How many findings stop the import."""
        return sum(finding.severity == "galat" for finding in self.findings)


def summarise(findings: Sequence[Finding], figures: Figures) -> dict[str, object]:
    """What the history keeps of an import: counts of findings by code, and its figures."""
    return {
        "temuan": dict(Counter(finding.code for finding in findings)),
        "angka": dict(figures),
    }
