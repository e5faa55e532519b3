"""An office whose server may be killed or stopped, and how its people hand in a file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from app.actions.passwords import hash_password
from data_access.backup import check_database
from data_access.database import make_engine, open_write
from data_access.schema import Pengguna
from tests.browser import screens
from tests.corpus.office import KABUPATEN, admit_the_others, fill_office
from tests.endurance.own_server import OwnServer, own_server
from tests.signed_in import Grant, add_person

PASSWORD = "kuda nil bersepeda ke pasar"
DINKES, RECORDER = "dinkes.operator", "setcam.operator"


@dataclass(frozen=True, slots=True)
class Office:
    """A server of its own and the file of its database."""

    server: OwnServer
    path: Path

    def ask(self, question: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(question).fetchall()

    def is_whole(self) -> bool:
        engine = make_engine(f"sqlite:///{self.path}")
        found = check_database(engine).problems
        engine.dispose()
        return found == ()

    @contextmanager
    def held_up(self) -> Iterator[None]:
        """Somebody else writes for as long as this lasts: every save waits in its middle."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("ROLLBACK")


@contextmanager
def open_office(folder: Path) -> Iterator[Office]:
    """Fill a database, let everybody in, and start its server."""
    path = folder / "kantor.db"
    engine = make_engine(f"sqlite:///{path}")
    fill_office(engine)
    add_person(engine, DINKES, Grant("operator", KABUPATEN, "dinkes"))
    engine.dispose()
    admit_the_others(path)
    give_password(path)
    with own_server(f"sqlite:///{path}", folder / "rumah") as server:
        yield Office(server, path)


def give_password(path: Path) -> None:
    engine = make_engine(f"sqlite:///{path}")
    with open_write(engine, "uji") as connection:
        connection.execute(
            Pengguna.__table__.update().values(password_hash=hash_password(PASSWORD))
        )
    engine.dispose()


def sign_in(page: Page, office: Office, person: str) -> None:
    """By the form, as somebody does who finds the app again after it was gone."""
    page.context.clear_cookies()
    page.goto(f"{office.server.address}/masuk")
    screens.submit_sign_in(page, person, PASSWORD)
    screens.expect_screen(page, "Konvergensi")


def hand_in(page: Page, office: Office, file: Path) -> None:
    """Bring a file as far as the button that stores it."""
    bring_file(page, office.server.address, file)


def bring_file(page: Page, address: str, file: Path) -> None:
    """The same at any address."""
    screens.open_screen(page, address, "data_masuk", "Data masuk")
    uploader = page.get_by_test_id("stFileUploader").filter(visible=True)
    uploader.locator('input[type="file"]').set_input_files(file)
    screens.press(page, "Periksa berkas", "Berkas selesai diperiksa")
    agree = page.get_by_text("peringatan sudah saya periksa")
    if agree.count():
        agree.click()
        screens.wait_until_idle(page)
