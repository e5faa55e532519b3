"""How a person finds things on our screens: opening a page, the map, a table, a task, a button."""

import re
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Locator, Page, TimeoutError, expect

from app.tokens import COOKIE
from tests.signed_in import token_of

PATIENCE_MS = 30_000
MEASURES = ("Prevalensi", "Balita stunting", "Partisipasi", "Perubahan")


def admit(context: BrowserContext, person: str) -> None:
    """Give a browser the session of a person whom `tests.signed_in` let in."""
    cookie = {"name": COOKIE, "value": token_of(person), "domain": "127.0.0.1", "path": "/"}
    context.add_cookies([cookie])  # type: ignore[list-item]


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


def sit_down(page: Page, person: str) -> None:
    """Let somebody else use this browser: their session in place of the one before."""
    page.goto("about:blank")  # what the page before still asks for is not asked as nobody
    page.context.clear_cookies()
    cookie = {"name": COOKIE, "value": token_of(person), "domain": "127.0.0.1", "path": "/"}
    page.context.add_cookies([cookie])  # type: ignore[list-item]


def submit_sign_in(page: Page, username: str, password: str) -> None:
    """Fill in and send the form at /masuk, on which the page stands."""
    page.get_by_label("Nama akun").fill(username)
    page.get_by_label("Sandi", exact=True).fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()


def open_screen(page: Page, address: str, path: str, title: str) -> Page:
    """Open a page by its address and wait until it is drawn whole."""
    page.goto(f"{address}/{path}")
    return expect_screen(page, title)


def expect_screen(page: Page, title: str) -> Page:
    expect(page.get_by_role("heading", level=1)).to_contain_text(title, timeout=PATIENCE_MS)
    return wait_until_idle(page)


def task_line(page: Page, words: str) -> Locator:
    """A line of "Yang menunggu Anda" with these words: the sentence and its link."""
    lines = page.get_by_test_id("stHorizontalBlock").filter(has_text=words)
    return lines.filter(has=page.get_by_test_id("stPageLink")).last


def follow_task(page: Page, words: str, title: str) -> Page:
    """Go from Beranda to where a task is done."""
    task_line(page, words).get_by_role("link").click()
    return expect_screen(page, title)


def press(page: Page, label: str, said: str) -> None:
    """Press a button and wait for what the app says to it."""
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.get_by_text(said).first).to_be_visible(timeout=PATIENCE_MS)
    wait_until_idle(page)


def submit_hardly_filled(page: Page) -> Locator:
    """Ask to hand in a part that is filled in by less than half: the button that says it twice."""
    page.get_by_role("button", name="Ajukan", exact=True).click()
    return page.get_by_test_id("stPopoverBody").get_by_role("button", name="Tetap ajukan")


def press_thrice(button: Locator) -> None:
    """Three clicks within one tick of the browser, as an impatient hand or a worn mouse does."""
    button.evaluate("button => { for (let i = 0; i < 3; i++) button.click(); }")


def press_again(button: Locator, gap_ms: int) -> None:
    """Three clicks with a pause between them, wherever the screen is by then."""
    button.evaluate(
        "(button, gap) => [0, 1, 2].forEach(n => setTimeout(() => button.click(), n * gap))",
        gap_ms,
    )


def choose_option(page: Page, label: str, option: str) -> None:
    """Choose from a list by its label."""
    lists = page.get_by_test_id("stSelectbox").filter(has=page.get_by_text(label, exact=True))
    box = lists.filter(visible=True).first.get_by_role("combobox")
    wanted = page.get_by_role("option", name=option, exact=True)
    for _ in range(4):  # a list closes when the page is drawn anew behind it, as a person sees too
        box.click()
        try:
            wanted.click(timeout=4_000)
            break
        except TimeoutError:
            page.keyboard.press("Escape")
            wait_until_idle(page)
    else:
        raise AssertionError(f"no option {option} in {label}")
    wait_until_idle(page)


def show_tab(page: Page, label: str) -> None:
    page.get_by_role("tab", name=label).click()


def table(page: Page, column: str) -> Locator:
    """The first table on screen that has a column of this name."""
    return page.get_by_test_id("stDataFrame").filter(has_text=column, visible=True).first


def rows_of(place: Locator) -> list[list[str]]:
    """What a table's rows say, as told to screen readers: as many as are drawn."""
    expect(place.locator('[role="gridcell"]').first).to_be_attached()
    found: list[list[str]] = place.evaluate(
        """place => [...place.querySelectorAll('tbody tr')].map(
          row => [...row.querySelectorAll('[role=gridcell]')].map(cell => cell.textContent))"""
    )
    return found


def stand_in_cell(page: Page, place: Locator, row: int, column: int) -> None:
    """Stand in a cell of a grid; row and column count from the first cell that can be typed in."""
    place.locator('[role="gridcell"]').first.wait_for(state="attached")
    # The name first: a second click on the same cell would open it for editing.
    place.click(position={"x": 60, "y": 50 + 33 * row})
    name = place.locator(f'[data-testid="glide-cell-0-{row}"]')
    expect(name).to_have_attribute("aria-selected", "true")  # before: arrows would go elsewhere
    for _ in range(column + 1):
        page.keyboard.press("ArrowRight")
    chosen = place.locator(f'[data-testid="glide-cell-{column + 1}-{row}"]')
    expect(chosen).to_have_attribute("aria-selected", "true")


def type_in_cell(page: Page, place: Locator, row: int, column: int, words: str) -> None:
    stand_in_cell(page, place, row, column)
    page.keyboard.press("Enter")
    field = page.locator("#portal textarea")
    field.fill(words)
    field.press("Enter")
    field.wait_for(state="detached")
    expect(place.locator(f'[data-testid="glide-cell-{column + 1}-{row}"]')).to_have_text(words)
    wait_until_idle(page)


def paste(page: Page, lines: list[list[str]]) -> None:
    """Paste rows from the clipboard, as copied from Excel, where the cursor stands."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cells = "\n".join("\t".join(line) for line in lines)
    page.evaluate("text => navigator.clipboard.writeText(text)", cells)
    page.keyboard.press("Control+v")
    wait_until_idle(page)


def settled_overflow_of(page: Page) -> list[str]:
    """What is wider than the screen once tables have taken the window's width."""
    for _ in range(50):
        found = overflow_of(page)
        if not found:
            break
        page.wait_for_timeout(100)  # tables follow the window's width by a timer of their own
    return found


def overflow_of(page: Page) -> list[str]:
    """The document or the main column, where it would have to be scrolled sideways."""
    found: list[str] = page.evaluate(
        """() => {
          const places = [document.documentElement];
          places.push(...document.querySelectorAll('[data-testid="stMain"]'));
          return places.filter(place => place.scrollWidth > place.clientWidth).map(
            place => `${place.tagName} ${place.scrollWidth} > ${place.clientWidth}`);
        }"""
    )
    return found


@dataclass(frozen=True)
class HeatCell:
    """A cell of the heatmap as drawn: its words, the figure, the sign under it, its colour."""

    words: str
    figure: str
    sign: str
    color: str


def open_heatmap(page: Page, address: str, query: str) -> Page:
    open_screen(page, address, f"cakupan?{query}", "Cakupan")
    page.wait_for_selector(".panas[data-painted]")
    return wait_until_idle(page)


def heat_cells(page: Page) -> dict[tuple[str, str], HeatCell]:
    """All cells of the heatmap by code of the place and of the service."""
    found: list[list[str]] = page.locator(".panas").evaluate(
        """root => [...root.querySelectorAll("td.isi")].map(cell => [
          cell.dataset.code, cell.dataset.item, cell.ariaLabel, cell.firstChild.textContent,
          cell.querySelector("i").textContent, getComputedStyle(cell).backgroundColor])"""
    )
    return {
        (code, item): HeatCell(words, figure, sign, _as_hex(color))
        for code, item, words, figure, sign, color in found
    }


def _as_hex(color: str) -> str:
    """A computed colour as palettes write it: "rgb(33, 102, 172)" is "#2166ac"."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", color)[:3])


def metric_of(page: Page, label: str) -> Locator:
    """The figure of a card by its label."""
    cards = page.get_by_test_id("stMetric").filter(has=page.get_by_text(label, exact=True))
    return cards.first.get_by_test_id("stMetricValue")
