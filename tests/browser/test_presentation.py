"""The story of a meeting on the wall: large, whole on both projectors, led by keys and buttons."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

LEAST_PX = 22
SIZES = ((1280, 720), (1920, 1080))
ADDRESS = "/presentasi?presentasi=true&wilayah=99.01.01&siklus=2026&jenis=penilaian"
# Texts too small, texts that leave their boxes, parts outside the slide or under the buttons.
FAULTS = """(root) => {
  const page = root.querySelector(".lembar"), edge = page.getBoundingClientRect();
  const bar = root.querySelector(".kendali").getBoundingClientRect();
  const found = [];
  for (const node of root.querySelectorAll("*")) {
    const own = [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
    if (!own) continue;
    const px = parseFloat(getComputedStyle(node).fontSize);
    if (px < LEAST) found.push(["kecil", px, node.textContent]);
    const high = node.scrollHeight - node.clientHeight, wide = node.scrollWidth - node.clientWidth;
    const over = node.classList.contains("teks") && Math.max(high, wide) > 3;
    if (over) found.push(["lebih", node.textContent]);
  }
  for (const node of page.children) {
    const box = node.getBoundingClientRect();
    const out = box.right > edge.right + 1 || box.bottom > edge.bottom + 1;
    if (out) found.push(["luar", node.tagName]);
    if (node.tagName === "TABLE" && box.bottom > bar.top) found.push(["tertutup", node.tagName]);
  }
  const whole = root.ownerDocument.scrollingElement;
  const scrolls = whole.scrollHeight > innerHeight || whole.scrollWidth > innerWidth;
  if (scrolls) found.push(["gulir"]);
  return found;
}""".replace("LEAST", str(LEAST_PX))


def read_position(page: Page) -> tuple[int, int]:
    at, count = page.locator(".kendali span").inner_text().split(" / ")
    return int(at), int(count)


def open_slides(page: Page, address: str) -> int:
    page.goto(address)
    expect(page.locator(".lembar h1")).to_be_visible()
    return read_position(page)[1]


def find_faults(page: Page) -> Any:
    return page.locator(".tayang").evaluate(FAULTS)


def test_every_slide_is_large_and_whole_on_both_projectors(
    demo_app: str,
    page_at: Callable[..., Page],
    foreign_requests: Callable[[Page], list[str]],
) -> None:
    page = page_at(*SIZES[0])
    count = open_slides(page, demo_app + ADDRESS)
    for number in range(1, count + 1):
        assert read_position(page)[0] == number
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert find_faults(page) == [], f"slide {number} at {width}"
        page.keyboard.press("ArrowRight" if number % 2 else "PageDown")
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
