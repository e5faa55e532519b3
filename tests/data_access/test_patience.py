"""PostgreSQL is waited for, but not for ever: its limits, and a server that says nothing."""

import socket
import time
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import OperationalError

from data_access import patience
from data_access.database import make_engine
from data_access.patience import PatientConnection


@pytest.fixture
def kind() -> str:
    return "postgresql"


def url_of(engine: Engine) -> str:
    return make_url(engine.url).render_as_string(hide_password=False)


def read_setting(engine: Engine, name: str) -> str:
    with engine.connect() as connection:
        return str(connection.scalar(text(f"SHOW {name}")))


def test_a_screens_statement_ends_and_an_imports_may_take_its_time(engine: Engine) -> None:
    for for_screens, limit in ((True, "1min"), (False, "0")):
        own = make_engine(url_of(engine), for_screens=for_screens)
        assert read_setting(own, "statement_timeout") == limit
        own.dispose()


def test_what_the_servers_keeper_has_set_stands(engine: Engine) -> None:
    with engine.connect() as connection:
        name = engine.url.database
        connection.execute(text(f"ALTER DATABASE {name} SET statement_timeout = '5s'"))
        connection.commit()
    own = make_engine(url_of(engine), for_screens=True)
    assert read_setting(own, "statement_timeout") == "5s"
    assert read_setting(own, "idle_in_transaction_session_timeout") == "10min"
    own.dispose()


def test_a_statement_that_takes_too_long_ends_and_the_next_one_works(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "STATEMENT_S", 1)
    own = make_engine(url_of(engine), for_screens=True)
    with own.connect() as connection, pytest.raises(OperationalError, match="statement timeout"):
        connection.execute(text("SELECT pg_sleep(20)"))
    assert read_setting(own, "statement_timeout") == "1s"
    own.dispose()


def test_a_connection_is_given_up_once_the_server_says_nothing(engine: Engine) -> None:
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, PatientConnection)
        driver.silent_s = 0.3
        began = time.monotonic()
        with pytest.raises(OperationalError, match="said nothing") as caught:
            connection.execute(text("SELECT pg_sleep(20)"))
        assert time.monotonic() - began < 5
        assert caught.value.connection_invalidated
        assert isinstance(caught.value.orig, psycopg.OperationalError)
    assert read_setting(engine, "statement_timeout") == "0", "the pool gives another one"


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and says nothing, as a machine that hangs."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_server_that_never_answers_is_given_up(
    silent_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "CONNECT_S", 2)  # psycopg waits two seconds at least
    engine = make_engine(f"postgresql://orang@127.0.0.1:{silent_port}/uji")
    began = time.monotonic()
    with pytest.raises(OperationalError):
        engine.connect()
    assert time.monotonic() - began < 10
