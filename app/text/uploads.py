"""Words of the upload page, its templates and its list of imports."""

INTRO = (
    "Unggah berkas, periksa temuannya, lalu simpan. Seluruh berkas diperiksa dahulu: yang tersimpan "
    "semua atau tidak sama sekali."
)
NOT_ALLOWED = (
    "Peran Anda tidak memasukkan berkas. Pengukuran dimasukkan operator Dinas Kesehatan "
    "kabupaten/kota atau Bappeda; survei dan wilayah oleh Bappeda; anggaran oleh Bappeda, atau "
    "operator perangkat untuk belanjanya sendiri; fasilitas kesehatan oleh operator Dinas Kesehatan "
    "atau Bappeda."
)
REFUSED = (
    "Berkas memuat {code}, di luar wilayah tugas Anda. Hapus barisnya, atau minta operator wilayah "
    "itu memasukkannya. Tidak ada yang disimpan."
)
TAB_UPLOAD = "Masukkan berkas"
TAB_BATCHES = "Impor yang sudah masuk"
TAB_TEMPLATES = "Templat"

KIND_LABEL = "Jenis data"
KINDS = {
    "pengukuran": "Pengukuran balita",
    "survei": "Survei",
    "wilayah": "Wilayah dan batas",
    "padanan": "Padanan kode",
    "demo": "Demonstrasi",
    "isian": "Isian",
    "pengguna": "Pengguna",
    "anggaran": "Anggaran (SIPD)",
    "daftar_anggaran": "Daftar subkegiatan dan rekening",
    "program": "Program desa dan mitra",
    "tematik": "Subkegiatan tematik",
    "akun": "Kode rekening",
    "fasilitas": "Fasilitas kesehatan",
}
KIND_HINTS = {
    "pengukuran": (
        "Rekap e-PPGBM, e-PPGBM per nama (hanya dihitung; nama dan NIK tidak disimpan), tabel "
        "polos, atau Open Data Jabar."
    ),
    "survei": "Satu baris satu kabupaten/kota atau provinsi dan tahun: SSGI, SKI, Riskesdas.",
    "wilayah": (
        "Batas desa (GeoPackage, GeoJSON, FlatGeobuf, GeoParquet, shapefile atau geodatabase dalam "
        "ZIP), atau daftar kode dan nama (CSV, Excel)."
    ),
    "fasilitas": (
        "Satu baris satu posyandu, puskesmas, atau pustu: kode desa, jenis, nama, lintang, bujur. "
        "Berkas menggantikan fasilitas sejenis di kabupaten/kota yang sama."
    ),
    "anggaran": (
        "Rincian belanja RKA/DPA dari SIPD dalam susunan apa pun. Bappeda memasukkan seluruh APBD; "
        "operator perangkat hanya belanjanya sendiri."
    ),
    "daftar_anggaran": (
        "Subkegiatan yang dianggap bertema stunting di daerah ini, dan nama kode rekening."
    ),
}
MONTH_LABEL = "Bulan pengukuran"
YEAR_LABEL = "Tahun"
SOURCE_LABEL = "Sumber data"
SOURCE_HELP = "Tulislah selalu sama: setiap nama menjadi deret tersendiri."
SOURCE_PLACEHOLDER = "Pilih atau ketik nama sumber"
KABUPATEN_LABEL = "Kabupaten/kota"
AREA_LABEL = "Berkas ini memuat"
AREA_HELP = (
    "Data sumber dan bulan yang sama di wilayah ini digantikan isi berkas. Wilayah yang tidak ada "
    "di berkas kehilangan datanya."
)
AREA_WHOLE = "seluruh {name}"
AREA_ROWS = "hanya kecamatan yang ada di berkas (berkas berkode)"
CHOOSE = "Pilih"
OPTIONS_TITLE = "Pilihan lain"
NEW_PUSKESMAS = "Buat puskesmas yang belum dikenal"
NEW_PUSKESMAS_HELP = "Periksa dahulu ejaannya: puskesmas lama dengan ejaan lain menjadi dua."
MAPPING_LABEL = "Berkas pemetaan nama (boleh kosong)"
MAPPING_HELP = "CSV atau Excel: kecamatan_berkas, nama_berkas, kode."
CROSSWALK_LABEL = "Tabel padanan kode BPS (boleh kosong)"
CROSSWALK_HELP = "Perlu bila berkas memakai kode BPS: bps_code, kemendagri_code."
FILE_LABEL = "Berkas"
FILE_HINT = "{kinds}; paling besar {mb} MB."
FILE_KINDS = {
    "table": "Excel (.xlsx) atau CSV",
    "wilayah": "GPKG, GeoJSON, FGB, Parquet, ZIP, CSV, atau XLSX",
}
CHECK = "Periksa berkas"
CHECK_AGAIN = "Periksa lagi"
CHECKING = "Membaca dan memeriksa {name} ..."
CHECKED = "Berkas selesai diperiksa"
CHECKED_WITH_ERRORS = "{name} selesai diperiksa: ada yang harus diperbaiki"
CHANGED = "Pilihan atau berkas sudah berubah. Tekan Periksa berkas."
SAVE = "Simpan"
SAVING = "Menyimpan ..."
CONFIRM_WARNINGS = "{count} peringatan sudah saya periksa"
MUST_MEND = "Tidak dapat disimpan: {count} galat harus diperbaiki dahulu."
READY = "Tidak ada galat. Berkas siap disimpan."

SAVED = "Tersimpan sebagai impor nomor {batch}: {rows} baris."
SAVED_REPLACING = (
    "Tersimpan sebagai impor nomor {batch}: {rows} baris, menggantikan impor {replaced}."
)
NEXT_CYCLE = "Pengukuran {month} dihitung untuk siklus {year}."
NEXT_LINK = "Langkah berikutnya: ajukan di Tahapan"
NEXT_OTHERS = "Langkah berikutnya: {agencies} mengajukannya di halaman Tahapan."
NEXT_NO_STAGE = (
    "Pengukuran {month} tampil di peta dan perkembangan. Tahapan memakai pengukuran Agustus, jadi "
    "tidak ada yang perlu diajukan."
)
UNCHANGED = "Berkas yang sama sudah pernah masuk (impor nomor {batch}). Tidak ada yang berubah."

RECOGNISED = "Dikenali sebagai {layout}"
LAYOUTS = {
    "rekap_eppgbm": "rekap e-PPGBM",
    "polos": "tabel polos",
    "jabar": "Open Data Jabar",
    "eppgbm_nama": "e-PPGBM per nama",
}
LAYOUT_BY_HAND = "tabel dengan susunan yang dipastikan"
SHEET = "lembar {sheet}"
GRAIN = "tercatat per {level}"
ROWS = "Baris"
STUNTED = "Balita stunting"
MEASURED = "Balita diukur"
TARGETED = "Balita sasaran"
REGION_COUNTS = {"desa": "Desa/kelurahan", "kecamatan": "Kecamatan", "kabupaten": "Kabupaten/kota"}

FINDINGS_TITLE = "Temuan"
NO_FINDINGS = "Tidak ada temuan."
SEVERITY = {"galat": "Galat", "peringatan": "Peringatan", "catatan": "Catatan"}
FINDING_COLUMNS = {
    "severity": "Sifat",
    "sheet": "Lembar",
    "row": "Baris",
    "column": "Kolom",
    "what": "Yang ditemukan",
    "remedy": "Yang perlu dilakukan",
}
FINDINGS_DOWNLOAD = "Unduh temuan (Excel)"
FINDINGS_FILE = "temuan-{name}.xlsx"
FINDINGS_SHEET = "Temuan"
NOTE_FILE = "Berkas"
NOTE_MADE = "Diperiksa"
NOTE_COUNTS = "Jumlah"
FINDING_COUNTS = "{galat} galat, {peringatan} peringatan, {catatan} catatan"
NO_REMEDY = "–"

PREVIEW_TITLE = "Pratinjau ({shown} baris pertama dari {total})"
PREVIEW_COLUMNS = {
    "unit_code": "Kode",
    "wilayah_code": "Kode",
    "code": "Kode",
    "name": "Wilayah",
    "level": "Tingkat",
    "has_boundary": "Ada batasnya",
    "row": "Baris berkas",
    "sasaran_jiwa": "Sasaran",
    "sangat_pendek_jiwa": "Sangat pendek",
    "pendek_jiwa": "Pendek",
    "normal_jiwa": "Normal",
    "tinggi_jiwa": "Tinggi",
    "outlier_jiwa": "Pencilan",
    "stunting_jiwa": "Stunting",
    "diukur_jiwa": "Diukur",
    "year": "Tahun",
    "source": "Survei",
    "prevalensi_pct": "Prevalensi (%)",
    "bawah_pct": "Batas bawah (%)",
    "atas_pct": "Batas atas (%)",
    "sampel_jiwa": "Sampel",
    "kind": "Jenis",
    "facility": "Nama fasilitas",
    "latitude": "Lintang",
    "longitude": "Bujur",
}
YES, NO = "ya", "tidak"

COLUMNS_TITLE = "Tunjukkan arti kolomnya"
COLUMNS_INTRO = (
    "Susunan tabel ini belum dikenal. Pilih baris judulnya, lalu kolom untuk setiap arti. Diingat "
    "untuk berkas berikutnya dengan judul kolom yang sama."
)
SHEET_LABEL = "Lembar"
HEADER_ROW = "Baris judul kolom"
HEADER_ROW_OPTION = "baris {row}"
COLUMN_ROW = "Baris"
COLUMN_NONE = "tidak ada"
COLUMN_OPTION = "{letter}: {heading}"
COLUMN_NO_HEADING = "tanpa judul"
MEANINGS = {
    "kode": "Kode wilayah",
    "kode_bps": "Kode BPS",
    "nama": "Nama desa/kelurahan",
    "puskesmas": "Nama puskesmas",
    "kecamatan": "Nama kecamatan",
    "sasaran": "Balita sasaran",
    "sangat_pendek": "Sangat pendek",
    "pendek": "Pendek",
    "normal": "Normal",
    "tinggi": "Tinggi",
    "outlier": "Pencilan",
    "stunting": "Stunting (bila tanpa kelas)",
    "diukur": "Diukur (bila tanpa kelas)",
}
COLUMNS_NEED = (
    "Perlu: kode atau nama wilayah; sangat pendek dan pendek, atau stunting. Satu kolom hanya "
    "untuk satu arti."
)
COLUMNS_USE = "Ingat susunan ini dan periksa lagi"
REMEMBERED = "Susunan kolom ini dipastikan {person} pada {date}: {columns}."
REMEMBERED_COLUMN = "{meaning} = {heading}"
FORGET = "Lupakan susunan ini"
FORGOTTEN = "Susunan kolom dilupakan."

NAMES_TITLE = "Pastikan nama yang tidak cocok"
NAMES_INTRO = (
    "Nama di berkas tidak persis sama dengan daftar wilayah. Pilih wilayahnya; yang mirip ada di "
    "urutan atas. Pilihan Anda diingat untuk berkas berikutnya setelah disimpan."
)
NAMES_MANY = (
    "{count} nama tidak cocok; {shown} yang pertama ditampilkan. Bila hampir semua tidak cocok, "
    "periksa wilayah yang dipilih."
)
NAME_IN = "{name} (kecamatan {parent})"
NAME_KECAMATAN = "Kecamatan {name}"
NAME_OPTION = "{name} ({code})"
NAMES_USE = "Pakai pilihan ini dan periksa lagi"
NAMES_CHOSEN = "{count} nama sudah Anda pastikan dan dipakai pada pemeriksaan ini."

BATCHES_EMPTY = "Belum ada impor. Masukkan berkas pertama di tab Masukkan berkas."
BATCHES_INTRO = "Pilih satu baris untuk melihat rinciannya dan menariknya bila keliru."
BATCH_COLUMNS = {
    "id": "Nomor",
    "imported_at": "Waktu",
    "imported_by": "Oleh",
    "kind": "Jenis",
    "file_name": "Berkas",
    "row_count": "Baris",
    "status": "Keadaan",
    "found": "Temuan",
}
STATES = {
    "berlaku": "berlaku",
    "sebagian digantikan": "sebagian digantikan",
    "digantikan": "digantikan",
    "ditarik": "ditarik",
}
STATE_REPLACED = "{state} oleh nomor {by}"
BATCH_TITLE = "Impor nomor {batch}: {name}"
BATCH_OPTIONS = {
    "periode": "Periode",
    "sumber": "Sumber",
    "wilayah": "Wilayah",
    "tahun": "Tahun anggaran",
    "potret": "Potret anggaran",
    "nomenklatur": "Nomenklatur",
}
BATCH_OPTION = "{label}: {value}"
BATCH_FINDINGS = "Temuan saat masuk: {found}"
BATCH_NO_FINDINGS = "tidak ada"
BATCH_FINDING = "{count} × {code}"
WITHDRAW_EXPLAINED = (
    "Menarik impor menghapus seluruh isinya dan mengembalikan data yang digantikannya, sekaligus. "
    "Semuanya tercatat di Riwayat, dan berkasnya dapat dimasukkan lagi."
)
WITHDRAW_CONFIRM = "Ya, tarik impor nomor {batch}"
WITHDRAW = "Tarik impor ini"
WITHDRAWN = "Impor nomor {batch} ditarik: {rows} baris. Data sebelumnya dipulihkan."
WITHDRAW_BUDGET = (
    "Impor anggaran dan daftarnya tidak ditarik. Masukkan berkas yang benar pada potret yang sama: "
    "isinya menggantikan, dan baris yang tetap mempertahankan tandanya."
)
WITHDRAW_NOT_YOURS = "Impor ini hanya dapat ditarik oleh yang boleh memasukkan data wilayahnya."

TEMPLATES_INTRO = (
    "Isi templat di Excel, lalu unggah. Kode wilayahnya sudah terisi; jangan mengubah judul kolom."
)
TEMPLATES = {
    "pengukuran": ("Pengukuran per desa", "templat-pengukuran-{code}.xlsx"),
    "survei": ("Survei", "templat-survei.xlsx"),
    "wilayah": ("Daftar wilayah", "templat-wilayah.xlsx"),
    "fasilitas": ("Fasilitas kesehatan", "templat-fasilitas.xlsx"),
    "padanan": ("Padanan kode BPS", "templat-padanan.xlsx"),
}
TEMPLATE_DOWNLOAD = "Unduh {name}"
TEMPLATE_NO_DESA = "Daftar desa {name} belum ada. Masukkan daftar wilayahnya dahulu."
TEMPLATE_SHEETS = {
    "pengukuran": "Pengukuran",
    "survei": "Survei",
    "wilayah": "Wilayah",
    "fasilitas": "Fasilitas",
    "padanan": "Padanan",
}
GUIDE_SHEET = "Petunjuk"
GUIDES = {
    "pengukuran": (
        (
            "Isi",
            "Jumlah anak menurut tinggi badan menurut umur (TB/U), satu desa satu baris. Bukan persen.",
        ),
        ("kode, nama", "Sudah terisi dan terkunci."),
        (
            "sasaran",
            "Balita sasaran pengukuran bulan itu. Tanpa ini partisipasi tidak dapat dihitung.",
        ),
        ("sangat_pendek, pendek, normal, tinggi", "Jumlah anak di tiap kelas, tanpa pencilan."),
        ("outlier", "Pencilan (di luar batas TB/U). Tidak ikut dihitung sebagai diukur."),
        ("Kosong", "Berarti belum ada data. Tulis 0 hanya bila memang nol."),
        (
            "Mengunggah",
            "Halaman Data masuk, jenis Pengukuran balita; pilih bulan, sumber, dan wilayahnya.",
        ),
    ),
    "survei": (
        (
            "Isi",
            "Satu baris satu kabupaten/kota atau provinsi dan tahun. ID untuk seluruh Indonesia.",
        ),
        ("kode", "Kode Kemendagri bertitik, misalnya 63.11. Kolom ini berformat teks."),
        ("nama", "Boleh kosong; untuk pemeriksaan."),
        ("tahun, sumber", "Tahun survei, dan namanya: SSGI, SKI, Riskesdas."),
        ("prevalensi_pct", "Prevalensi stunting dalam persen, misalnya 22,3."),
        ("bawah_pct, atas_pct", "Batas selang kepercayaan 95 %, persen. Boleh kosong."),
        ("sampel", "Banyaknya anak dalam contoh. Boleh kosong."),
    ),
    "wilayah": (
        ("Isi", "Satu baris satu wilayah, dari kabupaten/kota sampai desa/kelurahan."),
        (
            "kode",
            "Kode Kemendagri bertitik: 63.11, 63.11.01, 63.11.01.2001. Kolom ini berformat teks.",
        ),
        ("nama", "Nama resmi. Nama yang sudah ada di aplikasi diganti dengan nama ini."),
    ),
    "fasilitas": (
        ("Isi", "Satu baris satu fasilitas yang titiknya sudah diketahui."),
        (
            "kode",
            "Kode Kemendagri desa/kelurahannya, misalnya 63.11.01.2001; kode kecamatan bila desanya "
            "tidak diketahui. Kolom ini berformat teks.",
        ),
        ("wilayah", "Nama desa atau kelurahannya. Boleh kosong; untuk pemeriksaan."),
        ("jenis", "posyandu, puskesmas, atau pustu (puskesmas pembantu)."),
        ("nama", "Nama fasilitas. Dua fasilitas sejenis di satu desa harus berbeda namanya."),
        (
            "lintang, bujur",
            "Derajat desimal WGS 84, seperti di aplikasi peta di telepon: lintang misalnya "
            "-2,345678, bujur misalnya 115,456789.",
        ),
        ("sumber", "Asal titiknya, misalnya Dinas Kesehatan 2026. Boleh kosong."),
        (
            "Menggantikan",
            "Berkas menggantikan semua fasilitas sejenis di kabupaten/kota yang sama. Sertakan "
            "semuanya, bukan hanya yang baru.",
        ),
    ),
    "padanan": (
        ("Isi", "Satu baris satu pasangan kode BPS dan kode Kemendagri untuk wilayah yang sama."),
        (
            "kode_bps",
            "10 angka untuk desa, 7 kecamatan, 4 kabupaten/kota. Kolom ini berformat teks.",
        ),
        ("kemendagri_code", "Kode Kemendagri bertitik."),
        ("Mengunggah", "Bersama berkas berkode BPS, di Pilihan lain."),
    ),
}
COUNT_ONLY_TITLE = "Jumlah anak"
COUNT_ONLY = "Isi bilangan bulat 0 atau lebih, atau kosongkan bila belum ada data."
