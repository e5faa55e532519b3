"""The public page behind the gate, on the demonstration, asked by a stranger."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette
from starlette.middleware import Middleware

from app.gate import Gate
from app.middleware import SecurityHeaders
from app.public import shelf
from app.public.routes import make_public_routes
from data_access.database import make_engine
from tests.app.asgi_client import Client


def _behind_the_gate(get_engine: Callable[[], Engine]) -> Client:
    gate = [Middleware(SecurityHeaders), Middleware(Gate, find_account=lambda token: None)]
    return Client(Starlette(routes=make_public_routes(get_engine), middleware=gate))


@pytest.fixture(scope="module")
def reader(demo_template: Path) -> Iterator[Client]:
    """A client without a session, for tests that change nothing: pages are made once for all."""
    engine = make_engine(f"sqlite:///{demo_template.as_posix()}")
    yield _behind_the_gate(lambda: engine)
    engine.dispose()


@pytest.fixture
def stranger(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A client without a session; a change is seen at the very next request."""
    monkeypatch.setattr(shelf, "ASK_AGAIN_S", 0.0)
    monkeypatch.setattr(shelf, "CALM_S", 0.0)
    return _behind_the_gate(lambda: demo)


@pytest.fixture
def without_database(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A client while the database cannot be reached."""
    monkeypatch.setattr("app.public.routes.log_unexpected", lambda error: "")

    def fail() -> Engine:
        raise OperationalError("select", {}, Exception("mati"))

    return _behind_the_gate(fail)
