"""What a recorder sees and types in the grid of proposals, between one save and the next.

Every committed cell is stored at once. The sheet remembers, by the row's place in the grid, which
stored proposal stands there, and what was typed that cannot be stored (yet). Places stay until
the grid is made anew (`round`), since an editor tells its edits by position.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from app.actions.usulan_reading import NO_REASON, CellFault, RowReading, read_row
from app.proposal_books import Books
from app.proposal_words import COLUMNS, write_cells, write_number
from app.text import usulan as text
from data_access.reads.usulan import Proposal
from data_access.writes.usulan import ProposalChange

BLANK_ROWS, FEWEST_BLANK = 40, 5
CHOSEN = "chosen"
_HEADINGS = {heading: column for column, heading in text.COLUMNS.items()}


@dataclass(frozen=True, slots=True)
class RowConflict:
    """A row that somebody else changed meanwhile; `theirs` None: removed."""

    values: Mapping[str, Any]
    base: Proposal
    theirs: Proposal | None


@dataclass(slots=True)
class SheetRow:
    """One row of the grid: what is stored (None: nothing yet) and what is typed over it.

    `texts`: the stored one as cells. `typed`: cells that say something else. `seed`: what had
    been typed when the grid was last made anew. `insists`: what is typed goes over what somebody
    else stored.
    """

    base: Proposal | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    seed: dict[str, str] = field(default_factory=dict)
    is_chosen: bool = False
    faults: tuple[CellFault, ...] = ()
    conflict: RowConflict | None = None
    insists: bool = False

    def set_base(self, proposal: Proposal | None, books: Books) -> None:
        """Take what is stored of this row now."""
        self.base = proposal
        self.texts = {} if proposal is None else write_cells(proposal, books)

    def shown(self, column: str) -> str:
        """What a cell says where the editor has no edit of its own."""
        return self.seed.get(column, self.texts.get(column, ""))

    def take(self, edits: Mapping[str, Any]) -> None:
        """Take an editor's edits of this row, by heading, over what the cells began with."""
        if text.CHOSEN in edits:
            self.is_chosen = bool(edits[text.CHOSEN])
        said = dict(self.seed)
        said |= {_HEADINGS[name]: value for name, value in edits.items() if name in _HEADINGS}
        cells = {column: _tidy(value) for column, value in said.items()}
        self.typed = {c: said for c, said in cells.items() if said != self.texts.get(c, "")}

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands here."""
        return self.base is None and not any(self.typed.values()) and not any(self.seed.values())

    def list_unsaved(self) -> dict[str, str]:
        """Cells that say what is not stored: all of a new row or of a conflict, else the faulty."""
        if self.base is None or self.conflict is not None or self.insists:
            return dict(self.typed)
        bad = {fault.column for fault in self.faults}
        if any(fault.code == NO_REASON for fault in self.faults):
            bad.add("decision")  # it waits for its reason
        return {column: said for column, said in self.typed.items() if column in bad}

    @property
    def is_waiting(self) -> bool:
        """Tell whether something is typed that is not stored for want of an activity."""
        return self.base is None and not self.is_blank and not self.current("activity")

    def current(self, column: str) -> str:
        """What a cell says: as typed, else as stored."""
        return self.typed.get(column, self.texts.get(column, ""))


@dataclass(frozen=True, slots=True)
class RowSave:
    """A row's place in the grid, and the change to be stored."""

    place: int
    change: ProposalChange


@dataclass(slots=True, kw_only=True)
class ProposalSheet:
    """The grid of one meeting as one person sees it; `saved_at`: the clock at the last save."""

    meeting_id: int
    rows: list[SheetRow]
    saved_at: str = ""
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    round: int = 0

    @property
    def key(self) -> str:
        """The key of the editor of this round."""
        return f"usulan_{self.token}_{self.round}"

    @property
    def is_touched(self) -> bool:
        """Tell whether something stands in the grid that is not stored."""
        return any(row.faults or row.conflict or row.is_waiting for row in self.rows)

    def stands_as(self, stored: Iterable[Proposal]) -> bool:
        """Tell whether the rows are the stored proposals in their versions."""
        mine = {(row.base.id, row.base.version) for row in self.rows if row.base is not None}
        return mine == {(each.id, each.version) for each in stored}

    def take(self, edited: Mapping[int, Mapping[str, Any]]) -> None:
        """Take all edits that an editor reports of this round, by the row's place."""
        for place, row in enumerate(self.rows):
            row.take(edited.get(place, {}))

    def read(self, books: Books) -> tuple[RowSave, ...]:
        """Read what is typed: what can be stored comes back, the faults stay with the rows.

        A row in conflict waits for the person's choice, one without activity for its activity.
        """
        saves = []
        for place, row in enumerate(self.rows):
            found = read_row(row.typed, row.base, books) if row.typed else RowReading({})
            row.faults = found.faults
            if found.values and row.conflict is None and not row.is_waiting:
                saves.append(RowSave(place, ProposalChange(found.values, row.base)))
        return tuple(saves)

    def keep(self, saves: Sequence[RowSave], stored: Sequence[Proposal], books: Books) -> None:
        """Take what a save stored; cells that could not be read stay typed."""
        for save, proposal in zip(saves, stored, strict=True):
            row = self.rows[save.place]
            row.set_base(proposal, books)
            row.insists = False
            row.typed = row.list_unsaved()

    def mark_conflicts(self, saves: Sequence[RowSave], theirs: Mapping[int, Any]) -> None:
        """Note rows that somebody else changed; `theirs` by the proposal's number."""
        for save in saves:
            base = save.change.base
            if base is not None and base.id in theirs:
                found = RowConflict(save.change.values, base, theirs[base.id])
                self.rows[save.place].conflict = found

    def settle(self, place: int, books: Books, *, ours: bool) -> None:
        """End a conflict: ours goes on theirs and is stored next, or theirs stands.

        A proposal that somebody removed leaves the grid.
        """
        row = self.rows[place]
        conflict, row.conflict = row.conflict, None
        if conflict is None:
            return
        row.set_base(conflict.theirs, books)
        row.insists = ours and conflict.theirs is not None
        if not row.insists:
            row.typed = {}
        self.make_anew()

    def make_anew(self) -> None:
        """Let the next editor start with what is stored, and with what is typed over it."""
        for row in self.rows:
            row.seed = row.list_unsaved()
            row.is_chosen = False
        kept = [row for row in self.rows if not row.is_blank]
        self.rows = [*kept, *(SheetRow() for _ in range(BLANK_ROWS))]
        self.round += 1

    def refresh(self, stored: Iterable[Proposal], books: Books) -> None:
        """Take the stored proposals as they are now; what is typed and not stored stays."""
        now = {each.id: each for each in stored}
        kept = []
        for row in self.rows:
            if row.base is None:
                kept.append(row)
                continue
            found = now.pop(row.base.id, None)
            if found is not None:
                unsaved = row.list_unsaved()
                # A row that somebody else changed keeps its base: the save will ask.
                if not unsaved:
                    row.set_base(found, books)
                row.typed = unsaved
                kept.append(row)
        added = [SheetRow() for _ in now]
        for row, proposal in zip(added, now.values(), strict=True):
            row.set_base(proposal, books)
        self.rows = [*(r for r in kept if r.base), *added, *(r for r in kept if r.base is None)]
        self.make_anew()

    def count_blank(self) -> int:
        """How many rows are still free."""
        return sum(row.is_blank for row in self.rows)

    def list_chosen(self) -> tuple[Proposal, ...]:
        """The stored proposals that are ticked."""
        return tuple(row.base for row in self.rows if row.is_chosen and row.base is not None)


def make_sheet(meeting_id: int, proposals: Iterable[Proposal], books: Books) -> ProposalSheet:
    """Put the stored proposals of a meeting into a grid, with blank rows behind."""
    rows = []
    for each in proposals:
        row = SheetRow()
        row.set_base(each, books)
        rows.append(row)
    rows += [SheetRow() for _ in range(BLANK_ROWS)]
    return ProposalSheet(meeting_id=meeting_id, rows=rows)


def make_frame(sheet: ProposalSheet) -> pd.DataFrame:
    """The cells as an editor starts with them, all text but the tick."""
    columns: dict[str, list[Any]] = {
        text.CHOSEN: [False for _ in sheet.rows],
        text.STATE: [describe_state(row) for row in sheet.rows],
    }
    for column in COLUMNS:
        columns[text.COLUMNS[column]] = [row.shown(column) for row in sheet.rows]
    return pd.DataFrame(columns)


def describe_state(row: SheetRow) -> str:
    """Whether a row is stored, in a few words."""
    if row.is_blank:
        return text.STATES["blank"]
    if row.base is None:
        return text.STATES["waiting" if row.is_waiting else "fault_new"]
    state = "conflict" if row.conflict else "fault" if row.faults else "saved"
    return text.STATES[state].format(number=write_number(row.base.number))


def _tidy(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
