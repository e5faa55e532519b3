"""Pages of administration and of getting in: right at every size, for every reader."""

from collections.abc import Callable

from playwright.sync_api import Page

from app.navigation import ENTRIES
from tests.browser import screens
from tests.browser.every_page import DESKS, PHONE, Screen, look, read_with_axe, walk
from tests.browser.test_every_page_of_work import WORK
from tests.browser.test_every_page_shown import SHOWN

KEPT = (
    Screen("dinkes.operator", "data_masuk", "Data masuk", tabs=("Impor yang", "Templat")),
    Screen("bappeda", "pengaturan", "Pengaturan", tabs=("Perangkat daerah", "Halaman publik")),
    Screen("bappeda", "riwayat", "Riwayat"),
    Screen("admin", "pengguna", "Pengguna", tabs=("Tambah orang", "Impor dari Excel")),
)


def test_every_page_of_administration_is_right_at_each_size(
    demo_app: str, page_at: Callable[..., Page]
) -> None:
    assert walk(page_at, demo_app, KEPT) == []


def test_the_forms_to_get_in_and_out_are_right_at_each_size(
    demo_app: str, page_at: Callable[..., Page], foreign_requests: Callable[[Page], list[str]]
) -> None:
    for sizes in (DESKS, (PHONE,)):
        for path, person in (("masuk", None), ("sandi", "pimpinan"), ("keluar", "pimpinan")):
            page = page_at(*sizes[0], phone=len(sizes) == 1, person=person)
            page.goto(f"{demo_app}/{path}")
            assert (look(page, sizes), read_with_axe(page)) == ([], []), path
            assert foreign_requests(page) == []


def test_no_page_is_left_out() -> None:
    walked = {screen.path.split("?")[0] or "beranda" for screen in (*SHOWN, *WORK, *KEPT)}
    assert walked == {entry.name for entry in ENTRIES if entry.path.exists()}
    assert all(screens.token_of(each.person) for each in (*SHOWN, *WORK, *KEPT))
