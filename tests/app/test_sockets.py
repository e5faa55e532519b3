"""Connections to a listening socket of ours send at once."""

import os
import socket

from app.sockets import send_at_once


def test_connections_take_over_that_nothing_is_held_back() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert send_at_once() >= 1
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_files_and_clients_are_left_alone() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        with socket.create_connection(listening.getsockname()) as client:
            send_at_once()
            assert not client.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_nothing_that_was_open_is_held_open_a_second_time() -> None:
    reading, writing = os.pipe()
    before = len(os.listdir("/dev/fd"))
    send_at_once()
    assert len(os.listdir("/dev/fd")) == before
    os.close(writing)
    assert os.read(reading, 1) == b""
    os.close(reading)
