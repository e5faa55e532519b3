"""Run by `test_clocks` in a process of its own, whose clock stands in the zone that TZ names.

Writes to an empty database as people do, then says as JSON how far each stored moment is from
the present one, and what the deadlines look like at a few moments.
"""

import json
import sys
import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import DateTime, Engine, select

from analysis.deadlines import today_in
from app.actions.isian import CellChange, StagePart, save_entry
from app.digest_figures import read_digest
from app.stage_board import read_board
from app.tokens import hash_token
from data_access.database import make_engine, open_read
from data_access.reads.pengguna import Account, Grant, read_account, read_account_of_session
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_time_zone
from data_access.reads.wilayah import Region, read_region
from data_access.schema import Base
from data_access.writes.sesi import begin_attempt, start_session
from tests.corpus.office import DESA, JUAI, YEAR, fill_office
from tests.signed_in import add_person

MOMENTS = ("2026-01-15T15:59:59+00:00", "2026-01-15T16:00:00+00:00", "2026-12-31T16:30:00+00:00")


def write(engine: Engine) -> Account:
    """Make an office, a session, an attempt to sign in, and a figure with its history."""
    fill_office(engine)
    add_person(engine, "ani", Grant("operator", JUAI, "setcam"))
    ani = read_account(engine, "ani")
    assert ani is not None
    now = datetime.now(UTC)
    start_session(engine, ani.id, hash_token("a"), now=now, lasts=timedelta(hours=8))
    assert begin_attempt(engine, "ani", now) is not None
    place = StagePart(JUAI, YEAR, "kecamatan.ansit", "setcam")
    save_entry(engine, ani, place, (CellChange(DESA[0], "S01", 7, None, 0),), "satu")
    return ani


def list_stored(engine: Engine) -> dict[str, list[datetime]]:
    """Every moment that the tables hold, expected ends of sessions left out."""
    found: dict[str, list[datetime]] = {}
    with open_read(engine) as connection:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, DateTime) and column.name != "expires_at":
                    values = connection.scalars(select(column).where(column.is_not(None))).all()
                    found[f"{table.name}.{column.name}"] = [_to_utc(each) for each in values]
    return {name: values for name, values in found.items() if values}


def _to_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def tell_board(engine: Engine, moment: datetime) -> list[str]:
    today = today_in(read_time_zone(engine, JUAI), moment)
    board = read_board(engine, JUAI, 2026, today)
    return [f"{today} {s.stage.code} {s.days_left} {s.is_late}" for s in board]


def tell_digest(engine: Engine, region: Region, moment: datetime) -> list[str]:
    digest = read_digest(engine, region, moment)
    told = [f"{digest.today} {a.kind} {a.code} {a.figures} {a.since}" for a in digest.alerts]
    return told + [f"{s.stage.code} {s.year} {s.days_left}" for s in digest.coming]


def main(url: str) -> None:
    """Write, and say what stands there."""
    engine = make_engine(url)
    ani = write(engine)
    now, region = datetime.now(UTC), read_region(engine, JUAI)
    assert region is not None
    stored = list_stored(engine)
    [row] = read_history(engine, HistoryFilter(table="isian"))
    moments = [datetime.fromisoformat(each) for each in MOMENTS]
    said = {
        "zone": time.tzname,
        "off_s": max(abs((now - at).total_seconds()) for found in stored.values() for at in found),
        "columns": sorted(stored),
        "history_off_s": abs((now - row.at).total_seconds()),
        "session_holds": [
            read_account_of_session(engine, hash_token("a"), now + timedelta(hours=hours)) == ani
            for hours in (0, 7.9, 8.1)
        ],
        "boards": [tell_board(engine, each) for each in moments],
        "digests": [tell_digest(engine, region, each) for each in moments],
    }
    sys.stdout.write(json.dumps(said))
    engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1])
