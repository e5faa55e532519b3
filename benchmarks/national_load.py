"""Filling a PostgreSQL database with the invented nation by COPY, keys made at the end."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

import pandas as pd
import shapely
from sqlalchemy import Connection, Engine, insert

from app.actions.databases import create_database
from benchmarks.national_facts import MONTHS, SOURCE, make_facts, make_measured
from benchmarks.national_regions import draw_regions, encode_layers, list_regions
from data_access.database import open_write
from data_access.demo.services import make_targets
from data_access.periods import parse_month
from data_access.schema import Batas, Kumpulan, LapisanPeta, Periode, Sumber, Target
from data_access.writes.batches import BatchInfo, move_version, start_batch
from data_access.writes.isian import ensure_period
from data_access.writes.wilayah import RegionSet, save_regions

ACTOR = "benchmark"
_CONSTRAINTS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = 'isian'::regclass AND contype IN ('p', 'f') ORDER BY contype DESC
"""
_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'isian' AND indexname <> 'pk_isian'
"""


def fill(engine: Engine, desa: int, kabupaten: int) -> dict[str, float]:
    """Store the nation; returns how many seconds each step took."""
    took: dict[str, float] = {}
    regions = list_regions(desa, kabupaten)
    with _timed(took, "skema dan wilayah"):
        create_database(engine, kind="demo")
        save_regions(engine, RegionSet(regions), _info("wilayah"))
    with _timed(took, "batas dan lapisan peta"), open_write(engine, ACTOR) as connection:
        _save_layers(connection, regions)
    with open_write(engine, ACTOR) as connection:
        _save_targets(connection, regions)
        batch_id = start_batch(connection, _info("isian"), 0)
        _copy_facts(connection, regions, batch_id, took)
    with _timed(took, "ANALYZE"), engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")
    return took


@contextmanager
def _timed(took: dict[str, float], step: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    took[step] = took.get(step, 0) + time.perf_counter() - begun


def _save_layers(connection: Connection, regions: pd.DataFrame) -> None:
    batch_id = start_batch(connection, _info("wilayah"), 0)
    drawn = draw_regions(regions)
    shapes = shapely.to_wkb(drawn.geometry.to_numpy())
    rows = zip(drawn["code"], shapes, strict=True)
    _copy(connection, Batas, ((code, shape, 1.0, batch_id) for code, shape in rows))
    for scope_code, layer in encode_layers(drawn):
        row = {"scope_code": scope_code, "level": layer.level, "content": layer.content}
        words = {"content_hash": layer.hash, "codes": ",".join(layer.codes)}
        connection.execute(insert(LapisanPeta).values(**row, **words))
    move_version(connection, "wilayah")


def _save_targets(connection: Connection, regions: pd.DataFrame) -> None:
    kabupaten = regions.loc[regions["level"] == "kabupaten", "code"]
    rows = pd.concat([make_targets(code) for code in kabupaten], ignore_index=True)
    batch_id = start_batch(connection, _info("target"), len(rows))
    rows = rows.assign(version=1, batch_id=batch_id)
    connection.execute(insert(Target), rows.to_dict("records"))
    move_version(connection, "target")


def _copy_facts(
    connection: Connection, regions: pd.DataFrame, batch_id: int, took: dict[str, float]
) -> None:
    """Facts province by province; keys and indexes are made once, at the end."""
    _prepare_measured(connection, regions)
    dropped = _drop_keys(connection)
    desa = regions.loc[regions["level"] == "desa", "code"]
    for number, (_, codes) in enumerate(desa.groupby(desa.str[:2])):
        with _timed(took, "membuat angka"):
            measured = make_measured(codes, number)
            facts = make_facts(codes, measured, number).assign(version=1, batch_id=batch_id)
            # In the order of the key, as it would be after CLUSTER.
            facts = facts.sort_values(["period", "unit_code", "item_code"])
            measured["batch_id"] = batch_id
        for period in facts["period"].unique():
            ensure_period(connection, str(period))
        with _timed(took, "COPY isian"):
            _copy_frame(connection, "isian", facts)
        with _timed(took, "COPY pengukuran"):
            _copy_frame(connection, "pengukuran", measured)
    for name, definition in dropped:
        with _timed(took, f"{name}"):
            connection.exec_driver_sql(definition)
    for topic in ("isian", "pengukuran", "batch"):
        move_version(connection, topic)


def _prepare_measured(connection: Connection, regions: pd.DataFrame) -> None:
    connection.execute(insert(Sumber).values(name=SOURCE, kind="rutin"))
    kabupaten = regions.loc[regions["level"] == "kabupaten", "code"]
    for month in MONTHS:
        period = parse_month(month)
        if period is None:
            raise ValueError(month)
        connection.execute(insert(Periode).values(**asdict(period)))
        same = {"topic": "pengukuran", "source": SOURCE, "period": month, "grain": "desa"}
        connection.execute(insert(Kumpulan), [{**same, "kabupaten_code": c} for c in kabupaten])


def _drop_keys(connection: Connection) -> list[tuple[str, str]]:
    """Drop keys and indexes of `isian` and return the statements that make them again."""
    made = []
    for name, definition in connection.exec_driver_sql(_CONSTRAINTS).all():
        connection.exec_driver_sql(f"ALTER TABLE isian DROP CONSTRAINT {name} CASCADE")
        made.append((str(name), f"ALTER TABLE isian ADD CONSTRAINT {name} {definition}"))
    for name, definition in connection.exec_driver_sql(_INDEXES).all():
        connection.exec_driver_sql(f"DROP INDEX {name}")
        made.append((str(name), str(definition)))
    return made


def _copy_frame(connection: Connection, table: str, rows: pd.DataFrame) -> None:
    columns = ", ".join(rows.columns)
    with _cursor(connection).copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for start in range(0, len(rows), 200_000):
            part = rows.iloc[start : start + 200_000]
            copy.write(part.to_csv(sep="\t", header=False, index=False))


def _copy(connection: Connection, table: type, rows: Iterator[Sequence[object]]) -> None:
    with _cursor(connection).copy(f"COPY {table.__tablename__} FROM STDIN") as copy:  # type: ignore[attr-defined]
        for row in rows:
            copy.write_row(row)


def _cursor(connection: Connection):  # type: ignore[no-untyped-def]
    """The driver's own cursor, within the transaction of the connection."""
    return connection.connection.driver_connection.cursor()  # type: ignore[union-attr]


def _info(kind: str) -> BatchInfo:
    return BatchInfo("isian" if kind == "target" else kind, kind, f"{kind}-nasional", ACTOR, {})
