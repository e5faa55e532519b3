"""Words of files that leave the room."""

SHEET_TABLE = "Tabel"
SHEET_NOTES = "Keterangan"
EMPTY_CELLS = ("Sel kosong", "Belum ada data, bukan nol.")
