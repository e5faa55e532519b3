"""Everything that serves is imported before the first visitor."""

import subprocess
import sys

from app.preload import list_modules

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
