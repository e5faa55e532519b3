"""Hostile names planted in the database are text on every screen and in every file."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from app.navigation import ENTRIES
from data_access.database import make_engine, open_write
from data_access.layers import rebuild_layers
from tests.browser import screens
from tests.raw_writes import copy_in_use, write_raw

# The product stands nowhere else: a figure of the demonstration cannot be mistaken for it.
PRODUCT = str(7 * 7777)
PAYLOADS = (
    "{{7*7777}}",
    "{{7*7}}",
    "<img src=x onerror=alert(1)>",
    "![](http://127.0.0.1:9/x)",
    'Soka"an',
    "O'o",
    "${7*7777}",
    "**tebal**",
    "$x^2$",
    ":red[x]",
    "[tautan](http://127.0.0.1:9/y)",
    "# judul",
    "=1+1",
    "`kode`",
    ":material/home:",
    "</script><script>alert(2)</script>",
)
# Several in one name, so that few pages show them all where markdown is read.
MIXED = (" ".join(PAYLOADS[:9]), "# " + " ".join(PAYLOADS[9:]), ":material/home: - 1. > a")
KABUPATEN = 'Kab <b>{{7*7777}}</b> **tebal** $x^2$ :red[x] ![](http://127.0.0.1:9/z) Soka"an'


def plant(database: Path) -> dict[str, str]:
    """Put a payload into the name of every region; the desa also carry a letter to tell them."""
    with closing(sqlite3.connect(database)) as connection, connection:
        codes = [
            (code, level)
            for code, level in connection.execute("SELECT code, level FROM wilayah ORDER BY code")
        ]
        names = {"99.01": KABUPATEN}
        for level in ("kecamatan", "desa"):
            of_level = [code for code, each in codes if each == level]
            for number, code in enumerate(of_level):
                names[code] = PAYLOADS[number % len(PAYLOADS)]
                if level == "kecamatan" and number < len(MIXED):
                    names[code] = MIXED[number]
                if level == "desa":
                    names[code] += " " + chr(ord("A") + number // len(PAYLOADS))
        pairs = [(name, code) for code, name in names.items()]
        connection.execute(
            "INSERT INTO pelaku_transaksi VALUES (1, 'uji', 'uji', '2026-01-01 00:00:00.000000')"
        )
        connection.executemany("UPDATE wilayah SET name = ? WHERE code = ?", pairs)
        connection.execute("DELETE FROM pelaku_transaksi")
    engine = make_engine(f"sqlite:///{database.as_posix()}")
    with open_write(engine, "penguji") as connection:
        rebuild_layers(connection, [code for code, level in codes if level == "desa"], {})
    engine.dispose()
    return names


@pytest.fixture(scope="module")
def planted(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    path = tmp_path_factory.mktemp("jahat") / "demo.db"
    shutil.copy(demo_database, path)
    return path, plant(path)


@pytest.fixture(scope="module")
def names(planted: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return planted[1]


@pytest.fixture(scope="module")
def address(planted: tuple[Path, dict[str, str]], start_app: Callable[..., str]) -> str:
    return start_app(home=planted[0].parent)


@pytest.fixture
def watched(
    page_at: Callable[..., Page], foreign_requests: Callable[[Page], list[str]]
) -> Iterator[Page]:
    page: Any = page_at()
    yield page
    assert page.dialogs == []
    assert foreign_requests(page) == []
    assert not [url for url in page.requested if url.endswith("/x")], "an image named x"
    assert PRODUCT not in page.locator("body").inner_text()
    assert screens.faults_on(page) == []


def test_beranda_names_them_as_text(watched: Page, address: str, names: dict[str, str]) -> None:
    page = watched
    screens.open_beranda(page, address)
    screens.expect_title(page, f"Konvergensi · {KABUPATEN}")
    sentences = page.get_by_test_id("stText").all_inner_texts()
    assert sum(any(name in each for name in names.values()) for each in sentences) >= 3
    page.get_by_test_id("stSelectbox").filter(has_text="Kecamatan").first.click()
    options = page.get_by_role("option").all_inner_texts()
    kecamatan = {name for code, name in names.items() if len(code) == 8}
    assert kecamatan <= set(options)


@pytest.mark.parametrize("index", range(len(MIXED)))
def test_a_kecamatan_of_that_name_is_titled_and_left_again(
    watched: Page, address: str, names: dict[str, str], index: int
) -> None:
    page = watched
    code = sorted(each for each in names if len(each) == 8)[index]
    assert names[code] == MIXED[index]
    screens.open_peta(page, address, f"wilayah={code}")
    screens.expect_title(page, f"Peta · {MIXED[index]}")
    trend = page.get_by_role("heading", name="Perkembangan")
    screens.expect_text(trend, f"Perkembangan {MIXED[index]}")
    up = page.get_by_role("button", name="Kab ").get_by_test_id("stMarkdownContainer").first
    screens.expect_text(up, KABUPATEN)
    marked = page.locator("h1, h2, h3, .stButton").locator("img, strong, em, b, code, a, .katex")
    assert marked.count() == 0
    page.get_by_role("button", name="Kab ").first.click()
    screens.expect_title(page, f"Peta · {KABUPATEN}")


def test_the_map_tells_points_at_and_opens_every_kind_of_name(
    watched: Page, address: str, names: dict[str, str]
) -> None:
    page = watched
    screens.open_peta(page, address)
    codes = sorted(code for code in names if len(code) > 8)
    seen = set()
    for code in codes[: 2 * len(PAYLOADS)]:
        spot = screens.point_of(page, code)
        page.wait_for_timeout(40)
        page.mouse.move(spot["x"], spot["y"])
        page.wait_for_timeout(40)
        tip = page.locator(".keterangan.tampak strong")
        if tip.count() and tip.inner_text() == names[code]:
            assert tip.locator("*").count() == 0
            seen.add(names[code][:-2])
    assert seen == set(PAYLOADS)
    for code in codes[:1]:
        screens.click_region(page, code)
        screens.expect_title(page, f"Peta · {names[code]}")


def test_the_ranking_and_the_sentences_hold_them_as_text(
    watched: Page, address: str, names: dict[str, str]
) -> None:
    page = watched
    screens.open_peta(page, address)
    grid = page.get_by_test_id("stDataFrame").locator("tbody td")
    expect(grid.nth(40)).to_be_attached()  # the grid's script arrives after the page
    cells = grid.all_text_contents()
    assert sum(cell in names.values() for cell in cells) >= 8
    sentences = " ".join(page.get_by_test_id("stText").all_inner_texts())
    assert KABUPATEN in sentences
    assert sum(name in sentences for name in names.values()) >= 5


# Walked in tests/endurance.
def walk_other_pages(page: Any, address: str, person: str, place: str) -> None:
    """Open every page but the maps': nothing runs, is drawn or asked for in place of a name."""
    seen = {"beranda", "peta", "peta_bagikan"}
    wanted = {"pengguna"} if person == "admin" else {each.name for each in ENTRIES} - seen
    for name in sorted(wanted):
        page.goto(f"{address}/{name}?wilayah={place}")
        page.get_by_role("heading", level=1).first.wait_for()
        screens.wait_until_idle(page)
        body = page.get_by_test_id("stMain")
        assert PRODUCT not in body.inner_text(), name
        marked = body.locator("h1, h2, h3, p, label").locator("img, .katex, script, iframe")
        assert marked.count() == 0, (name, marked.all_inner_texts())
        assert screens.faults_on(page) == [], name
        assert page.dialogs == [], name
    assert not [url for url in page.requested if url.endswith("/x")]


def test_excel_and_picture_hold_them_as_text(
    watched: Page, address: str, names: dict[str, str], tmp_path: Path
) -> None:
    page = watched
    screens.open_peta(page, address)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh Excel").click()
    waiting.value.save_as(tmp_path / "tabel.xlsx")
    book = openpyxl.load_workbook(tmp_path / "tabel.xlsx")
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]
    desa = {code: name for code, name in names.items() if len(code) > 8}
    assert {row[1]: row[2].removeprefix("'") for row in rows} == desa
    assert not [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row} <= {"s", "n"}
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh gambar").click()
    waiting.value.save_as(tmp_path / "peta.png")
    assert (tmp_path / "peta.png").read_bytes().startswith(b"\x89PNG")


def test_the_shared_map_shows_them_as_text_in_preview_and_file(
    watched: Page, page_at: Callable[..., Page], address: str, tmp_path: Path
) -> None:
    page = watched
    screens.open_bagikan(page, address)
    expect(page.frame_locator("iframe").locator(".panel-peta")).to_contain_text(KABUPATEN)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh peta").click()
    path = tmp_path / "peta.html"
    waiting.value.save_as(path)
    text = path.read_text("utf-8")
    for raw in ("<img src=x", "alert(2)</script>", "{{7*7", "${7*7", PRODUCT):
        assert raw not in text
    page = page_at()
    page.context.set_offline(True)
    page.goto(path.as_uri())
    page.wait_for_selector(".leaflet-overlay-pane canvas")
    expect(page.locator(".panel-peta")).to_contain_text(KABUPATEN)
    assert page.dialogs == []  # type: ignore[attr-defined]
    assert page.requested == [path.as_uri()]  # type: ignore[attr-defined]


def alert_on(page: Page) -> str:
    text: str = page.get_by_test_id("stAlert").inner_text()
    return text.replace("\u2060", "")


def test_bars_in_place_of_a_map_show_them_as_text(
    page_at: Callable[..., Page],
    planted: tuple[Path, dict[str, str]],
    start_app: Callable[..., str],
    tmp_path: Path,
) -> None:
    path = tmp_path / "demo.db"
    copy_in_use(planted[0], path)
    write_raw(path, "DELETE FROM lapisan_peta")
    page = page_at()
    address = start_app(home=tmp_path)
    page.goto(f"{address}/peta?wilayah={quote('99.01.03')}")
    screens.wait_until_idle(page)
    assert planted[1]["99.01.03"] in alert_on(page)
    labels = page.locator(".ytick text").first
    expect(labels).to_be_visible()
    shown = {each.strip() for each in page.locator(".ytick text").all_text_contents()}
    known = set(planted[1].values())
    assert len(shown & known) >= 10, shown - known
    page.goto(f"{address}/peta_bagikan?wilayah=99.01.03")
    assert planted[1]["99.01.03"] in alert_on(page)
    assert page.dialogs == []  # type: ignore[attr-defined]
    assert not [url for url in page.requested if ":9/" in url]  # type: ignore[attr-defined]
