"""The thematic map in a real Chromium: colours, hostile names, clicks, keyboard, requests."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.harness.cells import COLORS, HOSTILE, make_cells

GREY = "#e5e7eb"
CELLS = make_cells(300)


@pytest.fixture
def address(harness_app: str) -> str:
    return harness_app


@pytest.fixture
def open_map(address: str, page_at: Callable[..., Page]) -> Callable[..., Page]:
    def open_it(query: str = "", **size: Any) -> Page:
        page = page_at(**size)
        page.goto(f"{address}/?{query}")
        page.wait_for_selector(".peta[data-painted]")
        return page

    return open_it


def map_of(page: Page) -> Locator:
    return page.locator(".peta")


def painted_count(page: Page) -> int:
    return int((map_of(page).get_attribute("data-painted") or "0").split()[0])


def point_of(page: Page, code: str) -> dict[str, float]:
    spot: dict[str, float] = map_of(page).evaluate("(root, code) => root.petaTitik(code)", code)
    return spot


def classes_on_screen(page: Page, measure: str = "Prevalensi") -> str:
    return page.get_by_text(f"kelas {measure}").inner_text().rpartition(" ")[2]


def drawn(page: Page, what: str) -> list[str]:
    colors: list[str] = map_of(page).evaluate(
        f"(root, codes) => codes.map((code) => root.{what}(code))", list(CELLS.codes)
    )
    return colors


def test_every_region_has_the_colour_of_its_class(open_map: Callable[..., Page]) -> None:
    page = open_map()
    expected = [(*COLORS, GREY)[int(index)] for index in classes_on_screen(page)]
    assert drawn(page, "petaWarna") == expected


def test_the_pixels_on_the_canvas_show_the_class(open_map: Callable[..., Page]) -> None:
    page = open_map()
    expected = [(*COLORS, GREY)[int(index)] for index in classes_on_screen(page)]
    shown = drawn(page, "petaPiksel")
    same = sum(a == b for a, b in zip(shown, expected, strict=True))
    assert same >= 180  # the others carry hatching lines over the point that was read


def test_a_new_measure_recolours_without_fetching_the_geometry_again(
    open_map: Callable[..., Page],
) -> None:
    page = open_map()
    before = drawn(page, "petaWarna")
    count = painted_count(page)
    page.get_by_text("Partisipasi", exact=True).click()
    expect(map_of(page)).to_have_attribute("data-painted", re.compile(f"^{count + 1} "))
    shown = classes_on_screen(page, "Partisipasi")
    expected = [(*COLORS, GREY)[int(index)] for index in shown]
    assert drawn(page, "petaWarna") == expected != before
    fetched = [url for url in page.requested if "/peta/" in url]  # type: ignore[attr-defined]
    assert sorted(set(fetched)) == sorted(fetched)
    assert sum("/peta/lapisan/" in url for url in fetched) == 1


def test_a_map_that_comes_back_keeps_its_geometry(open_map: Callable[..., Page]) -> None:
    page = open_map()
    switch = page.get_by_text("Peta", exact=True)
    switch.click()
    expect(map_of(page)).to_have_count(0)
    switch.click()
    page.wait_for_selector(".peta[data-painted]")
    assert len(drawn(page, "petaWarna")) == len(CELLS.codes)
    assert sum("/peta/lapisan/" in url for url in page.requested) == 1  # type: ignore[attr-defined]


def test_the_legend_covers_no_region(open_map: Callable[..., Page]) -> None:
    for width, height in ((1920, 1080), (1366, 768), (820, 700), (390, 844)):
        page = open_map(width=width, height=height)
        legend = page.locator(".legenda").bounding_box()
        assert legend is not None
        for spot in drawn(page, "petaTitik"):
            assert not (spot["x"] >= legend["x"] and spot["y"] >= legend["y"])


def test_every_hostile_name_is_shown_as_the_text_it_is(open_map: Callable[..., Page]) -> None:
    page = open_map("nama&nilai")
    for code, name in zip(CELLS.codes, HOSTILE, strict=False):
        spot = point_of(page, code)
        page.mouse.move(spot["x"], spot["y"])
        tip = page.locator(".keterangan.tampak strong")
        expect(tip).to_have_text(name)
        assert tip.locator("*").count() == 0
        page.mouse.click(spot["x"], spot["y"])
        expect(page.get_by_text(f"dipilih {code}")).to_be_visible()
        page.wait_for_selector(".peta[data-painted]")
    assert page.dialogs == []  # type: ignore[attr-defined]


def test_tooltip_writes_numbers_in_indonesian_and_small_samples_in_words(
    open_map: Callable[..., Page],
) -> None:
    page = open_map()
    texts = set()
    for code in CELLS.codes[100:130]:
        spot = point_of(page, code)
        page.mouse.move(spot["x"], spot["y"])
        texts.add(page.locator(".keterangan.tampak .nilai").inner_text())
    patterns = (
        r"\d+,\d % · \d+ dari \d+ anak diukur",
        r"\d+ anak diukur: belum dapat disimpulkan",
        r"belum ada data",
    )
    for pattern in patterns:
        assert any(re.fullmatch(pattern, text) for text in texts)
    assert all(any(re.fullmatch(pattern, text) for pattern in patterns) for text in texts)


def test_a_click_gives_the_code_and_outlines_the_region(open_map: Callable[..., Page]) -> None:
    page = open_map()
    spot = point_of(page, CELLS.codes[137])
    page.mouse.click(spot["x"], spot["y"])
    expect(page.get_by_text(f"dipilih {CELLS.codes[137]} naik 0")).to_be_visible()


def test_on_a_phone_the_first_tap_looks_and_the_second_opens(open_map: Callable[..., Page]) -> None:
    page = open_map(width=390, height=844, phone=True)
    spot = point_of(page, CELLS.codes[137])
    page.touchscreen.tap(spot["x"], spot["y"])
    expect(page.locator(".keterangan.tampak strong")).to_have_text(CELLS.names[137])
    expect(page.get_by_text("dipilih None")).to_be_visible()
    page.touchscreen.tap(spot["x"], spot["y"])
    expect(page.get_by_text(f"dipilih {CELLS.codes[137]}")).to_be_visible()
    legend, canvas = page.locator(".legenda").bounding_box(), page.locator(".kanvas").bounding_box()
    assert legend is not None
    assert canvas is not None
    assert legend["y"] >= canvas["y"] + canvas["height"] - 1  # below the map, over no region


def test_the_keyboard_walks_opens_and_goes_up(open_map: Callable[..., Page]) -> None:
    page = open_map()
    canvas = page.locator(".kanvas")
    canvas.focus()
    page.keyboard.press("ArrowRight")
    first = page.locator(".keterangan.tampak strong").inner_text()
    page.keyboard.press("ArrowRight")
    second = page.locator(".keterangan.tampak strong").inner_text()
    assert second != first
    expect(page.locator("[aria-live]")).to_contain_text(f"{second}: ")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".keterangan.tampak strong")).to_have_text(first)
    page.keyboard.press("Enter")
    code = CELLS.codes[CELLS.names.index(first)]
    expect(page.get_by_text(re.compile(r"dipilih 32\."))).to_be_visible()
    if CELLS.names.count(first) == 1:
        expect(page.get_by_text(f"dipilih {code} naik 0")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("naik 1")).to_be_visible()


def test_tab_reaches_the_map_and_its_outline_shows(open_map: Callable[..., Page]) -> None:
    page = open_map()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.locator(".kanvas:focus-visible").count():
            break
    border = page.locator(".kanvas").evaluate("e => getComputedStyle(e, '::after').borderTopWidth")
    assert border == "3px"


def test_the_wheel_scrolls_the_page_until_the_map_is_entered(
    open_map: Callable[..., Page],
) -> None:
    page = open_map()
    before = point_of(page, CELLS.codes[0])
    spot = point_of(page, CELLS.codes[150])
    page.mouse.move(spot["x"], spot["y"])
    page.mouse.wheel(0, -240)
    page.wait_for_timeout(400)
    assert point_of(page, CELLS.codes[0]) == before


def test_focus_zooms_to_a_region_and_its_parts(open_map: Callable[..., Page]) -> None:
    whole = open_map()
    part = open_map("fokus=32.05.05")
    inside = [code for code in CELLS.codes if code.startswith("32.05.05.")][:2]

    def distance(page: Page) -> float:
        a, b = (point_of(page, code) for code in inside)
        return abs(a["x"] - b["x"]) + abs(a["y"] - b["y"])

    assert distance(part) > 1.2 * distance(whole)


def test_the_legend_counts_every_class(open_map: Callable[..., Page]) -> None:
    page = open_map()
    shown = classes_on_screen(page)
    counts = page.locator(".legenda .jumlah").all_inner_texts()
    assert [int(count) for count in counts[:6]] == [shown.count(str(at)) for at in range(6)]
    expect(page.locator(".legenda")).to_contain_text("belum ada data")
    expect(page.locator(".legenda")).to_contain_text("tanpa batas wilayah")


def test_buttons_are_named_in_indonesian(open_map: Callable[..., Page]) -> None:
    titles = [b.get_attribute("title") for b in open_map().locator(".tombol").all()]
    assert titles == ["Perbesar", "Perkecil", "Tampilkan semua wilayah", "Layar penuh"]


def test_fullscreen_keeps_the_legend_and_fits_again(open_map: Callable[..., Page]) -> None:
    page = open_map()
    page.locator(".tombol.fullscreen").click()
    expect(page.locator(".tombol.fullscreen")).to_have_attribute("title", "Keluar dari layar penuh")
    expect(page.locator(".legenda")).to_be_visible()


def test_an_unknown_layer_says_so_in_words(open_map: Callable[..., Page], address: str) -> None:
    page = open_map()
    page.context.clear_cookies()
    page.route("**/peta/lapisan/*", lambda route: route.fulfill(status=404))
    page.goto(f"{address}/?jumlah=299")
    expect(page.locator(".kabar")).to_contain_text("Peta tidak dapat dimuat")


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (390, 844)])
def test_no_request_leaves_for_another_host(
    open_map: Callable[..., Page],
    foreign_requests: Callable[[Page], list[str]],
    width: int,
    height: int,
) -> None:
    page = open_map("nama&nilai", width=width, height=height)
    for code in CELLS.codes[:5]:
        spot = point_of(page, code)
        page.mouse.move(spot["x"], spot["y"])
    page.wait_for_timeout(500)
    assert len(page.requested) > 20  # type: ignore[attr-defined]
    assert foreign_requests(page) == []


def test_a_province_of_8563_regions_is_drawn_and_recoloured(open_map: Callable[..., Page]) -> None:
    page = open_map("jumlah=8563")
    count = painted_count(page)
    page.get_by_text("Partisipasi", exact=True).click()
    expect(map_of(page)).to_have_attribute("data-painted", re.compile(f"^{count + 1} "))
    assert float(map_of(page).get_attribute("data-paint-ms") or "inf") < 500
