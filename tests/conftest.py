"""Fixtures that every room's tests share."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from app.actions.demo import fill_demo
from data_access.database import make_engine

MEMORY, LEAST_FREE_BYTES = Path("/dev/shm"), 8 << 30


def keep_temporary_files_in_memory() -> None:
    """Thousands of small databases are made and thrown away: a disk would take most of the time.

    Where the system has no memory to spare for it, or a place was named, nothing changes.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK | os.X_OK):
        return
    if shutil.disk_usage(MEMORY).free >= LEAST_FREE_BYTES:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


def keep_compiled_modules() -> None:
    """Dozens of servers and commands are started; each would compile a thousand modules anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


keep_temporary_files_in_memory()
keep_compiled_modules()
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared_data() -> Callable[[str], Path]:
    """Find a real file of officials beside the checkout, or skip where there is none."""

    def find(name: str) -> Path:
        path = SHARED / "data" / name
        if not path.exists():
            pytest.skip(f"berkas nyata {name} tidak ada di samping salinan kerja ini")
        return path

    return find


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's file, made once for all workers: copy it, never write to it."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    path, partial = folder / "demo.db", folder / "demo.baru"
    with FileLock(folder / "demo.kunci"):
        if not path.exists():
            made = make_engine(f"sqlite:///{partial.as_posix()}")
            fill_demo(made)
            made.dispose()
            partial.rename(path)
    return path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the browser: its files hold few tests but take longest.

    A file stays on one worker; begun last, the longest one would keep the other worker idle.
    """
    items.sort(key=lambda item: "browser" not in item.path.parts)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the long tests out, unless somebody asks for them by name."""
    asked = any("endurance" in argument for argument in config.args)
    return True if "endurance" in collection_path.parts and not asked else None
