"""One budget in six layouts is one budget; what a file says wrong is named by its place."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import data_access.importers
from app.text.findings import describe
from app.text.findings_sipd import SENTENCES
from data_access.importers.cells import text_of
from data_access.importers.layout_memory import HandLayout, list_headers_of, sample_sheets
from data_access.importers.refusal import Refused
from data_access.importers.sipd import (
    BUDGET_LIMITS,
    SipdFile,
    is_unknown,
    read_budget_file,
    read_budget_table,
)
from data_access.importers.sipd_columns import is_complete_budget, recall_budget_layout
from data_access.importers.sipd_lines import BudgetLine
from data_access.importers.sipd_reader import read_budget
from data_access.importers.tables import TableFile
from tests.corpus.sipd import (
    FLAT,
    KEGIATAN,
    LAYOUTS,
    PROGRAMS,
    YEAR,
    Spent,
    before_change,
    flat_cells,
    make_budget,
    total_of,
)
from tests.corpus.tables import Line, write_xlsx
from tests.data_access.importers.conftest import codes, only

BUDGET = make_budget(40)


def read(path: Path, **options: object) -> SipdFile:
    file = read_budget_file(path, **{"year": YEAR, **options})  # type: ignore[arg-type]
    for finding in file.findings:
        assert describe(finding)
    return file


def tabulate(rows: Sequence[Line], *more: Sequence[Line]) -> TableFile:
    """The sheets A, B, ... as the child process gives them."""
    sheets = {
        chr(65 + place): [[text_of(value) for value in row] for row in each]
        for place, each in enumerate((rows, *more))
    }
    return TableFile("a.xlsx", sheets)


def read_rows(rows: Sequence[Line], **options: object) -> SipdFile:
    return read(Path("a.xlsx"), table=tabulate(rows), **options)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SipdFile]:
    """The same budget in each layout, read by the child process."""
    folder = tmp_path_factory.mktemp("sipd")
    return {name: read(write(folder / name, BUDGET)) for name, write in LAYOUTS.items()}


def expected(line: Spent) -> dict[str, object]:
    skpd_code, skpd, _, unit, code, name = line.activity
    return {
        "skpd_code": skpd_code,
        "skpd_name": skpd,
        "sub_unit": unit or None,
        "program_code": line.program,
        "program_name": PROGRAMS[line.program],
        "kegiatan_code": line.kegiatan,
        "kegiatan_name": KEGIATAN[line.kegiatan],
        "subkegiatan_code": code,
        "subkegiatan_name": name,
        "account_code": line.account[0],
        "account_name": line.account[1],
        "fund": line.fund,
        "description": line.text,
        "coefficient": line.coefficient,
        "volume": line.volume,
        "unit": line.unit,
        "unit_price_idr": line.price,
        "total_idr": line.total,
    }


def said(line: BudgetLine) -> dict[str, object]:
    return {name: getattr(line, name) for name in expected(BUDGET[0])}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_six_layouts_load_to_the_same_lines_and_the_same_rupiah(
    layout: str, files: dict[str, SipdFile]
) -> None:
    file = files[layout]
    assert codes(file.findings, "galat") == []
    assert codes(file.findings, "peringatan") == []
    assert [said(line) for line in file.lines] == [expected(line) for line in BUDGET]
    assert sum(line.total_idr for line in file.lines) == total_of(BUDGET)
    stated = None if layout == "json" else total_of(BUDGET)
    assert file.stated_total_idr == stated


def test_a_change_counts_what_is_after_it_and_leaves_out_what_is_gone(
    files: dict[str, SipdFile],
) -> None:
    file = files["change"]
    assert [line.total_before_idr for line in file.lines] == list(map(before_change, BUDGET))
    gone = only(file.findings, "sipd_baris_dihapus")
    assert (gone.severity, gone.values["jumlah"]) == ("catatan", 1)
    assert gone.values["nilai"] == BUDGET[-1].total
    assert (file.stated_year, file.states_change) == (YEAR, True)


def test_the_title_tells_year_and_kind(files: dict[str, SipdFile]) -> None:
    file = files["flat"]
    assert (file.stated_year, file.states_change, file.sheet) == (YEAR, False, "Rincian")


def test_realisation_is_read_where_it_is_told(files: dict[str, SipdFile]) -> None:
    file = files["json"]
    assert [line.realisation_idr for line in file.lines] == [line.total // 2 for line in BUDGET]
    assert file.lines[0].row == 2


# --- faults: each by its row and column --------------------------------------------------------


def one(**changes: object) -> SipdFile:
    """Read a flat sheet of three lines whose second (row 3) has other cells."""
    lines: list[Line] = [FLAT, *(flat_cells(line) for line in BUDGET[:3])]
    changed = list(lines[2])
    for name, value in changes.items():
        changed[FLAT.index(name.replace("_", " "))] = value
    lines[2] = changed
    return read_rows(lines)


@pytest.mark.parametrize(
    ("column", "value", "code", "label"),
    [
        ("Nama_SKPD", None, "sipd_kosong", "B (Nama SKPD)"),
        ("Kode_Sub_Kegiatan", "1.02.02", "sipd_kode_subkegiatan", "H (Kode Sub Kegiatan)"),
        ("Kode_Sub_Kegiatan", 1.02, "sipd_kode_angka", "H (Kode Sub Kegiatan)"),
        ("Kode_Rekening", "5.1", "sipd_kode_rekening", "K (Kode Rekening)"),
        ("Kode_Rekening", "5.2.2.01.01", "sipd_kode_rekening", "K (Kode Rekening)"),
        ("Kode_Rekening", "belanja", "sipd_kode_rekening", "K (Kode Rekening)"),
        ("Rincian", None, "sipd_kosong", "Q (Rincian)"),
        ("Rincian", "-", "sipd_kosong", "Q (Rincian)"),
        ("Rincian", -5, "sipd_total_negatif", "Q (Rincian)"),
        ("Rincian", "(5.000)", "sipd_total_negatif", "Q (Rincian)"),
        ("Rincian", "lima juta", "sipd_angka_tak_terbaca", "Q (Rincian)"),
        ("Rincian", "1,23E+09", "sipd_angka_ilmiah", "Q (Rincian)"),
        ("Rincian", "1,234", "sipd_angka_rancu", "Q (Rincian)"),
        ("Rincian", 10**16, "sipd_angka_terlalu_besar", "Q (Rincian)"),
        ("Harga_Satuan", "dua", "sipd_angka_tak_terbaca", "P (Harga Satuan)"),
        ("Koefisien", "9 " + "x" * 250, "sipd_teks_panjang", "N (Koefisien)"),
    ],
)
def test_each_fault_is_named_by_row_and_column_and_nothing_is_given(
    column: str, value: object, code: str, label: str
) -> None:
    file = one(**{column: value})
    fault = only([f for f in file.findings if f.severity == "galat"], code)
    assert (fault.sheet, fault.row, fault.column) == ("A", 3, label)
    assert file.lines == []


def test_a_line_without_sub_kegiatan_or_account_is_named() -> None:
    file = one(
        Kode_Sub_Kegiatan=None,
        Nama_Sub_Kegiatan=None,
        Kode_Rekening=None,
        Nama_Rekening=None,
    )
    named = [finding.values["kolom"] for finding in file.findings]
    assert named == ["subkegiatan", "rekening"]


def test_volume_times_price_that_differs_is_told_and_the_total_counts() -> None:
    file = one(Rincian=700_000)
    told = only(file.findings, "sipd_kali_beda")
    assert (told.severity, told.row) == ("peringatan", 3)
    assert told.values == {"kali": 600_000, "total": 700_000}
    assert file.lines[1].total_idr == 700_000


def test_a_coefficient_that_says_no_volume_leaves_it_open() -> None:
    file = one(Koefisien="sesuai kebutuhan")
    assert only(file.findings, "sipd_koefisien").values["jumlah"] == 1
    assert (file.lines[1].volume, file.lines[1].coefficient) == (None, "sesuai kebutuhan")


def test_sen_are_rounded_and_counted_once() -> None:
    file = one(Rincian=599_999.5)
    assert only(file.findings, "sipd_sen").values["jumlah"] == 1
    assert file.lines[1].total_idr == 600_000


def test_equal_rows_are_noted_and_both_count() -> None:
    row = flat_cells(BUDGET[0])
    file = read_rows([FLAT, row, row])
    assert len(file.lines) == 2
    assert only(file.findings, "sipd_baris_sama").values["baris"] == 3


def test_a_grand_total_unlike_the_sum_stops_and_names_the_difference() -> None:
    rows: list[Line] = [FLAT, *(flat_cells(line) for line in BUDGET)]
    rows.append(["GRAND TOTAL", *[None] * 15, total_of(BUDGET) + 7])
    file = read_rows(rows)
    fault = only(file.findings, "sipd_total_beda")
    assert (fault.severity, fault.row, fault.values["selisih"]) == ("galat", len(BUDGET) + 2, 7)
    assert file.lines == []


def test_totals_of_each_agency_are_no_lines_and_no_grand_total() -> None:
    first, second = BUDGET[:20], BUDGET[20:]
    rows: list[Line] = [FLAT]
    for part in (first, second):
        rows += [flat_cells(line) for line in part]
        rows.append(["Jumlah", *[None] * 15, total_of(part)])
    file = read_rows(rows)
    assert file.findings == []
    assert (len(file.lines), file.stated_total_idr) == (40, None)


OUTLINE: Line = ["Kode", "Uraian", "Koefisien", "Satuan", "Harga", "Jumlah"]
HEADED: list[Line] = [
    ["1.02.02.2.02", "Kegiatan", None, None, None, 75],
    ["1.02.02.2.02.0001", "Ibu Hamil", None, None, None, 75],
    ["5.1.02.01.01.0052", "Makan", None, None, None, 75],
    [None, "Nasi", "3 Kotak", "Kotak", 25, 75],
]


def test_an_outline_names_the_heading_whose_lines_do_not_make_its_subtotal() -> None:
    rows: list[Line] = [["SKPD : Dinas"], OUTLINE, *HEADED]
    rows[4] = [*rows[4][:5], 1_075]
    told = only(read_rows(rows).findings, "sipd_subtotal_beda")
    assert (told.row, told.column) == (5, "F (Jumlah)")
    assert told.values["selisih"] == 1_000


def test_an_outline_may_end_at_the_accounts() -> None:
    file = read_rows(
        [
            ["Organisasi", ":", "1.02.0.00.0.00.01.0000 Dinas Kesehatan"],
            ["Sumber Dana : [DAU] Dana Alokasi Umum"],
            OUTLINE,
            ["1.02.02", "PROGRAM", None, None, None, 300],
            ["1.02.02.2.02", "Kegiatan", None, None, None, 300],
            ["1.02.02.2.02.0001", "Ibu Hamil", None, None, None, 300],
            ["5.1.02", "Barang dan Jasa", None, None, None, 300],
            ["5.1.02.01.01.0052", "Makan", None, None, None, 100],
            ["5.1.02.04.01.0001", "Perjalanan", None, None, None, 200],
        ],
    )
    assert file.findings == []
    assert [(line.account_code, line.total_idr) for line in file.lines] == [
        ("5.1.02.01.01.0052", 100),
        ("5.1.02.04.01.0001", 200),
    ]
    assert {line.skpd_name for line in file.lines} == {"Dinas Kesehatan"}
    assert {line.fund for line in file.lines} == {"[DAU] Dana Alokasi Umum"}


def test_groups_and_specifications_of_a_printed_outline_belong_to_the_line() -> None:
    file = read_rows(
        [
            ["SKPD", ":", "Dinas Kesehatan"],
            OUTLINE,
            ["1.02.02.2.02.0001", "Ibu Hamil", None, None, None, 75],
            ["5.1.02.01.01.0052", "Makan", None, None, None, 75],
            [None, "[#] Rapat", None, None, None, 75],
            [None, "[-] Hari pertama", None, None, None, 75],
            [None, "Nasi", "3 Kotak", "Kotak", 25, 75],
            [None, "Spesifikasi: isi lima"],
        ],
    )
    assert file.findings == []
    assert [line.description for line in file.lines] == ["Rapat - Hari pertama - Nasi - isi lima"]


def test_forms_below_each_other_keep_their_own_sub_kegiatan() -> None:
    file = read_rows(
        [
            ["Organisasi : Dinas Kesehatan"],
            ["Sub Kegiatan : 1.02.02.2.02.0001 Ibu Hamil"],
            OUTLINE,
            ["5.1.02.01.01.0052", "Makan", None, None, None, 100],
            ["Jumlah", None, None, None, None, 100],
            ["Sub Kegiatan : 1.02.02.2.02.0004 Balita"],
            OUTLINE,
            ["5.1.02.04.01.0001", "Perjalanan", None, None, None, 200],
        ]
    )
    assert codes(file.findings) == []
    assert [(line.subkegiatan_code, line.total_idr) for line in file.lines] == [
        ("1.02.02.2.02.0001", 100),
        ("1.02.02.2.02.0004", 200),
    ]


def test_money_of_an_outline_without_its_accounts_stops() -> None:
    rows: list[Line] = [
        ["SKPD : Dinas"],
        OUTLINE,
        ["1.02.02.2.02.0001", "Ibu", None, None, None, 75],
    ]
    fault = only(read_rows(rows).findings, "sipd_tanpa_rincian")
    assert (fault.row, fault.column) == (3, "A (Kode)")


# --- codes -------------------------------------------------------------------------------------


def read_codes(*written: str, year: int | None = None) -> SipdFile:
    rows: list[Line] = [FLAT]
    for code in written:
        cells = flat_cells(BUDGET[0])
        cells[FLAT.index("Kode Sub Kegiatan")] = code
        rows.append(cells)
    return read_rows(rows, year=year)


def test_lost_zeros_are_put_back_where_the_file_shows_how_long_codes_are() -> None:
    file = read_codes("1.02.02.2.02.0015", "1.2.2.2.2.1", "1.02.02.2.02.3")
    assert [line.subkegiatan_code for line in file.lines] == [
        "1.02.02.2.02.0015", "1.02.02.2.02.0001", "1.02.02.2.02.0003"
    ]  # fmt: skip
    told = only(file.findings, "sipd_diperbaiki_subkegiatan")
    assert (told.severity, told.row, told.values["jumlah"]) == ("catatan", 3, 2)


def test_older_codes_of_two_digits_stay_as_they_are() -> None:
    file = read_codes("1.02.02.2.02.01", "1.02.02.2.02.0001")
    assert [line.subkegiatan_code for line in file.lines] == [
        "1.02.02.2.02.01", "1.02.02.2.02.0001"
    ]  # fmt: skip
    assert "sipd_diperbaiki_subkegiatan" not in codes(file.findings)


@pytest.mark.parametrize(("year", "code"), [(2026, "1.02.02.2.02.0001"), (2022, "1.02.02.2.02.01")])
def test_the_year_tells_how_long_codes_are_when_the_file_does_not(year: int, code: str) -> None:
    file = read_codes("1.2.2.2.2.1", year=year)
    assert file.lines[0].subkegiatan_code == code


def test_a_code_that_may_mean_two_is_not_repaired() -> None:
    file = read_codes("1.2.2.2.2.1")
    fault = only(file.findings, "sipd_kode_rancu")
    assert (fault.row, fault.column) == (2, "H (Kode Sub Kegiatan)")
    assert fault.values["calon"] == "1.02.02.2.02.01 atau 1.02.02.2.02.0001"


def test_a_code_that_became_a_date_is_named() -> None:
    file = one(Kode_Sub_Kegiatan=datetime(2026, 2, 2))
    assert only(file.findings, "kode_terbaca_tanggal").column == "H (Kode Sub Kegiatan)"


@pytest.mark.parametrize(
    "written", ["5.1.2.1.1.52", "5.1.02.01.001.00052", "510201010052", "5 . 1.02.01.01.0052"]
)
def test_one_account_has_one_code(written: str) -> None:
    file = one(Kode_Rekening=written)
    assert file.lines[1].account_code == "5.1.02.01.01.0052"


def test_an_outline_that_lost_its_zeros_is_read_only_where_no_program_can_be_meant() -> None:
    def rows(urusan: str) -> list[Line]:
        return [
            ["SKPD : Dinas"], OUTLINE,
            [f"{urusan}.2.2.2.2.15", "Ibu", None, None, None, 75],
            ["5.1.2", "Barang", None, None, None, 75],
            ["5.1.2.1.1.52", "Makan", None, None, None, 75],
        ]  # fmt: skip

    certain = read_rows(rows("1"))
    assert [line.account_code for line in certain.lines] == ["5.1.02.01.01.0052"]
    doubtful = read_rows(rows("5"))
    assert "sipd_kode_bertingkat" in codes(doubtful.findings, "galat")


# --- numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "idr"),
    [
        ("Rp 600.000,00", 600_000),
        ("600.000", 600_000),
        ("Rp600.000,-", 600_000),
        ("600 000", 600_000),
        ("600000.00", 600_000),
        ("600,000.00", 600_000),
        ("'600000", 600_000),
    ],
)
def test_rupiah_are_read_as_offices_write_them(written: str, idr: int) -> None:
    assert one(Rincian=written).lines[1].total_idr == idr


def test_commas_are_thousands_where_another_cell_shows_it() -> None:
    rows: list[Line] = [FLAT, flat_cells(BUDGET[0]), flat_cells(BUDGET[1])]
    price = FLAT.index("Harga Satuan")
    rows[1] = [*rows[1][:price], "25,000.00", "6,125,000.00"]
    rows[2] = [*rows[2][:price], "1,500", "600,000"]
    file = read_rows(rows)
    assert [line.total_idr for line in file.lines] == [6_125_000, 600_000]
    assert [line.unit_price_idr for line in file.lines] == [25_000, 1_500]


# --- files -------------------------------------------------------------------------------------


def test_a_file_without_any_agency_says_so_once() -> None:
    rows: list[Line] = [FLAT[7:], *(flat_cells(line)[7:] for line in BUDGET)]
    file = read_rows(rows)
    assert codes(file.findings) == ["sipd_tanpa_skpd"]


def test_an_unknown_header_can_be_mapped_by_hand_and_is_known_again(tmp_path: Path) -> None:
    head = ["Instansi", "Aktivitas", "Pos", "Isi", "Dana Tersedia"]
    line = BUDGET[0]
    rows: list[Line] = [["Rekap"], head]
    rows.append([line.activity[1], f"{line.activity[4]} {line.activity[5]}",
                 " ".join(line.account), line.text, line.total])  # fmt: skip
    path = write_xlsx(tmp_path / "a.xlsx", {"Lembar 1": rows})
    table = read_budget_table(path)
    assert is_unknown(read(path, table=table))
    sample = sample_sheets(table)[0]
    assert sample.header_index == 1
    columns = {"skpd": 0, "subkegiatan": 1, "rekening": 2, "uraian": 3, "total": 4}
    assert is_complete_budget(columns)
    file = read(path, table=table, layout=HandLayout("Lembar 1", 1, columns))
    assert [each.total_idr for each in file.lines] == [line.total]
    assert file.lines[0].subkegiatan_code == line.activity[4]
    remembered = {sample.digests[1]: columns}
    assert recall_budget_layout(table, remembered) == HandLayout("Lembar 1", 1, columns)
    assert sample.digests[1] in list_headers_of(table)


@pytest.mark.parametrize(
    "columns",
    [
        {"skpd": 0, "subkegiatan": 1, "rekening": 2},
        {"subkegiatan": 1, "rekening": 2, "total": 2},
        {"kode": 0, "total": 1},
        {"subkegiatan": 0, "rekening": 1, "total": 2, "apa": 3},
    ],
)
def test_columns_that_do_not_suffice_are_not_taken(columns: dict[str, int]) -> None:
    assert not is_complete_budget(columns)


def test_two_sheets_of_spending_are_not_added_up() -> None:
    rows: list[Line] = [FLAT, flat_cells(BUDGET[0])]
    file = read(Path("a.xlsx"), table=tabulate(rows, rows))
    assert codes(file.findings) == ["sipd_lembar_ganda"]


def test_a_column_that_counts_pieces_is_not_taken_for_rupiah() -> None:
    file = read_rows([[*FLAT[:-1], "Jumlah", "Total"], [*flat_cells(BUDGET[0])[:-1], 245, 6125000]])
    assert [line.total_idr for line in file.lines] == [6_125_000]
    assert only(file.findings, "kolom_diabaikan").values["kolom"] == "Jumlah"


def test_two_columns_of_the_total_are_not_chosen_between() -> None:
    rows: list[Line] = [[*FLAT, "Rincian"], [*flat_cells(BUDGET[0]), 5]]
    assert codes(read_rows(rows).findings) == ["kolom_ganda"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"data": [{"nama_skpd": "Dinas"', "sipd_json_rusak"),
        ('{"data": []}', "sipd_json_bentuk"),
        ("[1, 2, 3]", "sipd_json_bentuk"),
        ("[" * 100_000, "sipd_json_rusak"),
        ("[" + "9" * 5_000 + "]", "sipd_json_rusak"),
        ("", "berkas_kosong"),
    ],
)
def test_json_of_another_kind_is_refused(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(Refused) as refused:
        read_budget(path, BUDGET_LIMITS)
    assert refused.value.finding.code == code
    assert describe(refused.value.finding)


def test_json_keeps_to_its_limits(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"a": 1}, {"b": 2}, {"c": "x"}]')
    assert read_budget(path, BUDGET_LIMITS)["sheets"][""][3] == [None, None, "x"]
    for name, code in (("rows", "baris"), ("columns", "kolom"), ("cells", "sel")):
        with pytest.raises(Refused) as refused:
            read_budget(path, replace(BUDGET_LIMITS, **{name: 2}))
        assert refused.value.finding.code == f"berkas_{code}_terlalu_banyak"


def test_a_csv_that_begins_with_a_bracket_is_a_csv(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("[DAU],b\n1,2\n")
    assert read_budget(path, BUDGET_LIMITS)["sheets"][""] == [["[DAU]", "b"], ["1", "2"]]


def test_a_shifted_row_is_named() -> None:
    row = [*flat_cells(BUDGET[0]), 9]
    assert (
        only(read_rows([FLAT, flat_cells(BUDGET[1]), row]).findings, "baris_kolom_lebih").row == 3
    )


def test_thousands_of_the_same_fault_are_counted() -> None:
    rows: list[Line] = [FLAT]
    for line in BUDGET * 8:
        rows.append([*flat_cells(line)[:-1], "x"])
    findings = read_rows(rows).findings
    assert codes(findings).count("sipd_angka_tak_terbaca") == 200
    assert only(findings, "temuan_lain").values["jumlah"] == 120


JUNK = (
    None, "", "-", "5", "5.1", "1.02", "x", "9" * 400, "1e999", "inf", 1e300, float("nan"), -1,
    "GRAND TOTAL", "Jumlah", "[#] a", "Spesifikasi: z", "1.02.02.2.02.0001", "5.1.2.1.1.52",
    "1.2.2.2.2.1", "200;2", "1,234", "1.234,56", "=A1", "{{x}}", "a" * 500, "SKPD : Dinas",
    "²", "٣", True, "\u200b", "1 x 9" * 60, "99999999999 x 99999999999 a",
)  # fmt: skip


def test_no_junk_in_any_cell_makes_the_reading_fail() -> None:
    dice = random.Random(4)
    for turn in range(200):
        lines: list[Line] = [FLAT, *map(flat_cells, BUDGET[:12])]
        if turn % 2:
            lines = [["SKPD : Dinas"], OUTLINE, *HEADED, *HEADED]
        rows = [list(line) for line in lines]
        for _ in range(dice.randint(1, 8)):
            row = dice.choice(rows)
            row[dice.randrange(len(row))] = dice.choice(JUNK)
        for line in read_rows(rows).lines:
            assert line.total_idr >= 0
            assert line.account_code.startswith("5.")
            assert line.volume is None or line.volume < 10**13


@pytest.fixture
def source() -> str:
    room = Path(data_access.importers.__file__).parent
    names = ("sipd*.py", "tematik.py", "akun.py")
    return "\n".join(p.read_text(encoding="utf-8") for n in names for p in room.glob(n))


def test_every_code_has_a_sentence_and_no_sentence_is_idle(source: str) -> None:
    words = set(re.findall(r'"((?:sipd|tematik|akun)_\w+)"', source))
    built = {f"sipd_diperbaiki_{name}" for name in ("subkegiatan", "rekening")}
    assert words | built == set(SENTENCES)


def test_sentences_end_and_stay_short() -> None:
    for code, sentence in SENTENCES.items():
        assert sentence.endswith("."), code
        assert len(sentence) < 330, code
