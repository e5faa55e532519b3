"""Uploads are refused before they fill the server's memory."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send
from structlog.testing import capture_logs

from app.tokens import COOKIE
from app.upload_limits import UploadLimits
from tests.app.asgi_client import run_apart

MIB = 1 << 20
LIMIT_MB = 10


@pytest.fixture(autouse=True)
def kept_logs() -> Iterator[None]:
    """Where another test left the log is nothing that these may depend on."""
    with capture_logs():
        yield


class Kept:
    """An application that takes every upload in."""

    def __init__(self) -> None:
        self.calls = 0
        self.go_on = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.calls += 1
        await self.go_on.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})


async def put(app: UploadLimits, session: str, size: int, method: str = "PUT") -> int:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    person = session.partition("-")[0]
    headers = [
        (b"content-length", str(size).encode()),
        (b"cookie", f"{COOKIE}={person}".encode()),
    ]
    path = f"/_stcore/upload_file/{session}/berkas"
    scope = {"type": "http", "method": method, "path": path, "headers": headers}
    await app(scope, receive, send)
    status: int = sent[0]["status"]
    return status


def statuses(*sent: tuple[str, int], release: bool = False) -> list[int]:
    """The answers to uploads (tab "person-number", bytes), each kept before the next one comes.

    release: whether what is held is of tabs that are gone.
    """
    held: dict[str, tuple[int, int]] = {}

    async def run() -> list[int]:
        kept = Kept()
        kept.go_on.set()
        app = UploadLimits(kept, LIMIT_MB, lambda: held, held.clear if release else lambda: None)
        answers = []
        for session, size in sent:
            answers.append(await put(app, session, size))
            if answers[-1] == 204:
                files, total = held.get(session, (0, 0))
                held[session] = (files + 1, total + size)
        return answers

    return run_apart(run())


def test_an_ordinary_file_is_taken() -> None:
    assert statuses(("wulan-1", 3 * MIB)) == [204]


def test_one_person_holds_two_of_the_largest_files_at_most_in_however_many_tabs() -> None:
    one, other = ("wulan-1", 10 * MIB), ("wulan-2", 10 * MIB)
    assert statuses(one, other, ("wulan-3", 1), ("budi-1", 1)) == [204, 204, 413, 204]


def test_all_together_hold_ten_of_the_largest_files_at_most() -> None:
    many = [(f"orang{number}-1", 10 * MIB) for number in range(10)]
    assert statuses(*many, ("lain-1", 1)) == [204] * 10 + [503]


def test_what_gone_tabs_have_left_keeps_nobody_out() -> None:
    many = [(f"orang{number}-1", 10 * MIB) for number in range(10)]
    assert statuses(*many, ("lain-1", 1), release=True) == [204] * 11


def test_a_person_holds_no_more_than_fifty_files_however_small() -> None:
    assert statuses(*[("wulan-1", 1)] * 51) == [204] * 50 + [413]


def test_what_is_still_coming_counts_too() -> None:
    async def run() -> list[int]:
        kept = Kept()
        app = UploadLimits(kept, LIMIT_MB, lambda: {}, lambda: None)
        sent = [("wulan-1", 10 * MIB), ("wulan-1", 10 * MIB), ("wulan-2", 1), ("budi-1", 1)]
        tasks = [asyncio.create_task(put(app, session, size)) for session, size in sent]
        await asyncio.sleep(0)
        kept.go_on.set()
        return await asyncio.gather(*tasks)

    assert run_apart(run()) == [204, 204, 413, 204]


def test_an_upload_that_ended_is_no_longer_coming() -> None:
    async def run() -> list[int]:
        kept = Kept()
        kept.go_on.set()
        app = UploadLimits(kept, LIMIT_MB, lambda: {}, lambda: None)
        return [await put(app, "wulan-1", 10 * MIB) for _ in range(5)]

    assert run_apart(run()) == [204] * 5


def test_other_requests_are_not_counted() -> None:
    async def run() -> int:
        kept = Kept()
        kept.go_on.set()
        app = UploadLimits(kept, LIMIT_MB, lambda: {"a": (99, 200 * MIB)}, lambda: None)
        return await put(app, "a", 0, method="DELETE")

    assert run_apart(run()) == 204
