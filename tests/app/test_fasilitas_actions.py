"""Who brings health facilities, what a file of them comes to, and how the map gets them."""

import gzip
import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette

from app.access import Account, Grant, NotAllowedError
from app.actions.batches import may_withdraw, withdraw_batch
from app.actions.databases import create_database
from app.actions.uploads import Upload, UploadRequest, check_upload, kinds_for, save_upload
from app.documents.templates import write_empty_template
from app.facility_points import KINDS, make_points, read_points
from app.routes import make_points_route, points_url
from data_access.database import make_engine
from data_access.reads.fasilitas import read_facilities
from data_access.writes.wilayah import save_regions
from tests.app.asgi_client import Client
from tests.corpus.places import make_info, make_place

KABUPATEN, JUAI, HALONG = "63.11", "63.11.01", "63.11.02"
DESA, OTHER = f"{JUAI}.2001", f"{HALONG}.2001"
HEAD = "kode;jenis;nama;lintang;bujur"
MAWAR = f"{DESA};posyandu;Posyandu Mawar;-1,97;115,02"
PUSKESMAS = f"{HALONG};puskesmas;Puskesmas Halong;-1,98;115,07"


def person(role: str, code: str = KABUPATEN, agency: str = "") -> Account:
    return Account(1, f"{role}.{agency}", "Ani", grants=(Grant(role, code, agency),))


DINKES, BAPPEDA = person("operator", agency="dinkes"), person("bappeda")


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{(tmp_path / 'fasilitas.db').as_posix()}")
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([DESA, OTHER]), make_info("wilayah"))
    return engine


def ask(*lines: str) -> UploadRequest:
    return UploadRequest("fasilitas", Upload("faskes.csv", "\n".join([HEAD, *lines]).encode()))


@pytest.mark.parametrize("who", [DINKES, BAPPEDA])
def test_the_health_office_and_bappeda_bring_facilities(place: Engine, who: Account) -> None:
    assert "fasilitas" in kinds_for(who)
    checked = check_upload(place, who, ask(MAWAR, PUSKESMAS))
    assert checked.error_count == 0
    assert checked.figures == {"rows": 2, "posyandu": 1, "puskesmas": 1}
    assert checked.preview is not None
    assert read_facilities(place, "63").empty  # checking stores nothing
    written = save_upload(place, who, ask(MAWAR, PUSKESMAS)).written
    assert written is not None
    assert read_facilities(place, "63")["name"].tolist() == ["Posyandu Mawar", "Puskesmas Halong"]
    assert may_withdraw(place, who, written.batch_id)
    assert withdraw_batch(place, who, written.batch_id).row_count == 2
    assert read_facilities(place, "63").empty


@pytest.mark.parametrize(
    "who",
    [None, person("operator", JUAI, "puskesmas"), person("verifikator", agency="dinkes")],
)
def test_others_bring_none(place: Engine, who: Account | None) -> None:
    assert "fasilitas" not in kinds_for(who)
    with pytest.raises(NotAllowedError):
        save_upload(place, who, ask(MAWAR))
    written = save_upload(place, DINKES, ask(MAWAR)).written
    assert written is not None
    assert not may_withdraw(place, who, written.batch_id)


def test_another_kabupaten_s_rows_are_refused_as_a_whole(place: Engine) -> None:
    stranger = person("operator", "63.10", "dinkes")
    with pytest.raises(NotAllowedError):
        save_upload(place, stranger, ask(MAWAR))
    assert read_facilities(place, "63").empty


def test_one_bad_row_keeps_all_out(place: Engine) -> None:
    far = PUSKESMAS.replace("115,07", "116,07")
    outcome = save_upload(place, DINKES, ask(MAWAR, f"{DESA};klinik;X;-1,97;115,02", far))
    found = [(finding.code, finding.row) for finding in outcome.findings]
    assert found == [("fasilitas_jenis", 3), ("titik_di_luar_kabupaten", 4)]  # all at once
    assert outcome.written is None
    assert read_facilities(place, "63").empty


def test_the_template_filled_in_is_a_file_that_is_taken(place: Engine) -> None:
    book = openpyxl.load_workbook(BytesIO(write_empty_template("fasilitas")))
    values = [DESA, "", "pustu", "Pustu Juai", -1.97, 115.02, "Dinkes"]
    for column, value in enumerate(values, start=1):
        book.worksheets[0].cell(2, column, value)
    filled = BytesIO()
    book.save(filled)
    request = UploadRequest("fasilitas", Upload("templat.xlsx", filled.getvalue()))
    assert save_upload(place, DINKES, request).written is not None
    row = read_facilities(place, KABUPATEN).iloc[0]
    assert (row["kind"], row["latitude"], row["source"]) == ("pustu", -1.97, "Dinkes")


def test_the_map_asks_for_the_points_by_the_hash_of_their_content(place: Engine) -> None:
    assert make_points(place, KABUPATEN) is None
    save_upload(place, DINKES, ask(MAWAR, PUSKESMAS))
    points = make_points(place, KABUPATEN)
    assert points is not None
    found = json.loads(gzip.decompress(points.content))["points"]
    assert found == [
        [KINDS.index("posyandu"), -1.97, 115.02, DESA, "Posyandu Mawar"],
        [KINDS.index("puskesmas"), -1.98, 115.07, HALONG, "Puskesmas Halong"],
    ]
    assert points.count("posyandu", KABUPATEN) == points.count("posyandu", DESA) == 1
    assert points.count("posyandu", HALONG) == 0
    client = Client(Starlette(routes=[make_points_route(lambda c, h: read_points(place, c, h))]))
    answer = client.get(points_url(KABUPATEN, points.content_hash))
    assert json.loads(answer.text)["points"] == found
    assert "immutable" in answer.headers["cache-control"]
    assert "private" in answer.headers["cache-control"]
    for wrong in (points_url(KABUPATEN, "0" * 32), points_url("..", points.content_hash)):
        assert client.get(wrong).status_code == 404


def test_a_province_draws_no_posyandu(place: Engine) -> None:
    save_upload(place, DINKES, ask(MAWAR, PUSKESMAS))
    points = make_points(place, "63")
    assert points is not None
    assert (points.count("puskesmas", "63"), points.count("posyandu", "63")) == (1, 0)
    assert make_points(place, "ID") is None
