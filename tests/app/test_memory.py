"""Libraries leave the garbage collector's search, once for each screen's first opening."""

import gc
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from app import memory


@pytest.fixture(autouse=True)
def thawed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(memory, "_seen", {"modules": len(sys.modules)})
    yield
    gc.unfreeze()


def test_nothing_happens_while_no_library_was_loaded() -> None:
    before = gc.get_freeze_count()
    assert not memory.settle_modules()
    assert gc.get_freeze_count() == before


def test_newly_loaded_libraries_are_taken_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        monkeypatch.setitem(sys.modules, f"modul_uji_{number}", ModuleType("uji"))
    assert memory.settle_modules()
    assert gc.get_freeze_count() > 1_000
    assert not memory.settle_modules()
