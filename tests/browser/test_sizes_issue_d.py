"""Budget, tagging, programmes and unit costs on a projector, an office laptop and a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import screens

Sizes = tuple[tuple[int, int], ...]
MERAWESI = "99.01.01"
# Each page for who works on it, and the last thing on it that shows that it is drawn whole.
SCREENS = (
    ("pimpinan", "anggaran?wilayah=99.01", "Anggaran", "Unduhan"),
    ("pimpinan", f"anggaran?wilayah={MERAWESI}", "Anggaran", "Unduhan"),
    ("dinkes.operator", "penandaan?wilayah=99.01", "Penandaan", "Baris belanja"),
    ("setcam.operator", f"program_desa?wilayah={MERAWESI}&tahun=2026", "Program desa", ""),
    ("pimpinan", "program_desa?wilayah=99.01&tahun=2026", "Program desa", ""),
    ("bappeda", "biaya_satuan?wilayah=99.01", "Biaya satuan", ""),
)
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
    answers: list[tuple[int, str]] = []
    page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    for person, path, title, last in SCREENS:
        screens.sit_down(page, person)
        screens.open_screen(page, demo_app, path, title)
        if last:
            expect(page.get_by_role("heading", name=last, exact=True)).to_be_attached()
        for width, height in sizes:
            if len(sizes) > 1:
                page.set_viewport_size({"width": width, "height": height})
            assert screens.settled_overflow_of(page) == [], (path, width)
        assert screens.faults_on(page) == [], path
        assert page.get_by_text("Maaf, ada yang tidak berjalan").count() == 0, path
    assert foreign_requests(page) == []
    assert [url for status, url in answers if status >= 400] == []
