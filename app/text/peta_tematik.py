"""Sentences of the thematic map: buttons, help, states. Sent to the browser as they stand."""

LABELS: dict[str, str] = {
    "zoomIn": "Perbesar",
    "zoomOut": "Perkecil",
    "fit": "Tampilkan semua wilayah",
    "fullscreen": "Layar penuh",
    "exitFullscreen": "Keluar dari layar penuh",
    "legend": "Legenda",
    "map": "Peta tematik",
    "help": (
        "Panah: pindah ke wilayah sebelah. Enter: buka wilayah. Escape: naik satu tingkat. "
        "Plus dan minus: perbesar dan perkecil. Angka 0: tampilkan semua."
    ),
    "loading": "Memuat peta…",
    "empty": "Lapisan ini belum memiliki batas wilayah.",
    "failed": "Peta tidak dapat dimuat. Periksa sambungan, lalu muat ulang halaman.",
    "missing": "–",
    "tapAgain": "Ketuk sekali lagi untuk membuka",
}
