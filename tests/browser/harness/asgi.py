"""A small server that shows the thematic map alone, with the real routes and middleware."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from app.middleware import CompressedStatic, IndonesianShell, SecurityHeaders
from app.routes import LayerContent, make_routes
from app.text.shell import NO_SCRIPT, TITLE
from tests.browser.harness.cells import make_cells


def _read_layer(layer_hash: str) -> LayerContent | None:
    count, seed = int(layer_hash[:8], 16), int(layer_hash[8:], 16)
    return LayerContent(make_cells(count, seed).content) if 0 < count < 200_000 else None


app = st.App(
    Path(__file__).with_name("screen.py"),
    routes=make_routes(_read_layer),
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(CompressedStatic),
        Middleware(IndonesianShell, title=TITLE, no_script=NO_SCRIPT),
    ],
)
