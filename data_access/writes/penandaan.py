"""The transaction that tags lines of spending: all lines of a save, or none and the conflicts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Engine, Row, bindparam, delete, insert, select, update

from data_access.database import open_write
from data_access.reads.anggaran import Snapshot
from data_access.reads.penandaan import LineState, find_line_states, find_line_writers
from data_access.schema import Belanja, Penandaan
from data_access.writes.batches import move_version
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.tag_drafts import (
    LineFault,
    LineTags,
    TagConflict,
    TagConflictsError,
    TagDraft,
    TagOutcome,
    TagsRefusedError,
    find_faults,
)
from data_access.writes.tag_parts import TOPIC, begin_parts, mark_activities, part_of
from data_access.writes.versions import OvertakenError, save_or_compare

__all__ = ["LineTags", "TagDraft", "TagOutcome", "mark_activities", "part_of", "save_tags"]

_PORTION = 400
_FIELDS = tuple(TagDraft.__annotations__)


def save_tags(
    engine: Engine,
    actor: str,
    key: str,
    wilayah_code: str,
    snapshot: Snapshot,
    lines: Sequence[LineTags],
) -> TagOutcome:
    """Store the tags of every line of a save in one transaction, on the versions that were seen.

    A line that moved since (its figures or its tags) is a conflict: nothing is written and all
    conflicts come back. A line that stands so already is not written again. The same `key` again
    returns the first result. Raises TagsRefusedError for lines of another snapshot and shares
    beyond a line, StageLockedError for a part that is submitted or further, KeyReusedError.
    """
    try:
        return save_or_compare(
            lambda: _save(engine, actor, key, wilayah_code, snapshot, tuple(lines))
        )
    except TagConflictsError as error:
        return TagOutcome(conflicts=error.conflicts)


def _save(
    engine: Engine,
    actor: str,
    key: str,
    wilayah_code: str,
    snapshot: Snapshot,
    lines: tuple[LineTags, ...],
) -> TagOutcome:
    digest = hash_content([wilayah_code, snapshot.id, [asdict(line) for line in lines]])
    with open_write(engine, actor) as connection:
        done = claim_key(connection, key, digest, actor)
        if done is not None:
            return TagOutcome(saved=int(done["saved"]), repeated=True)
        numbers = [line.line_id for line in lines]
        begin_parts(connection, find_line_states(connection, numbers).values(), actor)
        states = find_line_states(connection, numbers, hold=True)
        there = _read_tags(connection, numbers)
        _demand_as_seen(connection, lines, states, there)
        _demand_rules(wilayah_code, snapshot, lines, states)
        moved = [line for line in lines if not _stands_so(line, states, there)]
        _write(connection, moved, states)
        if moved:
            move_version(connection, TOPIC)
        keep_result(connection, key, {"saved": len(lines)})
    return TagOutcome(saved=len(lines))


def _demand_as_seen(
    connection: Connection,
    lines: Sequence[LineTags],
    states: Mapping[int, LineState],
    there: Mapping[int, Sequence[TagDraft]],
) -> None:
    moved = [
        line
        for line in lines
        if line.line_id in states and states[line.line_id].version != line.base_version
    ]
    if not moved:
        return
    writers = find_line_writers(connection, [line.line_id for line in moved])
    raise TagConflictsError(
        [
            TagConflict(
                line,
                states[line.line_id].version,
                states[line.line_id].status,
                tuple(there.get(line.line_id, ())),
                *writers.get(line.line_id, (None, None)),
            )
            for line in moved
        ]
    )


def _demand_rules(
    wilayah_code: str,
    snapshot: Snapshot,
    lines: Sequence[LineTags],
    states: Mapping[int, LineState],
) -> None:
    faults = find_faults(snapshot.id, lines, states)
    foreign = [s.line_id for s in states.values() if s.wilayah_code != wilayah_code]
    if faults or foreign:
        raise TagsRefusedError([*faults, *(LineFault("baris_asing", each) for each in foreign)])


def _read_tags(connection: Connection, numbers: Sequence[int]) -> dict[int, list[TagDraft]]:
    found: dict[int, list[TagDraft]] = {}
    for start in range(0, len(numbers), _PORTION):
        portion = numbers[start : start + _PORTION]
        columns = [Penandaan.belanja_id, *(getattr(Penandaan, name) for name in _FIELDS)]
        question = select(*columns).where(Penandaan.belanja_id.in_(portion)).order_by(Penandaan.id)
        for row in connection.execute(question):
            found.setdefault(row[0], []).append(_to_draft(row))
    return found


def _to_draft(row: Row[*tuple[object, ...]]) -> TagDraft:
    values = {name: getattr(row, name) for name in _FIELDS}
    return TagDraft(**(values | {"is_divided": bool(row.is_divided)}))


def _stands_so(
    line: LineTags, states: Mapping[int, LineState], there: Mapping[int, Sequence[TagDraft]]
) -> bool:
    same_status = states[line.line_id].status == line.status
    return same_status and list(there.get(line.line_id, ())) == list(line.tags)


def _write(
    connection: Connection, lines: Sequence[LineTags], states: Mapping[int, LineState]
) -> None:
    if not lines:
        return
    numbers = [line.line_id for line in lines]
    for start in range(0, len(numbers), _PORTION):
        portion = numbers[start : start + _PORTION]
        connection.execute(delete(Penandaan).where(Penandaan.belanja_id.in_(portion)))
    rows = [
        asdict(tag)
        | {
            "wilayah_code": states[line.line_id].wilayah_code,
            "belanja_id": line.line_id,
            "carried_from_id": None,
        }
        for line in lines
        for tag in line.tags
    ]
    if rows:
        connection.execute(insert(Penandaan), rows)
    _move_lines(connection, lines)


def _move_lines(connection: Connection, lines: Sequence[LineTags]) -> None:
    statement = (
        update(Belanja)
        .where(Belanja.id == bindparam("of_id"), Belanja.version == bindparam("of_version"))
        .values(status=bindparam("new_status"), version=bindparam("new_version"))
    )
    rows = [
        {
            "of_id": line.line_id,
            "of_version": line.base_version,
            "new_status": line.status,
            "new_version": line.base_version + 1,
        }
        for line in lines
    ]
    if connection.execute(statement, rows).rowcount != len(rows):
        raise OvertakenError
