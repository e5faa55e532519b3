"""`konvergensi import fasilitas`, and the exports of facilities, regulations and publications."""

from datetime import date
from pathlib import Path

import pytest
import typer
from sqlalchemy import Engine

from app.actions.databases import create_database
from app.cli.export_request import ExportRequest
from app.cli.exporting_support import (
    tabulate_facilities,
    tabulate_publications,
    tabulate_regulations,
)
from app.documents.exported import to_json, to_xlsx
from data_access.reads.wilayah import read_region
from data_access.writes.dukungan import PublicationDraft, RegulationDraft, add_support
from data_access.writes.wilayah import save_regions
from tests.app.conftest import Run
from tests.corpus.places import make_info, make_place

KABUPATEN, JUAI = "63.11", "63.11.01"
DESA = f"{JUAI}.2001"
HEAD = "Kode Desa;Jenis;Nama;Latitude;Longitude"


@pytest.fixture
def place(engine: Engine) -> Engine:
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([DESA]), make_info("wilayah"))
    return engine


def ask(engine: Engine, period: str | None = None, code: str = KABUPATEN) -> ExportRequest:
    region = read_region(engine, code)
    assert region is not None
    return ExportRequest(engine, region, period, None, None)


def test_facilities_come_in_by_the_command_and_go_out_by_the_export(
    place: Engine, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "faskes.csv"
    file.write_text(f"{HEAD}\n{DESA};posyandu;Mawar;-1,967890;115,012345\n", "utf-8")
    dry = run("import", "fasilitas", file, "--dry-run")
    assert dry.exit_code == 0
    assert "Diperiksa: 1 fasilitas kesehatan (1 posyandu)." in dry.output
    done = run("import", "fasilitas", file)
    assert "Tersimpan: 1 fasilitas kesehatan (1 posyandu)." in done.output
    row = tabulate_facilities(ask(place)).table.iloc[0]
    assert (row["kind"], row["latitude"], row["longitude"]) == (
        "Posyandu",
        "-1.967890",
        "115.012345",
    )


def test_a_bad_file_says_each_row_and_stores_nothing(
    place: Engine, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "faskes.csv"
    file.write_text(f"{HEAD}\n{DESA};posyandu;Mawar;115,4;-2,3\n", "utf-8")
    result = run("import", "fasilitas", file)
    assert result.exit_code == 1
    assert "tertukar" in result.output
    with pytest.raises(typer.Exit):
        tabulate_facilities(ask(place))


def test_regulations_and_publications_are_exported_with_all_inside(place: Engine) -> None:
    rule = RegulationDraft("keputusan", "=440/12", date(2026, 1, 5), "Tim", "ansit")
    news = PublicationDraft("radio", "Siaran", None, "https://contoh.id", "semua")
    add_support(place, "ani", rule, JUAI, 2026, key="a")
    add_support(place, "ani", news, JUAI, 2026, key="b")
    exported = tabulate_regulations(ask(place))
    row = exported.table.iloc[0]
    assert [row[name] for name in ("wilayah_code", "kind", "dated_on", "stage")] == [
        JUAI,
        "Keputusan",
        "2026-01-05",
        "Analisis situasi",
    ]
    assert b"=440/12" in to_json(exported)
    assert to_xlsx(exported)
    publications = tabulate_publications(ask(place, "2026")).table
    assert publications[["title", "stage"]].iloc[0].tolist() == ["Siaran", "Semua tahapan"]
    for period in ("2025", "tahun"):
        with pytest.raises(typer.Exit):
            tabulate_publications(ask(place, period))
