"""Rows of the stages' tables, as the transactions of `data_access.writes.tahapan` use them."""

from datetime import UTC, datetime

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from analysis.stages import DRAFT, NOT_STARTED
from data_access.schema import LangkahTahapan, Tahapan

# A part's number, state, note, version, last actor and time.
PartRow = Row[int, str, str | None, int, str, datetime]


def lock_part(
    connection: Connection, wilayah_code: str, year: int, stage: str, part: str
) -> PartRow | None:
    """The row of a part, held against other writers until the transaction ends."""
    question = select(
        Tahapan.id,
        Tahapan.state,
        Tahapan.note,
        Tahapan.version,
        Tahapan.updated_by,
        Tahapan.updated_at,
    ).filter_by(wilayah_code=wilayah_code, year=year, stage=stage, part=part)
    return connection.execute(question.with_for_update()).first()


def insert_part(
    connection: Connection,
    wilayah_code: str,
    year: int,
    stage: str,
    part: str,
    state: str,
    actor: str,
) -> bool:
    """Store a part's first step; False, and nothing, where another transaction was quicker."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(Tahapan).values(
        wilayah_code=wilayah_code,
        year=year,
        stage=stage,
        part=part,
        state=state,
        version=1,
        updated_by=actor,
        updated_at=datetime.now(UTC),
    )
    number = connection.execute(statement.on_conflict_do_nothing().returning(Tahapan.id)).scalar()
    if number is None:
        return False
    _record_step(connection, number, NOT_STARTED, state, None, actor)
    return True


def update_part(
    connection: Connection, row: PartRow, to_state: str, note: str | None, actor: str
) -> None:
    """Take a locked part one step on; a draft keeps the note that it answers."""
    connection.execute(
        update(Tahapan)
        .where(Tahapan.id == row.id)
        .values(
            state=to_state,
            note=note,
            version=row.version + 1,
            updated_by=actor,
            updated_at=datetime.now(UTC),
        )
    )
    told = None if to_state == DRAFT else note
    _record_step(connection, row.id, row.state, to_state, told, actor)


def _record_step(
    connection: Connection, part_id: int, old: str, new: str, note: str | None, actor: str
) -> None:
    connection.execute(
        insert(LangkahTahapan).values(
            tahapan_id=part_id,
            from_state=old,
            to_state=new,
            note=note,
            actor=actor,
            at=datetime.now(UTC),
        )
    )
