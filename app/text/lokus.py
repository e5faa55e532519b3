"""Words of the desa chosen as priority by decree."""

LOKUS_TITLE = "Desa lokus"
LOKUS_YEAR = "Tahun lokus"
LOKUS_INTRO = (
    "Desa/kelurahan yang ditetapkan sebagai lokus prioritas dengan keputusan kepala daerah."
)
LOKUS_NONE = "Belum ada desa lokus untuk tahun {year} di {name}."
LOKUS_COUNT = "{count} desa/kelurahan lokus tahun {year}."
LOKUS_PICK = "Pilih desa/kelurahan"
LOKUS_PICK_ALL = "Usulkan semua tipe 1 dan tipe 2"
LOKUS_SK = "Nomor SK"
LOKUS_SK_HINT = "misalnya: 188.45/123/2026"
LOKUS_SK_DATE = "Tanggal SK (boleh kosong)"
LOKUS_SAVE = "Tetapkan sebagai lokus"
LOKUS_DROP = "Cabut dari lokus"
LOKUS_DROP_PICK = "Desa/kelurahan yang dicabut"
LOKUS_SAVED = "{count} desa/kelurahan ditetapkan sebagai lokus tahun {year}."
LOKUS_DROPPED = "{count} desa/kelurahan dicabut dari lokus tahun {year}."
LOKUS_CONFLICT = (
    "Tidak ada yang disimpan: {names} baru saja diubah orang lain. Periksa daftar yang sekarang, "
    "lalu ulangi bila masih perlu."
)
LOKUS_FAULTS = {
    "sk_kosong": "Nomor SK belum diisi. Tulis nomornya seperti pada surat keputusan.",
    "sk_panjang": "Nomor SK terlalu panjang. Tulis nomornya saja, sampai 120 huruf.",
    "sk_tanda": "Nomor SK memuat tanda yang tidak dipakai (< > { } ` $ \\). Tulis tanpa tanda itu.",
    "sk_tanggal": "Tanggal SK ada di masa depan. Periksa tanggalnya.",
    "tanpa_desa": "Belum ada desa/kelurahan yang dipilih.",
    "tahun": "Tahun lokus di luar 2024 sampai dua tahun ke depan.",
    "desa_asing": "Ada yang dipilih bukan desa/kelurahan di wilayah ini. Muat ulang halaman ini.",
}
LOKUS_COLUMNS = {"name": "Desa/kelurahan", "type": "Jenis", "sk": "Nomor SK", "date": "Tanggal SK"}
LOKUS_BY_SK = "{sk}"
LOKUS_BY_SK_DATE = "{sk} ({date})"
NO_DATE = "–"
LOKUS_YEAR_HELP = (
    "Tahun berlakunya lokus; analisis situasi tahun ini menjadi dasar tahun berikutnya."
)
LOKUS_OPTION = "{name} ({parent}) · {type}"
