"""The transaction that stores unit costs: all of a save, or none and the conflicts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, Self

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data_access.database import open_write
from data_access.schema import BiayaSatuan
from data_access.writes.batches import move_version
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.versions import Conflict, ConflictsError, OvertakenError, save_or_compare

TOPIC = "biaya"
CostKey = tuple[str, int]
"""A row of one region: service's code, year of the price."""


@dataclass(frozen=True, slots=True)
class UnitCost:
    """What one more person costs in whole rupiah (above 0), and where the figure is from."""

    cost_idr: int
    source: str


@dataclass(frozen=True, slots=True)
class CostChange:
    """One unit cost as a person leaves it and found it (version 0: none); None takes it away."""

    item_code: str
    year: int
    value: UnitCost | None
    base_value: UnitCost | None
    base_version: int

    @property
    def key(self) -> tuple[Any, ...]:
        """Which unit cost of the region."""
        return self.item_code, self.year

    def rebase(self, value: UnitCost | None, version: int) -> Self:
        """The same wish, on the unit cost that stands there now."""
        return replace(self, base_value=value, base_version=version)


CostConflict = Conflict[CostChange, UnitCost]


@dataclass(frozen=True, slots=True)
class CostRequest:
    """One save: `key` stands for this click and content."""

    key: str
    wilayah_code: str
    cells: tuple[CostChange, ...]


@dataclass(frozen=True, slots=True)
class CostOutcome:
    """What a save did. With conflicts nothing was written."""

    saved: int = 0
    conflicts: tuple[CostConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Now:
    version: int
    cost: UnitCost
    who: str
    at: datetime


def save_unit_costs(engine: Engine, actor: str, request: CostRequest) -> CostOutcome:
    """Store every unit cost of a save in one transaction, on what the person saw.

    One that is no longer as seen is a conflict: nothing is written and all conflicts come back.
    The same request again returns the first result. Raises KeyReusedError for another content.
    """
    try:
        return save_or_compare(lambda: _save(engine, actor, request))
    except ConflictsError as error:
        return CostOutcome(conflicts=error.conflicts)


def _save(engine: Engine, actor: str, request: CostRequest) -> CostOutcome:
    digest = hash_content(asdict(request))
    with open_write(engine, actor) as connection:
        done = claim_key(connection, request.key, digest, actor)
        if done is not None:
            return CostOutcome(int(done["saved"]))
        _demand_as_seen(_read_now(connection, request.wilayah_code), request)
        for cell in request.cells:
            _write(connection, request.wilayah_code, cell, actor)
        move_version(connection, TOPIC)
        keep_result(connection, request.key, {"saved": len(request.cells)})
    return CostOutcome(len(request.cells))


def _read_now(connection: Connection, wilayah_code: str) -> dict[CostKey, _Now]:
    columns = (
        *(BiayaSatuan.item_code, BiayaSatuan.year, BiayaSatuan.version, BiayaSatuan.cost_idr),
        *(BiayaSatuan.source, BiayaSatuan.updated_by, BiayaSatuan.updated_at),
    )
    rows = connection.execute(select(*columns).where(BiayaSatuan.wilayah_code == wilayah_code))
    return {
        (row[0], row[1]): _Now(row[2], UnitCost(int(row[3]), row[4]), row[5], _in_utc(row[6]))
        for row in rows
    }


def _demand_as_seen(now: Mapping[CostKey, _Now], request: CostRequest) -> None:
    conflicts: list[CostConflict] = []
    for cell in request.cells:
        there = now.get((cell.item_code, cell.year))
        # The value too: one taken away and set anew begins at version 1 again.
        seen = (cell.base_version, cell.base_value) if cell.base_version else (0, None)
        stands = (there.version, there.cost) if there else (0, None)
        if seen == stands:
            continue
        if there is None:
            conflicts.append(Conflict(cell, None, 0, None, None))
        else:
            conflicts.append(Conflict(cell, there.cost, there.version, there.who, there.at))
    if conflicts:
        raise ConflictsError(conflicts)


def _write(connection: Connection, wilayah_code: str, cell: CostChange, actor: str) -> None:
    key = {"wilayah_code": wilayah_code, "item_code": cell.item_code, "year": cell.year}
    stamp = {"updated_by": actor, "updated_at": datetime.now(UTC)}
    if cell.base_version == 0:
        if cell.value is not None:
            row = {**key, **asdict(cell.value), **stamp, "version": 1}
            connection.execute(insert(BiayaSatuan).values(**row))
        return
    seen = BiayaSatuan.version == cell.base_version
    if cell.value is None:
        written = connection.execute(delete(BiayaSatuan).filter_by(**key).where(seen))
    else:
        values = {**asdict(cell.value), **stamp, "version": cell.base_version + 1}
        changed = update(BiayaSatuan).filter_by(**key).where(seen)
        written = connection.execute(changed.values(**values))
    if written.rowcount != 1:
        raise OvertakenError


def _in_utc(at: datetime) -> datetime:
    # SQLite gives times back without their zone; they are stored in UTC.
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
