"""Words for a value that somebody else changed meanwhile, whatever the value is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.actions.versions import ChangeT, Conflict, ValueT
from app.stage_words import write_moment
from app.text import simpan as text


@dataclass(frozen=True, slots=True)
class ConflictWords:
    """What a person chooses by: which cell, what they saw, their own value and the other's."""

    cell: str
    base: str
    ours: str
    theirs: str


def describe_conflict(
    conflict: Conflict[ChangeT, ValueT],
    cell: str,
    write: Callable[[ValueT | None], str],
    names: Mapping[str, str],
    region_code: str,
) -> ConflictWords:
    """The words of a conflict in `cell`, with values by `write` and times of the region.

    `names`: accounts with the names of their people.
    """
    ours = conflict.ours
    return ConflictWords(
        cell,
        text.CONFLICT_BASE.format(base=write(ours.base_value)),
        text.CONFLICT_OURS.format(value=write(ours.value)),
        _write_theirs(conflict, write(conflict.theirs), names, region_code),
    )


def _write_theirs(
    conflict: Conflict[ChangeT, ValueT], value: str, names: Mapping[str, str], region_code: str
) -> str:
    if conflict.who is None or conflict.at is None:
        return text.CONFLICT_THEIRS_UNKNOWN.format(value=value)
    return text.CONFLICT_THEIRS.format(
        who=names.get(conflict.who, conflict.who),
        value=value,
        when=write_moment(conflict.at, region_code),
    )
