"""Every page under the policy that names its scripts: nothing of ours is stopped, the rest is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.navigation import Entry, pages_for
from data_access.database import make_engine
from data_access.reads.pengguna import read_account
from tests.browser import screens

BRING = """text => {
    const script = document.createElement('script');
    script.textContent = text;
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.jahat = 2">');
    return new Promise(done => setTimeout(() => done(window.jahat ?? 0), 300));
}"""


@pytest.fixture
def watched(page_at: Callable[..., Page]) -> Callable[[str], tuple[Page, list[str]]]:
    """A person's page, and what its browser says was stopped."""

    def open_for(person: str) -> tuple[Page, list[str]]:
        page, stopped = page_at(person=person), []
        page.on(
            "console", lambda said: stopped.append(said.text) if "Policy" in said.text else None
        )
        page.on("pageerror", lambda error: stopped.append(str(error)))
        return page, stopped

    return open_for


def entries_of(database: Path, person: str) -> list[Entry]:
    """The pages that a person of the demonstration sees."""
    engine = make_engine(f"sqlite:///{database.as_posix()}")
    account = read_account(engine, person)
    engine.dispose()
    assert account is not None
    return list(pages_for(account)[0])


@pytest.mark.parametrize("person", ["bappeda", "admin", "camat"])
def test_no_page_of_ours_is_stopped(
    demo_app: str,
    demo_database: Path,
    watched: Callable[[str], tuple[Page, list[str]]],
    person: str,
) -> None:
    page, stopped = watched(person)
    found: dict[str, list[str]] = {}
    for entry in entries_of(demo_database, person):
        path = "" if entry.name == "beranda" else entry.name
        page.goto(f"{demo_app}/{path}?wilayah=99.01&tahun=2026")
        screens.wait_until_idle(page)
        page.wait_for_timeout(500)
        if stopped:
            found[entry.name] = stopped.copy()
            stopped.clear()
    assert found == {}


def test_maps_charts_and_the_shared_map_are_drawn(
    demo_app: str, watched: Callable[[str], tuple[Page, list[str]]]
) -> None:
    page, stopped = watched("pimpinan")
    screens.open_peta(page, demo_app, "wilayah=99.01")
    screens.open_bagikan(page, demo_app, "wilayah=99.01")
    page.goto(f"{demo_app}/anggaran?wilayah=99.01&tahun=2026")
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    assert stopped == []


def test_a_script_that_a_text_would_bring_does_not_run(
    demo_app: str, watched: Callable[[str], tuple[Page, list[str]]]
) -> None:
    page, stopped = watched("pimpinan")
    screens.open_beranda(page, demo_app)
    assert page.evaluate(BRING, "window.jahat = 1") == 0
    assert len(stopped) == 2
