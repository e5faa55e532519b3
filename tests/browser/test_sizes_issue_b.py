"""Every page of work and administration on a projector, an office laptop and a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import screens
from tests.corpus.office import YEAR

PLACE = f"wilayah=99.01.01&tahun={YEAR}"
SCREENS = (
    ("setcam.operator", "", "Konvergensi"),
    ("setcam.operator", f"isian?{PLACE}&tahapan=Penandaan", "Isian desa"),
    ("puskesmas.operator", f"isian?wilayah=99.01.01&tahun={YEAR + 1}", "Isian desa"),
    ("camat", f"tahapan?{PLACE}", "Tahapan"),
    ("kepala.bappeda", f"tahapan?tahun={YEAR}", "Tahapan"),
    ("pimpinan", f"kesiapan?tahun={YEAR}", "Papan kesiapan"),
    ("dinkes.operator", "data_masuk", "Data masuk"),
    ("bappeda", "pengaturan", "Pengaturan"),
    ("bappeda", "riwayat", "Riwayat"),
    ("admin", "pengguna", "Pengguna"),
)
TABS = {"pengguna": ("Tambah orang", "Impor dari Excel"), "data_masuk": ("Impor yang", "Templat"),
        "pengaturan": ("Perangkat daerah", "Penanggung jawab")}  # fmt: skip


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (390, 844)])
def test_nothing_is_wider_than_the_screen_and_nothing_foreign_is_asked(
    demo_app: str,
    page_at: Callable[..., Page],
    foreign_requests: Callable[[Page], list[str]],
    width: int,
    height: int,
) -> None:
    page = page_at(width=width, height=height, phone=width < 500, person=None)
    for person, path, title in SCREENS:
        screens.sit_down(page, person)
        screens.open_screen(page, demo_app, path, title)
        check(page, path)
        for tab in TABS.get(path, ()):
            screens.show_tab(page, tab)
            screens.wait_until_idle(page)
            check(page, f"{path} {tab}")
    for path in ("masuk", "sandi", "keluar"):
        page.goto(f"{demo_app}/{path}")
        check(page, path)
    assert foreign_requests(page) == []


def check(page: Page, where: str) -> None:
    assert screens.overflow_of(page) == [], where
    assert page.get_by_test_id("stException").count() == 0, where
    assert page.get_by_text("Nomor kesalahan").count() == 0, where
