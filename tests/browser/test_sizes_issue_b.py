"""Every page of work and administration on a projector, an office laptop and a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import screens
from tests.corpus.office import YEAR

Sizes = tuple[tuple[int, int], ...]
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


# A window is made smaller as a person would; a telephone also says that it is one.
DESKS, PHONES = ((1920, 1080), (1366, 768)), ((390, 844),)


@pytest.mark.parametrize("sizes", [DESKS, PHONES])
def test_nothing_is_wider_than_the_screen_and_nothing_foreign_is_asked(
    demo_app: str,
    page_at: Callable[..., Page],
    foreign_requests: Callable[[Page], list[str]],
    sizes: Sizes,
) -> None:
    page = page_at(*sizes[0], phone=sizes is PHONES, person=None)
    for person, path, title in SCREENS:
        screens.sit_down(page, person)
        screens.open_screen(page, demo_app, path, title)
        check(page, path, sizes)
        for tab in TABS.get(path, ()):
            screens.show_tab(page, tab)
            screens.wait_until_idle(page)
            check(page, f"{path} {tab}", sizes)
    for path in ("masuk", "sandi", "keluar"):
        page.goto(f"{demo_app}/{path}")
        check(page, path, sizes)
    assert foreign_requests(page) == []


def check(page: Page, where: str, sizes: Sizes) -> None:
    for width, height in sizes:
        if len(sizes) > 1:
            page.set_viewport_size({"width": width, "height": height})
        assert screens.settled_overflow_of(page) == [], (where, width)
    assert page.get_by_test_id("stException").count() == 0, where
    assert page.get_by_text("Maaf, ada yang tidak berjalan").count() == 0, where
