"""`konvergensi run` and `konvergensi demo`."""

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import make_url

from app.actions.demo import DEFAULT_DESA, DEFAULT_SEED, fill_demo
from app.actions.left_files import sweep_left_files
from app.cli.opening import hide_password, open_database
from app.cli.printing import fail, say
from app.settings import OidcSettings, read_settings
from app.text import command_line as text
from app.text.sign_in import OIDC_FAULTS
from data_access.database import make_engine
from data_access.reads.batches import has_schema
from data_access.upgrade import is_current

APP = Path(__file__).resolve().parents[1]


def run(
    port: Annotated[int, typer.Option(help=text.HELP_PORT)] = 8501,
    host: Annotated[str, typer.Option(help=text.HELP_HOST)] = "127.0.0.1",
) -> None:
    """Start the app; without a configured database, on the demonstration."""
    settings = read_settings()
    fault = OidcSettings().fault
    if fault is not None:
        fail(OIDC_FAULTS[fault])
    if settings.database_url is None:
        _ensure_demo(settings.demo_path)
    else:
        open_database()
    if _is_taken(host, port):
        fail(text.PORT_TAKEN.format(port=port, other=port + 1))
    sweep_left_files()
    say(text.STARTING.format(address=f"http://{host}:{port}"))
    sys.stdout.flush()
    # Whose word on a visitor's address and on TLS the server takes: its own variable wins.
    os.environ.setdefault("FORWARDED_ALLOW_IPS", settings.proxies)
    # Streamlit reads its settings from the folder it starts in and from the entry's folder only.
    arguments = [
        *(sys.executable, "-m", "streamlit", "run", str(APP / "asgi.py")),
        *("--server.port", str(port), "--server.address", host),
        *("--browser.serverAddress", host, "--browser.serverPort", str(port)),
    ]
    os.execv(sys.executable, arguments)  # noqa: S606


def _is_taken(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def _ensure_demo(path: Path) -> None:
    """Make the demonstration's file, or make it anew when it is of an older program."""
    if path.exists():
        engine = make_engine(f"sqlite:///{path.as_posix()}")
        if has_schema(engine) and is_current(engine):
            return
        engine.dispose()
    say(text.DEMO_MAKING)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".sebagian")
    partial.unlink(missing_ok=True)
    engine = make_engine(f"sqlite:///{partial.as_posix()}")
    fill_demo(engine, desa=DEFAULT_DESA, seed=DEFAULT_SEED)
    engine.dispose()
    for leftover in (path, *path.parent.glob(f"{path.name}-*")):
        leftover.unlink(missing_ok=True)
    partial.replace(path)


def demo(
    desa: Annotated[int, typer.Option(help=text.HELP_DESA, min=30, max=84_150)] = DEFAULT_DESA,
    seed: Annotated[int, typer.Option(help=text.HELP_SEED)] = DEFAULT_SEED,
    out: Annotated[str | None, typer.Option(help=text.HELP_OUT_URL)] = None,
) -> None:
    """Fill an empty database with the demonstration."""
    url = out or read_settings().effective_url
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = make_engine(url)
    if has_schema(engine):
        fail(text.NOT_EMPTY.format(url=hide_password(url)))
    say(text.DEMO_MAKING)
    fill_demo(engine, desa=desa, seed=seed)
    say(text.DEMO_MADE.format(url=hide_password(url), desa=desa))
