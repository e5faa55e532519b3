"""Questions about health facilities as points."""

from collections.abc import Collection

import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import within
from data_access.schema import Batas, Fasilitas, Wilayah

_COLUMNS = (
    Fasilitas.wilayah_code,
    Fasilitas.kind,
    Fasilitas.name,
    Fasilitas.latitude,
    Fasilitas.longitude,
    Fasilitas.source,
)


def read_facilities(engine: Engine, wilayah_code: str) -> pd.DataFrame:
    """The facilities of a region and everything inside it; a row a facility.

    Columns: wilayah_code (the desa, or the kecamatan where the desa is not told), wilayah_name
    (the code where the region is gone), kind (posyandu, puskesmas, pustu), name, latitude,
    longitude (degrees, WGS 84), source. By region, kind and name.
    """
    question = (
        select(*_COLUMNS, Wilayah.name.label("wilayah_name"))
        .outerjoin(Wilayah, Wilayah.code == Fasilitas.wilayah_code)
        .where(within(Fasilitas.wilayah_code, wilayah_code))
        .order_by(Fasilitas.wilayah_code, Fasilitas.kind, Fasilitas.name)
    )
    with open_read(engine) as connection:
        answer = connection.execute(question)
        frame = make_frame(answer.all(), columns=list(answer.keys()))
    frame = frame.assign(wilayah_name=frame["wilayah_name"].fillna(frame["wilayah_code"]))
    names = list(frame.columns)
    return frame[[names[0], "wilayah_name", *names[1:-1]]]


def read_shapes(engine: Engine, codes: Collection[str]) -> dict[str, BaseGeometry]:
    """The borders (WGS 84, degrees) of some regions by code; those without one are missing."""
    shapes: dict[str, BaseGeometry] = {}
    wanted = sorted(codes)
    with open_read(engine) as connection:
        # In pieces: a statement holds a limited number of values.
        for start in range(0, len(wanted), 500):
            question = select(Batas.wilayah_code, Batas.geometry).where(
                Batas.wilayah_code.in_(wanted[start : start + 500])
            )
            for code, geometry in connection.execute(question):
                shapes[code] = shapely.from_wkb(geometry)
    for shape in shapes.values():
        shapely.prepare(shape)
    return shapes
