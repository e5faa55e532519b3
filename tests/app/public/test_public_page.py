"""The public page: who reaches it, what stands on it, what never does."""

import csv
import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from app.access import NotAllowedError
from app.actions.publik import release, withhold
from app.figures import View, compute_prevalensi
from app.format import format_count, format_pct
from app.text import publik as text
from tests.app.asgi_client import Client
from tests.app.stage_people import make_person
from tests.raw_writes import write_raw

KABUPATEN, KECAMATAN = "99.01", "99.01.03"
PAGE, BELOW = f"/publik/{KABUPATEN}/2026", f"/publik/{KECAMATAN}/2026"
BROWSER = {"accept": "text/html,*/*"}
BAPPEDA = make_person("bappeda", KABUPATEN, "bappeda")


def read_rows(client: Client, address: str = f"{PAGE}/data.csv") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))


def test_a_stranger_reads_page_and_files_without_a_session(reader: Client) -> None:
    for address in ("/publik", PAGE, BELOW, f"{PAGE}/data.csv", f"{PAGE}/data.xlsx"):
        answer = reader.get(address, BROWSER)
        assert answer.status_code == 200, address
        assert "set-cookie" not in answer.headers
    page = reader.get(PAGE).text
    assert '<html lang="id">' in page
    assert "<script" not in page
    assert not re.search(r'(src|href)="https?:', page)


@pytest.mark.parametrize(
    "address",
    ["/publik/", "/publikasi", "/publik/99.01", "/publik/99.01/2026/", "/publik/../riwayat",
     "/publik/99.01/2026/data.json", "/publik/99.01/2026/lain", "/publik/99..01/2026",
     "/publik/%2e%2e/2026", "/PUBLIK", "/", "/peta", "/_stcore/metrics"],
)  # fmt: skip
def test_nothing_beside_the_public_addresses_opens(reader: Client, address: str) -> None:
    assert reader.get(address).status_code == 401
    assert reader.get(address, BROWSER).status_code == 303


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_public_page_is_for_reading_only(reader: Client, method: str) -> None:
    assert reader.request(method, PAGE).status_code == 401


@pytest.mark.parametrize(
    "address",
    ["/publik/63.11/2026", "/publik/99.01/2019", "/publik/99.01/2099", "/publik/99.01/abcd",
     "/publik/99.01.01.2001/2026", "/publik/ID/2026", "/publik/63.11/2026/data.csv"],
)  # fmt: skip
def test_an_unknown_region_or_year_is_not_found_in_indonesian(reader: Client, address: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 404
    assert text.NOT_FOUND_TITLE in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_headers_keep_the_page_from_running_or_loading_anything(reader: Client) -> None:
    headers = reader.get(PAGE).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    assert headers["cache-control"] == "public, max-age=300"
    download = reader.get(f"{PAGE}/data.xlsx").headers["content-disposition"]
    assert download == 'attachment; filename="publik_99.01_2026.xlsx"'


def test_a_known_page_is_not_sent_twice_and_leaves_compressed(reader: Client) -> None:
    first = reader.get(PAGE)
    assert first.headers["content-encoding"] == "gzip"
    again = reader.get(PAGE, {"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.raw) == (304, b"")
    plain = reader.get(PAGE, {"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.raw == first.content


def test_figures_are_those_of_the_export(reader: Client, demo: Engine) -> None:
    view = View(KABUPATEN, "kecamatan", "e-PPGBM", "2025-08", None)
    page = reader.get(PAGE).text
    for row in compute_prevalensi(demo, view).itertuples():
        cells = (format_pct(row.prevalensi_pct), format_count(row.pembilang_jiwa))
        assert f">{row.name}</th>" in page
        assert all(f">{cell}</td>" in page for cell in cells), row.name


def test_a_desa_shows_its_class_and_no_number(reader: Client) -> None:
    desa = [row for row in read_rows(reader) if row["Bagian"] == text.FILE_PARTS["desa"]]
    assert len(desa) > 100
    assert {row["Nilai"] for row in desa} == {""}
    classes = {row["Keterangan"] for row in desa}
    assert {"Rendah", "Tinggi"} < classes
    assert not any(character.isdigit() for words in classes for character in words)
    page = reader.get(PAGE).text
    listed = page.split('<ul class="desa">', 1)[1].split("</section>", 1)[0]
    assert not re.search(r">[^<]*\d[^<]*<", listed.replace("/n", ""))


def test_file_and_page_hide_the_same(reader: Client) -> None:
    rows = read_rows(reader)
    hidden = [row for row in rows if row["Keterangan"] == text.STATES["dilindungi"]]
    assert hidden
    assert {(row["Nilai"], row["Target"]) for row in hidden} == {("", "")}
    book = load_workbook(io.BytesIO(reader.get(f"{PAGE}/data.xlsx").content))
    assert book.worksheets[0].max_row == len(rows) + 1
    coverage = [row for row in rows if row["Bagian"] == text.FILE_PARTS["cakupan"]]
    assert all(row["Nilai"] == "" or float(row["Nilai"]).is_integer() for row in coverage)


def test_what_is_not_approved_is_not_shown(stranger: Client, database: Path) -> None:
    # The camat opens the analysis of one kecamatan again.
    write_raw(
        database,
        "UPDATE tahapan SET state = 'dikembalikan' WHERE stage = 'kecamatan.ansit' "
        f"AND year = 2026 AND wilayah_code = '{KECAMATAN}'",
        "UPDATE versi_topik SET version = version + 1 WHERE topic = 'tahapan'",
    )
    rows = [r for r in read_rows(stranger) if r["Kode wilayah"].startswith(KECAMATAN)]
    measured = [r for r in rows if r["Bagian"] != text.FILE_PARTS["cakupan"]]
    assert {r["Nilai"] for r in measured} == {""}
    assert "Tinggi" not in {r["Keterangan"] for r in measured}
    assert text.STATES["belum_disetujui"] in stranger.get(BELOW).text
    # The sum of the kabupaten, approved long ago, stands; that of the kecamatan is not there.
    page = stranger.get(PAGE).text
    assert "13.157" in page
    assert "1.419" not in page


def test_a_year_without_any_approval_says_so(reader: Client) -> None:
    page = reader.get(f"/publik/{KABUPATEN}/2027").text
    assert "Belum ada tahapan" in page
    assert "<table" not in page
    assert "2027" not in reader.get("/publik").text


def test_the_assessment_stands_once_its_stage_is_approved(reader: Client) -> None:
    assert text.ASSESSMENT_PENDING.format(year=2026) in reader.get(PAGE).text
    page = reader.get(f"/publik/{KECAMATAN}/2025").text
    assert text.CAPTION_ASSESSMENT.format(year=2025) in page
    assert text.SIMULATION in page or text.OFFICIAL in page


def test_a_withheld_year_says_why_and_by_whom_and_comes_back(
    stranger: Client, demo: Engine
) -> None:
    before = stranger.get(PAGE).text
    reason = "Pengukuran <diperiksa> ulang"
    act = {"region_code": KABUPATEN, "year": 2026}
    assert withhold(demo, BAPPEDA, reason=reason, **act) == "alasan"
    assert withhold(demo, BAPPEDA, reason="Pengukuran diperiksa ulang", **act) is None
    for address in (PAGE, BELOW):
        answer = stranger.get(address)
        assert answer.status_code == 200
        assert "Pengukuran diperiksa ulang" in answer.text
        assert "Bappeda Kabupaten Arunika" in answer.text
        assert "<table" not in answer.text
        assert BAPPEDA.username not in answer.text
        assert stranger.get(f"{address}/data.csv").status_code == 404
    assert "2026 (ditahan)" in stranger.get("/publik").text
    assert "2.118" not in stranger.get("/publik/99/2026").text
    assert release(demo, BAPPEDA, **act) is None
    assert stranger.get(PAGE).text == before


def test_only_bappeda_withholds(demo: Engine) -> None:
    act = {"region_code": KABUPATEN, "year": 2026}
    for person in (make_person("admin", KABUPATEN), make_person("pimpinan", KABUPATEN), None):
        with pytest.raises(NotAllowedError):
            withhold(demo, person, reason="ada", **act)
        with pytest.raises(NotAllowedError):
            release(demo, person, **act)
    with pytest.raises(NotAllowedError):
        withhold(demo, BAPPEDA, region_code="99.02", year=2026, reason="ada")
    assert withhold(demo, BAPPEDA, reason="  ", **act) == "tanpa_alasan"
    assert withhold(demo, BAPPEDA, region_code=KABUPATEN, year=2019, reason="ada") == "tahun"
    foreign = withhold(demo, BAPPEDA, region_code=f"{KABUPATEN}.99", year=2026, reason="ada")
    assert foreign == "wilayah"


def test_hostile_names_and_links_are_text(stranger: Client, database: Path) -> None:
    hostile = "<script>alert(1)</script>\"'{{7*7}}"
    quoted = hostile.replace("'", "''")
    stamp = "1, 'x', '2026-01-01 00:00:00'"
    write_raw(
        database,
        f"UPDATE wilayah SET name = '{quoted}' WHERE code LIKE '{KECAMATAN}%'",
        "DELETE FROM tahapan WHERE year = 2026 AND stage IN ('kabupaten.publikasi', "
        "'kabupaten.regulasi')",
        "INSERT INTO tahapan (wilayah_code, year, stage, part, state, version, updated_by, "
        f"updated_at) VALUES ('{KABUPATEN}', 2026, 'kabupaten.publikasi', 'bappeda', 'disetujui', "
        f"{stamp}), ('{KABUPATEN}', 2026, 'kabupaten.regulasi', 'bappeda', 'disetujui', {stamp})",
        "INSERT INTO publikasi (wilayah_code, year, kind, title, link, stage, version, updated_by, "
        f"updated_at) VALUES ('{KABUPATEN}', 2026, 'kampanye', '{quoted}', 'javascript:alert(1)', "
        f"'semua', {stamp})",
        "INSERT INTO regulasi (wilayah_code, year, kind, number, subject, stage, version, "
        f"updated_by, updated_at) VALUES ('{KABUPATEN}', 2026, 'perda', '{quoted}', '{quoted}', "
        f"'semua', {stamp})",
        "UPDATE versi_topik SET version = version + 1",
    )
    for address in (PAGE, BELOW, f"/publik/{KABUPATEN}/2026"):
        page = stranger.get(address).text
        assert "<script" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;{{7*7}}" in page
        assert 'href="javascript' not in page


def test_a_fault_inside_gives_one_calm_sentence(without_database: Client) -> None:
    answer = without_database.get(PAGE)
    assert answer.status_code == 503
    assert text.UNAVAILABLE in answer.text
    assert answer.headers["cache-control"] == "no-store"
