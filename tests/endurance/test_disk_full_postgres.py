"""A full disk under PostgreSQL: nothing half, a name for it, and room is all that it needs."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from app.text.gangguan import COMMAND_LINE
from data_access.backup import check_database
from data_access.database import make_engine
from tests.endurance.command_line import Office
from tests.endurance.contents import Contents, read_contents
from tests.endurance.import_files import COMMANDS, fill_kabupaten, write_file
from tests.endurance.own_postgres import OwnPostgres
from tests.endurance.small_disk import SmallDisk, small_disk

MEGABYTES = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A PostgreSQL whose whole data folder lies on a small disk."""

    disk: SmallDisk
    server: OwnPostgres
    office: Office

    def look(self) -> Contents:
        engine = make_engine(self.office.url)
        assert check_database(engine).problems == ()
        contents = read_contents(engine)
        engine.dispose()
        return contents


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    # Its user may not enter folders that only root may read.
    folder = Path(tempfile.gettempdir()) / f"konvergensi-{tmp_path.parent.name}-{tmp_path.name}"
    with small_disk(folder, MEGABYTES) as disk:
        home = disk.folder / "data"
        home.mkdir()
        server = OwnPostgres(home)
        server.start()
        url = server.make_database("uji")
        engine = make_engine(url)
        fill_kabupaten(engine, tmp_path / "semula")
        engine.dispose()
        try:
            yield Place(disk, server, Office(url, tmp_path))
        finally:
            disk.empty()
            server.stop("immediate")
    folder.rmdir()


def test_an_import_onto_a_full_disk_stores_nothing_and_says_so(
    place: Place, tmp_path: Path
) -> None:
    before = place.look()
    for kind, options in COMMANDS.items():
        command = ("import", kind, write_file(kind, tmp_path / "baru"), *options)
        place.disk.fill()
        code, said = place.office.run(*command), place.office.said()
        assert code == 2, said
        assert COMMAND_LINE["penuh"] in said
        assert place.look() == before
        place.disk.empty()
        assert place.office.run(*command) == 0, place.office.said()
        assert place.look() != before
        before = place.look()


def test_a_server_that_died_of_a_full_disk_has_lost_nothing_when_it_starts_again(
    place: Place, tmp_path: Path
) -> None:
    """Without room for its log PostgreSQL stops altogether: it must not promise what it cannot."""
    before = place.look()
    options = COMMANDS["pengukuran"]
    command = ("import", "pengukuran", write_file("pengukuran", tmp_path / "baru"), *options)
    place.disk.fill()
    use_up_the_log(place)
    assert place.office.run(*command) == 2
    said = place.office.said()
    assert any(COMMAND_LINE[name] in said for name in ("terputus", "penuh")), said
    place.disk.empty()
    with suppress(subprocess.SubprocessError, OSError):  # it may have ended by itself
        place.server.stop("immediate")
    place.server.start()
    assert place.look() == before
    assert place.office.run(*command) == 0, place.office.said()


def use_up_the_log(place: Place) -> None:
    """Write until the server cannot note it any more."""
    url = place.server.url().replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    note = text("SELECT pg_logical_emit_message(true, 'uji', repeat(md5(random()::text), 30000))")
    with pytest.raises(DBAPIError), engine.connect() as connection:  # noqa: PT012
        for _ in range(1000):
            connection.execute(note)
    engine.dispose()
