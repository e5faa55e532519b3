"""Many people at once: few screens are drawn at a time, the others wait their turn.

Python computes in one thread at a time. Fifty screens drawn at once take turns every few
milliseconds, and all of them are ready late; two at a time take as long together, and most of
them are ready early.
"""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

# The second one computes while the first waits for the database or for native code.
AT_ONCE = 2
# Whoever draws longer (a document, an import) no longer keeps others waiting.
LEASE_S = 3.0
# A turn that never comes is no reason for an empty screen.
PATIENCE_S = 20.0


@dataclass(slots=True)
class Turns:
    """Who draws now and who waits, in the order in which they came."""

    at_once: int = AT_ONCE
    lease_s: float = LEASE_S
    patience_s: float = PATIENCE_S
    _moved: threading.Condition = field(default_factory=threading.Condition)
    _begun: dict[int, float] = field(default_factory=dict)
    _waiting: deque[int] = field(default_factory=deque)
    _count: int = 0

    @contextmanager
    def take(self) -> Iterator[None]:
        """Wait for a turn, and give it back at the end, however it ends."""
        number = self._begin()
        try:
            yield
        finally:
            self._end(number)

    def _begin(self) -> int:
        with self._moved:
            self._count += 1
            number, until = self._count, time.monotonic() + self.patience_s
            self._waiting.append(number)
            while not self._is_next(number) and time.monotonic() < until:
                self._moved.wait(self._next_lapse(until))
            self._waiting.remove(number)
            self._begun[number] = time.monotonic()
            self._moved.notify_all()
            return number

    def _is_next(self, number: int) -> bool:
        since = time.monotonic() - self.lease_s
        drawing = sum(begun > since for begun in self._begun.values())
        return drawing < self.at_once and self._waiting[0] == number

    def _next_lapse(self, until: float) -> float:
        now = time.monotonic()
        lapses = (begun + self.lease_s for begun in self._begun.values())
        return max(min((each for each in (*lapses, until) if each > now), default=now) - now, 0.01)

    def _end(self, number: int) -> None:
        with self._moved:
            del self._begun[number]
            self._moved.notify_all()


_turns = Turns()
take_turn = _turns.take
