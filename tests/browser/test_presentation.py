"""The story of a meeting on the wall: large, whole on both projectors, led by keys and buttons."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from analysis.meetings import PRA_MUSRENBANG, RAPAT_ANSIT, REMBUK
from analysis.story import ASSESSMENT
from app.presentation_map import MAP_TEXT
from data_access.database import make_engine
from data_access.reads.rembuk import read_meetings
from geo.slide_map import DOTS_PER_INCH, UNITS_PER_INCH

LEAST_PX = 22
SIZES = ((1280, 720), (1920, 1080))
YEAR = 2026
ADDRESS = f"/presentasi?presentasi=true&wilayah=99.01.01&siklus={YEAR}&jenis=penilaian"
# A meeting of each kind; where one was held, with what it had before it and what it promised.
STORIES = (
    (RAPAT_ANSIT, "99.01.01", False),
    (PRA_MUSRENBANG, "99.01", True),
    (REMBUK, "99.01.01", True),
    (ASSESSMENT, "99.01.01", False),
)
# Texts too small (on a map: as it is shown), texts that leave their boxes or are covered, parts
# outside the slide or under the buttons, and whatever would have to be scrolled.
FAULTS = """async (root) => {
  const page = root.querySelector(".lembar"), edge = page.getBoundingClientRect();
  await Promise.all([...page.querySelectorAll("img")].map((each) => each.decode()));
  const bar = root.querySelector(".kendali"), under = bar.getBoundingClientRect();
  const buttons = [...bar.children].map((each) => each.getBoundingClientRect());
  const found = [];
  for (const node of root.querySelectorAll("*")) {
    const own = [...node.childNodes].filter((each) => each.nodeType === 3 && each.data.trim());
    if (!own.length) continue;
    const px = parseFloat(getComputedStyle(node).fontSize);
    if (px < LEAST) found.push(["kecil", px, node.textContent]);
    const high = node.scrollHeight - node.clientHeight, wide = node.scrollWidth - node.clientWidth;
    const over = node.classList.contains("teks") && Math.max(high, wide) > 3;
    if (over) found.push(["lebih", node.textContent]);
    if (bar.contains(node)) continue;
    const words = document.createRange();
    words.selectNodeContents(node);
    for (const line of words.getClientRects()) {
      const covered = buttons.some((each) => each.width && line.left < each.right &&
        line.right > each.left && line.top < each.bottom && line.bottom > each.top);
      if (covered) found.push(["tertutup", node.textContent]);
    }
  }
  for (const node of page.children) {
    const box = node.getBoundingClientRect();
    const after = box.right > edge.right + 1 || box.bottom > edge.bottom + 1;
    const before = box.left < edge.left - 1 || box.top < edge.top - 1;
    if (after || before) found.push(["luar", node.tagName]);
    if (node.tagName === "TABLE" && box.bottom > under.top) found.push(["tertutup", node.tagName]);
    if (node.tagName !== "IMG") continue;
    const drawn = Math.min(box.width / node.naturalWidth, box.height / node.naturalHeight);
    if (!(drawn * MAP >= LEAST)) found.push(["kecil", drawn * MAP, node.alt]);
  }
  for (const node of [root, ...root.querySelectorAll("*")]) {
    const style = getComputedStyle(node);
    const high = node.scrollHeight - node.clientHeight, wide = node.scrollWidth - node.clientWidth;
    const clipped = style.display !== "inline" && style.overflow !== "visible";
    if (clipped && Math.max(high, wide) > 1) found.push(["gulir", node.className]);
  }
  const whole = root.ownerDocument.scrollingElement;
  const scrolls = whole.scrollHeight > innerHeight || whole.scrollWidth > innerWidth;
  if (scrolls) found.push(["gulir"]);
  return found;
}""".replace("LEAST", str(LEAST_PX)).replace("MAP", str(MAP_TEXT * DOTS_PER_INCH / UNITS_PER_INCH))


def read_position(page: Page) -> tuple[int, int]:
    at, count = page.locator(".kendali span").inner_text().split(" / ")
    return int(at), int(count)


def open_slides(page: Page, address: str) -> int:
    page.goto(address)
    expect(page.locator(".lembar h1")).to_be_visible()
    return read_position(page)[1]


def find_meeting(database: Path, region: str) -> int:
    """The number of the demonstration's meeting in a region."""
    engine = make_engine(f"sqlite:///{database.as_posix()}")
    number = read_meetings(engine, region, YEAR)[0].id
    engine.dispose()
    return number


def find_faults(page: Page) -> Any:
    return page.locator(".tayang").evaluate(FAULTS)


@pytest.mark.parametrize(("kind", "region", "was_held"), STORIES)
def test_every_slide_is_large_and_whole_on_both_projectors(
    demo_app: str,
    demo_database: Path,
    page_at: Callable[..., Page],
    foreign_requests: Callable[[Page], list[str]],
    kind: str,
    region: str,
    was_held: bool,
) -> None:
    address = f"{demo_app}/presentasi?presentasi=true&wilayah={region}&siklus={YEAR}&jenis={kind}"
    if was_held:
        address += f"&rapat_naskah={find_meeting(demo_database, region)}"
    page = page_at(*SIZES[0])
    count = open_slides(page, address)
    # On to the end at one size and back to the beginning at the other.
    ways = (
        (("ArrowRight", "PageDown"), range(1, count + 1)),
        (("ArrowLeft", "PageUp"), range(count, 0, -1)),
    )
    for (width, height), (keys, numbers) in zip(SIZES, ways, strict=True):
        page.set_viewport_size({"width": width, "height": height})
        for number in numbers:
            assert read_position(page) == (number, count)
            assert find_faults(page) == [], f"{kind}: slide {number} at {width}"
            page.keyboard.press(keys[number % 2])
    assert foreign_requests(page) == []
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)


def test_keys_and_buttons_lead_on_and_back_into_a_page_and_out(
    demo_app: str, page_at: Callable[..., Page]
) -> None:
    page = page_at(*SIZES[0])
    count = open_slides(page, f"{demo_app}{ADDRESS}&lembar=2")
    assert read_position(page)[0] == 2
    for key, place in (("End", count), ("ArrowLeft", count - 1), ("Home", 1), ("PageUp", 1)):
        page.keyboard.press(key)
        assert read_position(page)[0] == place, key
    page.get_by_role("button", name="Berikutnya").click()
    page.get_by_role("button", name="Berikutnya").click()
    title = page.locator(".lembar h1").inner_text()
    page.get_by_role("button", name="Buka Peta").click()
    page.get_by_role("link", name="Kembali ke presentasi, lembar 3").click()
    expect(page.locator(".lembar h1")).to_have_text(title)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Tayangkan")).to_be_visible()


def test_an_address_without_a_story_leads_back_to_the_page(
    demo_app: str, page_at: Callable[..., Page]
) -> None:
    page = page_at(*SIZES[0])
    page.goto(f"{demo_app}/presentasi?presentasi=true&naskah=99999")
    expect(page.get_by_text("Naskah tidak ditemukan")).to_be_visible()
    page.get_by_role("link", name="Kembali ke halaman Presentasi").click()
    expect(page.get_by_role("button", name="Tayangkan")).to_be_visible()
