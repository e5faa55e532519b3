"""What a save of tags says and what comes back: shares of lines, conflicts, outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from data_access.reads.penandaan import LineState
from data_access.schema import LINE_STATES, SHARE_BASES, SPENDING_KINDS

TAGGED = "bertanda"


@dataclass(frozen=True, slots=True)
class TagDraft:
    """One share of a line: for which service, group and place, of which kind, how much.

    None: not said. `amount_idr` in whole rupiah. `basis` and `basis_value` say how the share was
    stated (seluruhnya, persen, volume, rupiah); `is_divided`: it came of dividing equally.
    """

    item_code: str | None
    target_group: str | None
    place_code: str | None
    kind: str
    amount_idr: int
    basis: str = "seluruhnya"
    basis_value: float | None = None
    is_divided: bool = False


@dataclass(frozen=True, slots=True)
class LineTags:
    """A line as a person leaves it, on the version that they saw."""

    line_id: int
    base_version: int
    status: str
    tags: tuple[TagDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class TagConflict:
    """A line that somebody else changed meanwhile: how it stands, by whom and when (UTC).

    `version` 0: the line is gone. `who` is None where the history does not know it.
    """

    ours: LineTags
    version: int
    status: str
    theirs: tuple[TagDraft, ...]
    who: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class TagOutcome:
    """What a save did. With conflicts nothing was written; `repeated`: it had been done already."""

    saved: int = 0
    conflicts: tuple[TagConflict, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class LineFault:
    """Why a line cannot be stored so, by code."""

    code: str
    line_id: int


class TagConflictsError(Exception):
    """Ends the transaction with nothing written."""

    def __init__(self, conflicts: Sequence[TagConflict]) -> None:
        super().__init__(len(conflicts))
        self.conflicts = tuple(conflicts)


class TagsRefusedError(ValueError):
    """Lines that no form offers, or shares beyond the line; nothing was written."""

    def __init__(self, faults: Sequence[LineFault]) -> None:
        super().__init__(", ".join(f"{fault.code} {fault.line_id}" for fault in faults))
        self.faults = tuple(faults)


def find_faults(
    snapshot_id: int, lines: Sequence[LineTags], states: Mapping[int, LineState]
) -> tuple[LineFault, ...]:
    """Every line of a save that breaks a rule, on the lines as they stand.

    baris_asing: no line of the snapshot; baris_ganda: twice in one save; skpd_lepas: nobody tags
    it yet; keadaan: no such status; tanpa_tanda: "bertanda" without a tag; sisa_tanda: another
    status with tags; jenis, bagian: no such kind or basis; negatif: a share below 0;
    melebihi_baris: shares beyond the line's total.
    """
    found, seen = [], set()
    for line in lines:
        state = states.get(line.line_id)
        if line.line_id in seen:
            found.append(LineFault("baris_ganda", line.line_id))
        elif state is None or state.snapshot_id != snapshot_id:
            found.append(LineFault("baris_asing", line.line_id))
        elif code := _find_fault(line, state):
            found.append(LineFault(code, line.line_id))
        seen.add(line.line_id)
    return tuple(found)


def _find_fault(line: LineTags, state: LineState) -> str | None:
    rules = {
        "skpd_lepas": state.owner_code is None or state.agency is None,
        "keadaan": line.status not in LINE_STATES,
        "tanpa_tanda": line.status == TAGGED and not line.tags,
        "sisa_tanda": line.status != TAGGED and bool(line.tags),
        "jenis": any(tag.kind not in SPENDING_KINDS for tag in line.tags),
        "bagian": any(tag.basis not in SHARE_BASES for tag in line.tags),
        "negatif": any(tag.amount_idr < 0 for tag in line.tags),
        "melebihi_baris": sum(tag.amount_idr for tag in line.tags) > max(state.total_idr, 0),
    }
    return next((code for code, is_broken in rules.items() if is_broken), None)
