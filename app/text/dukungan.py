"""Words of regulations and publications that support the stages."""

TITLE = "{page} · {name}"
INTRO = (
    "Regulasi dan publikasi yang mendukung setiap tahapan aksi konvergensi, dicatat per tahun "
    "siklus. Daftar ini menjadi dokumen identifikasi regulasi dan publikasi serta bukti penilaian."
)
WRONG_LEVEL_TITLE = "Pilih provinsi, kabupaten/kota, atau kecamatan"
WRONG_LEVEL = "Regulasi dan publikasi dicatat per wilayah. Pilih wilayahnya di samping."
VIEW_LABEL = "Yang dibuka"
VIEWS = {"regulasi": "Regulasi", "publikasi": "Publikasi"}
CHOOSE = "Pilih"
NO_VALUE = "–"

REGULATION_KINDS = {
    "perda": "Peraturan daerah",
    "perkada": "Peraturan kepala daerah",
    "keputusan": "Keputusan",
    "surat_edaran": "Surat edaran",
    "berita_acara": "Berita acara",
    "perdes": "Peraturan desa",
    "lainnya": "Lainnya",
}
PUBLICATION_KINDS = {
    "media_sosial": "Media sosial",
    "televisi": "Televisi",
    "radio": "Radio",
    "kampanye": "Kampanye",
    "laporan_web": "Laporan di web",
    "media_cetak": "Media cetak",
    "lainnya": "Lainnya",
}
KINDS = {"regulasi": REGULATION_KINDS, "publikasi": PUBLICATION_KINDS}
ALL_STAGES = "Semua tahapan"

STAGE_STATE = "Tahapan {stage}"
LINK_STEPS = "Buka Tahapan"
READ_ONLY = "Dicatat oleh operator {agency}; di sini hanya dibaca."
LOCKED_NOTE = {
    "regulasi": (
        "Regulasi {year} bagian {agency} sudah {state}, jadi daftarnya hanya dapat dibaca. Mintalah "
        "dikembalikan atau dibuka kembali di halaman Tahapan."
    ),
    "publikasi": (
        "Publikasi {year} bagian {agency} sudah {state}, jadi daftarnya hanya dapat dibaca. "
        "Mintalah dikembalikan atau dibuka kembali di halaman Tahapan."
    ),
}
EMPTY_TITLE = {
    "regulasi": "Belum ada regulasi yang dicatat untuk {year}",
    "publikasi": "Belum ada publikasi yang dicatat untuk {year}",
}
EMPTY_OWN = {
    "regulasi": "Catat yang pertama: perda, perkada, keputusan, surat edaran, atau berita acara.",
    "publikasi": "Catat yang pertama: media sosial, televisi, radio, kampanye, atau laporan di web.",
}
EMPTY_OTHER = "Dicatat oleh operator {agency}."
COUNT = {"regulasi": "{count} regulasi", "publikasi": "{count} publikasi"}
ALL_COVERED = "Semua tahapan sudah didukung."
UNCOVERED = {
    "regulasi": "Belum ada regulasi untuk {count} tahapan: {stages}.",
    "publikasi": "Belum ada publikasi untuk {count} tahapan: {stages}.",
}
LACKS_EVIDENCE = {
    "regulasi": "{count} regulasi belum ada berkasnya.",
    "publikasi": "{count} publikasi belum ada tautan atau berkasnya.",
}

LIST_COLUMNS = {
    "regulasi": {
        "number": "Nomor",
        "dated_on": "Tanggal",
        "subject": "Tentang",
        "kind": "Jenis",
        "stage": "Tahapan yang didukung",
        "file_count": "Berkas",
    },
    "publikasi": {
        "kind": "Jenis",
        "published_on": "Tanggal",
        "title": "Judul atau kegiatan",
        "stage": "Tahapan yang dipublikasikan",
        "link": "Tautan",
        "file_count": "Berkas",
    },
}
NEW = {"regulasi": "Catat regulasi", "publikasi": "Catat publikasi"}
PICK = {"regulasi": "Buka satu regulasi", "publikasi": "Buka satu publikasi"}
PICK_OPTION = "{kind} · {name}"
FIELD_KIND = "Jenis"
FIELD_NUMBER = "Nomor"
NUMBER_HINT = "Seperti tertulis pada naskahnya, misalnya 12 Tahun 2026 atau 440/118/Bappeda."
FIELD_SUBJECT = "Tentang"
FIELD_TITLE = "Judul atau kegiatan"
FIELD_DATE = {"regulasi": "Tanggal ditetapkan", "publikasi": "Tanggal terbit"}
FIELD_STAGE = {
    "regulasi": "Tahapan yang didukung",
    "publikasi": "Tahapan yang dipublikasikan",
}
FIELD_LINK = "Tautan"
LINK_HINT = (
    "Alamat yang dimulai dengan https:// atau http://. Kosongkan bila buktinya berupa berkas; "
    "lampirkan setelah disimpan."
)
FILE_NOTE = "Naskah atau buktinya dilampirkan setelah disimpan."
SAVE_NEW = "Simpan"
SAVE_CHANGE = "Simpan perubahan"
CANCEL = "Batal"
CHANGE = "Ubah"
WITHDRAW = "Tarik"
WITHDRAW_ASK = "Tarik {name} beserta lampirannya? Isinya tetap tercatat di Riwayat."
WITHDRAW_YES = "Ya, tarik"
ADDED = {
    "regulasi": "Regulasi sudah dicatat. Lampirkan naskahnya di bawah.",
    "publikasi": "Publikasi sudah dicatat.",
}
CHANGED = "Perubahan sudah disimpan."
WITHDRAWN = "Sudah ditarik; isinya tetap ada di Riwayat."
FAULTS = {
    "jenis_kosong": "Belum ada yang disimpan: jenisnya belum dipilih.",
    "tahapan_kosong": "Belum ada yang disimpan: tahapannya belum dipilih.",
    "nomor_kosong": "Belum ada yang disimpan: nomornya belum ditulis.",
    "tentang_kosong": "Belum ada yang disimpan: isian Tentang belum ditulis.",
    "judul_kosong": "Belum ada yang disimpan: judul atau kegiatannya belum ditulis.",
    "panjang": (
        "Belum ada yang disimpan: nomor paling panjang 120 huruf, Tentang 500, judul 300. "
        "Persingkat, lalu simpan."
    ),
    "tanda": (
        "Belum ada yang disimpan: tulisan memuat tanda yang tidak diterima (kurung sudut, kurung "
        "kurawal, tanda dolar, petik miring, atau garis miring terbalik). Hapus tandanya, lalu "
        "simpan."
    ),
    "tanggal": (
        "Belum ada yang disimpan: tanggalnya di masa depan atau terlalu lama. Periksa tanggalnya."
    ),
    "ganda": (
        "Belum ada yang disimpan: yang sama sudah tercatat pada tahun dan tahapan ini. Ubah yang "
        "sudah ada."
    ),
    "tautan": (
        "Belum ada yang disimpan: tautan harus berupa alamat lengkap, misalnya "
        "https://nama-situs.go.id/berita."
    ),
    "tautan_panjang": "Belum ada yang disimpan: tautan paling panjang 1.000 huruf.",
    "tautan_tanda": (
        "Belum ada yang disimpan: tautan memuat spasi atau tanda yang tidak diterima. Salin lagi "
        "alamatnya dari peramban."
    ),
    "tautan_sandi": (
        "Belum ada yang disimpan: tautan memuat nama pengguna atau kata sandi. Pakai alamat yang "
        "dapat dibuka siapa saja."
    ),
}
LOCKED = (
    "Tidak ada yang disimpan: bagian ini sudah {state}. Mintalah dikembalikan atau dibuka kembali "
    "di halaman Tahapan."
)
FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup wilayah ini. Hubungi admin di "
    "kabupaten/kota Anda."
)
GONE = "Ini sudah ditarik orang lain. Catat lagi bila masih perlu."
CONFLICT = "{who} sudah mengubahnya ({when}) sejak Anda membukanya. Belum ada yang disimpan."
CONFLICT_THEIRS = "Isi sekarang"
CONFLICT_OURS = "Isi Anda"
WITHDRAW_CONFLICT = (
    "Tidak ada yang ditarik: {who} sudah mengubahnya ({when}). Baca dulu isinya yang terbaru."
)
BY_WHEN = "Terakhir diubah {name}, {when}"
CARD_DATE = "{label}: {date}"
CARD_STAGE = "{label}: {stage}"
NO_LINK = "Tanpa tautan."

BELOW_TITLE = {
    "regulasi": "Regulasi di wilayah di bawahnya",
    "publikasi": "Publikasi di wilayah di bawahnya",
}
BELOW_COLUMNS = {
    "name": "Wilayah",
    "count": "Jumlah",
    "missing": "Tahapan yang belum ada",
    "stages": "Yang mana",
    "state": "Keadaan tahapan",
}
BELOW_NONE = "Semua tahapan"

EXPORT_SHEETS = {"regulasi": "Regulasi", "publikasi": "Publikasi"}
EXPORT_COLUMNS = {
    "regulasi": {
        "wilayah_code": "Kode wilayah",
        "wilayah_name": "Wilayah",
        "year": "Tahun siklus",
        "kind": "Jenis",
        "number": "Nomor",
        "dated_on": "Tanggal ditetapkan",
        "subject": "Tentang",
        "stage": "Tahapan yang didukung",
        "file_count": "Berkas (lampiran)",
    },
    "publikasi": {
        "wilayah_code": "Kode wilayah",
        "wilayah_name": "Wilayah",
        "year": "Tahun siklus",
        "kind": "Jenis",
        "published_on": "Tanggal terbit",
        "title": "Judul atau kegiatan",
        "stage": "Tahapan yang dipublikasikan",
        "link": "Tautan",
        "file_count": "Berkas (lampiran)",
    },
}
EXPORT_NONE = {
    "regulasi": "Belum ada regulasi yang dicatat untuk {name}.",
    "publikasi": "Belum ada publikasi yang dicatat untuk {name}.",
}
EXPORT_BAD_YEAR = "--periode {asked} bukan tahun siklus. Tulis empat angka, misalnya 2026."
NOTE_YEAR = "Tahun siklus"
NOTE_ALL_YEARS = "semua tahun"
NOTE_AREA = "Cakupan"
NOTE_AREA_RULE = "wilayah ini dan semua wilayah di dalamnya"
