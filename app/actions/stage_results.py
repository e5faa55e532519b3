"""What a step on the stages gives back: what was done, or why nothing was."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.gates import Gate
from data_access.writes.pengaturan import SettingConflict
from data_access.writes.tahapan import StageConflict, StageMove, StageOutcome

__all__ = ["Refusal", "Result", "SettingConflict", "StageConflict", "StageMove", "StageOutcome"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step was not taken: a code for `app.text.tahapan`, where, and what stands against it.

    `wilayah_code`, `stage` and `part` name the place; `gates` what is waited for; `parts` the
    parts that are not ready.
    """

    code: str
    wilayah_code: str = ""
    stage: str = ""
    part: str = ""
    gates: tuple[Gate, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one action; with refusals or conflicts nothing was written."""

    outcome: StageOutcome = field(default_factory=StageOutcome)
    refusals: tuple[Refusal, ...] = ()
    conflicts: tuple[SettingConflict, ...] = ()

    @property
    def is_done(self) -> bool:
        """Tell whether it is as the person wanted, by this click or an earlier one."""
        return not (self.refusals or self.conflicts or self.outcome.conflicts)


def refuse(*refusals: Refusal) -> Result:
    """Nothing was done, for these reasons."""
    return Result(refusals=refusals)


def join_refusals(refusals: Sequence[Refusal]) -> Result | None:
    """A result where there is any refusal, else None."""
    return Result(refusals=tuple(refusals)) if refusals else None
