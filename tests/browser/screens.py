"""How a person finds things on our screens: opening a page, the map, its tooltip, its legend."""

import re

from playwright.sync_api import Locator, Page, expect

MEASURES = ("Prevalensi", "Balita stunting", "Partisipasi", "Perubahan")


def open_beranda(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}/?{query}")
    page.wait_for_selector('[data-testid="stMetric"]')
    return wait_until_idle(page)


def open_peta(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}/peta?{query}")
    page.wait_for_selector(".peta[data-painted]")
    return wait_until_idle(page)


def open_bagikan(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}/peta_bagikan?{query}")
    page.frame_locator("iframe").locator(".panel-peta").wait_for()
    return wait_until_idle(page)


def wait_until_idle(page: Page) -> Page:
    """Wait until the script has finished; Streamlit says so on its own root."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    return page


def choose(page: Page, label: str) -> None:
    """Choose a measure or a level, and wait until the map shows it."""
    before = painted_count(page)
    page.get_by_role("radio", name=label, exact=True).click()
    expect(peta(page)).to_have_attribute("data-painted", re.compile(f"^{before + 1} "))
    wait_until_idle(page)


def peta(page: Page) -> Locator:
    return page.locator(".peta")


def painted_count(page: Page) -> int:
    return int((peta(page).get_attribute("data-painted") or "0").split()[0])


def point_of(page: Page, code: str) -> dict[str, float]:
    peta(page).scroll_into_view_if_needed()
    point: dict[str, float] = peta(page).evaluate("(root, code) => root.petaTitik(code)", code)
    return point


def click_region(page: Page, code: str) -> None:
    spot = point_of(page, code)
    page.mouse.click(spot["x"], spot["y"])


def hover_region(page: Page, code: str) -> tuple[str, str]:
    """Point at a region: name and text of the tooltip that appears."""
    spot = point_of(page, code)
    for shift in (1, 0):
        page.wait_for_timeout(40)  # Leaflet looks at the pointer every 32 ms at most
        page.mouse.move(spot["x"] - shift, spot["y"])
    tip = page.locator(".keterangan.tampak")
    return tip.locator("strong").inner_text(), tip.locator(".nilai").inner_text()


def colors_of(page: Page, codes: list[str]) -> list[str]:
    colors: list[str] = peta(page).evaluate(
        "(root, codes) => codes.map((code) => root.petaWarna(code))", codes
    )
    return colors


def legend_of(page: Page) -> dict[str, int]:
    """The legend's lines with their counts."""
    lines = page.locator(".legenda li")
    names = lines.locator(".nama").all_inner_texts()
    counts = lines.locator(".jumlah").all_inner_texts()
    return {name: int(count.replace(".", "")) for name, count in zip(names, counts, strict=True)}


def expect_title(page: Page, title: str) -> None:
    expect_text(page.get_by_role("heading", level=1), title)


def expect_text(place: Locator, text: str) -> None:
    """Expect the text, unseen word joiners (see `app.format.escape_markdown`) left out."""
    letters = [re.escape(letter) for letter in text]
    expect(place).to_have_text(re.compile("^" + "\u2060?".join(letters) + "$"))


def faults_on(page: Page) -> list[str]:
    """What Streamlit shows where something went wrong."""
    faults = page.locator('[data-testid="stException"], [data-testid="stAlertContentError"]')
    return faults.all_inner_texts()
