"""The transaction that says who tags the lines of an agency as SIPD names it."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Engine, select, update

from analysis.stages import can_enter
from data_access.database import open_write
from data_access.schema import Potret, Skpd, Subkegiatan
from data_access.writes.anggaran_set import Pair, part_of
from data_access.writes.batches import move_version
from data_access.writes.stage_rows import lock_part
from data_access.writes.tahapan import StageLockedError

TOPIC = "anggaran"


@dataclass(frozen=True, slots=True)
class PairConflict:
    """An SKPD that somebody else paired meanwhile; `pair` None: taken apart, or never there."""

    name: str
    pair: Pair | None
    version: int


def pair_skpd(
    engine: Engine,
    actor: str,
    *,
    wilayah_code: str,
    name: str,
    pair: Pair | None,
    base_version: int,
) -> PairConflict | None:
    """Say who tags the lines of an SKPD in every snapshot; None takes them apart.

    `base_version`: as the person saw it. The same again changes nothing. A conflict writes
    nothing. Raises StageLockedError where lines would leave or join tags that are handed in.
    """
    with open_write(engine, actor) as connection:
        columns = (Skpd.id, Skpd.owner_code, Skpd.agency, Skpd.version)
        question = select(*columns).filter_by(wilayah_code=wilayah_code, name=name)
        row = connection.execute(question.with_for_update()).first()
        if row is None:
            return PairConflict(name, None, 0)
        now = (row.owner_code, row.agency) if row.owner_code and row.agency else None
        if now == pair:
            return None
        if row.version != base_version:
            return PairConflict(name, now, row.version)
        _demand_open(connection, row.id, [each for each in (now, pair) if each])
        owner_code, agency = pair or (None, None)
        values = {"owner_code": owner_code, "agency": agency, "version": row.version + 1}
        connection.execute(update(Skpd).where(Skpd.id == row.id).values(**values))
        move_version(connection, TOPIC)
    return None


def _demand_open(connection: Connection, skpd_id: int, pairs: list[Pair]) -> None:
    question = (
        select(Potret.kind, Potret.year)
        .join(Subkegiatan, Subkegiatan.potret_id == Potret.id)
        .where(Subkegiatan.skpd_id == skpd_id)
        .distinct()
    )
    snapshots = connection.execute(question).all()
    parts = {part_of(pair, kind, year) for pair in pairs for kind, year in snapshots}
    # Always in the same order, so that two writes never wait for each other in a circle.
    for part in sorted(parts, key=lambda p: (p.wilayah_code, p.year, p.stage, p.part)):
        row = lock_part(connection, part.wilayah_code, part.year, part.stage, part.part)
        if row is not None and not can_enter(row.state):
            raise StageLockedError(**asdict(part), state=row.state)
