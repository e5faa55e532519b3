"""Hostile names on every page, of a kecamatan's desa and of a kabupaten's kecamatan."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_hostile_names import plant, walk_other_pages
from tests.raw_writes import copy_in_use


@pytest.fixture(scope="module")
def address(
    demo_database: Path,
    start_app: Callable[..., str],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    path = tmp_path_factory.mktemp("jahat") / "demo.db"
    copy_in_use(demo_database, path)
    plant(path)
    return start_app(home=path.parent)


@pytest.mark.parametrize(
    ("person", "place"), [("bappeda", "99.01"), ("bappeda", "99.01.02"), ("admin", "99.01")]
)
def test_every_other_page_shows_them_as_text(
    page_at: Callable[..., Page],
    foreign_requests: Callable[[Page], list[str]],
    address: str,
    person: str,
    place: str,
) -> None:
    page = page_at(person=person)
    walk_other_pages(page, address, person, place)
    assert foreign_requests(page) == []
