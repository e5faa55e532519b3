"""Pages that show: right at every size, in Indonesian, readable by a screen reader."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.every_page import Screen, walk

MERAWESI, DESA = "99.01.01", "99.01.01.2007"
# Of the demonstration: all figures approved, and the year after with nothing entered yet.
ANALYSIS = "Analisis+situasi+2026"
COVERAGE = f"cakupan?wilayah={MERAWESI}&periode_layanan={ANALYSIS}"
SHOWN = (
    Screen("setcam.operator", "", "Konvergensi"),
    Screen("pimpinan", "peta", "Peta"),
    Screen("pimpinan", "peta_bagikan", "Peta untuk dibagikan"),
    Screen("bappeda", "cakupan?wilayah=99.01", "Cakupan"),
    Screen("bappeda", f"{COVERAGE}&tampilan=Tabel", "Cakupan"),
    Screen("bappeda", f"lokasi_masalah?wilayah={MERAWESI}", "Lokasi masalah"),
    Screen("pimpinan", "layanan_tertinggal?wilayah=99.01", "Layanan tertinggal"),
    Screen("pimpinan", f"profil_desa?wilayah={DESA}", "Profil desa"),
    Screen("pimpinan", "anggaran?wilayah=99.01", "Anggaran", last="Unduhan"),
    Screen("pimpinan", "benang_merah?wilayah=99.01&tahun=2026", "Benang merah"),
    Screen("pimpinan", "kesiapan?tahun=2026", "Papan kesiapan"),
    Screen("pimpinan", "penilaian?wilayah=99.01&tahun=2026", "Penilaian"),
    Screen("camat", f"penilaian?wilayah={MERAWESI}&tahun=2026", "Penilaian"),
    Screen("pimpinan", "presentasi?wilayah=99.01&tahun=2026", "Presentasi"),
    Screen("pimpinan", "dokumen?wilayah=99.01&tahun=2026", "Dokumen"),
    Screen("pimpinan", "glosarium", "Glosarium"),
)


def test_every_page_that_shows_is_right_at_each_size(
    demo_app: str, page_at: Callable[..., Page]
) -> None:
    assert walk(page_at, demo_app, SHOWN) == []
