"""From what a person chooses for some lines to the tags of each: shares, divided where several.

Nothing is written here; what comes out is shown before it is saved.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from analysis.budget_shares import divide_over, share_of
from app.actions.penandaan import LineTags, TagDraft
from app.target_items import read_target_items

TAGGED, OPEN, NOT_STUNTING = "bertanda", "belum", "bukan"
_ROUNDING_IDR = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One chosen line: `items` and `kind` are proposed for it, `tags` are there already."""

    line_id: int
    version: int
    status: str
    total_idr: int
    volume: float | None
    items: tuple[str, ...]
    kind: str
    tags: tuple[TagDraft, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the form says for all chosen lines.

    `items` None: as proposed for each line. `kind` None: as each line's account proposes. `value`:
    percent, volume or rupiah of each line, by `basis`. `adds`: beside the tags that are there.
    """

    items: tuple[str, ...] | None
    target_group: str | None
    places: tuple[str, ...]
    kind: str | None
    basis: str
    value: float | None
    adds: bool

    @property
    def says_nothing(self) -> bool:
        """Tell whether nothing was filled in: the whole line for nobody nowhere is no tag."""
        return not (self.items is None or self.items or self.target_group or self.places) and (
            self.kind is None
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be saved: lines with their tags; those that cannot be, by code; those left out.

    `left_out`: lines for which nothing is proposed; they stay as they are.
    """

    lines: tuple[LineTags, ...] = ()
    faults: Mapping[int, str] = field(default_factory=dict)
    left_out: tuple[int, ...] = ()


def plan_tags(lines: Iterable[Line], choice: Choice) -> Plan:
    """The tags of every line by one choice; faults of `share_of`, and "jenis_kosong".

    Empty where the choice says nothing.
    """
    if choice.says_nothing:
        return Plan()
    planned, left_out = [], []
    faults: dict[int, str] = {}
    for line in lines:
        items = line.items if choice.items is None else choice.items
        if choice.items is None and not items:
            left_out.append(line.line_id)
            continue
        try:
            tags = _make_tags(line, items, choice)
        except ValueError as error:
            faults[line.line_id] = str(error)
        else:
            planned.append(LineTags(line.line_id, line.version, TAGGED, tags))
    return Plan(tuple(planned), faults, tuple(left_out))


def plan_status(lines: Iterable[Line], status: str) -> Plan:
    """Lines without tags: not about stunting, or open again."""
    return Plan(tuple(LineTags(each.line_id, each.version, status) for each in lines))


def rebase_lines(lines: Iterable[LineTags], versions: Mapping[int, int]) -> tuple[LineTags, ...]:
    """The same wishes on the versions that stand there now."""
    return tuple(
        replace(each, base_version=versions.get(each.line_id, each.base_version)) for each in lines
    )


def to_drafts(tags: pd.DataFrame, by: str = "line_id") -> dict[int, tuple[TagDraft, ...]]:
    """Stored tags (see `data_access.reads`) as drafts, by line."""
    found: dict[int, list[TagDraft]] = {}
    for row in tags.to_dict("records"):
        found.setdefault(int(row[by]), []).append(
            TagDraft(
                _text(row["item_code"]),
                _text(row["target_group"]),
                _text(row["place_code"]),
                str(row["kind"]),
                int(row["amount_idr"]),
                str(row["basis"]),
                None if pd.isna(row["basis_value"]) else float(row["basis_value"]),
                bool(row["is_divided"]),
            )
        )
    return {number: tuple(drafts) for number, drafts in found.items()}


def group_of(item_code: str | None, chosen: str | None = None) -> str | None:
    """The target group of a service; without a service, the one that was chosen."""
    return chosen if item_code is None else read_target_items()[item_code].cluster


def _make_tags(line: Line, items: Sequence[str], choice: Choice) -> tuple[TagDraft, ...]:
    kind = choice.kind or line.kind
    if not kind:
        raise ValueError("jenis_kosong")
    kept = line.tags if choice.adds else ()
    share = _fit(line, kept, share_of(line.total_idr, choice.basis, choice.value, line.volume))
    made = tuple(
        TagDraft(
            part.item_code,
            group_of(part.item_code, choice.target_group),
            part.place_code,
            kind,
            part.amount_idr,
            choice.basis,
            None if choice.basis == "seluruhnya" else choice.value,
            part.is_divided,
        )
        for part in divide_over(share, items, choice.places)
    )
    return (*kept, *made)


def _fit(line: Line, kept: Sequence[TagDraft], share: int) -> int:
    """Two halves of an odd sum: the second is a rupiah smaller; more than that is a fault."""
    left = line.total_idr - sum(tag.amount_idr for tag in kept)
    if share - left > _ROUNDING_IDR:
        raise ValueError("melebihi_sisa" if kept else "melebihi_baris")
    return min(share, left)


def _text(value: object) -> str | None:
    return None if value is None or pd.isna(value) else str(value)
