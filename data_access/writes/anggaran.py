"""The transaction that stores one file of a budget snapshot, all of it or nothing."""

from dataclasses import asdict

from sqlalchemy import Connection, Engine

from data_access.database import open_read, open_write
from data_access.importers.sipd_lines import BudgetLine
from data_access.reads.anggaran_masuk import StoredLine, count_tags
from data_access.writes.anggaran_carry import Earlier, carry_late, copy_tags, read_earlier
from data_access.writes.anggaran_diff import AgencyPlan, SnapshotPlan, figures_of, make_plan
from data_access.writes.anggaran_keys import activity_key
from data_access.writes.anggaran_rows import (
    delete_lines,
    delete_tags,
    describe_line,
    ensure_activities,
    ensure_skpd,
    ensure_snapshot,
    find_ids,
    insert_lines,
    mark_earlier,
    update_lines,
)
from data_access.writes.anggaran_set import Pair, SnapshotOutcome, SnapshotSet
from data_access.writes.batches import BatchInfo, find_same, move_version, start_batch
from data_access.writes.tahapan import StageLockedError
from data_access.writes.topic_locks import lock_topic
from data_access.writes.versions import save_or_compare

__all__ = [
    "TOPIC",
    "AgencyPlan",
    "Pair",
    "SnapshotOutcome",
    "SnapshotPlan",
    "SnapshotSet",
    "plan_snapshot",
    "save_snapshot",
]

TOPIC = "anggaran"


def plan_snapshot(engine: Engine, data: SnapshotSet) -> tuple[SnapshotPlan, dict[int, int]]:
    """What `save_snapshot` would do now, and the tags, by line, that would go; writes nothing."""
    with open_read(engine) as connection:
        plan = make_plan(connection, data)
        return plan, count_tags(connection, _list_untagged(plan))


def save_snapshot(engine: Engine, data: SnapshotSet, info: BatchInfo) -> SnapshotOutcome:
    """Store the lines of a file in one transaction; the same content again changes nothing.

    A line with the same key keeps its number; with the same figures its state and tags too. A
    line with other figures is to be looked at again: its tags go (the history keeps them). Lines
    of the file's SKPD that are not in the file go with their tags. New and changed lines take
    over what was said of an equal line in the earlier snapshot of the year. Raises
    StageLockedError where an SKPD's lines would change although its tags are handed in.
    """
    return save_or_compare(lambda: _save(engine, data, info))


def _save(engine: Engine, data: SnapshotSet, info: BatchInfo) -> SnapshotOutcome:
    with open_write(engine, info.actor) as connection:
        lock_topic(connection, f"{TOPIC}.{data.wilayah_code}")
        plan = make_plan(connection, data, hold=True)
        for each in plan.locked:
            if each.part is not None:
                raise StageLockedError(**asdict(each.part), state=str(each.locked))
        if not plan.differs:
            return _leave(connection, data, plan, info)
        outcome = _write(connection, data, plan, info)
        move_version(connection, TOPIC)
        move_version(connection, "batch")
        return outcome


def _leave(
    connection: Connection, data: SnapshotSet, plan: SnapshotPlan, info: BatchInfo
) -> SnapshotOutcome:
    """Nothing of the file is new; what was said of the earlier snapshot since may be."""
    same = find_same(connection, info)
    lines, tags = _carry_waiting(connection, plan, _read_earlier(connection, data, plan))
    if lines:
        move_version(connection, TOPIC)
    return SnapshotOutcome(
        same.batch_id if same else 0,
        len(data.lines),
        unchanged=True,
        same=len(data.lines),
        carried_lines=lines,
        carried_tags=tags,
    )


def _write(
    connection: Connection, data: SnapshotSet, plan: SnapshotPlan, info: BatchInfo
) -> SnapshotOutcome:
    batch_id = start_batch(connection, info, len(data.lines))
    snapshot_id = ensure_snapshot(connection, data)
    earlier = _read_earlier(connection, data, plan)
    states = _choose_states(data, plan, earlier)
    _change_stored(connection, data, plan, states, batch_id)
    _insert_new(connection, data, plan, states, earlier, snapshot_id, batch_id)
    lost = delete_tags(connection, _list_untagged(plan))
    # Last, so that a sub kegiatan whose only line is worded anew keeps its number and its mark.
    delete_lines(connection, snapshot_id, [line.id for e in plan.agencies for line in e.gone])
    ids = find_ids(connection, snapshot_id, batch_id)
    tagged = [key for key in states if states[key] == "bertanda"]
    tags = copy_tags(connection, earlier, [(ids[key], key) for key in tagged])[1]
    late_lines, late_tags = _carry_waiting(connection, plan, earlier)
    before = [old for _, old in _pairs(plan, "changed", "refreshed")]
    before += [line for each in plan.agencies for line in each.gone]
    touched = {line.batch_id for line in before if line.batch_id is not None}
    counts = count_lines(plan)
    return SnapshotOutcome(
        batch_id,
        len(data.lines),
        replaced_batches=mark_earlier(connection, touched, batch_id),
        new=counts["new"],
        changed=counts["changed"],
        refreshed=counts["refreshed"],
        gone=counts["gone"],
        same=counts["same"],
        lost_tags=lost,
        carried_lines=sum(state != "belum" for state in states.values()) + late_lines,
        carried_tags=tags + late_tags,
    )


def count_lines(plan: SnapshotPlan) -> dict[str, int]:
    """How many lines are new, changed, refreshed, gone and the same."""
    kinds = ("new", "changed", "refreshed", "gone", "same")
    return {kind: sum(len(getattr(each, kind)) for each in plan.agencies) for kind in kinds}


def _read_earlier(connection: Connection, data: SnapshotSet, plan: SnapshotPlan) -> Earlier:
    open_ids = [each.stored.id for each in plan.agencies if each.stored and each.is_open_to_tags]
    return read_earlier(connection, data, open_ids)


def _choose_states(data: SnapshotSet, plan: SnapshotPlan, earlier: Earlier) -> dict[str, str]:
    """The state of every new or changed line, by key."""
    places = [place for each in plan.agencies for place in each.new]
    places += [place for place, _ in _pairs(plan, "changed")]
    keys = {plan.keys[place]: figures_of(data.lines[place]) for place in places}
    return {key: earlier.state_of(key, figures) for key, figures in keys.items()}


def _change_stored(
    connection: Connection,
    data: SnapshotSet,
    plan: SnapshotPlan,
    states: dict[str, str],
    batch_id: int,
) -> None:
    """Bring the stored lines to what the file says."""
    changes: list[tuple[BudgetLine, StoredLine, str]] = [
        (data.lines[place], old, states[old.line_key]) for place, old in _pairs(plan, "changed")
    ]
    changes += [(data.lines[place], old, old.status) for place, old in _pairs(plan, "refreshed")]
    update_lines(connection, changes, batch_id)


def _insert_new(
    connection: Connection,
    data: SnapshotSet,
    plan: SnapshotPlan,
    states: dict[str, str],
    earlier: Earlier,
    snapshot_id: int,
    batch_id: int,
) -> None:
    skpd = ensure_skpd(connection, data, plan.agencies)
    activities = ensure_activities(connection, data, snapshot_id, skpd, earlier, batch_id)
    # In the order of the file, whatever SKPD a line is of: lines are shown as the file has them.
    places = sorted(place for each in plan.agencies for place in each.new)
    rows = [
        describe_line(
            data.lines[place],
            plan.keys[place],
            wilayah_code=data.wilayah_code,
            activity_id=activities[activity_key(data.lines[place])],
            status=states[plan.keys[place]],
            batch=batch_id,
        )
        for place in places
    ]
    insert_lines(connection, rows)


def _carry_waiting(connection: Connection, plan: SnapshotPlan, earlier: Earlier) -> tuple[int, int]:
    """Lines that stood untouched take over what was said of the earlier snapshot since."""
    waiting = [old for e in plan.agencies if e.is_open_to_tags for _, old in e.same]
    return carry_late(connection, earlier, waiting)


def _pairs(plan: SnapshotPlan, *kinds: str) -> list[tuple[int, StoredLine]]:
    return [pair for each in plan.agencies for kind in kinds for pair in getattr(each, kind)]


def _list_untagged(plan: SnapshotPlan) -> list[int]:
    """Numbers of the stored lines whose tags go: their figures changed, or they are gone."""
    changed = [old.id for _, old in _pairs(plan, "changed")]
    return changed + [line.id for each in plan.agencies for line in each.gone]
