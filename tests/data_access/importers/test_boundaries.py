"""A boundary file read in a process of its own: what it may cost, and what it may not know."""

import os
from pathlib import Path

import pandas as pd
import pytest
import shapely

from app.text.findings import describe
from data_access.importers.boundaries import BoundaryReading, read_boundaries_apart
from data_access.importers.limits import BoundaryLimits
from geo.coverage import draw_levels
from geo.findings import has_errors
from geo.reading import read_boundaries
from tests.corpus.places import SIDE, write_geojson

CODES = ("62.10.01.2001", "62.10.01.2002", "62.10.02.2001")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    shapes = {
        code: (f"Desa {code[-4:]}", shapely.box(113 + SIDE * n, -1, 113 + SIDE * (n + 1.2), -0.95))
        for n, code in enumerate(CODES)
    }
    return write_geojson(tmp_path / "batas.geojson", shapes)


def refusal(reading: BoundaryReading) -> str:
    assert reading.drawn is None
    assert reading.file.regions.empty
    (finding,) = reading.file.findings
    assert finding.severity == "galat"
    assert describe(finding)
    return finding.code


def test_the_child_gives_what_the_same_reading_here_gives(file: Path) -> None:
    here = read_boundaries(file)
    drawn = draw_levels(here.regions)
    apart = read_boundaries_apart(file)
    assert apart.drawn is not None
    assert apart.file.findings == here.findings
    assert apart.file.parent_names == here.parent_names
    assert list(apart.file.regions["bps_code"]) == list(here.regions["bps_code"])
    assert apart.drawn.findings == drawn.findings
    assert list(apart.drawn.regions["code"]) == list(drawn.regions["code"])
    assert apart.drawn.regions.geometry.geom_equals(drawn.regions.geometry).all()
    assert list(apart.drawn.regions["area_km2"]) == list(drawn.regions["area_km2"])


def test_a_crosswalk_reaches_the_child(tmp_path: Path) -> None:
    bps = write_geojson(
        tmp_path / "bps.geojson", {"x": ("Satu", shapely.box(113, -1, 113.1, -0.9))}
    )
    bps.write_text(bps.read_text().replace('"kode": "x"', '"iddesa": "6210010001"'))
    assert has_errors(read_boundaries_apart(bps).file.findings)
    pairs = pd.DataFrame({"bps_code": ["6210010001"], "kemendagri_code": [CODES[0]]})
    assert list(read_boundaries_apart(bps, pairs).file.regions["code"]) == [CODES[0]]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (BoundaryLimits(regions=2), "wilayah_terlalu_banyak"),
        (BoundaryLimits(file_bytes=100), "berkas_terlalu_besar"),
    ],
)
def test_a_file_beyond_a_limit_is_refused(file: Path, limits: BoundaryLimits, code: str) -> None:
    assert refusal(read_boundaries_apart(file, None, limits)) == code


def test_a_file_that_takes_too_much_memory_is_refused(tmp_path: Path) -> None:
    ring = shapely.Point(113.5, -1).buffer(0.4, quad_segs=150_000)
    large = write_geojson(tmp_path / "besar.geojson", {CODES[0]: ("Desa", ring)})
    small = BoundaryLimits(memory_bytes=8 << 20)
    assert refusal(read_boundaries_apart(large, None, small)) == "wilayah_memori"


def test_a_reading_without_end_is_stopped_by_the_clock(tmp_path: Path) -> None:
    endless = tmp_path / "batas.gpkg"
    os.mkfifo(endless)  # nobody ever writes to it
    limits = BoundaryLimits(read_s=1)
    assert refusal(read_boundaries_apart(endless, None, limits)) == "wilayah_waktu_baca"


def test_a_broken_file_is_refused_and_this_process_lives(tmp_path: Path, file: Path) -> None:
    broken = tmp_path / "rusak.geojson"
    broken.write_bytes(file.read_bytes()[:-200])
    assert refusal(read_boundaries_apart(broken)) == "wilayah_berkas_rusak"
