"""The transaction that stores regions, their boundaries and the map layers made from them."""

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely
from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from data_access.database import open_write
from data_access.layers import rebuild_layers
from data_access.schema import Batas, Wilayah
from data_access.writes.batches import (
    BatchInfo,
    WriteOutcome,
    find_same,
    mark_replaced,
    move_version,
    start_batch,
)
from geo.layers import Layer


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
    """Store regions and boundaries in one transaction; the same file changes nothing."""
    with open_write(engine) as connection:
        same = find_same(connection, info)
        if same is not None:
            return same
        batch_id = start_batch(connection, info, len(data.regions))
        _upsert_regions(connection, data, batch_id)
        replaced: tuple[int, ...] = ()
        if data.boundaries is not None and len(data.boundaries):
            replaced = _replace_boundaries(connection, data.boundaries, batch_id)
            rebuild_layers(connection, sorted(data.boundaries["code"]), dict(data.layers or {}))
        move_version(connection, "wilayah")
        return WriteOutcome(batch_id, len(data.regions), replaced_batches=replaced)


def _upsert_regions(connection: Connection, data: RegionSet, batch_id: int) -> None:
    known = {
        row.code: row
        for row in connection.execute(select(Wilayah.code, Wilayah.name, Wilayah.bps_code))
    }
    fresh, changed = [], []
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
                    "batch_id": batch_id,
                }
            )
            continue
        name = row["name"] if data.renames else known[code].name
        bps_code = bps_code or known[code].bps_code
        if (name, bps_code) != (known[code].name, known[code].bps_code):
            changed.append({"for_code": code, "name": name, "bps_code": bps_code})
    if fresh:
        connection.execute(insert(Wilayah), fresh)
    if changed:
        statement = update(Wilayah.__table__).where(  # type: ignore[arg-type]
            Wilayah.code == bindparam("for_code")
        )
        connection.execute(statement, changed)


def _replace_boundaries(
    connection: Connection, boundaries: gpd.GeoDataFrame, batch_id: int
) -> tuple[int, ...]:
    codes = list(boundaries["code"])
    earlier = set(connection.scalars(select(Batas.batch_id).distinct()))
    for start in range(0, len(codes), 500):
        connection.execute(delete(Batas).where(Batas.wilayah_code.in_(codes[start : start + 500])))
    geometries = shapely.to_wkb(boundaries.geometry.to_numpy())
    rows = [
        {"wilayah_code": code, "geometry": wkb, "area_km2": float(area), "batch_id": batch_id}
        for code, wkb, area in zip(codes, geometries, boundaries["area_km2"], strict=True)
    ]
    connection.execute(insert(Batas), rows)
    return _mark_emptied(connection, earlier, batch_id)


def _mark_emptied(connection: Connection, earlier: set[int], batch_id: int) -> tuple[int, ...]:
    emptied = []
    for batch in sorted(earlier):
        left = connection.scalar(
            select(func.count()).select_from(Batas).where(Batas.batch_id == batch)
        )
        if not left:
            mark_replaced(connection, batch, batch_id, wholly=True)
            emptied.append(batch)
    return tuple(emptied)
