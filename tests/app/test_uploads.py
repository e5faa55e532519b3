"""Files handed in on the screen: who may, what is refused, what is stored, what is remembered."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import shapely
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions.batches import may_withdraw, withdraw_batch
from app.actions.uploads import (
    HandLayout,
    Upload,
    UploadRequest,
    areas_for,
    check_upload,
    forget_columns,
    kinds_for,
    make_safe_name,
    remember_columns,
    save_upload,
)
from app.text.findings import describe
from data_access.backup import check_database
from data_access.reads.batches import read_batches
from data_access.reads.pengukuran import read_measurements
from data_access.writes.tahapan import StageMove, move_parts
from tests.app.conftest import Run
from tests.corpus.places import SIDE, write_geojson
from tests.corpus.tables import HOSTILE, write_csv, write_xlsx

CODES = {"62": "Kalimantan Tengah", "62.10": "Gunung Mas", "62.10.01": "Kurun",
         "62.10.01.2001": "Tumbang", "62.10.01.2002": "O'o", "62.11": "Pulang Pisau",
         "62.11.01": "Kahayan", "62.11.01.2001": "Bawan"}  # fmt: skip
PLAIN = ["kode", "nama", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi"]
ROWS = [("62.10.01.2001", "Tumbang", 60, 3, 7, 38, 2), ("62.10.01.2002", "O'o", 40, 1, 2, 37, 0)]


def person(role: str, region: str, agency: str = "", **more: bool) -> Account:
    return Account(1, f"uji.{role}", "Uji", grants=(Grant(role, region, agency),), **more)


OPERATOR = person("operator", "62.10", "dinkes")
BAPPEDA = person("bappeda", "62.10")
STRANGERS = {
    "nobody": None,
    "a pimpinan": person("pimpinan", "62.10"),
    "the verifikator": person("verifikator", "62.10", "dinkes"),
    "another agency's operator": person("operator", "62.10", "puskesmas"),
    "the neighbour's operator": person("operator", "62.11", "dinkes"),
    "the province's operator": person("operator", "62", "dinkes"),
    "a disabled account": person("operator", "62.10", "dinkes", active=False),
    "one who must change the password": person("operator", "62.10", "dinkes", must_change=True),
}


@pytest.fixture
def known(run: Run, tmp_path: Path, engine: Engine) -> Engine:
    run("db", "new")
    regions = write_csv(tmp_path / "daftar.csv", [("kode", "nama"), *CODES.items()])
    assert run("import", "wilayah", regions).exit_code == 0
    return engine


def measurements(lines: Sequence[Sequence[object]], folder: Path, **more: object) -> UploadRequest:
    file = write_csv(folder / "ukur.csv", [PLAIN, *lines])
    return asked(file, **more)


def asked(file: Path, **more: object) -> UploadRequest:
    given = {"period": "2025-08", "source": "e-PPGBM", "area_code": "62.10"} | more
    return UploadRequest("pengukuran", Upload(file.name, file.read_bytes()), **given)  # type: ignore[arg-type]


def codes(outcome: object) -> set[str]:
    found = outcome.findings  # type: ignore[attr-defined]
    assert all(describe(finding) for finding in found)
    return {finding.code for finding in found}


def test_a_check_shows_what_would_be_stored_and_stores_nothing(
    known: Engine, tmp_path: Path
) -> None:
    before = check_database(known).counts
    outcome = check_upload(known, OPERATOR, measurements(ROWS, tmp_path))
    assert (outcome.error_count, outcome.layout, outcome.figures["grain"]) == (0, "polos", "desa")
    assert outcome.figures["stunting_jiwa"] == 13
    assert outcome.preview is not None
    assert list(outcome.preview["name"]) == ["Tumbang", "O'o"]
    assert check_database(known).counts == before


def test_a_save_stores_all_rows_once_however_often_it_is_pressed(
    known: Engine, tmp_path: Path
) -> None:
    request = measurements(ROWS, tmp_path)
    first, *again = [save_upload(known, OPERATOR, request) for _ in range(3)]
    assert first.written is not None
    assert first.written.row_count == 2
    assert all(each.written is not None and each.written.unchanged for each in again)
    batches = read_batches(known)
    assert list(batches.loc[batches["kind"] == "pengukuran", "imported_by"]) == ["uji.operator"]


@pytest.mark.parametrize("who", STRANGERS)
def test_a_direct_call_by_somebody_else_is_refused_and_nothing_is_written(
    known: Engine, tmp_path: Path, who: str
) -> None:
    before = check_database(known).counts
    for area in ("62.10", None):
        request = measurements(ROWS, tmp_path, area_code=area)
        for action in (check_upload, save_upload):
            with pytest.raises(NotAllowedError):
                action(known, STRANGERS[who], request)
    assert check_database(known).counts == before


@pytest.mark.parametrize("area", [None, "62.10", "62", "ID", "62.11"])
def test_rows_of_a_foreign_kabupaten_never_come_in(
    known: Engine, tmp_path: Path, area: str | None
) -> None:
    before = check_database(known).counts
    foreign = [*ROWS, ("62.11.01.2001", "Bawan", 60, 3, 7, 38, 2)]
    request = measurements(foreign, tmp_path, area_code=area)
    try:
        assert save_upload(known, OPERATOR, request).error_count
    except NotAllowedError:
        assert area != "62.10"
    assert check_database(known).counts == before


def test_a_name_cannot_be_confirmed_into_a_foreign_kabupaten(known: Engine, tmp_path: Path) -> None:
    head = ["kecamatan", *PLAIN[1:]]
    file = write_csv(tmp_path / "nama.csv", [head, ("Kurun", "Bawan", 60, 3, 7, 38, 2)])
    for confirmed in (("Kurun", "Bawan", "62.11.01.2001"), ("", "Kurun", "62.11.01")):
        outcome = save_upload(known, OPERATOR, asked(file, confirmed=(confirmed,)))
        assert outcome.error_count
        assert outcome.written is None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_cleanly(known: Engine, tmp_path: Path, name: str) -> None:
    file_name, make, code = HOSTILE[name]
    file = tmp_path / file_name
    make(file)
    before = check_database(known).counts
    outcome = save_upload(known, OPERATOR, asked(file))
    assert code in codes(outcome)
    assert outcome.written is None
    assert check_database(known).counts == before


@pytest.mark.parametrize(
    "wrong", [{"period": "2025-13"}, {"period": ""}, {"source": ""}, {"source": "{{7*7}}"}]
)
def test_a_period_or_source_that_cannot_be_is_refused(
    known: Engine, tmp_path: Path, wrong: dict[str, str]
) -> None:
    outcome = save_upload(known, OPERATOR, measurements(ROWS, tmp_path, **wrong))
    assert codes(outcome) <= {"periode_tak_dikenal", "sumber_tak_aman"}
    assert outcome.error_count == 1


def test_figures_that_the_file_would_delete_are_told_before(known: Engine, tmp_path: Path) -> None:
    save_upload(known, OPERATOR, measurements(ROWS, tmp_path))
    outcome = check_upload(known, OPERATOR, measurements(ROWS[:1], tmp_path))
    (lost,) = [each for each in outcome.findings if each.code == "data_akan_terhapus"]
    assert lost.values["jumlah"] == 1
    assert "62.10.01.2002" in describe(lost)


def test_names_are_given_their_region_by_hand_and_remembered(known: Engine, tmp_path: Path) -> None:
    head = ["kecamatan", *PLAIN[1:]]
    file = write_csv(tmp_path / "nama.csv", [head, ("Kurun", "Tumbangg", 60, 3, 7, 38, 2)])
    outcome = check_upload(known, OPERATOR, asked(file))
    (name,) = outcome.unmatched
    assert (name.parent_name, name.name, name.level) == ("Kurun", "Tumbangg", "desa")
    assert name.candidates[0] == ("62.10.01.2001", "Tumbang")
    chosen = ((name.parent_name, name.name, name.candidates[0][0]),)
    assert save_upload(known, OPERATOR, asked(file, confirmed=chosen)).written is not None
    assert not check_upload(known, OPERATOR, asked(file)).unmatched


ODD = [["Rekap balita", None, None], ["Wilayah", "SP", "P"], ["62.10.01.2001", 3, 7]]


def test_columns_said_by_hand_are_used_the_next_time_until_forgotten(
    known: Engine, tmp_path: Path
) -> None:
    request = asked(write_xlsx(tmp_path / "odd.xlsx", {"Data": ODD}))
    outcome = check_upload(known, OPERATOR, request)
    (sample,) = outcome.samples
    assert (sample.sheet, sample.header_index) == ("Data", 1)
    layout = HandLayout("Data", 1, {"kode": 0, "sangat_pendek": 1, "pendek": 2})
    with pytest.raises(NotAllowedError):
        remember_columns(known, STRANGERS["the verifikator"], "62.10", layout, sample)
    remember_columns(known, OPERATOR, "62.10", layout, sample)
    later = [ODD[1], ["62.10.01.2002", 1, 2]]
    again = check_upload(known, OPERATOR, asked(write_csv(tmp_path / "lagi.csv", later)))
    assert again.error_count == 0
    assert again.figures["stunting_jiwa"] == 3
    assert again.remembered is not None
    assert again.remembered.headings["sangat_pendek"] == "SP"
    assert again.remembered.updated_by == "uji.operator"
    assert forget_columns(known, OPERATOR, "62.10", again.remembered.header_sha256)
    assert check_upload(known, OPERATOR, request).samples


def test_columns_that_count_no_children_are_not_remembered(known: Engine, tmp_path: Path) -> None:
    request = asked(write_xlsx(tmp_path / "odd.xlsx", {"Data": ODD}))
    (sample,) = check_upload(known, OPERATOR, request).samples
    for columns in ({"kode": 0}, {"kode": 0, "stunting": 0}, {"stunting": 1}, {"x": 0}):
        with pytest.raises(ValueError, match="columns"):
            remember_columns(known, OPERATOR, "62.10", HandLayout("Data", 1, columns), sample)


def test_a_submitted_stage_refuses_screen_and_command_line_alike(
    known: Engine, run: Run, tmp_path: Path
) -> None:
    written = save_upload(known, OPERATOR, measurements(ROWS, tmp_path)).written
    assert written is not None
    where = ("62.10", 2026, "kabupaten.pengukuran", "dinkes")
    move_parts(known, "uji", [StageMove("ajukan", *where, "draf", 1)])
    before = check_database(known).counts
    for action in (check_upload, save_upload):
        outcome = action(known, OPERATOR, measurements(ROWS[:1], tmp_path))
        assert "tahapan_terkunci_diajukan" in codes(outcome)
        assert outcome.written is None
    done = run("import", "pengukuran", tmp_path / "ukur.csv", "--periode", "2025-08",
               "--sumber", "e-PPGBM")  # fmt: skip
    assert done.exit_code == 1
    assert "sudah diajukan" in done.stdout
    refused = withdraw_batch(known, OPERATOR, written.batch_id).refusal
    assert refused is not None
    assert "verifikator Dinas Kesehatan" in describe(refused)
    assert check_database(known).counts == before


# Surveys and regions

SURVEY = [("kode", "tahun", "sumber", "prevalensi_pct"), ("62.10", 2023, "SKI", "28,4")]


def survey(folder: Path) -> UploadRequest:
    file = write_csv(folder / "survei.csv", SURVEY, delimiter=";")
    return UploadRequest("survei", Upload(file.name, file.read_bytes()))


def test_surveys_are_for_bappeda(known: Engine, tmp_path: Path) -> None:
    assert kinds_for(OPERATOR) == ["pengukuran", "fasilitas"]
    assert kinds_for(BAPPEDA) == ["pengukuran", "survei", "wilayah", "fasilitas"]
    assert areas_for(BAPPEDA) == ["62.10"]
    with pytest.raises(NotAllowedError):
        save_upload(known, OPERATOR, survey(tmp_path))
    written = save_upload(known, BAPPEDA, survey(tmp_path)).written
    assert written is not None
    assert not may_withdraw(known, OPERATOR, written.batch_id)
    assert withdraw_batch(known, BAPPEDA, written.batch_id).row_count == 1


def boundaries(tmp_path: Path, *desa: str) -> UploadRequest:
    shapes = {
        code: (f"Desa {code[-4:]}", shapely.box(113 + SIDE * n, -1, 113 + SIDE * (n + 1), -0.95))
        for n, code in enumerate(desa)
    }
    file = write_geojson(tmp_path / "batas.geojson", shapes)
    return UploadRequest("wilayah", Upload(file.name, file.read_bytes()))


def test_boundaries_of_ones_own_kabupaten_come_in_and_of_others_never(
    known: Engine, tmp_path: Path
) -> None:
    own = boundaries(tmp_path, "62.10.01.2001", "62.10.01.2003")
    with pytest.raises(NotAllowedError):
        save_upload(known, OPERATOR, own)
    before = check_database(known).counts
    with pytest.raises(NotAllowedError):
        save_upload(known, BAPPEDA, boundaries(tmp_path, "62.10.01.2001", "62.11.01.2001"))
    assert check_database(known).counts == before
    outcome = save_upload(known, BAPPEDA, own)
    assert outcome.written is not None
    assert check_database(known).counts["batas"] == 4
    assert not may_withdraw(known, OPERATOR, outcome.written.batch_id)
    assert may_withdraw(known, BAPPEDA, outcome.written.batch_id)


def test_a_list_that_renames_the_province_is_for_the_province(
    known: Engine, tmp_path: Path
) -> None:
    def listed(*rows: tuple[str, str]) -> UploadRequest:
        file = write_csv(tmp_path / "daftar.csv", [("kode", "nama"), *rows])
        return UploadRequest("wilayah", Upload(file.name, file.read_bytes()))

    same = listed(("62", CODES["62"]), ("62.10", "Kabupaten Gunung Mas"))
    assert save_upload(known, BAPPEDA, same).written is not None
    with pytest.raises(NotAllowedError):
        save_upload(known, BAPPEDA, listed(("62", "Kalteng"), ("62.10", "Gunung Mas")))


def test_more_regions_than_a_screen_takes_are_sent_to_the_command_line(
    known: Engine, tmp_path: Path
) -> None:
    desa = [f"62.10.{kecamatan:02d}.{2001 + n}" for kecamatan in range(1, 12) for n in range(92)]
    outcome = save_upload(known, BAPPEDA, boundaries(tmp_path, *desa))
    (refused,) = outcome.findings
    assert refused.code == "wilayah_terlalu_banyak"
    assert "konvergensi import wilayah" in describe(refused)


@pytest.mark.parametrize("name", ["batas.gpkg", "batas.geojson", "batas.zip", "batas.csv"])
def test_a_virtual_boundary_file_is_refused(known: Engine, tmp_path: Path, name: str) -> None:
    before = check_database(known).counts
    vrt = b"<OGRVRTDataSource><OGRVRTLayer><SrcDataSource>/etc/passwd</SrcDataSource>"
    outcome = save_upload(known, BAPPEDA, UploadRequest("wilayah", Upload(name, vrt)))
    assert outcome.error_count
    assert all(describe(finding) for finding in outcome.findings)
    assert check_database(known).counts == before


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\data\\Rekap Agustus.xlsx", "Rekap Agustus.xlsx"),
        ("<img src=x>.csv", "_img src_x_.csv"),
        ("{{7*7}}.gpkg", "_7_7_.gpkg"),
        ("", "berkas_"),
        (".htaccess", "berkas_htaccess"),
        ("a" * 300 + ".csv", "a" * 80 + ".csv"),
    ],
)
def test_a_files_name_is_made_harmless(name: str, safe: str) -> None:
    assert make_safe_name(name) == safe


# Real files


def test_balangan_comes_in_through_the_screen(
    known: Engine, shared_data: Callable[[str], Path]
) -> None:
    file = shared_data("balangan_63.11_cahyadsn.gpkg")
    request = UploadRequest("wilayah", Upload(file.name, file.read_bytes()))
    owner = person("bappeda", "63.11")
    outcome = save_upload(known, owner, request)
    assert outcome.figures == {"desa": 157, "kecamatan": 8, "kabupaten": 1}
    assert outcome.written is not None
    assert isinstance(withdraw_batch(known, owner, outcome.written.batch_id).row_count, int)
    assert check_database(known).counts["batas"] == 0


def test_no_figure_is_left_after_a_withdrawal_and_strangers_withdraw_nothing(
    known: Engine, tmp_path: Path
) -> None:
    written = save_upload(known, OPERATOR, measurements(ROWS, tmp_path)).written
    assert written is not None
    restores = "the province's operator"  # of the same agency, by the matrix of roles
    for who in set(STRANGERS) - {restores}:
        stranger = STRANGERS[who]
        with pytest.raises(NotAllowedError):
            withdraw_batch(known, stranger, written.batch_id)
        assert not may_withdraw(known, stranger, written.batch_id), who
    assert withdraw_batch(known, BAPPEDA, written.batch_id).row_count == 2
    assert read_measurements(known, "62.10", "e-PPGBM").empty
