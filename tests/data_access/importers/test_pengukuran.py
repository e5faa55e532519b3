from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data_access.importers.cells import DATE
from data_access.importers.matching import read_mapping
from data_access.importers.pengukuran import PengukuranFile
from data_access.importers.pengukuran_checks import Thresholds
from tests.corpus.tables import UNSAFE_NAMES, rekap_lines, write_csv, write_xlsx
from tests.data_access.importers.conftest import codes, only, say

Read = Callable[..., PengukuranFile]

HEAD = ["kode", "nama", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi", "outlier"]
SUKA = ["99.01.01.2001", "Suka Maju", 100, 2, 8, 79, 1, 3]
SOKA = ["99.01.01.2002", 'Soka"an', 50, 1, 4, 30, 0, 0]


def plain(tmp_path: Path, *lines: list[object], head: list[str] = HEAD) -> Path:
    return write_csv(tmp_path / "polos.csv", [head, *lines])


def test_plain_file_gives_sums_without_outliers(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, SUKA, SOKA))
    assert (result.layout, result.grain) == ("polos", "desa")
    assert result.rows["stunting_jiwa"].tolist() == [10, 5]
    assert result.rows["diukur_jiwa"].tolist() == [90, 35]
    assert result.rows["outlier_jiwa"].tolist() == [3, 0]
    assert codes(result.findings, "galat") == []


def test_plain_workbook_with_other_header_words_reads_the_same(read: Read, tmp_path: Path) -> None:
    lines = [["LAPORAN"], [], ["No", "Code", "NAME", "Stunting", "Jumlah Diukur"]]
    lines += [[1, "99.01.01.2001", "SUKA MAJU", 10, 90]]
    result = read(write_xlsx(tmp_path / "a.xlsx", {"Data": lines}))
    assert result.rows[["row", "stunting_jiwa", "diukur_jiwa"]].values.tolist() == [[4, 10, 90]]
    assert result.rows["normal_jiwa"].isna().all()


def test_counts_alone_leave_the_measured_unknown(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, ["99.01.01.2001", 7], head=["kode", "stunting"]))
    assert result.rows["stunting_jiwa"].tolist() == [7]
    assert result.rows["diukur_jiwa"].isna().all()


def test_dash_is_missing_and_not_a_row(read: Read, tmp_path: Path) -> None:
    head = ["kode", "nama", "stunting"]
    path = plain(tmp_path, ["99.01.01.2001", "Suka Maju", "-"], [*SOKA[:2], 3], head=head)
    result = read(path)
    assert result.missing_units == 1
    assert result.rows["unit_code"].tolist() == ["99.01.01.2002"]
    assert only(result.findings, "unit_tanpa_data").values["jumlah"] == 1


def test_a_desa_named_na_is_a_name(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, ["99.01.02.2002", "NA", 10, 1, 1, 5, 0, 0]))
    assert result.rows["name"].tolist() == ["NA"]
    assert codes(result.findings, "peringatan") == []


def test_stated_sums_unlike_the_classes_stop_the_import(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, [*SUKA, 95], head=[*HEAD, "diukur"]))
    finding = only(result.findings, "jumlah_kelas_beda")
    assert (finding.row, finding.values["tercatat"], finding.values["dihitung"]) == (2, 95, 90)
    assert len(result.rows) == 0


def test_stated_measured_that_includes_outliers_is_noted(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, [*SUKA, 93], head=[*HEAD, "diukur"]))
    assert only(result.findings, "diukur_termasuk_pencilan").severity == "catatan"
    assert result.rows["diukur_jiwa"].tolist() == [90]


def test_row_of_totals_is_held_against_the_sums(read: Read, tmp_path: Path) -> None:
    right = ["JUMLAH", None, 150, 3, 12, 109, 1, 3]
    assert codes(read(plain(tmp_path, SUKA, SOKA, right)).findings, "galat") == []
    wrong = ["JUMLAH", None, 150, 3, 13, 109, 1, 3]
    finding = only(read(plain(tmp_path, SUKA, SOKA, wrong)).findings, "jumlah_total_beda")
    assert (finding.row, finding.column) == (4, "E (pendek)")


def test_a_unit_that_stands_twice_is_refused_with_both_rows(read: Read, tmp_path: Path) -> None:
    finding = only(read(plain(tmp_path, SUKA, SOKA, SUKA)).findings, "unit_ganda")
    assert (finding.row, finding.values["baris"]) == (4, 2)


def test_unknown_code_is_listed_with_near_names(read: Read, tmp_path: Path) -> None:
    line = ["99.01.01.2999", "Sukamaju", *SUKA[2:]]
    finding = only(read(plain(tmp_path, line)).findings, "kode_tak_dikenal")
    assert finding.row == 2
    assert "Suka Maju (99.01.01.2001)" in str(finding.values["dekat"])


def test_code_with_another_name_is_a_warning_and_spacing_is_not(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, [SUKA[0], "Karang", *SUKA[2:]], [SOKA[0], "SOKA AN", *SOKA[2:]]))
    assert only(result.findings, "nama_beda").row == 2
    assert len(result.rows) == 2


def test_unit_outside_the_area_is_refused(read: Read, tmp_path: Path) -> None:
    path = plain(tmp_path, ["99.10", "Lain", 10, 1, 1, 5, 0, 0])
    assert only(read(path).findings, "di_luar_wilayah").values["wilayah"] == "99.01"


def test_mixed_levels_are_refused(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, SUKA, ["99.01.02", "Dua", 10, 1, 1, 5, 0, 0]))
    assert "tingkat_campur" in codes(result.findings, "galat")


def test_more_measured_than_targeted_is_flagged_and_kept(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, [SUKA[0], "Suka Maju", 80, *SUKA[3:]]))
    assert only(result.findings, "diukur_lebih_dari_sasaran").severity == "peringatan"
    assert result.rows["diukur_jiwa"].tolist() == [90]
    assert result.rows["sasaran_jiwa"].tolist() == [80]


def test_tiny_denominator_and_break_follow_the_thresholds_given(read: Read, tmp_path: Path) -> None:
    path = plain(tmp_path, SUKA, SOKA)
    previous = pd.DataFrame(
        {"unit_code": [SUKA[0], SOKA[0]], "stunting_jiwa": [2, 5], "diukur_jiwa": [80, None]}
    )
    quiet = read(path, previous=previous)
    assert not {"penyebut_kecil", "deret_putus"} & set(codes(quiet.findings))
    given = Thresholds(small_denominator=50, break_factor=3.0, break_least=5)
    loud = read(path, previous=previous, thresholds=given)
    assert only(loud.findings, "penyebut_kecil").row == 3
    finding = only(loud.findings, "deret_putus")
    assert (finding.values["sebelum"], finding.values["sekarang"]) == (2, 10)


def test_units_of_the_area_that_the_file_lacks_are_counted(read: Read, tmp_path: Path) -> None:
    finding = only(read(plain(tmp_path, SUKA, SOKA)).findings, "unit_tidak_tercantum")
    assert finding.values["jumlah"] == 4


def test_fact_outside_a_regions_validity_is_reported(
    read: Read, regions: pd.DataFrame, tmp_path: Path
) -> None:
    ended = regions.assign(valid_from=None, valid_until=None)
    ended.loc[ended["code"] == SUKA[0], "valid_until"] = date(2024, 12, 31)
    path = plain(tmp_path, SUKA, SOKA)
    after = read(path, regions=ended, period="2025-08")
    assert only(after.findings, "di_luar_masa_berlaku").row == 2
    before = read(path, regions=ended, period="2024-08")
    assert "di_luar_masa_berlaku" not in codes(before.findings)


@pytest.mark.parametrize("name", UNSAFE_NAMES)
def test_unsafe_name_is_refused_with_its_row_and_never_repeated(
    name: str, read: Read, tmp_path: Path
) -> None:
    result = read(plain(tmp_path, SUKA, [SOKA[0], name, *SOKA[2:]]))
    finding = only(result.findings, "nama_tak_aman")
    assert (finding.severity, finding.row) == ("galat", 3)
    assert name not in " ".join(say(result.findings))
    assert len(result.rows) == 0


def test_codes_that_excel_damaged_are_reported(read: Read, tmp_path: Path) -> None:
    lines = [HEAD, [99.1, "Lain", *SUKA[2:]], [date(2001, 1, 99 % 28), "X", *SOKA[2:]]]
    result = read(write_xlsx(tmp_path / "a.xlsx", {"A": lines}), wilayah_code="99")
    assert only(result.findings, "kode_diperbaiki").values["kode"] == "99.10"
    assert only(result.findings, "kode_terbaca_tanggal").row == 3
    text = read(plain(tmp_path, ["99.1", "Lain", *SUKA[2:]]), wilayah_code="99")
    assert "99.10" in str(only(text.findings, "kode_rusak").values["calon"])


def test_code_without_dots_is_never_joined(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, ["9901012001", *SUKA[1:]]))
    assert only(result.findings, "kode_tanpa_titik").severity == "galat"


def test_bps_codes_need_a_crosswalk(read: Read, tmp_path: Path) -> None:
    path = plain(tmp_path, ["9901010001", "Suka Maju", 7], head=["kode_bps", "nama", "stunting"])
    assert codes(read(path).findings, "galat") == ["kode_bps_tanpa_padanan"]
    crosswalk = pd.DataFrame({"bps_code": ["9901010001"], "kemendagri_code": ["99.01.01.2001"]})
    assert read(path, crosswalk=crosswalk).rows["unit_code"].tolist() == ["99.01.01.2001"]
    other = crosswalk.assign(bps_code="9901010002")
    assert only(read(path, crosswalk=other).findings, "kode_bps_tak_berpadanan").row == 2


def test_every_faulty_cell_is_reported_with_row_and_column(read: Read, tmp_path: Path) -> None:
    path = plain(tmp_path, [*SUKA[:3], "dua", *SUKA[4:]], [*SOKA[:4], "4%", *SOKA[5:]], [*SOKA, 1])
    result = read(path)
    found = {(finding.code, finding.row, finding.column) for finding in result.findings}
    assert ("angka_tak_terbaca", 2, "D (sangat_pendek)") in found
    assert ("angka_persen", 3, "E (pendek)") in found
    assert ("baris_kolom_lebih", 4, "I") in found


def test_unknown_layout_lists_the_headers_found(read: Read, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Judul", "Nilai"], ["a", "1"]])
    finding = only(read(path).findings, "layout_tak_dikenal")
    assert finding.values["kepala"] == "Judul; Nilai"


def test_two_sheets_of_measurements_are_refused(read: Read, tmp_path: Path) -> None:
    sheets = {"Feb": [HEAD, SUKA], "Agu": [HEAD, SUKA]}
    result = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert only(result.findings, "lembar_ganda").values["lembar"] == "Feb, Agu"


def test_names_of_sheets_and_headers_reach_no_report_as_they_are(
    read: Read, tmp_path: Path
) -> None:
    unsafe = "<img src=x onerror=alert(1)>"
    lines = [["Data Tanggal : " + unsafe], [*HEAD, unsafe], [*SUKA[:3], unsafe, *SUKA[4:]]]
    result = read(write_xlsx(tmp_path / "a.xlsx", {unsafe: lines, "{{77}}": [["x"]]}))
    everything = repr(result.findings) + repr(result.sheet) + repr(result.source_date)
    assert "<" not in everything
    assert "{{" not in everything
    assert "angka_tak_terbaca" in codes(result.findings, "galat")


def test_repeated_column_is_refused(read: Read, tmp_path: Path) -> None:
    path = plain(tmp_path, [*SUKA, 9], head=[*HEAD, "Pendek"])
    assert "kolom_ganda" in codes(read(path).findings, "galat")


def test_marks_of_the_reader_cannot_be_forged_by_a_file(read: Read, tmp_path: Path) -> None:
    result = read(plain(tmp_path, [*SUKA[:3], DATE + "2", *SUKA[4:]]))
    assert result.rows["sangat_pendek_jiwa"].tolist() == [2]


# --- rekap e-PPGBM --------------------------------------------------------------------------

UNITS = [["SATU", "SATU", 2, 8, 79, 1, 3], ["KOTA SATU", "SATU", 1, 4, 30, 0, 0],
         ["DUA", "DUA", 0, 1, 9, 0, 0]]  # fmt: skip
TOTAL = [3, 13, 118, 1, 3]


def rekap(tmp_path: Path, units: list[list[object]] = UNITS, total: object = TOTAL,
          skipped: int = 0) -> Path:  # fmt: skip
    lines = rekap_lines(units, total, skipped)  # type: ignore[arg-type]
    return write_xlsx(tmp_path / "rekap.xlsx", {"STATUS GIZI": lines})


@pytest.mark.parametrize("skipped", [0, 3])
def test_rekap_header_is_found_by_content(skipped: int, read: Read, tmp_path: Path) -> None:
    result = read(rekap(tmp_path, skipped=skipped), create_puskesmas=True, period="2025-08")
    assert (result.layout, result.grain) == ("rekap_eppgbm", "puskesmas")
    assert result.rows["unit_code"].tolist() == ["99.01.01.P01", "99.01.01.P02", "99.01.02.P01"]
    assert result.rows["stunting_jiwa"].tolist() == [10, 5, 1]
    assert result.source_date == "2025-09-01 08:00:00"
    assert codes(result.findings, "galat") == []


def test_rekap_totals_that_differ_stop_the_import(read: Read, tmp_path: Path) -> None:
    result = read(rekap(tmp_path, total=[3, 13, 118, 1, 4]), create_puskesmas=True)
    assert only(result.findings, "jumlah_total_beda").column == "J (Outlier)"


def test_rekap_of_another_month_than_asked_warns(read: Read, tmp_path: Path) -> None:
    result = read(rekap(tmp_path), create_puskesmas=True, period="2025-02")
    assert only(result.findings, "periode_beda").values["tertulis"] == "2025-08"


def test_unknown_puskesmas_stop_the_import_unless_allowed(read: Read, tmp_path: Path) -> None:
    result = read(rekap(tmp_path))
    assert codes(result.findings, "galat") == ["puskesmas_baru"] * 3
    assert result.new_puskesmas == []


def test_new_puskesmas_continue_the_numbers_of_known_ones(
    read: Read, regions: pd.DataFrame, tmp_path: Path
) -> None:
    known = pd.DataFrame([{"code": "99.01.01.P04", "name": "Satu", "level": "puskesmas",
                           "kind": "puskesmas"}])  # fmt: skip
    result = read(rekap(tmp_path), regions=pd.concat([regions, known]), create_puskesmas=True)
    assert result.rows["unit_code"].tolist()[:2] == ["99.01.01.P04", "99.01.01.P05"]
    assert [new.name for new in result.new_puskesmas] == ["KOTA SATU", "DUA"]


def test_names_without_an_area_ask_for_one(read: Read, tmp_path: Path) -> None:
    assert "wilayah_perlu" in codes(read(rekap(tmp_path), wilayah_code=None).findings, "galat")


def test_rekap_per_desa_matches_names_inside_the_kecamatan(read: Read, tmp_path: Path) -> None:
    lines = rekap_lines([], None)
    lines[2] = ["No", "Desa/Kel", *lines[2][2:]]
    lines += [[1, "SUKA  MAJU", "SATU", 1, 2, 2, 8, 79, 1, 3, 3],
              [2, "SUKA MAJU", "KEC. DUA", 1, 2, 0, 1, 9, 0, 0, 3]]  # fmt: skip
    result = read(write_xlsx(tmp_path / "a.xlsx", {"A": lines}))
    assert result.rows["unit_code"].tolist() == ["99.01.01.2001", "99.01.02.2001"]


def test_near_names_are_suggested_and_a_confirmed_mapping_resolves_them(
    read: Read, tmp_path: Path
) -> None:
    head = ["kecamatan", "nama", "stunting"]
    lines = [["Satu", "Suka Majuu", 3], ["Stu", "Kembar", 2], ["Satu", "Kembar", 1]]
    path = plain(tmp_path, *lines, head=head)
    result = read(path)
    assert sorted(codes(result.findings, "galat")) == [
        "kecamatan_tak_dikenal", "nama_rancu", "nama_tak_dikenal"
    ]  # fmt: skip
    near = only(result.findings, "nama_tak_dikenal")
    assert near.values["dekat"] == "Suka Maju (99.01.01.2001)"
    mapping_file = write_csv(tmp_path / "peta.csv", [
        ["kecamatan_berkas", "nama_berkas", "kode"], ["SATU", "suka majuu", "99.01.01.2001"],
        ["Stu", "Kembar", "99.01.01.1003"], ["Satu", "Kembar", "99.01.01.2004"],
    ])  # fmt: skip
    mapping, findings = read_mapping(mapping_file)
    assert findings == []
    mapped = read(path, mapping=mapping)
    assert mapped.rows["unit_code"].tolist() == [
        "99.01.01.2001", "99.01.01.1003", "99.01.01.2004"
    ]  # fmt: skip


def test_the_word_for_its_kind_tells_desa_from_kelurahan(read: Read, tmp_path: Path) -> None:
    path = plain(tmp_path, ["Satu", "Kel. Kembar", 3], ["Satu", "Desa Kembar", 4],
                 head=["kecamatan", "nama", "stunting"])  # fmt: skip
    assert read(path).rows["unit_code"].tolist() == ["99.01.01.1003", "99.01.01.2004"]


def test_mapping_to_a_region_elsewhere_is_refused(read: Read, tmp_path: Path) -> None:
    mapping = pd.DataFrame({"parent_name": ["Satu"], "name": ["X"], "code": ["99.10"]})
    path = plain(tmp_path, ["Satu", "X", 3], head=["kecamatan", "nama", "stunting"])
    result = read(path, mapping=mapping)
    assert codes(result.findings, "galat") == ["pemetaan_kode_tak_dikenal"]
