"""The number that a proposal keeps for ever: region, year, and a running number."""

from sqlalchemy import Connection, select

from data_access.schema import Riwayat, Usulan
from data_access.writes.topic_locks import lock_topic

_DIGITS = 3


def give_number(connection: Connection, wilayah_code: str, year: int) -> str:
    """The next number of a region and year, "63.11.01/2026/007"; one removed is not given again.

    Until the transaction ends nobody else is given one there.
    """
    beginning = f"{wilayah_code}/{year}/"
    lock_topic(connection, f"usulan.{beginning}")
    stored = select(Usulan.number).where(Usulan.wilayah_code == wilayah_code, Usulan.year == year)
    taken = [*connection.scalars(stored), *_list_removed(connection, wilayah_code)]
    running = [int(each.removeprefix(beginning)) for each in taken if each.startswith(beginning)]
    return f"{beginning}{max(running, default=0) + 1:0{_DIGITS}d}"


def _list_removed(connection: Connection, wilayah_code: str) -> list[str]:
    """The numbers of proposals that were removed, as the history knows them."""
    question = select(Riwayat.before).where(
        Riwayat.table_name == Usulan.__tablename__,
        Riwayat.wilayah_code == wilayah_code,
        Riwayat.action == "hapus",
    )
    return [str(row["number"]) for row in connection.scalars(question) if row]
