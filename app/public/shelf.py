"""Finished public pages, kept packed in memory until what they show has changed."""

import asyncio
import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from anyio import to_thread

ASK_AGAIN_S = 3.0
CALM_S = 20.0
LIMIT_BYTES = 64_000_000
# Withholding counts at once. The rest need not: while a hundred operators type, every page would
# be made anew every few seconds, beside the app itself.
_URGENT = ("penilaian",)
_CALM = ("tahapan", "pengaturan", "dukungan", "wilayah", "pengukuran", "isian", "target", "batch")
Versions = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Finished:
    """One answer as it leaves: its kind, gzipped content, and the tag of that content."""

    media_type: str
    content_gzip: bytes
    etag: str
    file_name: str = ""


def finish(content: bytes, media_type: str, file_name: str = "") -> Finished:
    """Pack a page or file once for all who ask."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    return Finished(media_type, gzip.compress(content, 6, mtime=0), tag, file_name)


@dataclass(frozen=True, slots=True)
class _Kept:
    finished: Finished
    urgent: tuple[int, ...]
    calm: tuple[int, ...]
    made_at: float


class Shelf:
    """Answers by key: each made once for a state of the database, one at a time.

    `make` builds an answer, None where there is none; `read_versions` says how fresh the topics
    are and is asked every few seconds at most. Both may block and run in worker threads.
    """

    def __init__(
        self,
        make: Callable[[tuple[object, ...]], Finished | None],
        read_versions: Callable[[], Versions],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make, self._read_versions, self._clock = make, read_versions, clock
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._versions: Versions = {}
        self._asked_at = -ASK_AGAIN_S
        # One at a time: a page that many ask for is made once, and the app keeps its own threads.
        self._maker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="publik")

    async def fetch(self, key: tuple[object, ...]) -> Finished | None:
        """The answer of a key as of now, give or take a few seconds; None where there is none."""
        if self._clock() - self._asked_at >= ASK_AGAIN_S:
            self._versions = await to_thread.run_sync(self._read_versions)
            self._asked_at = self._clock()
        kept = self._find(key)
        if kept is not None:
            return kept
        return await asyncio.get_running_loop().run_in_executor(self._maker, self._remake, key)

    def _remake(self, key: tuple[object, ...]) -> Finished | None:
        found = self._find(key)
        if found is not None:
            return found
        # The versions from before the making: what changes meanwhile is made anew the next time.
        urgent, calm = _pick(self._versions, _URGENT), _pick(self._versions, _CALM)
        finished = self._make(key)
        if finished is not None:
            self._kept[key] = _Kept(finished, urgent, calm, self._clock())
            while sum(len(k.finished.content_gzip) for k in self._kept.values()) > LIMIT_BYTES:
                self._kept.popitem(last=False)
        return finished

    def _find(self, key: tuple[object, ...]) -> Finished | None:
        kept = self._kept.get(key)
        if kept is None or kept.urgent != _pick(self._versions, _URGENT):
            return None
        is_calm = kept.calm == _pick(self._versions, _CALM)
        return kept.finished if is_calm or self._clock() - kept.made_at < CALM_S else None


def _pick(versions: Versions, topics: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(versions.get(topic, 0) for topic in topics)
