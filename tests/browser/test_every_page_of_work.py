"""Pages where stages are worked on: right at every size, in Indonesian, for every reader."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.every_page import Screen, walk

MERAWESI = "99.01.01"
MEETING = f"rembuk?wilayah={MERAWESI}&tahun=2026&bagian="
WORK = (
    Screen("camat", f"tahapan?wilayah={MERAWESI}&tahun=2026", "Tahapan"),
    Screen("bappeda", "target?wilayah=99.01&tahun=2027", "Target"),
    Screen("pimpinan", "target?wilayah=99.01&tahun=2026", "Target"),
    Screen("puskesmas.operator", f"masalah?wilayah={MERAWESI}&tahun=2027", "Masalah"),
    Screen("setcam.operator", f"isian?wilayah={MERAWESI}&tahun=2026&tahapan=Penandaan", "Isian"),
    Screen("puskesmas.operator", f"isian?wilayah={MERAWESI}&tahun=2027", "Isian desa"),
    Screen("dinkes.operator", "penandaan?wilayah=99.01", "Penandaan", last="Baris belanja"),
    Screen("setcam.operator", f"program_desa?wilayah={MERAWESI}&tahun=2026", "Program desa"),
    Screen("pimpinan", "program_desa?wilayah=99.01&tahun=2026", "Program desa"),
    Screen("bappeda", "biaya_satuan?wilayah=99.01", "Biaya satuan"),
    *(
        Screen("setcam.operator", f"{MEETING}{part}", "Rembuk")
        for part in ("Usulan", "Komitmen", "Koreksi+data", "Peserta", "Dokumen")
    ),
    Screen("setcam.operator", f"rembuk?wilayah={MERAWESI}&tahun=2027", "Rembuk"),
    Screen("bappeda.operator", "rembuk?wilayah=99.01&tahun=2026&bagian=Usulan", "Rembuk"),
    Screen("setcam.operator", f"dukungan?wilayah={MERAWESI}&tahun=2026", "Regulasi dan publikasi"),
    Screen("bappeda", "dukungan?wilayah=99.01&tahun=2026", "Regulasi dan publikasi"),
    Screen("bappeda", "nasib_usulan?wilayah=99.01&tahun=2026", "Nasib usulan"),
)


def test_every_page_of_work_is_right_at_each_size(
    demo_app: str, page_at: Callable[..., Page]
) -> None:
    assert walk(page_at, demo_app, WORK) == []
