"""A name that a page, template or document could run is refused at the door, with its row."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from click.testing import Result
from sqlalchemy import Engine

from data_access.backup import check_database
from tests.app.conftest import Run
from tests.corpus.places import SIDE, write_geojson
from tests.corpus.tables import UNSAFE_NAMES, write_csv

CODES = {"62": "Kalimantan Tengah", "62.10": "Gunung Mas", "62.10.01": "Kurun",
         "62.10.01.2001": 'Soka"an', "62.10.01.2002": "O'o"}  # fmt: skip
DESA = ("62.10.01.2001", "62.10.01.2002", "62.10.01.2003")
Import = Callable[[str], Result]


@pytest.fixture
def known(run: Run, tmp_path: Path, engine: Engine) -> Engine:
    run("db", "new")
    listed = write_csv(tmp_path / "awal.csv", [("kode", "nama"), *CODES.items()])
    assert run("import", "wilayah", listed).exit_code == 0
    return engine


@pytest.fixture
def import_list(run: Run, tmp_path: Path) -> Import:
    def hand_in(name: str) -> Result:
        lines = [("kode", "nama"), (DESA[2], "Aman"), (DESA[1], name)]
        return run("import", "wilayah", write_csv(tmp_path / "daftar.csv", lines))

    return hand_in


@pytest.fixture
def import_boundaries(run: Run, tmp_path: Path) -> Import:
    def hand_in(name: str) -> Result:
        edges = [113 + SIDE * place for place in range(4)]
        shapes = [shapely.box(west, -1, west + SIDE, -1 + SIDE) for west in edges[:-1]]
        named = dict(zip(DESA, zip(("Aman", "Aman juga", name), shapes, strict=True), strict=True))
        return run("import", "wilayah", write_geojson(tmp_path / "batas.geojson", named))

    return hand_in


@pytest.fixture
def import_measurements(run: Run, tmp_path: Path) -> Import:
    def hand_in(name: str) -> Result:
        head = ("kode", "nama", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi")
        lines = [head, (DESA[0], 'Soka"an', 60, 3, 7, 38, 2), (DESA[1], name, 60, 3, 7, 38, 2)]
        file = write_csv(tmp_path / "ukur.csv", lines)
        return run("import", "pengukuran", file, "--periode", "2025-08", "--sumber", "e-PPGBM")

    return hand_in


@pytest.fixture
def import_surveys(run: Run, tmp_path: Path) -> Import:
    def hand_in(name: str) -> Result:
        lines = [("kode", "tahun", "sumber", "prevalensi_pct"), ("62.10", 2022, "SSGI", 27),
                 ("62.10", 2023, name, 28)]  # fmt: skip
        return run("import", "survei", write_csv(tmp_path / "survei.csv", lines))

    return hand_in


@pytest.mark.parametrize("name", UNSAFE_NAMES)
@pytest.mark.parametrize("kind", ["list", "boundaries", "measurements", "surveys"])
def test_an_unsafe_name_is_refused_with_its_row_and_nothing_is_written(
    known: Engine, request: pytest.FixtureRequest, kind: str, name: str
) -> None:
    hand_in: Import = request.getfixturevalue(f"import_{kind}")
    before = check_database(known).counts
    refused = hand_in(name)
    assert refused.exit_code == 1, refused.output
    assert "GALAT" in refused.stdout
    assert "baris 3" in refused.stdout
    assert "Tidak ada yang disimpan" in refused.stderr
    assert check_database(known).counts == before


@pytest.mark.parametrize("name", ['Soka"an', "O'o", "Kel. I/II", "=1+1"])
@pytest.mark.parametrize("kind", ["list", "boundaries", "measurements"])
def test_odd_names_that_are_real_or_harmless_pass(
    known: Engine, request: pytest.FixtureRequest, kind: str, name: str
) -> None:
    hand_in: Import = request.getfixturevalue(f"import_{kind}")
    before = check_database(known).counts["batch"]
    assert hand_in(name).exit_code == 0
    assert check_database(known).counts["batch"] == before + 1
