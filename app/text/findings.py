"""Sentences for what importers find: what happened and what to do next."""

import re
from collections.abc import Mapping
from typing import Protocol

from app.text import (
    findings_anggaran,
    findings_ansit,
    findings_fasilitas,
    findings_impor,
    findings_pengguna,
    findings_pengukuran,
    findings_program,
    findings_sipd,
    findings_wilayah,
)

SENTENCES: dict[str, str] = {
    **findings_wilayah.SENTENCES,
    **findings_pengukuran.SENTENCES,
    **findings_impor.SENTENCES,
    **findings_pengguna.SENTENCES,
    **findings_ansit.SENTENCES,
    **findings_fasilitas.SENTENCES,
    **findings_sipd.SENTENCES,
    **findings_anggaran.SENTENCES,
    **findings_program.SENTENCES,
}


NOTHING = "tidak ada"
_END = re.compile(r"(?<=[.)])\s+(?=[A-Z])")
_MARKS = str.maketrans(",.", ".,")


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
    values = {name: _write(value) for name, value in finding.values.items()}
    return SENTENCES[finding.code].format(**values)


def describe_parts(finding: Described) -> tuple[str, str]:
    """The sentence of a finding in two: what was found, and what to do ("" where nothing is)."""
    values = {name: _write(value) for name, value in finding.values.items()}
    # The template is divided, not the sentence: a name may hold a full stop itself.
    found, *rest = _END.split(SENTENCES[finding.code], maxsplit=1)
    return found.format(**values), "".join(rest).format(**values)


def _write(value: object) -> object:
    """Figures as officials write them; four digits stay as they are, since they may be a year."""
    if value == "-":
        return NOTHING
    if isinstance(value, float):
        return f"{value:,.1f}".translate(_MARKS)
    if isinstance(value, int) and abs(value) >= 10_000:
        return f"{value:,}".translate(_MARKS)
    return value
