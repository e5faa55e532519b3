"""Facilities as the map asks for them: compact JSON under the hash of its content."""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine

from data_access.reads.fasilitas import read_facilities
from geo.codes import level_of

# In the order in which they are drawn: what is rarer lies above.
KINDS = ("posyandu", "pustu", "puskesmas")
_PROVINCE_KINDS = ("pustu", "puskesmas")
_DECIMALS = 5  # of a degree: about one metre


@dataclass(frozen=True, slots=True)
class FacilityPoints:
    """The points of a region: gzipped JSON, its hash, and counts by (kecamatan code, kind).

    Each point is [place in KINDS, latitude, longitude, code, name]; posyandu are left out above
    a kabupaten, where they would cover the map.
    """

    content: bytes
    content_hash: str
    counts: Mapping[tuple[str, str], int]

    def count(self, kind: str, region_code: str) -> int:
        """How many of a kind lie in a region (a desa is looked at inside its kecamatan)."""
        area = region_code[:8]
        return sum(
            number
            for (code, each), number in self.counts.items()
            if each == kind and (code == area or code.startswith(f"{area}."))
        )


def list_kinds(region_code: str) -> tuple[str, ...]:
    """Which kinds are drawn on the map of a region."""
    return _PROVINCE_KINDS if level_of(region_code) == "provinsi" else KINDS


def make_points(engine: Engine, region_code: str) -> FacilityPoints | None:
    """The points of a kabupaten or province, None where it has none; the nation has none."""
    if region_code == "ID":
        return None
    frame = read_facilities(engine, region_code)
    frame = frame[frame["kind"].isin(list_kinds(region_code))]
    if frame.empty:
        return None
    plain = json.dumps({"points": _list_points(frame)}, ensure_ascii=False, separators=(",", ":"))
    content = plain.encode()
    kecamatan = frame["wilayah_code"].str[:8]
    counts = frame.groupby([kecamatan, frame["kind"]]).size().to_dict()
    content_hash = hashlib.sha256(content).hexdigest()[:32]
    return FacilityPoints(gzip.compress(content, 9, mtime=0), content_hash, counts)


def read_points(engine: Engine, region_code: str, content_hash: str) -> bytes | None:
    """The gzipped points of a region while they are those of a hash, else None."""
    points = make_points(engine, region_code)
    return points.content if points is not None and points.content_hash == content_hash else None


def _list_points(frame: pd.DataFrame) -> list[list[object]]:
    order = {kind: place for place, kind in enumerate(KINDS)}
    points = [
        [
            order[row.kind],
            round(float(row.latitude), _DECIMALS),
            round(float(row.longitude), _DECIMALS),
            row.wilayah_code,
            row.name,
        ]
        for row in frame.rename_axis(None).itertuples(index=False)
    ]
    return sorted(points, key=lambda point: (point[0], point[3], point[4]))
