"""The transactions that withhold a region's year from the public page, and release it."""

from datetime import UTC, datetime

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from data_access.database import open_write
from data_access.schema import PenahananPublikasi
from data_access.writes.batches import move_version

TOPIC = "penilaian"


def save_hold(engine: Engine, actor: str, *, wilayah_code: str, year: int, reason: str) -> bool:
    """Withhold a region's year with a reason; the same reason again changes nothing.

    Gives False where nothing had to be changed. Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("to withhold needs a reason")
    table = PenahananPublikasi
    key = (table.wilayah_code == wilayah_code, table.year == year)
    content = {"reason": reason.strip(), "updated_by": actor, "updated_at": datetime.now(UTC)}
    with open_write(engine, actor) as connection:
        stored = connection.scalar(select(table.reason).where(*key).with_for_update())
        if stored == content["reason"]:
            return False
        if stored is None:
            dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
            row = {"wilayah_code": wilayah_code, "year": year, **content}
            kept = dialect.insert(table).values(**row).on_conflict_do_nothing()
            if connection.scalar(kept.returning(table.year)) is not None:
                move_version(connection, TOPIC)
                return True
        # Two who withhold at once: the later reason stands, the earlier one is in the history.
        connection.execute(update(table).where(*key).values(**content))
        move_version(connection, TOPIC)
    return True


def remove_hold(engine: Engine, actor: str, *, wilayah_code: str, year: int) -> bool:
    """Release a region's year; False where it was not withheld."""
    table = PenahananPublikasi
    gone = delete(table).where(table.wilayah_code == wilayah_code, table.year == year)
    with open_write(engine, actor) as connection:
        if connection.execute(gone).rowcount == 0:
            return False
        move_version(connection, TOPIC)
    return True
