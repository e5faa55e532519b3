"""The application: Streamlit's script with our routes and middleware around it."""

from functools import lru_cache
from pathlib import Path

import streamlit as st
from sqlalchemy import Engine
from starlette.middleware import Middleware

from app.access import Account
from app.actions.signing_in import find_account
from app.attachments_route import make_attachment_route
from app.components.unexpected import draw_unexpected
from app.facility_points import read_points
from app.gate import Gate
from app.logs import configure_logs, log_unexpected
from app.middleware import CompressedStatic, IndonesianShell, SecurityHeaders
from app.navigation import PAGE_NAMES
from app.preload import prepare_to_serve
from app.public.routes import make_public_routes
from app.routes import LayerContent, make_points_route, make_routes
from app.settings import read_settings
from app.sign_in import make_sign_in_routes
from app.text.shell import NO_SCRIPT, TITLE
from app.upload_limits import UploadLimits
from data_access.database import make_engine
from data_access.reads.lampiran import Attachment, read_attachment
from data_access.reads.peta import read_layer_content

configure_logs()


@lru_cache(maxsize=1)
def _engine() -> Engine:
    return make_engine(read_settings().effective_url, for_screens=True)


def _read_layer(content_hash: str) -> LayerContent | None:
    content = read_layer_content(_engine(), content_hash)
    return None if content is None else LayerContent(content)


def _find_account(token: str) -> Account | None:
    return find_account(_engine(), token)


def _read_attachment(number: int) -> Attachment | None:
    return read_attachment(_engine(), number)


def _show_calmly(error: Exception) -> bool:
    """Log what went wrong in a page and show one calm sentence in its place."""
    draw_unexpected(log_unexpected(error))
    return True


def _read_points(code: str, content_hash: str) -> bytes | None:
    return read_points(_engine(), code, content_hash)


app = st.App(
    Path(__file__).with_name("main.py"),
    routes=[
        *make_routes(_read_layer),
        make_points_route(_read_points),
        *make_sign_in_routes(_engine),
        *make_public_routes(_engine),
        make_attachment_route(_read_attachment),
    ],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(Gate, find_account=_find_account, body_limit_mb=read_settings().body_limit_mb),
        Middleware(UploadLimits, body_limit_mb=read_settings().body_limit_mb),
        Middleware(CompressedStatic),
        Middleware(IndonesianShell, title=TITLE, no_script=NO_SCRIPT, pages=PAGE_NAMES),
    ],
    lifespan=prepare_to_serve,
    on_script_error=_show_calmly,
)
