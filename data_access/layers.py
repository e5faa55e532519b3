"""Keeping map layers in step with boundaries: made at import, never when a map is looked at."""

import geopandas as gpd
import pandas as pd
import shapely
from sqlalchemy import Connection, delete, insert, select, update

from data_access.reads.scope import NATION, within
from data_access.schema import Batas, LapisanPeta, Wilayah
from geo.area import measure_area_km2
from geo.dissolve import dissolve_to
from geo.layers import Layer, build_layers, build_nation_layers, build_province_layers

Layers = dict[tuple[str, str], Layer]
Names = dict[str, str]


def redraw_parents(connection: Connection, codes: list[str]) -> None:
    """Draw kecamatan and kabupaten anew from all their desa, where a file held only some of them.

    A kabupaten's own outline from another file gives way too: it would not match its desa.
    `codes`: the regions whose boundaries were just stored.
    """
    stored = set(codes)
    for kabupaten_code in sorted({code[:5] for code in codes if len(code) >= 5}):
        in_kabupaten = within(Batas.wilayah_code, kabupaten_code)
        known = connection.scalars(select(Batas.wilayah_code).where(in_kabupaten))
        if set(known) <= stored:
            continue
        desa = _read_boundaries(connection, kabupaten_code, "desa")
        if desa.empty:
            continue
        for level in ("kecamatan", "kabupaten"):
            drawn = dissolve_to(desa, level)
            drawn["area_km2"] = measure_area_km2(drawn)
            for row in drawn.itertuples():
                connection.execute(
                    update(Batas)
                    .where(Batas.wilayah_code == row.code)
                    .values(geometry=shapely.to_wkb(row.geometry), area_km2=float(row.area_km2))
                )


def rebuild_layers(connection: Connection, codes: list[str], made: Layers) -> None:
    """Make the layers of every kabupaten, province and the nation that hold changed boundaries."""
    layers = dict(made)
    names = _read_parent_names(connection)
    for kabupaten_code in sorted({code[:5] for code in codes if len(code) >= 13}):
        if (kabupaten_code, "desa") not in layers:
            desa = _read_boundaries(connection, kabupaten_code, "desa")
            layers |= build_layers(desa, kabupaten_code, names)
    for province_code in sorted({code[:2] for code in codes}):
        layers |= _province(connection, province_code, layers, names)
    layers |= _nation(connection, names)
    for (scope_code, level), layer in layers.items():
        _store(connection, scope_code, level, layer)


def _province(connection: Connection, province_code: str, made: Layers, names: Names) -> Layers:
    """A province is drawn only where it has more than one kabupaten in the database."""
    if (province_code, "desa") in made:
        return {}
    desa = _read_boundaries(connection, province_code, "desa")
    if desa["code"].str[:5].nunique() < 2:
        return {}
    return build_province_layers(desa, province_code, names)


def _nation(connection: Connection, names: Names) -> Layers:
    provinces = set(
        connection.scalars(
            select(Wilayah.parent_code)
            .join(Batas, Batas.wilayah_code == Wilayah.code)
            .where(Wilayah.level == "kabupaten")
            .distinct()
        )
    )
    if len(provinces) < 2:
        return {}
    return build_nation_layers(_read_boundaries(connection, NATION, "kabupaten"), names)


def _read_parent_names(connection: Connection) -> Names:
    question = select(Wilayah.code, Wilayah.name).where(
        Wilayah.level.in_(("provinsi", "kabupaten", "kecamatan"))
    )
    return dict(connection.execute(question).all())


def _read_boundaries(connection: Connection, scope_code: str, level: str) -> gpd.GeoDataFrame:
    question = (
        select(Wilayah.code, Wilayah.name, Wilayah.level, Batas.geometry)
        .join(Batas, Batas.wilayah_code == Wilayah.code)
        .where(within(Wilayah.code, scope_code), Wilayah.level == level)
        .order_by(Wilayah.code)
    )
    rows = connection.execute(question).all()
    frame = pd.DataFrame(rows, columns=["code", "name", "level", "wkb"])
    geometry = shapely.from_wkb(frame["wkb"].to_numpy())
    return gpd.GeoDataFrame(frame.drop(columns="wkb"), geometry=geometry, crs="EPSG:4326")


def _store(connection: Connection, scope_code: str, level: str, layer: Layer) -> None:
    connection.execute(delete(LapisanPeta).filter_by(scope_code=scope_code, level=level))
    connection.execute(
        insert(LapisanPeta).values(
            scope_code=scope_code,
            level=level,
            content_hash=layer.hash,
            content=layer.content,
            codes=",".join(layer.codes),
        )
    )
