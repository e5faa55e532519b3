"""Text tables that open well and hold what no import may take, of each of the four kinds."""

from functools import partial

from tests.endurance.bad_case import (
    DUA,
    GOOD,
    HALONG,
    HEAD,
    KABUPATEN,
    NEXT,
    SATU,
    BadFile,
    csv_cell,
    lines,
    raw,
)

SURVEY = ("kode", "tahun", "sumber", "prevalensi_pct", "bawah_pct", "atas_pct")
PLACES = ("kode", "jenis", "nama", "lintang", "bujur")
REGIONS = ("kode", "nama", "tingkat", "kode_induk")
# Of each kind: its header, and a line that is sound.
SOUND: dict[str, list[tuple[object, ...]]] = {
    "survei": [SURVEY, (KABUPATEN, 2022, "SSGI", "27,1", "25", "29")],
    "fasilitas": [PLACES, (SATU, "posyandu", "Mawar", "-1,97", "115,02")],
    "wilayah": [REGIONS, (f"{HALONG}.2003", "Tiga", "desa", HALONG)],
}


def third(kind: str, wrong: str, row: tuple[object, ...], code: str, **more: object) -> BadFile:
    """A table of a kind whose third line is bad."""
    return lines(wrong, [*SOUND[kind], row], code, kind=kind, **{"row": 3, **more})


survey = partial(third, "survei")
place = partial(third, "fasilitas")
region = partial(third, "wilayah")

CASES = (
    lines("a header and nothing below it", [HEAD], "tanpa_baris"),
    lines("no header", [GOOD, NEXT], "layout_tak_dikenal"),
    lines("a heading that stands twice", [(*HEAD, "pendek"), (*GOOD, 7)], "kolom_ganda", row=1,
          column="H"),
    raw("separated by nothing that separates", "tabel.csv",
        "^".join(HEAD).encode() + b"\n63.11.01.2001^Desa^60^3^7^38^2\n", "layout_tak_dikenal"),
    raw("decimal commas among commas", "tabel.csv",
        ",".join(HEAD).encode() + b"\n63.11.01.2001,Desa,60,3,7,38,2,5\n", "baris_kolom_lebih",
        row=2, column="H"),
    csv_cell("a formula in a cell of counts", 3, "=1+1", "angka_tak_terbaca"),
    csv_cell("a command in place of a code", 0, "=cmd|'/C calc'!A0", "kode_tidak_dikenal"),
    csv_cell("a formula by its other sign", 4, "@SUM(A1:A9)", "angka_tak_terbaca"),
    csv_cell("a telephone number", 2, "+62 811 5000 100", "angka_tak_terbaca"),
    csv_cell("a power of ten", 2, "1e3", "angka_tak_terbaca"),
    csv_cell("digits of another script", 2, "٦٠", "angka_tak_terbaca"),
    csv_cell("a count with its unit", 2, "12 anak", "angka_tak_terbaca"),
    csv_cell("a count from to", 2, "5-7", "angka_tak_terbaca"),
    csv_cell("more children than the country has", 5, "9999999999999999999", "angka_terlalu_besar"),
    csv_cell("a percent sign", 3, "12,5%", "angka_persen"),
    csv_cell("a code that lost its zero", 0, "63.11.1.2002", "kode_rusak"),
    csv_cell("a code of no region", 0, "63.11.09.2001", "kode_tak_dikenal"),
    csv_cell("a code of another kabupaten", 0, "63.12.01.2001", "di_luar_wilayah"),
    csv_cell("the code of the line above", 0, SATU, "unit_ganda"),
    csv_cell("a kecamatan among desa", 0, HALONG, "tingkat_campur"),
    lines("counts of nobody", [HEAD, GOOD, ("", "", 60, 3, 7, 38, 2)], "unit_kosong", row=3,
          column="A"),
    lines("a table of which every count is blank",
          [HEAD, (SATU, "Desa", "-", "", "", "n/a", ""), (DUA, "Desa", "", "", "", "", "")],
          "tanpa_angka"),
    survey("a survey of no year", (KABUPATEN, "20O3", "SKI", 28), "tahun_tak_terbaca", column="B"),
    survey("a survey beyond a hundred percent", (KABUPATEN, 2023, "SKI", "101"),
           "persen_di_luar_batas", column="D"),
    survey("a survey of a desa", (SATU, 2023, "SKI", "28"), "survei_tingkat"),
    survey("a survey without a figure", (KABUPATEN, 2023, "SKI", ""), "prevalensi_kosong"),
    place("a facility of no kind", (SATU, "toko", "Melati", "-1,97", "115,02"), "fasilitas_jenis",
          column="B"),
    place("degrees, minutes and seconds", (SATU, "posyandu", "Melati", "1°58'LS", "115,02"),
          "derajat_tak_terbaca", column="D"),
    place("a facility twice", (SATU, "posyandu", "MAWAR", "-1,975", "115,03"), "fasilitas_ganda"),
    region("a region whose level its code denies", (f"{HALONG}.2004", "Empat", "kecamatan", HALONG),
           "tingkat_beda"),
)  # fmt: skip
