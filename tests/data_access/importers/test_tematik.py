"""The lists beside a budget: sub kegiatan about stunting, and accounts of spending."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from app.text.findings import describe
from data_access.importers.akun import AccountList, read_account_file
from data_access.importers.tematik import ThematicList, read_thematic_file
from geo.findings import Finding
from tests.corpus.tables import Line, write_csv, write_xlsx
from tests.data_access.importers.conftest import codes, only

Shared = Callable[[str], Path]


def thematic(tmp_path: Path, *rows: Line) -> ThematicList:
    result = read_thematic_file(write_xlsx(tmp_path / "a.xlsx", {"A": rows}))
    assert all(map(describe, result.findings))
    return result


def accounts(tmp_path: Path, *rows: Line) -> AccountList:
    result = read_account_file(write_csv(tmp_path / "a.csv", rows))
    assert all(map(describe, result.findings))
    return result


def places(findings: list[Finding]) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.row) for finding in findings]


def test_the_national_list_has_23_of_kabupaten_and_24_of_provinces(shared_data: Shared) -> None:
    result = read_thematic_file(shared_data("subkegiatan_TAG_STUNTING_2027.csv"))
    assert result.findings == []
    assert Counter(row.level for row in result.rows) == {"kabupaten": 23, "provinsi": 24}
    named = {row.code: row.name for row in result.rows}
    assert named["1.02.02.2.02.0001"] == "Pengelolaan Pelayanan Kesehatan Ibu Hamil"


def test_sub_kegiatan_that_only_name_stunting_have_no_tag(shared_data: Shared) -> None:
    result = read_thematic_file(shared_data("subkegiatan_kabkot_menyebut_stunting_2027.csv"))
    assert codes(result.findings) == ["tematik_tanpa_tanda", "tematik_kosong"]


def test_the_whole_nomenclature_is_no_thematic_list(shared_data: Shared) -> None:
    result = read_thematic_file(shared_data("subkegiatan_kepmendagri900_kabkota.csv"))
    assert codes(result.findings, "galat") == ["tematik_kolom_kurang"]


def test_the_chart_of_accounts_loads_whole(shared_data: Shared) -> None:
    result = read_account_file(shared_data("kode_rekening_belanja_permendagri_6level.csv"))
    assert result.findings == []
    assert Counter(row.level for row in result.rows) == {1: 1, 2: 4, 3: 15, 4: 91, 5: 297, 6: 3005}
    assert {"5.1.02.01.01.0052": "Belanja Makanan dan Minuman Rapat"}.items() <= {
        row.code: row.name for row in result.rows
    }.items()


def test_a_plain_list_takes_its_level_from_the_column_or_the_code(tmp_path: Path) -> None:
    result = thematic(
        tmp_path,
        ["Kode", "Nama", "Tingkat"],
        ["1.02.02.2.02.0001", "Ibu Hamil", "Kabupaten/Kota"],
        ["1.02.02.1.02.0006", "Gizi", None],
    )
    assert result.findings == []
    assert [(row.level, row.row) for row in result.rows] == [("kabupaten", 2), ("provinsi", 3)]


def test_rows_without_the_tag_are_counted_and_left_out(tmp_path: Path) -> None:
    result = thematic(
        tmp_path,
        ["SUBKEGIATAN", "TAG"],
        ["1.02.02.2.02.0001 Ibu Hamil", '["KESPRO", "STUNTING"]'],
        ["1.02.02.2.02.0002 Lain", '["KESPRO"]'],
    )
    assert [(row.code, row.name) for row in result.rows] == [("1.02.02.2.02.0001", "Ibu Hamil")]
    assert only(result.findings, "tematik_tanpa_tanda").values["jumlah"] == 1


def test_each_fault_of_a_thematic_list_has_its_row(tmp_path: Path) -> None:
    result = thematic(
        tmp_path,
        ["Kode", "Nama", "Tingkat"],
        ["1.02.02.2.02.0001", "Ibu Hamil", "provinsi"],
        ["1.02.02", "Program", "kabupaten"],
        ["1.02.02.2.02.0003", "Bayi", "nasional"],
        ["1.02.02.2.02.0004", None, "kabupaten"],
        ["1.02.02.2.02.0005", "Anak", "kabupaten"],
        ["1.02.02.2.02.0005", "Anak", "kabupaten"],
    )
    assert result.rows == []
    assert places(result.findings) == [
        ("tematik_tingkat_beda", 2),
        ("tematik_kode", 3),
        ("tematik_tingkat", 4),
        ("tematik_tanpa_nama", 5),
        ("tematik_ganda", 7),
    ]


def test_each_fault_of_a_list_of_accounts_has_its_row(tmp_path: Path) -> None:
    result = accounts(
        tmp_path,
        ["kode", "level", "uraian"],
        ["5.1.02.01.01.0052", "6", "Makan"],
        ["5.1.02.01.001.00052", "6", "Makan"],
        ["belanja", "1", "Belanja"],
        ["5.1.02", "2", "Barang"],
        ["5.1.03", "3", ""],
        ["4.1", "2", "Pendapatan"],
    )
    assert result.rows == []
    assert places(result.findings) == [
        ("akun_ganda", 3),
        ("akun_kode", 4),
        ("akun_tingkat_beda", 5),
        ("akun_tanpa_nama", 6),
        ("akun_bukan_belanja", None),
    ]


@pytest.mark.parametrize(
    ("read", "code"),
    [(read_thematic_file, "tematik_kolom_kurang"), (read_account_file, "akun_kolom_kurang")],
)
def test_another_table_is_refused(
    tmp_path: Path, read: Callable[[Path], ThematicList], code: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [["a", "b"], ["1", "2"]])
    assert codes(read(path).findings) == [code]
