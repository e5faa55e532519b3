"""Small answers are sent at once."""

import os
import socket
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_OPEN_FILES = "/dev/fd"


@asynccontextmanager
async def serve_at_once(_app: object) -> AsyncIterator[None]:
    """Set up the listening sockets before the first visitor; for the application's lifespan."""
    send_at_once()
    yield


def send_at_once() -> int:
    """Tell this process's listening TCP sockets not to wait for more before they send.

    Streamlit sends a screen as dozens of small messages. The system holds each back until the one
    before it was acknowledged, which browsers do up to 40 ms later. asyncio switches that off, but
    not for a socket opened as Streamlit opens its own. Connections take it over from the listening
    socket. Returns how many sockets were told.
    """
    if not os.path.isdir(_OPEN_FILES):
        return 0
    return sum(_tell(int(number)) for number in os.listdir(_OPEN_FILES))


def _tell(number: int) -> bool:
    try:
        if not stat.S_ISSOCK(os.fstat(number).st_mode):
            return False
        copy = os.dup(number)
    except OSError:  # closed since
        return False
    with socket.socket(fileno=copy) as opened:
        if opened.family not in (socket.AF_INET, socket.AF_INET6) or not _listens(opened):
            return False
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return True


def _listens(opened: socket.socket) -> bool:
    return bool(opened.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
