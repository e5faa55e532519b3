"""The command line on a full disk: a clear sentence, nothing half; with room it works again."""

import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.text.gangguan import COMMAND_LINE
from data_access.backup import check_database
from data_access.database import make_engine
from tests.endurance.command_line import Office
from tests.endurance.contents import Contents, read_contents
from tests.endurance.import_files import COMMANDS, fill_kabupaten, write_file
from tests.endurance.small_disk import SmallDisk, small_disk

ROOM_LEFT = (0, 4 << 10, 40 << 10, 72 << 10, 140 << 10, 260 << 10)
NAMED = COMMAND_LINE["penuh"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templat")
    engine = make_engine(f"sqlite:///{(folder / 'templat.db').as_posix()}")
    fill_kabupaten(engine, folder)
    engine.dispose()
    return folder / "templat.db"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", 8) as disk:
        yield disk


@pytest.fixture
def office(disk: SmallDisk, template: Path, tmp_path: Path) -> Office:
    """The database and the command's own log stand on the small disk."""
    shutil.copy(template, disk.folder / "uji.db")
    return Office(f"sqlite:///{disk.folder / 'uji.db'}", disk.folder, tmp_path)


def look(office: Office) -> Contents:
    engine = make_engine(office.url)
    assert check_database(engine).problems == ()
    contents = read_contents(engine)
    engine.dispose()
    return contents


def import_of(kind: str, folder: Path) -> tuple[object, ...]:
    return ("import", kind, write_file(kind, folder), *COMMANDS[kind])


@pytest.mark.parametrize("kind", COMMANDS)
def test_an_import_onto_a_full_disk_stores_nothing_and_says_so(
    disk: SmallDisk, office: Office, kind: str, tmp_path: Path
) -> None:
    before, command, refused = look(office), import_of(kind, tmp_path / "baru"), 0
    for room in ROOM_LEFT:
        disk.fill(leave_bytes=room)
        code = office.run(*command)
        said = office.said()
        disk.empty()
        if code == 0:  # it was room enough
            break
        assert code == 2, said
        assert NAMED in said
        assert "Traceback" not in said
        assert look(office) == before
        refused += 1
    assert refused
    assert office.run(*command) == 0, office.said()
    assert look(office) != before


def test_a_backup_that_does_not_fit_leaves_no_file_behind(disk: SmallDisk, template: Path) -> None:
    office = Office(f"sqlite:///{template}", disk.folder / "rumah", template.parent)
    disk.fill(leave_bytes=200 << 10)
    assert office.run("db", "backup", disk.folder / "cadangan.db") == 2
    assert NAMED in office.said()
    assert not list(disk.folder.glob("cadangan*"))
    disk.empty()
    assert office.run("db", "backup", disk.folder / "cadangan.db") == 0


def test_a_process_that_may_not_write_more_gets_a_name_for_it(
    template: Path, tmp_path: Path
) -> None:
    """A limit on a file's size, as a quota or a container sets it, where nothing can be mounted."""
    shutil.copy(template, tmp_path / "uji.db")
    office = Office(f"sqlite:///{tmp_path / 'uji.db'}", tmp_path)
    before, command = look(office), import_of("pengukuran", tmp_path / "baru")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 << 10, usual[1]))
    try:
        code = office.run(*command)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert code == 2
    assert any(COMMAND_LINE[name] in office.said() for name in ("penuh", "rusak"))
    assert look(office) == before
    assert office.run(*command) == 0
