"""The main job on the files that officials hold; skipped where they are absent."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from sqlalchemy import Engine, select, text
from typer.testing import CliRunner

from app.cli import app
from app.figures import View, compute_count_bounds, compute_prevalensi, read_thresholds
from app.measures import available_measures, paint
from app.settings import read_settings
from data_access.backup import check_database
from data_access.database import make_engine, open_read
from data_access.reads.batches import read_batches
from data_access.reads.pengukuran import read_measurements
from data_access.reads.peta import read_layer_content, read_layer_info
from data_access.reads.wilayah import read_regions
from data_access.schema import Batas, Wilayah
from geo.layers import decode_layer
from tests.app.conftest import Run
from tests.conftest import SHARED
from tests.corpus.tables import write_csv

Shared = Callable[[str], Path]

PLAIN = ("kode", "nama", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi")
BALANGAN = "balangan_63.11_cahyadsn.gpkg"


@pytest.fixture(scope="session")
def national_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that knows all regions of Indonesia, read once; copy it."""
    source = SHARED / "data" / "kemendagri_2025_list.csv.gz"
    if not source.exists():
        pytest.skip("daftar wilayah nasional tidak ada di samping salinan kerja ini")
    path = tmp_path_factory.mktemp("nasional") / "nasional.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KONVERGENSI_DATABASE_URL", f"sqlite:///{path.as_posix()}")
        read_settings.cache_clear()
        for arguments in (["db", "new"], ["import", "wilayah", str(source)]):
            done = CliRunner().invoke(app, arguments, catch_exceptions=False)
            assert done.exit_code == 0, done.output
    read_settings.cache_clear()
    assert "83.762 desa, 7.285 kecamatan, 514 kabupaten/kota" in done.stdout
    # One file without a log beside it, so that it can be copied.
    made = make_engine(f"sqlite:///{path.as_posix()}")
    with made.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    made.dispose()
    return path


@pytest.fixture
def national(national_template: Path, database: Path, engine: Engine) -> Engine:
    shutil.copy(national_template, database)
    return engine


@pytest.fixture
def new(run: Run, engine: Engine) -> Engine:
    assert run("db", "new").exit_code == 0
    return engine


def stored_shapes(engine: Engine, level: str) -> list[shapely.Geometry]:
    question = (
        select(Batas.geometry)
        .join(Wilayah, Wilayah.code == Batas.wilayah_code)
        .where(Wilayah.level == level)
    )
    with open_read(engine) as connection:
        return list(shapely.from_wkb(connection.scalars(question).all()))


def export(run: Run, *arguments: object) -> list[dict[str, object]]:
    done = run("export", "prevalensi", *arguments)
    assert done.exit_code == 0, done.output
    return list(json.loads(done.stdout)["data"])


def figures(run: Run, *arguments: object) -> dict[str, object]:
    rows = export(run, *arguments)
    assert len(rows) == 1
    return rows[0]


# Boundaries


def test_balangan_loads_and_no_overlap_or_gap_is_left(
    run: Run, new: Engine, shared_data: Shared
) -> None:
    done = run("import", "wilayah", shared_data(BALANGAN))
    assert "Tersimpan: 157 desa, 8 kecamatan, 1 kabupaten/kota." in done.stdout
    assert "Ditemukan 172 tumpang tindih antarwilayah; tersisa 0" in done.stdout
    assert "Ditemukan 206 celah antarwilayah; tersisa 0" in done.stdout
    for level, count in (("desa", 157), ("kecamatan", 8), ("kabupaten", 1)):
        shapes = stored_shapes(new, level)
        assert len(shapes) == count
        assert shapely.is_valid(shapes).all()
        assert shapely.coverage_is_valid(shapes)
    kabupaten = stored_shapes(new, "kabupaten")[0]
    assert shapely.get_num_interior_rings(shapely.get_parts(kabupaten)).sum() == 0
    info = read_layer_info(new, "63.11", "desa")
    assert info is not None
    content = read_layer_content(new, info.content_hash)
    assert content is not None
    assert len(decode_layer(content)) == 157


def test_the_same_boundary_file_again_changes_nothing(
    run: Run, new: Engine, shared_data: Shared
) -> None:
    run("import", "wilayah", shared_data(BALANGAN))
    before = check_database(new).counts
    assert "Tidak ada yang berubah" in run("import", "wilayah", shared_data(BALANGAN)).stdout
    assert check_database(new).counts == before


@pytest.mark.parametrize("name", ["shp_polygonZ", "gdb"])
def test_a_zip_of_big_loads_like_the_geopackage(
    run: Run, new: Engine, shared_data: Shared, name: str
) -> None:
    done = run("import", "wilayah", shared_data(f"fixtures/balangan_BIGstyle_{name}.zip"))
    assert "Tersimpan: 157 desa, 8 kecamatan, 1 kabupaten/kota." in done.stdout
    assert shapely.coverage_is_valid(stored_shapes(new, "desa"))
    names = set(read_regions(new, "63.11", "kabupaten")["name"])
    assert names in ({"Balangan"}, {"Kabupaten Balangan"})


def test_bps_codes_without_a_crosswalk_are_refused_and_nothing_is_written(
    run: Run, new: Engine, shared_data: Shared
) -> None:
    refused = run("import", "wilayah", shared_data("fixtures/gunungmas_BPSstyle.geojson"))
    assert refused.exit_code == 1
    assert "tabel padanan" in refused.stdout
    assert read_regions(new, "ID").empty
    assert len(read_batches(new)) == 0


def test_bps_codes_with_a_crosswalk_are_gunung_mas_and_never_pulang_pisau(
    run: Run, new: Engine, shared_data: Shared
) -> None:
    file = shared_data("fixtures/gunungmas_BPSstyle.geojson")
    done = run("import", "wilayah", file, "--crosswalk", shared_data("crosswalk_4kab.csv"))
    assert done.exit_code == 0
    regions = read_regions(new, "ID")
    desa = regions[regions["level"] == "desa"]
    assert len(desa) == 125
    assert set(desa["code"].str[:5]) == {"62.10"}
    assert set(desa["bps_code"].str[:4]) == {"6211"}
    assert not regions["code"].str.startswith("62.11").any()
    assert not regions["name"].str.contains("Pulang Pisau", case=False).any()
    # What could not be joined is listed, with its row.
    assert "baris 67" in done.stdout
    assert "6211040012 (KUALA KURUN)" in done.stdout
    assert "6211050016 (KARASON)" in done.stdout


# Measurements


def test_sukabumi_is_a_map_of_counts_without_prevalence(
    run: Run, new: Engine, shared_data: Shared
) -> None:
    run("import", "wilayah", shared_data("kab_sukabumi_batas_desa_dan_stunting_2023.geojson"))
    file = shared_data("kab_sukabumi_stunting_per_desa_2023_ASLI_mentah.csv")
    order = ("import", "pengukuran", file, "--periode", "2023-12", "--sumber", "Open Data Jabar")
    done = run(*order, "--wilayah", "32.02")
    assert "Tersimpan: 355 desa/kelurahan, 3.613 balita stunting" in done.stdout, done.output
    assert "31 baris tanpa data" in done.stdout
    view = View("32.02", "desa", "Open Data Jabar", "2023-12", None)
    table = compute_prevalensi(new, view)
    assert len(table) == 386
    assert table["has_boundary"].all()
    assert table["prevalensi_pct"].isna().all()
    assert available_measures(table) == ("stunting",)
    bounds = compute_count_bounds(read_measurements(new, "32.02", view.source), "desa")
    painted = paint(table, "stunting", read_thresholds(), bounds)
    assert (painted.styles[-1].label, painted.styles[-1].count) == ("Belum ada data", 31)
    assert sum(style.count or 0 for style in painted.styles) == 386
    exported = export(run, "--wilayah", "32.02")
    assert sum(row["stunting_jiwa"] is None for row in exported) == 31
    assert {row["prevalensi_pct"] for row in exported} == {None}


def test_kuningan_gives_5615_of_64954_in_37_puskesmas_of_32_kecamatan(
    run: Run, national: Engine, shared_data: Shared
) -> None:
    file = shared_data("kuningan_Data_Stunting.xlsx")
    order = ("import", "pengukuran", file, "--periode", "2025-08", "--sumber", "e-PPGBM",
             "--wilayah", "32.08")  # fmt: skip
    refused = run(*order)
    assert refused.exit_code == 1
    assert "37 galat" in refused.stderr
    assert "--puskesmas-baru" in refused.stdout
    assert read_regions(national, "32.08", "puskesmas").empty

    done = run(*order, "--puskesmas-baru")
    assert "37 puskesmas, 5.615 balita stunting dari 64.954 yang diukur = 8,64 %" in done.stdout
    puskesmas = read_regions(national, "32.08", "puskesmas")
    assert len(puskesmas) == 37
    assert puskesmas["parent_code"].nunique() == 32

    before = check_database(national).counts
    assert "Tidak ada yang berubah" in run(*order, "--puskesmas-baru").stdout
    assert check_database(national).counts == before
    whole = figures(run, "--wilayah", "32.08", "--tingkat", "kabupaten")
    assert (whole["stunting_jiwa"], whole["diukur_jiwa"]) == (5_615, 64_954)
    assert round(float(str(whole["prevalensi_pct"])), 2) == 8.64
    assert len(export(run, "--wilayah", "32.08")) == 32
    rows = export(run, "--wilayah", "32.08", "--tingkat", "puskesmas")
    assert len(rows) == 37
    assert sum(int(str(row["stunting_jiwa"])) for row in rows) == 5_615


def save_kabupaten(run: Run, folder: Path, period: str, row: tuple[object, ...]) -> str:
    file = write_csv(folder / f"{period}.csv", [PLAIN, row])
    done = run("import", "pengukuran", file, "--periode", period, "--sumber", "e-PPGBM")
    assert done.exit_code == 0, done.output
    return done.stdout


def test_gunung_mas_falls_from_22_87_to_20_16_by_2_70_points(
    run: Run, national: Engine, tmp_path: Path
) -> None:
    name = "Gunung Mas"
    save_kabupaten(run, tmp_path, "2020-08", ("62.10", name, 10_530, 645, 1_460, 7_007, 94))
    save_kabupaten(run, tmp_path, "2021-08", ("62.10", name, 10_733, 428, 1_076, 5_919, 36))
    before = figures(run, "--wilayah", "62.10", "--periode", "2020-08")
    now = figures(run, "--wilayah", "62.10")
    assert f"{before['prevalensi_pct']:.2f} {now['prevalensi_pct']:.2f}" == "22.87 20.16"
    assert f"{before['partisipasi_pct']:.1f} {now['partisipasi_pct']:.1f}" == "87.4 69.5"
    assert f"{now['perubahan_poin']:.2f}" == "-2.70"
    assert now["arah"] == "turun"
    assert "belum meyakinkan" not in str(now["keterangan"])
    assert before["perubahan_poin"] is None


def test_balangan_has_counts_without_prevalence_where_no_denominator_is_printed(
    run: Run, national: Engine, tmp_path: Path
) -> None:
    said = save_kabupaten(run, tmp_path, "2020-08", ("63.11", "Balangan", "", 635, 1_566, "", ""))
    assert "2.201 balita stunting" in said
    assert "%" not in said.splitlines()[-2]
    save_kabupaten(run, tmp_path, "2021-08", ("63.11", "Balangan", "", 342, 1_268, "", ""))
    before = figures(run, "--wilayah", "63.11", "--periode", "2020-08")
    now = figures(run, "--wilayah", "63.11")
    assert (before["stunting_jiwa"], now["stunting_jiwa"]) == (2_201, 1_610)
    for row in (before, now):
        unknown = ("prevalensi_pct", "diukur_jiwa", "sasaran_jiwa", "partisipasi_pct",
                   "perubahan_poin", "normal_jiwa")  # fmt: skip
        assert {row[key] for key in unknown} == {None}


def test_the_measured_counts_implied_for_balangan_give_its_printed_prevalence(
    run: Run, national: Engine, tmp_path: Path
) -> None:
    for period, row in (
        ("2020-08", ("63.11", "Balangan", "", 635, 1_566, 8_538 - 2_201, 0)),
        ("2021-08", ("63.11", "Balangan", "", 342, 1_268, 8_989 - 1_610, 0)),
    ):
        save_kabupaten(run, tmp_path, period, row)
    before = figures(run, "--wilayah", "63.11", "--periode", "2020-08")
    now = figures(run, "--wilayah", "63.11")
    assert f"{before['prevalensi_pct']:.2f} {now['prevalensi_pct']:.2f}" == "25.78 17.91"


def test_the_view_for_other_programs_holds_the_same_figure(
    run: Run, national: Engine, tmp_path: Path
) -> None:
    save_kabupaten(run, tmp_path, "2020-08", ("62.10", "x", 10_530, 645, 1_460, 7_007, 94))
    with open_read(national) as connection:
        shares = connection.execute(text("SELECT nama, prevalensi_pct FROM v_prevalensi")).one()
    assert (shares[0], round(shares[1], 2)) == ("Kabupaten Gunung Mas", 22.87)
