"""What must hold of every page, whoever sees it: at each size, for every reader, asking no one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlparse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import screens

# A window is made smaller as a person would; a telephone also says that it is one.
DESKS, PHONE = ((1920, 1080), (1366, 768)), (390, 844)
ENGLISH = (
    "Select", "Choose", "None", "Loading", "Search", "Deploy", "Rerun", "Download", "Fullscreen",
    "No results", "No options", "Show", "Hide", "Menu", "Settings", "Running", "Stop", "Error",
    "Clear", "Close", "Open", "Preview", "Legend", "Region", "Map", "Data not", "Press", "Upload",
    "Print", "Record", "About", "Zoom", "Reset", "True", "False", "nan", "NaN", "null", "undefined",
)  # fmt: skip
# Names of sources and offices that are no English of ours.
NAMES = ("Open Data",)
WEIGHTY = {"serious", "critical"}
RULES = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


@dataclass(frozen=True)
class Screen:
    """A page for who works on it: `last` heading shows that it is drawn whole, tabs are opened."""

    person: str
    path: str
    title: str
    last: str = ""
    tabs: tuple[str, ...] = ()


def open_whole(page: Page, address: str, screen: Screen) -> None:
    screens.sit_down(page, screen.person)
    screens.open_screen(page, address, screen.path, screen.title)
    if screen.last:
        expect(page.get_by_role("heading", name=screen.last, exact=True)).to_be_attached()


def walk(page_at: Callable[..., Page], address: str, shown: tuple[Screen, ...]) -> list[str]:
    """Open each screen at each size; gives everything that is wrong, with the screen it is on."""
    wrong: list[str] = []
    for sizes in (DESKS, (PHONE,)):
        phone = len(sizes) == 1
        page: Any = page_at(*sizes[0], phone=phone, person=None)
        answers: list[str] = []
        page.on("response", lambda one, answers=answers: note_failed(one, answers))
        for screen in shown:
            open_whole(page, address, screen)
            wrong += [f"{screen.path}: {each}" for each in look(page, sizes)]
            if not phone:
                wait_for_sidebar(page)
                wrong += [f"{screen.path}: {each}" for each in read_with_axe(page)]
            for tab in screen.tabs:
                screens.show_tab(page, tab)
                screens.wait_until_idle(page)
                wrong += [f"{screen.path} {tab}: {each}" for each in look(page, sizes)]
        wrong += answers
        wrong += [f"asked {url}" for url in page.requested if is_foreign(url, address)]
    return wrong


def is_foreign(url: str, address: str) -> bool:
    """Whether a request left for another host; what the browser holds itself asks nobody."""
    asked, own = urlparse(url), urlparse(address)
    return asked.scheme in {"http", "https", "ws", "wss"} and asked.netloc != own.netloc


def note_failed(answer: Any, answers: list[str]) -> None:
    if answer.status >= 400:
        answers.append(f"{answer.status} {answer.url}")


def look(page: Page, sizes: tuple[tuple[int, int], ...]) -> list[str]:
    """Faults, words in English, and what is wider than the screen at each size."""
    found = [f"fault {each}" for each in screens.faults_on(page)]
    if page.get_by_text("Maaf, ada yang tidak berjalan").count():
        found.append("the sentence for what nobody foresaw")
    words = visible_words(page)
    for name in NAMES:
        words = words.replace(name, "")
    found += [
        f"English: {word} in {around(words, word)}"
        for word in ENGLISH
        if re.search(rf"\b{word}\b", words)
    ]
    for width, height in sizes:
        if len(sizes) > 1:
            page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {each}" for each in screens.settled_overflow_of(page)]
    return found


def around(words: str, word: str) -> str:
    """The line in which a word stands."""
    return next((line for line in words.splitlines() if re.search(rf"\b{word}\b", line)), "")


def wait_for_sidebar(page: Page) -> None:
    """Wait for its links: without them it is a part that scrolls and that no key reaches."""
    expect(page.get_by_test_id("stSidebarContent").get_by_role("link").first).to_be_visible()
    screens.wait_until_idle(page)


def read_with_axe(page: Page) -> list[str]:
    """What axe-core calls serious or critical, with the first place where it is."""
    violations = Axe().run(page, options=RULES).response["violations"]
    return [
        f"axe {each['id']} ({len(each['nodes'])}): {each['nodes'][0]['html'][:300]}"
        for each in violations
        if each["impact"] in WEIGHTY
    ]


def visible_words(page: Any) -> str:
    """What can be read or is told as help: text, titles, placeholders, labels; icons left out."""
    words: str = page.evaluate(
        """() => {
          const out = [];
          const isSeen = (element) => {
            const box = element.getBoundingClientRect();
            const size = parseFloat(getComputedStyle(element).fontSize);
            return size > 0 && box.width > 1 && box.height > 1 && element.checkVisibility(
              { opacityProperty: true, visibilityProperty: true });
          };
          const visit = (root) => {
            for (const element of root.querySelectorAll("*")) {
              if (element.shadowRoot) visit(element.shadowRoot);
              if (element.closest('[data-testid="stIconMaterial"], script, style')) continue;
              if (!isSeen(element)) continue;
              for (const node of element.childNodes) {
                if (node.nodeType === Node.TEXT_NODE) out.push(node.textContent);
              }
              for (const name of ["title", "placeholder", "alt"]) {
                out.push(element.getAttribute(name) ?? "");
              }
            }
          };
          visit(document.body);
          return out.join("\\n");
        }"""
    )
    return words
