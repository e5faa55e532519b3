"""The Peta page of the running app: colours, drilling, keyboard, links, sizes, downloads."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser import independent, screens

KECAMATAN, DESA = "99.01.03", "99.01.03.2004"
SIZES = [(1920, 1080), (1366, 768), (390, 844)]


@pytest.fixture(scope="module")
def desa(demo_database: Path) -> pd.DataFrame:
    return independent.read_desa(demo_database)


@pytest.fixture
def open_peta(demo_app: str, page_at: Callable[..., Page]) -> Callable[..., Page]:
    def open_it(query: str = "", **size: object) -> Page:
        return screens.open_peta(page_at(**size), demo_app, query)

    return open_it


@pytest.fixture(scope="module")
def looked_at(demo_app: str, chromium: Browser) -> Iterator[Page]:
    """One page for the tests that only point at things."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    screens.admit(context, "pimpinan")
    yield screens.open_peta(context.new_page(), demo_app)
    context.close()


def swatches(page: Page) -> list[str]:
    """The legend's colours, as #rrggbb."""
    shown: list[str] = page.locator(".legenda li .warna").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).backgroundColor)"
    )
    parts = [[int(part) for part in re.findall(r"\d+", each)[:3]] for each in shown]
    return ["#" + "".join(f"{part:02x}" for part in each) for each in parts]


def expected_colors(classes: list[int], colors: list[str], missing: str) -> list[str]:
    return [missing if each < 0 else colors[each] for each in classes]


def bounds_in(labels: list[str]) -> tuple[float, ...]:
    """The inner bounds of count classes, read from the legend: "5 – 9", "30 atau lebih"."""
    return tuple(float(label.split()[0].replace(".", "")) for label in labels[1:])


def test_every_desa_wears_the_colour_of_its_class_in_every_measure(
    open_peta: Callable[..., Page], desa: pd.DataFrame
) -> None:
    page = open_peta()
    codes = list(desa.index)
    for measure in screens.MEASURES:
        if measure != "Prevalensi":
            screens.choose(page, measure)
        labels = list(screens.legend_of(page))
        missing = labels.index("Belum ada data")
        if measure == "Prevalensi":
            classes = independent.classify(desa["prevalensi"], independent.WHO_BOUNDS)
            assert tuple(swatches(page)[:missing]) == independent.WHO_COLORS
        elif measure == "Balita stunting":
            classes = independent.classify(desa["stunting"], bounds_in(labels[:missing]))
        elif measure == "Partisipasi":
            bounds = (*independent.PARTICIPATION_BOUNDS, 100 + 1e-9)
            classes = independent.classify(desa["partisipasi"], bounds)
        else:
            classes = independent.classify(desa["perubahan"], independent.CHANGE_BOUNDS)
        colors = swatches(page)
        drawn = screens.colors_of(page, codes)
        assert drawn == expected_colors(classes, colors[:missing], colors[missing]), measure
        counts = list(screens.legend_of(page).values())
        assert counts[:missing] == [classes.count(each) for each in range(missing)], measure
        assert counts[missing] == classes.count(-1), measure


def test_missing_desa_are_hatched_counted_and_say_so(looked_at: Page, desa: pd.DataFrame) -> None:
    page = looked_at
    missing = list(desa.index[desa["diukur"].isna()])
    assert screens.legend_of(page)["Belum ada data"] == len(missing) > 0
    line = page.locator(".legenda li", has_text="Belum ada data")
    expect(line.locator(".arsir")).to_be_visible()
    spot = screens.point_of(page, missing[0])
    assert screens.hover_region(page, missing[0]) == (desa["name"][missing[0]], "Belum ada data")
    clip = {"x": spot["x"] - 5, "y": spot["y"] - 5, "width": 10, "height": 10}
    page.mouse.move(2, 2)
    picture = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("L")
    shades = [shade for _, shade in picture.getcolors()]
    assert max(shades) - min(shades) > 30, "lines stand on the grey"


def test_a_desa_with_few_measured_children_says_so(looked_at: Page, desa: pd.DataFrame) -> None:
    page = looked_at
    few = desa[(desa["diukur"] < 30) & (desa["diukur"] > 0)]
    assert len(few) > 0
    for code, row in few.iterrows():
        name, text = screens.hover_region(page, str(code))
        assert name == row["name"]
        assert text == f"{row['diukur']:.0f} anak diukur: belum dapat disimpulkan"


def test_the_tooltip_tells_the_figures_of_the_table(looked_at: Page, desa: pd.DataFrame) -> None:
    page = looked_at
    code = desa[desa["diukur"] > 60]["prevalensi"].idxmax()
    row = desa.loc[code]
    share = f"{row['prevalensi']:.1f}".replace(".", ",")
    expected = f"{share} % · {row['stunting']:.0f} dari {row['diukur']:.0f} anak diukur"
    assert screens.hover_region(page, str(code)) == (row["name"], expected)


def test_a_click_leads_down_to_a_desa_and_the_way_back_up_again(
    open_peta: Callable[..., Page], desa: pd.DataFrame
) -> None:
    page = open_peta()
    screens.expect_title(page, "Peta · Kabupaten Arunika")
    screens.click_region(page, DESA)
    screens.expect_title(page, f"Peta · {desa['name'][DESA]}")
    expect(page).to_have_url(re.compile(rf"wilayah={re.escape(DESA)}\b"))
    up = page.get_by_role("button", name="Kabupaten Arunika")
    expect(up).to_be_visible()
    page.get_by_role("button", name="Warusekar").click()
    screens.expect_title(page, "Peta · Warusekar")
    expect(page).to_have_url(re.compile(rf"wilayah={re.escape(KECAMATAN)}(&|$)"))
    up.click()
    screens.expect_title(page, "Peta · Kabupaten Arunika")
    expect(up).to_have_count(0)


def test_the_browser_s_own_back_button_leads_back(open_peta: Callable[..., Page]) -> None:
    page = open_peta("wilayah=99.01")
    screens.click_region(page, DESA)
    expect(page).to_have_url(re.compile(rf"wilayah={re.escape(DESA)}\b"))
    screens.wait_until_idle(page)
    page.go_back()
    screens.expect_title(page, "Peta · Kabupaten Arunika")
    expect(page).to_have_url(re.compile(r"wilayah=99\.01(&|$)"))


def test_a_kecamatan_clicked_fills_the_view_with_its_desa(
    open_peta: Callable[..., Page], desa: pd.DataFrame
) -> None:
    page = open_peta()
    inside = [code for code in desa.index if code.startswith(f"{KECAMATAN}.")]

    def spread() -> float:
        points = [screens.point_of(page, code) for code in inside]
        return max(p["x"] for p in points) - min(p["x"] for p in points)

    before = spread()
    screens.choose(page, "Kecamatan")
    assert screens.hover_region(page, KECAMATAN)[0] == "Warusekar"
    screens.click_region(page, KECAMATAN)
    screens.expect_title(page, "Peta · Warusekar")
    page.wait_for_selector(".peta[data-painted]")
    screens.wait_until_idle(page)
    page.wait_for_timeout(400)  # the map moves for 0.35 s
    assert spread() > 1.5 * before
    counted = screens.legend_of(page)
    counted.pop("Tanpa batas wilayah")
    classes = {k: v for k, v in counted.items() if "anak diukur" not in k}
    assert sum(classes.values()) == len(inside), "the legend counts the kecamatan's own desa"


def test_the_keyboard_alone_reaches_the_map_opens_a_desa_and_goes_up(
    open_peta: Callable[..., Page],
) -> None:
    page = open_peta()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(".peta .kanvas:focus").count():
            break
    expect(page.locator(".peta .kanvas")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    name = page.locator(".keterangan.tampak strong").inner_text()
    expect(page.locator(".peta [aria-live]")).to_contain_text(f"{name}: ")
    page.keyboard.press("Enter")
    screens.expect_title(page, f"Peta · {name}")
    page.wait_for_selector(".peta[data-painted]")
    screens.wait_until_idle(page)
    page.locator(".peta .kanvas").focus()
    page.keyboard.press("Backspace")
    expect(page).to_have_url(re.compile(r"wilayah=99\.01\.\d\d(&|$)"))


def test_a_link_opens_exactly_the_view_it_was_copied_from(
    open_peta: Callable[..., Page], demo_app: str, page_at: Callable[..., Page]
) -> None:
    page = open_peta(f"wilayah={KECAMATAN}")
    screens.choose(page, "Partisipasi")
    page.get_by_test_id("stSelectbox").filter(has_text="Periode pengukuran").click()
    page.get_by_role("option", name="Februari 2025").click()
    caption = page.get_by_test_id("stCaptionContainer").filter(has_text="e-PPGBM").first
    expect(caption).to_contain_text("Februari 2025")
    expect(page).to_have_url(re.compile("periode="))
    screens.wait_until_idle(page)
    again = page_at()
    again.goto(page.url)
    again.wait_for_selector(".peta[data-painted]")
    screens.wait_until_idle(again)
    screens.expect_title(again, "Peta · Warusekar")
    expect(again.get_by_role("radio", name="Partisipasi", exact=True)).to_be_checked()
    shown = again.get_by_test_id("stCaptionContainer").filter(has_text="e-PPGBM").first
    assert shown.inner_text() == caption.inner_text()
    assert screens.legend_of(again) == screens.legend_of(page)
    assert again.url == page.url


def test_an_address_with_nonsense_falls_back_calmly(open_peta: Callable[..., Page]) -> None:
    page = open_peta("wilayah=77.77.77&ukuran=x&periode=1999-01&tingkat=y&banding=z&sumber=%3Cb%3E")
    screens.expect_title(page, "Peta · Kabupaten Arunika")
    expect(page.get_by_role("radio", name="Prevalensi", exact=True)).to_be_checked()
    expect(page.get_by_role("radio", name="Desa/kelurahan", exact=True)).to_be_checked()
    expect(page.get_by_text("Agustus 2026 · e-PPGBM")).to_be_visible()
    assert screens.faults_on(page) == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_map_stands_on_the_first_screen_at_every_size(
    open_peta: Callable[..., Page], tmp_path: Path, width: int, height: int
) -> None:
    page = open_peta(width=width, height=height, phone=width < 500)
    page.screenshot(path=tmp_path / f"peta_{width}.png")
    assert screens.faults_on(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    canvas = page.locator(".peta .kanvas").bounding_box()
    assert canvas is not None
    assert canvas["width"] > 0.35 * width
    visible = min(canvas["y"] + canvas["height"], height) - canvas["y"]
    assert visible > 0.7 * canvas["height"]


def test_excel_holds_the_figures_on_the_screen(
    looked_at: Page, desa: pd.DataFrame, tmp_path: Path
) -> None:
    page = looked_at
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh Excel").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.name == "prevalensi-99.01-2026-08.xlsx"
    book = openpyxl.load_workbook(path, read_only=True)
    header, *rows = book.worksheets[0].iter_rows(values_only=True)
    sheet = pd.DataFrame(rows, columns=header).set_index("Kode")
    assert set(sheet.index) == set(desa.index)
    for column, key in (
        ("Prevalensi stunting (%)", "prevalensi"),
        ("Balita stunting (anak)", "stunting"),
        ("Diukur (anak)", "diukur"),
        ("Partisipasi (%)", "partisipasi"),
        ("Perubahan (poin persen)", "perubahan"),
    ):
        written = sheet[column].astype(float).reindex(desa.index)
        pd.testing.assert_series_equal(
            written, desa[key], check_names=False, rtol=1e-9, check_index_type=False
        )
    notes = " ".join(str(cell) for row in book["Keterangan"].values for cell in row if cell)
    for words in ("Kabupaten Arunika", "e-PPGBM", "Agustus 2026", "demonstrasi"):
        assert words in notes
    shown = ranking_on(page)
    assert len(shown) >= 8
    for name, value in shown:
        matching = sheet[sheet["Wilayah"] == name]["Prevalensi stunting (%)"].astype(float)
        assert (matching - float(value.replace(",", "."))).abs().min() < 0.05 + 1e-9


def ranking_on(page: Page) -> list[tuple[str, str]]:
    """Name and value of the ranking's rows in view, as the grid tells a screen reader."""
    expect(page.get_by_test_id("stDataFrame").locator("tbody tr").nth(8)).to_be_attached()
    rows: list[list[str]] = (
        page.get_by_test_id("stDataFrame")
        .locator("tbody tr")
        .evaluate_all("all => all.map((row) => [...row.children].map((cell) => cell.textContent))")
    )
    return [(row[1], row[2]) for row in rows[:8]]


def test_the_picture_is_a_png_of_some_size(looked_at: Page, tmp_path: Path) -> None:
    page = looked_at
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh gambar").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    content = path.read_bytes()
    assert path.name == "prevalensi-99.01-2026-08.png"
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(content) > 20_000
