"""The transaction that stores the demonstration's people's agencies and its cycle of stages."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Engine, RowMapping, delete, insert, select

from data_access import reference
from data_access.database import open_write
from data_access.demo.people import answers_for
from data_access.demo.year import DemoPart
from data_access.schema import LangkahTahapan, PenanggungJawab, PerangkatDaerah, Tahapan
from data_access.writes.batches import move_version


def save_demo_year(
    engine: Engine, actor: str, parts: Sequence[DemoPart], agencies: Mapping[str, Mapping[str, str]]
) -> None:
    """Store parts of stages, each with the step that led to it, and agencies by region."""
    with open_write(engine, actor) as connection:
        registered = [
            {"wilayah_code": region, "code": code, "name": name}
            for region, named in agencies.items()
            for code, name in named.items()
        ]
        connection.execute(insert(PerangkatDaerah), registered)
        duties = [
            {"wilayah_code": region, "item_code": item, "agency": answers_for(item), "version": 1}
            for region in agencies
            for item in reference.read_table("indikator")["kode"]
        ]
        connection.execute(insert(PenanggungJawab), duties)
        # The measurements stored before began drafts of their own.
        connection.execute(delete(LangkahTahapan))
        connection.execute(delete(Tahapan))
        connection.execute(insert(Tahapan), [_row(part) for part in parts])
        stored = connection.execute(select(Tahapan)).mappings().all()
        connection.execute(insert(LangkahTahapan), [_step(row) for row in stored])
        move_version(connection, "tahapan")
        move_version(connection, "pengaturan")


def _row(part: DemoPart) -> dict[str, object]:
    return {
        "wilayah_code": part.wilayah_code,
        "year": part.year,
        "stage": part.stage,
        "part": part.part,
        "state": part.state,
        "note": part.note,
        "version": 1,
        "updated_by": part.actor,
        "updated_at": part.at,
    }


def _step(row: RowMapping) -> dict[str, object]:
    return {
        "tahapan_id": row["id"],
        "from_state": "belum mulai",
        "to_state": row["state"],
        "note": row["note"],
        "actor": row["updated_by"],
        "at": row["updated_at"],
    }
