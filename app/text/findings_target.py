"""Sentences for what the import of a table of targets finds."""

from app.text import findings

SENTENCES = {
    "target_kolom_kurang": (
        "Tabel target memerlukan kolom kode wilayah, kode butir, dan dokumen. Yang ditemukan: "
        "{kepala}. Pakailah berkas yang diunduh di halaman Target."
    ),
    "target_tanpa_tahun": (
        "Tidak ada kolom tahun. Tulis tahun target di kepala kolom, misalnya 2026."
    ),
    "target_tahun_tak_sah": (
        "Kolom tahun {tahun} ganda atau di luar 2020 sampai 2045. Sisakan satu kolom tiap tahun."
    ),
    "target_wilayah_lain": (
        "Kode wilayah “{isi}” bukan wilayah yang dibuka ({dikenal}). Buka wilayahnya dulu, atau "
        "perbaiki kodenya."
    ),
    "target_butir_tak_dikenal": (
        "Butir “{isi}” tidak dikenal. Pakai kode dari berkas yang diunduh, misalnya I01."
    ),
    "target_dokumen_tak_dikenal": ("Dokumen “{isi}” tidak dikenal. Tulis salah satu: {dikenal}."),
    "target_baris_ganda": (
        "Butir dan dokumen yang sama sudah ada di baris {baris}. Sisakan satu baris."
    ),
    "target_tak_terbaca": (
        "“{isi}” bukan persen. Tulis misalnya 18,4, atau kosongkan bila tidak ada target."
    ),
    "target_rancu": (
        "“{isi}” dapat dibaca sebagai ribuan. Tulis paling banyak dua angka di belakang koma."
    ),
    "target_di_luar_batas": "“{isi}” di luar 0 sampai 100. Periksa angkanya.",
    "target_di_bawah_satu": (
        "“{isi}” terlalu kecil untuk persen. Tulis 90 untuk 90 persen, bukan 0,9; sel Excel jangan "
        "diformat persen."
    ),
    "target_bukan_milik_anda": (
        "Target {butir} bukan tanggung jawab perangkat Anda, jadi tidak dapat Anda ubah. Kembalikan "
        "ke {semula}, atau mintalah yang bertanggung jawab mengubahnya."
    ),
}


def describe(finding: findings.Described) -> str:
    """The sentence of a finding about a table of targets, or about any file."""
    if finding.code in SENTENCES:
        return SENTENCES[finding.code].format(**finding.values)
    return findings.describe(finding)
