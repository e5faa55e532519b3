"""Words of the page Glosarium; the terms themselves stand in docs/glosarium.md."""

INTRO = (
    "Arti istilah yang dipakai di layar dan dalam dokumen. Cari istilah atau kata dalam artinya."
)
SEARCH = "Cari"
SEARCH_HINT = "mis. cakupan, poin persen, lokus"
COLUMNS = {"term": "Istilah", "meaning": "Arti"}
FOUND = "{count} istilah."
NOTHING = "Tidak ada istilah yang memuat {asked}. Coba kata lain yang lebih pendek."
MISSING = (
    "Daftar istilah tidak ditemukan di server ini (docs/glosarium.md). Hubungi pengelola server."
)
GUIDES = (
    "Rumus dan batas setiap angka ada di tombol Bagaimana dihitung? di halamannya masing-masing, dan "
    "lengkap dalam docs/panduan/angka-dan-rumus.md."
)
