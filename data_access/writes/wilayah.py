"""The transaction that stores regions, their boundaries and the map layers made from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, or_, select, update

from data_access.database import open_write
from data_access.layers import rebuild_layers, redraw_parents
from data_access.schema import Batas, Wilayah
from data_access.writes.batches import (
    BatchInfo,
    WriteOutcome,
    find_same,
    mark_replaced,
    move_version,
    start_batch,
)
from data_access.writes.topic_locks import lock_topic
from geo.layers import Layer

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RegionSet:
    """Regions ready to store.

    `regions`: code, name, level, kind, parent_code, bps_code (None unknown), a row a region of
    any level. `boundaries`: code, geometry (WGS 84, clean), area_km2, or None for a plain list.
    `layers`: layers made beforehand by (scope_code, level); those missing are made here.
    `renames`: whether names given here replace names that are known (an official list does).
    """

    regions: pd.DataFrame
    boundaries: gpd.GeoDataFrame | None = None
    layers: Mapping[tuple[str, str], Layer] | None = None
    renames: bool = True


def save_regions(engine: Engine, data: RegionSet, info: BatchInfo) -> WriteOutcome:
    """Store regions and boundaries in one transaction; the same file changes nothing.

    The same list is read again where another list has renamed its regions since.
    """
    with open_write(engine, info.actor) as connection:
        lock_topic(connection, "wilayah")
        fresh, changed = _compare_regions(connection, data)
        same = find_same(connection, info)
        if same is not None and not fresh and not changed:
            return same
        batch_id = start_batch(connection, info, len(data.regions))
        _upsert_regions(connection, fresh, changed, batch_id)
        replaced: tuple[int, ...] = ()
        redrawn = _drawn_near(connection, [str(row["for_code"]) for row in changed])
        if data.boundaries is not None and len(data.boundaries):
            replaced = _replace_boundaries(connection, data.boundaries, batch_id)
            redraw_parents(connection, list(data.boundaries["code"]))
            redrawn |= set(data.boundaries["code"])
        if redrawn:
            rebuild_layers(connection, sorted(redrawn), dict(data.layers or {}))
        move_version(connection, "wilayah")
        move_version(connection, "batch")
        return WriteOutcome(batch_id, len(data.regions), replaced_batches=replaced)


def _compare_regions(connection: Connection, data: RegionSet) -> tuple[list[Row], list[Row]]:
    """Rows that are not known yet, and names or BPS codes that change."""
    known = {
        row.code: row
        for row in connection.execute(select(Wilayah.code, Wilayah.name, Wilayah.bps_code))
    }
    fresh: list[Row] = []
    changed: list[Row] = []
    for row in data.regions.to_dict("records"):
        code, bps_code = row["code"], row.get("bps_code") or None
        if code not in known:
            fresh.append(
                {
                    "code": code,
                    "name": row["name"],
                    "level": row["level"],
                    "kind": row["kind"],
                    "parent_code": row["parent_code"],
                    "bps_code": bps_code,
                }
            )
            continue
        # A region called by its code has no name yet: a boundary file may bring one.
        unnamed = code in known[code].name
        name = row["name"] if data.renames or unnamed else known[code].name
        bps_code = bps_code or known[code].bps_code
        if (name, bps_code) != (known[code].name, known[code].bps_code):
            changed.append({"for_code": code, "name": name, "bps_code": bps_code})
    return fresh, changed


def _upsert_regions(
    connection: Connection, fresh: list[Row], changed: list[Row], batch_id: int
) -> None:
    if fresh:
        connection.execute(insert(Wilayah), [{**row, "batch_id": batch_id} for row in fresh])
    if changed:
        statement = update(Wilayah.__table__).where(  # type: ignore[arg-type]
            Wilayah.code == bindparam("for_code")
        )
        connection.execute(statement, changed)


def _drawn_near(connection: Connection, renamed: list[str]) -> set[str]:
    """Drawn regions whose layers show a renamed one: layers carry names."""
    kabupaten = sorted({code[:5] for code in renamed if len(code) >= 5})
    provinces = sorted({code for code in renamed if len(code) < 5})
    near = or_(
        func.substr(Batas.wilayah_code, 1, 5).in_(kabupaten),
        func.substr(Batas.wilayah_code, 1, 2).in_(provinces),
    )
    return set(connection.scalars(select(Batas.wilayah_code).where(near)))


def _replace_boundaries(
    connection: Connection, boundaries: gpd.GeoDataFrame, batch_id: int
) -> tuple[int, ...]:
    codes = list(boundaries["code"])
    earlier = _count_by_batch(connection)
    for start in range(0, len(codes), 500):
        connection.execute(delete(Batas).where(Batas.wilayah_code.in_(codes[start : start + 500])))
    _drop_unlisted_desa(connection, codes)
    geometries = shapely.to_wkb(boundaries.geometry.to_numpy())
    rows = [
        {"wilayah_code": code, "geometry": wkb, "area_km2": float(area), "batch_id": batch_id}
        for code, wkb, area in zip(codes, geometries, boundaries["area_km2"], strict=True)
    ]
    connection.execute(insert(Batas), rows)
    left = _count_by_batch(connection)
    touched = [batch for batch, count in earlier.items() if left.get(batch, 0) < count]
    for batch in touched:
        mark_replaced(connection, batch, batch_id, wholly=batch not in left)
    return tuple(touched)


def _drop_unlisted_desa(connection: Connection, codes: list[str]) -> None:
    """A desa that a new file of its kecamatan no longer draws is merged or gone: no old shape."""
    kecamatan = sorted({code[:8] for code in codes if len(code) >= 13})
    for start in range(0, len(kecamatan), 500):
        connection.execute(
            delete(Batas).where(
                func.length(Batas.wilayah_code) >= 13,
                func.substr(Batas.wilayah_code, 1, 8).in_(kecamatan[start : start + 500]),
            )
        )


def _count_by_batch(connection: Connection) -> dict[int, int]:
    question = select(Batas.batch_id, func.count()).group_by(Batas.batch_id).order_by("batch_id")
    return dict(connection.execute(question).all())
