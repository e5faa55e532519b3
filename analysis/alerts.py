"""What needs attention: one list for a person, each thing once, the most pressing first.

The rules that find alerts stand in `analysis.alert_rules`, `alert_prevalence` and `alert_services`.
No guideline speaks of them: all cut-offs are defaults of ours, dated rows that the caller reads.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

LATE = "terlambat"
RISE = "kenaikan"
FALL = "cakupan_turun"
CONTRADICTION = "bertentangan"
UNFUNDED = "tanpa_dana"
COMMITMENT = "komitmen"
KINDS = (LATE, CONTRADICTION, RISE, FALL, UNFUNDED, COMMITMENT)

URGENT = "mendesak"
ATTENTION = "perlu_perhatian"
NOTICE = "untuk_diketahui"
SEVERITIES = (URGENT, ATTENTION, NOTICE)


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that needs attention.

    `code`: which sentence. `region_code`: where it is mended. `regions`: (code, name) of the places
    that the sentence names, the worst first. `figures`: numbers of the sentence, by name. `words`:
    its other parts, and what the link needs (stage, year, period, item). `since`: an ISO day or a
    period label, None where nobody knows. `is_mine`: the person is the one who mends it.
    """

    kind: str
    severity: str
    code: str
    region_code: str
    regions: tuple[tuple[str, str], ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    since: str | None = None
    is_mine: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same thing, however often it is found."""
        told = (self.words.get(name, "") for name in ("stage", "year", "period", "place"))
        return (self.kind, self.code, self.region_code, *told)


def order_alerts(alerts: Iterable[Alert]) -> list[Alert]:
    """Each thing once; severity first, then what waits for this person, then the kind."""
    once: dict[tuple[str, ...], Alert] = {}
    for alert in alerts:
        once.setdefault(alert.key, alert)
    return sorted(once.values(), key=_rank)


def count_severities(alerts: Iterable[Alert]) -> dict[str, int]:
    """How many alerts there are of each severity, in the order of `SEVERITIES`."""
    counts = dict.fromkeys(SEVERITIES, 0)
    for alert in alerts:
        counts[alert.severity] += 1
    return counts


def _rank(alert: Alert) -> tuple[int, bool, int]:
    return SEVERITIES.index(alert.severity), not alert.is_mine, KINDS.index(alert.kind)
