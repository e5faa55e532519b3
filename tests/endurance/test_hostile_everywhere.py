"""Hostile names on every page of a kabupaten, where the names of all its kecamatan stand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import test_hostile_names as short
from tests.browser.conftest import (  # noqa: F401
    chromium,
    demo_database,
    foreign_requests,
    page_at,
    seats,
    servers,
    start_app,
)

pytestmark = pytest.mark.usefixtures("servers")


@pytest.fixture(scope="module")
def address(
    demo_database: Path,  # noqa: F811
    start_app: Callable[..., str],  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    path = tmp_path_factory.mktemp("jahat") / "demo.db"
    path.write_bytes(demo_database.read_bytes())
    short.plant(path)
    return start_app(home=path.parent)


def test_every_page_of_a_kabupaten_shows_them_as_text(
    page_at: Callable[..., Page],  # noqa: F811
    foreign_requests: Callable[[Page], list[str]],  # noqa: F811
    address: str,
) -> None:
    page = page_at(person="bappeda")
    short.walk_other_pages(page, address, "bappeda", "99.01")
    assert foreign_requests(page) == []
