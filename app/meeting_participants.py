"""The list of participants as a sheet: what it starts from, and what was changed in it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from app.actions.rembuk_outcomes import ParticipantDraft, RowChange
from app.meeting_loaders import Participant
from app.text import rembuk as text

COLUMNS = ("element", "name", "office", "present")
_PRESENT = {True: text.PRESENT, False: text.ABSENT, None: None}
_SAID = {text.PRESENT: True, text.ABSENT: False}


@dataclass(slots=True)
class ParticipantSheet:
    """The rows as they were when the person began, and the token of this sheet's editor."""

    rows: tuple[Participant, ...]
    token: str = field(default_factory=lambda: secrets.token_hex(8))

    def tabulate(self) -> pd.DataFrame:
        """The sheet's starting table: a row a participant, indexed by its place."""
        cells = [
            (each.element, each.name, each.office, _PRESENT[each.is_present]) for each in self.rows
        ]
        return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object)


def find_changes(sheet: ParticipantSheet, edited: pd.DataFrame) -> tuple[list[RowChange], int]:
    """What was added, changed and removed; and how many rows lack an element.

    `edited`: the editor's table, whose rows keep the index of the starting table.
    """
    changes, lacking = [], 0
    kept = set()
    for index, row in edited.iterrows():
        draft = _draft(row)
        base = _base(sheet.rows, index)
        kept |= {index} if base is not None else set()
        if draft == ParticipantDraft(""):
            if base is not None:
                kept.discard(index)  # a row emptied is a row removed
            continue
        if not draft.element:
            lacking += 1
        elif base is None or draft != draft_of(base):
            changes.append(RowChange(base, draft))
    gone = [row for place, row in enumerate(sheet.rows) if place not in kept]
    return [*changes, *(RowChange(row, None) for row in gone)], lacking


def draft_of(row: Participant) -> ParticipantDraft:
    """What a stored participant says."""
    return ParticipantDraft(row.element, row.name, row.office, row.is_present)


def _base(rows: Sequence[Participant], index: object) -> Participant | None:
    return rows[index] if isinstance(index, int) and 0 <= index < len(rows) else None


def _draft(row: "pd.Series[object]") -> ParticipantDraft:
    element, name, office = (_tidy(row[each]) for each in COLUMNS[:3])
    present = _SAID.get(str(row["present"]).strip().lower())
    return ParticipantDraft(element or "", name, office, present)


def _tidy(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
