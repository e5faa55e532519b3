"""Words of health facilities: on the maps, in their file and in their export."""

KINDS = {"posyandu": "Posyandu", "puskesmas": "Puskesmas", "pustu": "Puskesmas pembantu"}
TITLE = "Fasilitas kesehatan"
POINT_PLACE = "{kind}, {place}"
FAILED = "Titiknya tidak dapat dimuat. Muat ulang halaman."
FROM_KABUPATEN = "Posyandu tampil mulai dari peta kabupaten/kota."
TOGGLE = "Fasilitas kesehatan"
TOGGLE_HELP = "Posyandu, puskesmas, dan puskesmas pembantu sebagai titik di peta."

EXPORT_SHEET = "Fasilitas"
EXPORT_COLUMNS = {
    "wilayah_code": "Kode wilayah",
    "wilayah_name": "Wilayah",
    "kind": "Jenis",
    "name": "Nama fasilitas",
    "latitude": "Lintang (derajat)",
    "longitude": "Bujur (derajat)",
    "source": "Sumber",
}
EXPORT_NONE = "Belum ada fasilitas kesehatan untuk {name}."
NOTE_COORDINATES = "Koordinat"
COORDINATES_RULE = "WGS 84, derajat desimal"

HELP_IMPORT = "Fasilitas kesehatan (posyandu, puskesmas, pustu) sebagai titik, dari CSV atau Excel."
SAVED = "Tersimpan: {rows} fasilitas kesehatan ({kinds})."
CHECKED = "Diperiksa: {rows} fasilitas kesehatan ({kinds})."
COUNT_OF_KIND = "{count} {kind}"
