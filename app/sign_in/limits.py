"""How many sign-ins may fail from one network: whoever tries many names is slowed, too."""

from collections import OrderedDict, deque

# An office shares one address: what a hundred people mistype on a Monday must still pass.
FAILURES = 60
SECONDS = 15 * 60
_NETWORKS = 10_000


class Attempts:
    """Failures by network in this process's memory, each forgotten after a quarter of an hour.

    An attempt counts as failed from the moment it begins, so that many at once cannot outrun the
    limit; one that succeeds is forgiven afterwards.
    """

    def __init__(self, failures: int = FAILURES, networks: int = _NETWORKS) -> None:
        """failures: allowed within `SECONDS`. networks: kept at once; the oldest goes first."""
        self._failures = failures
        self._networks = networks
        self._begun: OrderedDict[str, deque[float]] = OrderedDict()

    def begin(self, network: str | None, now: float) -> bool:
        """Count an attempt at `now` (seconds of a steady clock); False where it may not be made."""
        if network is None:
            return True
        begun = self._begun.setdefault(network, deque())
        self._begun.move_to_end(network)
        while begun and begun[0] <= now - SECONDS:
            begun.popleft()
        if len(begun) >= self._failures:
            return False
        begun.append(now)
        if len(self._begun) > self._networks:
            self._begun.popitem(last=False)
        return True

    def forgive(self, network: str | None) -> None:
        """Take back the latest attempt: it succeeded."""
        if network is not None and self._begun.get(network):
            self._begun[network].pop()
