"""The two ways in, screen and command line: each bad file is tried at both, one after the other."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from app.cli import app
from app.settings import read_settings
from data_access.database import make_engine
from tests.endurance.bad_case import BadFile
from tests.endurance.bad_office import command_of, digest_of, fill_office, hand_in
from tests.endurance.bad_trial import judge, within_limits


@dataclass(frozen=True, slots=True)
class Doors:
    """Where bad files are tried: an office's database, and a folder for the files."""

    database: Path
    engine: Engine
    folder: Path

    def refuse(self, case: BadFile) -> None:
        """Try a bad file at both doors; nothing may be stored, no limit passed."""
        path = self.make(case)
        before = digest_of(self.database)
        with within_limits():
            refuse_upload(self.engine, case, path)
        with within_limits():
            refuse_command(case, path)
        assert digest_of(self.database) == before

    def make(self, case: BadFile) -> Path:
        """Write the bad file."""
        path = self.folder / case.file
        case.make(path)
        return path


def refuse_upload(engine: Engine, case: BadFile, path: Path) -> None:
    """The screen's way, pressed to the save."""
    outcome = hand_in(engine, case, path)
    assert outcome.written is None
    judge(case, outcome.findings)


def refuse_command(case: BadFile, path: Path) -> None:
    """The command line's way; what it prints names the file, the place and the remedy."""
    done = CliRunner().invoke(app, command_of(case, path), catch_exceptions=False)
    check_printed(case, done.exit_code, done.stdout, done.stderr)


def check_printed(case: BadFile, exit_code: int, out: str, err: str) -> None:
    """Demand exit code 1, the faults with their place, and a last line that names the file."""
    assert exit_code == 1, (exit_code, out, err)
    assert "Tidak ada yang disimpan" in err
    assert case.file in err
    assert "Traceback" not in out + err
    assert "GALAT" in out
    if case.row is not None:
        assert f"baris {case.row}" in out, out
    if case.column is not None:
        assert f"kolom {case.column}" in out, out


@pytest.fixture(scope="session")
def bad_office_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office's database, made once."""
    path = tmp_path_factory.mktemp("kantor") / "kantor.db"
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    fill_office(engine)
    engine.dispose()
    return path


@pytest.fixture
def doors(
    bad_office_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Doors]:
    """The office's own copy for one bad file."""
    path = tmp_path / "kantor.db"
    shutil.copy(bad_office_template, path)
    folder = tmp_path / "berkas"
    folder.mkdir()
    url = f"sqlite:///{path.as_posix()}"
    monkeypatch.setenv("KONVERGENSI_DATABASE_URL", url)
    monkeypatch.setenv("KONVERGENSI_HOME", str(tmp_path / "rumah"))
    monkeypatch.setenv("KONVERGENSI_ACTOR", "penguji")
    read_settings.cache_clear()
    engine = make_engine(url)
    yield Doors(path, engine, folder)
    engine.dispose()
    read_settings.cache_clear()
