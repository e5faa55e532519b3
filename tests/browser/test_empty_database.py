"""A real database without anything in it, and one without measurements: what to do first.

One page of each in a browser; every page says so in tests/app/test_pages.py.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import screens
from tests.raw_writes import write_raw
from tests.signed_in import admit_reader


@pytest.fixture(scope="module")
def empty_app(start_app: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("kosong")
    url = f"sqlite:///{(folder / 'nyata.db').as_posix()}"
    subprocess.run(
        [str(Path(sys.executable).with_name("konvergensi")), "db", "new"],
        env={"KONVERGENSI_DATABASE_URL": url, "KONVERGENSI_HOME": str(folder), "PATH": "/usr/bin"},
        cwd=folder,
        check=True,
        capture_output=True,
    )
    admit_reader(folder / "nyata.db")
    return start_app(database_url=url, home=folder)


def test_an_empty_database_says_what_to_do_first(
    empty_app: str, page_at: Callable[..., Page]
) -> None:
    page = page_at()
    page.goto(empty_app)
    expect(page.get_by_role("heading", name="Basis data ini masih kosong")).to_be_visible()
    expect(page.get_by_text("konvergensi import wilayah BERKAS")).to_be_visible()
    expect(page.get_by_text("konvergensi import pengukuran BERKAS")).to_be_visible()
    expect(page.get_by_text("DEMONSTRASI")).to_have_count(0)
    assert screens.faults_on(screens.wait_until_idle(page)) == []


@pytest.fixture(scope="module")
def unmeasured_app(
    start_app: Callable[..., str], demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> str:
    path = tmp_path_factory.mktemp("tanpa") / "demo.db"
    shutil.copy(demo_database, path)
    write_raw(path, "DELETE FROM pengukuran", "DELETE FROM kumpulan_data")
    return start_app(home=path.parent)


def test_regions_without_measurements_say_so(
    unmeasured_app: str, page_at: Callable[..., Page]
) -> None:
    page = page_at()
    page.goto(f"{unmeasured_app}/peta")
    expect(page.get_by_text("Belum ada data pengukuran untuk Kabupaten Arunika")).to_be_visible()
    expect(page.get_by_text("konvergensi import pengukuran BERKAS")).to_be_visible()
    assert screens.faults_on(screens.wait_until_idle(page)) == []
