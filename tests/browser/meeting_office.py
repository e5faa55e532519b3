"""The office in which a meeting is held on screen, and how one finds one's way on its pages."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, expect

from tests.browser import screens
from tests.browser.independent_coverage import read_kecamatan
from tests.browser.meeting_year import MERAWESI, YEAR


@dataclass(frozen=True)
class Office:
    """The server of a copy of the demonstration, and its database."""

    address: str
    path: Path

    def ask(self, question: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(question).fetchall()

    def percent(self, code: str, item: str) -> float:
        """Coverage as it stands now, worked out anew."""
        known = read_kecamatan(self.path, MERAWESI, str(YEAR), YEAR - 1)
        found = known.cells[code, item].percent
        assert found is not None
        return found


def open_office(
    folder: Path,
    demo: Path,
    start_app: Callable[..., str],
    *prepare: Callable[[Path], None],
) -> Office:
    """Copy the demonstration, let what comes before happen in the copy, start its server."""
    path = folder / demo.name
    shutil.copy(demo, path)
    for step in prepare:
        step(path)
    return Office(start_app(home=folder), path)


def show_part(page: Page, name: str, heading: str) -> None:
    """Go to a part of a meeting that is being recorded; nothing is wider than a laptop's screen."""
    page.get_by_test_id("stButtonGroup").get_by_role("radio", name=name, exact=True).click()
    expect(page.get_by_text(heading).first).to_be_visible()
    screens.wait_until_idle(page)
    assert screens.settled_overflow_of(page) == [], name


def choose_here(page: Page, label: str, words: str) -> None:
    """Choose by words of the option, from a list beside the region's own in the side bar."""
    lists = page.get_by_test_id("stMain").get_by_test_id("stSelectbox")
    box = lists.filter(has=page.get_by_text(label, exact=True)).get_by_role("combobox")
    option = page.get_by_role("option").filter(has_text=words).first
    for _ in range(4):  # a list closes, or is another one, when the page is drawn anew behind it
        box.click()
        try:
            expect(page.get_by_role("option").first).to_be_visible(timeout=2000)
            if option.count() == 0:  # a long list draws only its beginning
                page.keyboard.type(words)
            option.click(timeout=3000)
            break
        except (AssertionError, TimeoutError):
            page.keyboard.press("Escape")
            screens.wait_until_idle(page)
    else:
        raise AssertionError(f"no option {words} in {label}")
    screens.wait_until_idle(page)


def rows_when(
    page: Page, column: str, is_right: Callable[[list[list[str]]], bool]
) -> list[list[str]]:
    """The rows of the table with a column, once they are those that the last choice leads to.

    Those of before stand until the page is drawn anew.
    """
    shown: list[list[str]] = []
    for _ in range(100):
        shown = screens.rows_of(screens.table(page, column))
        if is_right(shown):
            return shown
        page.wait_for_timeout(100)
    raise AssertionError(f"not the rows of the last choice: {shown}")


def tidy(row: list[str]) -> list[str]:
    return [cell for cell in row if cell]
