"""Sentences for what importers find: what happened and what to do next."""

from collections.abc import Mapping
from typing import Protocol

from app.text import findings_impor, findings_pengukuran, findings_wilayah

SENTENCES: dict[str, str] = {
    **findings_wilayah.SENTENCES,
    **findings_pengukuran.SENTENCES,
    **findings_impor.SENTENCES,
}


class Described(Protocol):
    """What a finding offers to its sentence."""

    @property
    def code(self) -> str:
        """Which sentence."""

    @property
    def values(self) -> Mapping[str, object]:
        """Its figures."""


def describe(finding: Described) -> str:
    """The sentence of a finding with its figures filled in."""
    return SENTENCES[finding.code].format(**finding.values)
