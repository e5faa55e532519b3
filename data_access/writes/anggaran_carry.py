"""What tagging said of the same lines in the earlier snapshot of the same budget year.

A line with the same volume, price and total takes its state and its tags over; a changed one is
to be looked at again (pedoman 2024: after a change of the budget only what changed is tagged anew).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert, select, update

from analysis.budget_calendar import find_earlier_kind
from data_access.reads.anggaran_masuk import (
    Figures,
    StoredLine,
    find_snapshot,
    list_activities,
    list_lines,
    portions,
)
from data_access.schema import Belanja, Penandaan
from data_access.writes.anggaran_keys import normalise
from data_access.writes.anggaran_set import SnapshotSet

_COPIED = (
    "wilayah_code",
    "item_code",
    "target_group",
    "place_code",
    "kind",
    "amount_idr",
    "basis",
    "basis_value",
    "is_divided",
)
MarkKey = tuple[int, str, str]
"""SKPD, sub unit as compared, code of the sub kegiatan."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What tagging said in the earlier snapshot: lines looked at by key, marks of sub kegiatan."""

    lines: Mapping[str, StoredLine] = field(default_factory=dict)
    marks: Mapping[MarkKey, bool] = field(default_factory=dict)

    def state_of(self, line_key: str, figures: Figures) -> str:
        """The state that a line takes over, "belum" where it takes none."""
        before = self.lines.get(line_key)
        return before.status if before is not None and before.figures == figures else "belum"


def read_earlier(connection: Connection, data: SnapshotSet, skpd_ids: Collection[int]) -> Earlier:
    """Lines and sub kegiatan of some SKPD that somebody looked at in the earlier snapshot."""
    kind = find_earlier_kind(data.kind)
    snapshot_id = kind and find_snapshot(connection, data.wilayah_code, data.year, kind)
    if not snapshot_id or not skpd_ids:
        return Earlier()
    lines = list_lines(connection, snapshot_id, skpd_ids)
    activities = list_activities(connection, snapshot_id, skpd_ids)
    marks = {
        (each.skpd_id, normalise(each.sub_unit), each.code): each.is_marked
        for each in activities
        if each.is_marked is not None
    }
    return Earlier({line.line_key: line for line in lines if line.status != "belum"}, marks)


def copy_tags(
    connection: Connection, earlier: Earlier, targets: Sequence[tuple[int, str]]
) -> tuple[int, int]:
    """Copy the earlier tags to lines (number and key) that took the state "bertanda" over.

    Gives the number of lines and of tags.
    """
    by_source = {earlier.lines[key].id: line_id for line_id, key in targets}
    rows = [
        {**{name: tag[name] for name in _COPIED}, "belanja_id": by_source[tag["belanja_id"]]}
        | {"carried_from_id": tag["id"]}
        for tag in _read_tags(connection, list(by_source))
    ]
    if rows:
        connection.execute(insert(Penandaan), rows)
    return len(targets), len(rows)


def carry_late(
    connection: Connection, earlier: Earlier, waiting: Sequence[StoredLine]
) -> tuple[int, int]:
    """Let stored lines that nobody has touched take over what was said since; lines and tags."""
    taken = [
        (line, state)
        for line in waiting
        if line.status == "belum"
        and line.version == 1
        and (state := earlier.state_of(line.line_key, line.figures)) != "belum"
    ]
    for state in ("bertanda", "bukan"):
        ids = [line.id for line, now in taken if now == state]
        for portion in portions(ids):
            lines = update(Belanja).where(Belanja.id.in_(portion))
            connection.execute(lines.values(status=state, version=Belanja.version + 1))
    tagged = [(line.id, line.line_key) for line, state in taken if state == "bertanda"]
    return len(taken), copy_tags(connection, earlier, tagged)[1]


def carry_marks(earlier: Earlier, rows: Sequence[dict[str, Any]]) -> None:
    """Give new sub kegiatan (rows about to be stored) the mark that they had."""
    for row in rows:
        key = (row["skpd_id"], normalise(row["sub_unit"]), row["code"])
        row["is_marked"] = earlier.marks.get(key)


def _read_tags(connection: Connection, line_ids: Sequence[int]) -> list[dict[str, Any]]:
    columns = [getattr(Penandaan, name) for name in ("id", "belanja_id", *_COPIED)]
    found: list[dict[str, Any]] = []
    for portion in portions(line_ids):
        question = select(*columns).where(Penandaan.belanja_id.in_(portion)).order_by(Penandaan.id)
        found += [dict(row) for row in connection.execute(question).mappings()]
    return found
