"""Everything that serves is imported before the first visitor."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from app import preload
from app.preload import list_modules, prepare_to_serve, settle_libraries
from tests.app.asgi_client import run_apart

CHECK = """
import streamlit, sys
from app.preload import import_pages
assert "matplotlib" not in sys.modules
import_pages()
extra = {"app.cli", "app.main", "app.actions.demo", "streamlit_folium"} & set(sys.modules)
assert not extra, extra
for name in ("matplotlib.figure", "plotly", "docx", "pptx", "folium", "geo.static_map"):
    assert name in sys.modules, name
"""


def test_modules_of_pages_and_our_own_are_imported_but_no_command_and_no_script() -> None:
    names = list_modules()
    assert {"app.components.map_panel", "app.documents.map_png", "streamlit"} <= names
    assert not [
        name
        for name in names
        if name.startswith(("app.cli", "app.main", "app.asgi", "app.actions.demo"))
    ]


def test_libraries_that_break_when_two_threads_import_them_are_there_already() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHECK], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


class Ring:
    """Something that only a search for cycles frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def thawed() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_libraries_leave_the_collectors_search_before_the_first_visitor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frozen_at_import: list[int] = []
    monkeypatch.setattr(
        preload, "import_pages", lambda: frozen_at_import.append(gc.get_freeze_count())
    )

    async def serve() -> int:
        async with prepare_to_serve(object()):
            return gc.get_freeze_count()

    assert run_apart(serve()) > 1_000
    assert frozen_at_import == [0], "all is imported first"


@pytest.mark.usefixtures("thawed")
def test_what_was_garbage_before_is_freed_and_what_becomes_garbage_later_too() -> None:
    gc.disable()
    try:
        before = weakref.ref(Ring())
        settle_libraries()
        assert before() is None
        later = weakref.ref(Ring())
        assert later() is not None
        gc.collect()
        assert later() is None
    finally:
        gc.enable()
