"""What an import gives back, for the command line and for screens."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from data_access.importers.layout_memory import SheetSample
from data_access.importers.matching import Unmatched
from data_access.reads.tata_letak import RememberedLayout
from data_access.writes.batches import WriteOutcome
from data_access.writes.tahapan import StageLockedError
from geo.findings import Finding

Figures = Mapping[str, int | str | None]


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """Findings, the figures of the file, and what was written (None: nothing was).

    `preview`: the first rows as they would be stored. `layout`, `sheet`: what the file was taken
    for. `unmatched`: names that a person can give their region. `samples`: the beginnings of
    sheets whose columns nobody knows. `remembered`: the columns said earlier and used now.
    """

    findings: Sequence[Finding]
    figures: Figures = field(default_factory=dict)
    written: WriteOutcome | None = None
    preview: pd.DataFrame | None = None
    layout: str | None = None
    sheet: str | None = None
    unmatched: tuple[Unmatched, ...] = ()
    samples: tuple[SheetSample, ...] = ()
    remembered: RememberedLayout | None = None

    @property
    def error_count(self) -> int:
        """How many findings stop the import."""
        return sum(finding.severity == "galat" for finding in self.findings)

    @property
    def warning_count(self) -> int:
        """How many findings ask a person to look first."""
        return sum(finding.severity == "peringatan" for finding in self.findings)


def summarise(findings: Sequence[Finding], figures: Figures) -> dict[str, object]:
    """What the history keeps of an import: counts of findings by code, and its figures."""
    return {
        "temuan": dict(Counter(finding.code for finding in findings)),
        "angka": dict(figures),
    }


def describe_lock(wilayah_code: str, state: str, year: int) -> Finding:
    """The refusal of measurements whose stage was handed in: what stands and who may open it."""
    values = {"kabupaten": wilayah_code, "tahun": str(year)}
    return Finding(f"tahapan_terkunci_{state}", "galat", values=values)


def describe_stage_error(error: StageLockedError) -> Finding:
    """`describe_lock` of what a write ran into."""
    return describe_lock(error.wilayah_code, error.state, error.year)
