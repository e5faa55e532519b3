"""Ten of the bad files handed in on the real screen: refused there, and the server lives on."""

import shutil
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.access import Grant
from app.text import uploads as text
from data_access.database import make_engine
from tests.browser import screens
from tests.endurance.bad_case import KABUPATEN, BadFile
from tests.endurance.bad_door import Doors
from tests.endurance.bad_files import ALL
from tests.endurance.bad_office import digest_of
from tests.signed_in import add_person, sign_everybody_in

WANTED = (
    "corpus: far corner", "corpus: entities", "corpus: only a chart", "damaged inside",
    "numbers of citizens under another heading", "counts that no program has computed",
    "a layer without an end", "a shapefile without its table", "no shape at all",
    "a command of a terminal of a desa measured",
)  # fmt: skip
PERSONS = {"pengukuran": "dinkes", "fasilitas": "dinkes", "wilayah": "bappeda", "survei": "bappeda"}


@dataclass(frozen=True)
class Site:
    """A running server, and its database."""

    address: str
    database: Path


@pytest.fixture(scope="module")
def site(
    bad_office_template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    start_app: Callable[..., str],
) -> Site:
    path = tmp_path_factory.mktemp("situs") / "kantor.db"
    shutil.copy(bad_office_template, path)
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    add_person(engine, "dinkes", Grant("operator", KABUPATEN, "dinkes"))
    add_person(engine, "bappeda", Grant("bappeda", KABUPATEN))
    sign_everybody_in(engine)
    engine.dispose()
    url = f"sqlite:///{path.as_posix()}"
    return Site(start_app(database_url=url, home=path.parent / "rumah"), path)


def hand_in(page: Page, site: Site, case: BadFile, path: Path) -> None:
    """Choose the kind and the file, press the check and wait for its verdict."""
    screens.open_screen(page, site.address, "data_masuk", "Data masuk")
    page.get_by_role("radio", name=text.KINDS[case.kind], exact=True).click()
    screens.wait_until_idle(page)
    places = page.get_by_test_id("stFileUploader")
    place = places.filter(has=page.get_by_text(text.FILE_LABEL, exact=True))
    place.locator('input[type="file"]').set_input_files(path)
    screens.wait_until_idle(page)
    screens.press(page, text.CHECK, "Tidak dapat disimpan")


@pytest.mark.parametrize("wrong", WANTED)
def test_a_bad_file_is_refused_on_the_screen_and_the_server_lives(
    site: Site, page_at: Callable[..., Page], doors: Doors, wrong: str
) -> None:
    (case,) = [each for each in ALL if each.wrong == wrong]
    path, before = doors.make(case), digest_of(site.database)
    page = page_at(person=PERSONS[case.kind])
    hand_in(page, site, case, path)
    verdict = text.CHECKED_WITH_ERRORS.format(name=case.file)
    expect(page.get_by_text(verdict)).to_be_visible()
    found = " ".join(screens.rows_of(screens.table(page, text.FINDING_COLUMNS["remedy"]))[0])
    assert text.SEVERITY["galat"] in found
    if case.row is not None:
        assert str(case.row) in found.replace(".", "")
    assert page.get_by_role("button", name=text.SAVE, exact=True).count() == 0
    assert page.dialogs == []  # type: ignore[attr-defined]
    assert digest_of(site.database) == before
    with urllib.request.urlopen(f"{site.address}/_stcore/health", timeout=10) as answer:
        assert answer.read().strip() == b"ok"
