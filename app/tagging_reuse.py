"""Tags of the earlier snapshot for a line whose figures changed since, in their old proportion."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import ceil

from analysis.budget_shares import rescale_amounts
from app.actions.penandaan import LineTags, TagDraft
from app.tagging_drafts import TAGGED, Line, Plan


@dataclass(frozen=True, slots=True)
class Before:
    """What the earlier snapshot said of a line that changed since."""

    total_idr: int
    volume: float | None
    tags: tuple[TagDraft, ...]


def plan_reuse(lines: Iterable[Line], before: Mapping[int, Before]) -> Plan:
    """The tags of the earlier snapshot in their old proportion of the line as it is now.

    "tak_sebanding": the old line or the new one has no money to keep a proportion of.
    """
    planned, left_out = [], []
    faults: dict[int, str] = {}
    for line in lines:
        old = before.get(line.line_id)
        if old is None or not old.tags:
            left_out.append(line.line_id)
            continue
        try:
            tags = _rescale(line, old)
        except ValueError:
            faults[line.line_id] = "tak_sebanding"
        else:
            planned.append(LineTags(line.line_id, line.version, TAGGED, tags))
    return Plan(tuple(planned), faults, tuple(left_out))


def _rescale(line: Line, old: Before) -> tuple[TagDraft, ...]:
    shares = rescale_amounts([t.amount_idr for t in old.tags], old.total_idr, line.total_idr)
    return tuple(
        _restate(tag, amount, line, old) for tag, amount in zip(old.tags, shares, strict=True)
    )


def _restate(tag: TagDraft, amount_idr: int, line: Line, old: Before) -> TagDraft:
    """A percentage holds on; a volume or an amount in rupiah is stated anew."""
    if tag.basis in ("seluruhnya", "persen"):
        return replace(tag, amount_idr=amount_idr)
    if tag.basis == "volume" and old.volume and line.volume and tag.basis_value is not None:
        value = min(tag.basis_value * line.volume / old.volume, line.volume)
        return replace(tag, amount_idr=amount_idr, basis_value=value)
    stated = amount_idr
    if tag.is_divided and tag.basis == "rupiah" and tag.basis_value is not None:
        stated = ceil(tag.basis_value * line.total_idr / old.total_idr)
    return replace(tag, amount_idr=amount_idr, basis="rupiah", basis_value=float(stated))
