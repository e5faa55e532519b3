"""The transaction that stores the demonstration's budget, programmes and unit costs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from data_access.database import open_write
from data_access.demo.budget import NOMENCLATURE, DemoBudget, DemoSnapshot
from data_access.demo.budget_plan import DemoSkpd, read_demo_table
from data_access.demo.budget_tags import DemoTag
from data_access.demo.people import KABUPATEN
from data_access.reads.scope import NATION
from data_access.schema import (
    BiayaSatuan,
    Penandaan,
    ProgramMitra,
    Skpd,
    SubkegiatanTematik,
)
from data_access.writes.anggaran_carry import Earlier, copy_tags, read_earlier
from data_access.writes.anggaran_diff import figures_of
from data_access.writes.anggaran_keys import activity_key, make_line_keys, normalise
from data_access.writes.anggaran_rows import (
    describe_line,
    ensure_activities,
    ensure_snapshot,
    find_ids,
    insert_lines,
)
from data_access.writes.anggaran_set import SnapshotSet
from data_access.writes.batches import BatchInfo, move_version, start_batch

_TOPICS = ("anggaran", "program", "biaya", "batch")
_LIST = "TAG STUNTING 2027"


def save_demo_budget(
    engine: Engine, budget: DemoBudget, thematic: BatchInfo, snapshots: Sequence[BatchInfo]
) -> None:
    """Store the budget of an empty demonstration; `snapshots`: one import a snapshot, in order.

    A line that a change left alone takes over the state and the tags of the one before it, by
    the same rule as an import does.
    """
    with open_write(engine, thematic.actor) as connection:
        _save_thematic(connection, thematic)
        skpd_ids = _save_skpd(connection, budget.skpd)
        marks = _find_marks(budget, skpd_ids)
        for snapshot, info in zip(budget.snapshots, snapshots, strict=True):
            _save_snapshot(connection, snapshot, info, skpd_ids, marks)
        _save_costs(connection, thematic.actor)
        _save_programmes(connection, budget, thematic.actor)
        for topic in _TOPICS:
            move_version(connection, topic)


def _save_thematic(connection: Connection, info: BatchInfo) -> None:
    rows = read_demo_table("tematik").to_dict("records")
    batch_id = start_batch(connection, info, len(rows))
    fixed = {"wilayah_code": NATION, "level": "kabupaten", "nomenclature": _LIST}
    listed = [{**fixed, **row, "batch_id": batch_id} for row in rows]
    connection.execute(insert(SubkegiatanTematik), listed)


def _save_skpd(connection: Connection, agencies: Sequence[DemoSkpd]) -> dict[str, int]:
    """Numbers of the agencies by name as compared."""
    fixed = {"wilayah_code": KABUPATEN, "version": 1}
    connection.execute(insert(Skpd), [{**fixed, **asdict(each)} for each in agencies])
    stored = connection.execute(select(Skpd.name, Skpd.id))
    return {normalise(name): number for name, number in stored}


def _find_marks(
    budget: DemoBudget, skpd_ids: Mapping[str, int]
) -> dict[tuple[int, str, str], bool]:
    return {
        (number, "", code): mark
        for number in skpd_ids.values()
        for code, mark in budget.marks.items()
    }


def _save_snapshot(
    connection: Connection,
    snapshot: DemoSnapshot,
    info: BatchInfo,
    skpd_ids: Mapping[str, int],
    marks: Mapping[tuple[int, str, str], bool],
) -> None:
    lines = [each.line for each in snapshot.lines]
    data = SnapshotSet(KABUPATEN, snapshot.year, snapshot.kind, NOMENCLATURE, lines)
    batch_id = start_batch(connection, info, len(lines))
    number = ensure_snapshot(connection, data)
    earlier = read_earlier(connection, data, list(skpd_ids.values()))
    marked = Earlier(earlier.lines, marks)
    activities = ensure_activities(connection, data, number, skpd_ids, marked, batch_id)
    keyed = dict(zip(make_line_keys(lines), snapshot.lines, strict=True))
    states = {key: earlier.state_of(key, figures_of(each.line)) for key, each in keyed.items()}
    carried = {key: state for key, state in states.items() if state != "belum"}
    rows = [
        describe_line(
            each.line,
            key,
            wilayah_code=KABUPATEN,
            activity_id=activities[activity_key(each.line)],
            status=carried.get(key, each.status),
            batch=batch_id,
        )
        for key, each in keyed.items()
    ]
    insert_lines(connection, rows)
    ids = find_ids(connection, number, batch_id)
    copy_tags(connection, earlier, [(ids[key], key) for key in carried if key in ids])
    _save_tags(connection, {ids[key]: keyed[key].tags for key in ids if key not in carried})


def _save_tags(connection: Connection, tags: Mapping[int, Sequence[DemoTag]]) -> None:
    fixed = {"wilayah_code": KABUPATEN, "carried_from_id": None}
    rows = [
        {**fixed, "belanja_id": line_id, **asdict(each)}
        for line_id, shares in tags.items()
        for each in shares
    ]
    if rows:
        connection.execute(insert(Penandaan), rows)


def _save_costs(connection: Connection, actor: str) -> None:
    fixed = {"wilayah_code": KABUPATEN, "version": 1, **_who(actor)}
    rows = [
        {**fixed, **row, "year": int(row["year"]), "cost_idr": int(row["cost_idr"])}
        for row in read_demo_table("biaya").to_dict("records")
    ]
    connection.execute(insert(BiayaSatuan), rows)


def _save_programmes(connection: Connection, budget: DemoBudget, actor: str) -> None:
    fixed = {"version": 1, "batch_id": None, **_who(actor)}
    rows = [{**asdict(each), **fixed} for each in budget.programmes]
    connection.execute(insert(ProgramMitra), rows)


def _who(actor: str) -> dict[str, Any]:
    return {"updated_by": actor, "updated_at": datetime.now(UTC)}
