"""Files that are sound to read and cannot be true, or are not what they were handed in as."""

from tests.corpus.tables import BY_NAME, child_line
from tests.endurance.bad_case import (
    DUA,
    GOOD,
    HALONG,
    HEAD,
    JUAI,
    KABUPATEN,
    NEXT,
    SATU,
    lines,
    sheet,
)
from tests.endurance.bad_csv_rows import place, survey

NIK = "6311014708230001"
OPEN_DATA = ("kemendagri_kode_desa_kelurahan", "kemendagri_nama_desa_kelurahan",
             "jumlah_balita_stunting", "satuan", "tahun")  # fmt: skip
ELSEWHERE = child_line(NIK, "Desa Satu", "2025-08-03", "Pendek", "-2,4")
FEBRUARY = child_line(NIK, "Desa Satu", "2025-02-03", "Pendek", "-2,4")

CASES = (
    lines("a month that has not come", [HEAD, GOOD, NEXT], "periode_belum_tiba", period="2099-08"),
    survey("a survey of a year that has not come", (KABUPATEN, 2098, "SKI", 28),
           "tahun_belum_tiba", column="B"),
    lines("more stunted than measured",
          [("kode", "stunting", "diukur"), (SATU, 10, 50), (DUA, 51, 50)],
          "stunting_lebih_dari_diukur", row=3),
    lines("a number of stunted that its classes deny",
          [(*HEAD, "stunting"), (*GOOD, 10), (*NEXT, 12)], "jumlah_kelas_beda", row=3),
    lines("a number of measured that its classes deny",
          [(*HEAD, "diukur"), (*GOOD, 50), (*NEXT, 58)], "jumlah_kelas_beda", row=3),
    lines("a total that is not the sum",
          [HEAD, GOOD, NEXT, ("JUMLAH", "", 120, 6, 15, 76, 4)], "jumlah_total_beda", row=4,
          column="E"),
    lines("another kecamatan than the one chosen",
          [HEAD, GOOD, (f"{HALONG}.2001", "Desa Tiga", 60, 3, 7, 38, 2)], "di_luar_wilayah",
          row=3, area=JUAI),
    lines("handed in for a kecamatan that is not there", [HEAD, GOOD], "wilayah_tak_dikenal",
          area=f"{KABUPATEN}.09"),
    lines("figures of another year",
          [OPEN_DATA, (SATU, "Desa Satu", 5, "ANAK", 2021), (DUA, "Desa Dua", 7, "ANAK", 2021)],
          "tahun_beda"),
    lines("percentages called numbers",
          [OPEN_DATA, (SATU, "Desa Satu", 21, "PERSEN", 2025)], "satuan_lain", row=2, column="D"),
    sheet("children of another kabupaten", [BY_NAME, ELSEWHERE], "kabupaten_beda", row=2),
    sheet("children of another month", [BY_NAME, FEBRUARY], "tanpa_baris"),
    survey("a figure outside its own interval", (KABUPATEN, 2023, "SKI", "28", "29", "31"),
           "selang_terbalik"),
    place("a facility in the neighbouring kabupaten",
          (SATU, "posyandu", "Melati", "-2,4", "115,02"), "titik_di_luar_kabupaten"),
    place("a facility with its figures exchanged", (SATU, "posyandu", "Melati", "115,02", "-1,97"),
          "titik_tertukar"),
)  # fmt: skip
