"""The application: Streamlit's script with our routes and middleware around it."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from app import loaders
from app.components.frame import draw_unexpected
from app.logs import configure_logs, log_unexpected
from app.middleware import CompressedStatic, IndonesianShell, SecurityHeaders
from app.routes import LayerContent, make_routes
from app.text.shell import NO_SCRIPT, TITLE

configure_logs()


def _read_layer(content_hash: str) -> LayerContent | None:
    content = loaders.load_layer_content(content_hash)
    return None if content is None else LayerContent(content)


def _show_calmly(error: Exception) -> bool:
    """Log what went wrong in a page and show one calm sentence in its place."""
    draw_unexpected(log_unexpected(error))
    return True


app = st.App(
    Path(__file__).with_name("main.py"),
    routes=make_routes(_read_layer),
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(CompressedStatic),
        Middleware(IndonesianShell, title=TITLE, no_script=NO_SCRIPT),
    ],
    on_script_error=_show_calmly,
)
