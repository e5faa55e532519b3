"""What has changed between the frozen figures of a meeting and those of now."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Figures = Mapping[str, Any]
# What is shown has one decimal; a difference below half of that is none to anybody.
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class SnapshotChange:
    """One figure that is not what it was.

    subject: periode, pengukuran, persetujuan, setelan, prevalensi, cakupan, target, masalah,
    anggaran. code: the region; item: the service, setting or lamp, "" where there is none.
    old, new: as frozen and now (percent, a type of problem place, a period); None where there was
    or is none.
    """

    subject: str
    code: str
    item: str
    old: Any
    new: Any


def compare_snapshot(frozen: Figures, now: Figures) -> tuple[SnapshotChange, ...]:
    """Every figure that differs, in the order in which the screen shows them."""
    region = frozen["region"]["code"]
    changes = [
        *_compare("periode", region, {"": frozen["period"]}, {"": now["period"]}),
        *_compare("pengukuran", region, {"": frozen["measured"]}, {"": now["measured"]}),
        *_compare("persetujuan", region, _marks(frozen), _marks(now)),
        *_compare("setelan", region, frozen["settings"]["values"], now["settings"]["values"]),
        *_compare("setelan", region, _thresholds(frozen), _thresholds(now)),
    ]
    for subject, pick in _ROWS:
        changes += _compare_rows(subject, pick(frozen), pick(now))
    return tuple(changes)


def _compare(subject: str, code: str, old: Figures, new: Figures) -> Iterator[SnapshotChange]:
    for item in dict.fromkeys([*old, *new]):
        if not _is_same(old.get(item), new.get(item)):
            yield SnapshotChange(subject, code, item, old.get(item), new.get(item))


def _compare_rows(
    subject: str, old: Mapping[tuple[str, str], Any], new: Mapping[tuple[str, str], Any]
) -> Iterator[SnapshotChange]:
    for key in dict.fromkeys([*old, *new]):
        if not _is_same(old.get(key), new.get(key)):
            yield SnapshotChange(subject, *key, old.get(key), new.get(key))


def _is_same(old: Any, new: Any) -> bool:
    if isinstance(old, int | float) and isinstance(new, int | float):
        return abs(old - new) < _TOLERANCE
    return bool(old == new)


def _thresholds(figures: Figures) -> dict[str, Any]:
    return dict(figures["thresholds"])


def _marks(figures: Figures) -> dict[str, Any]:
    """How far each kind of data is approved: a state, or how many of how many are done."""
    return {
        mark["subject"]: mark["state"] or f"{mark['done']}/{mark['total']}"
        for mark in figures["marks"]
    }


def _of_regions(name: str) -> Callable[[Figures], dict[tuple[str, str], Any]]:
    return lambda figures: {(row["code"], ""): row[name] for row in figures["prevalence"]}


def _of_services(name: str) -> Callable[[Figures], dict[tuple[str, str], Any]]:
    return lambda figures: {
        (row["code"], row["item_code"]): row[name] for row in figures["coverage"]
    }


def _problems(figures: Figures) -> dict[tuple[str, str], Any]:
    return {(row["code"], ""): row["type"] for row in figures["problems"]}


def _lamps(figures: Figures) -> dict[tuple[str, str], Any]:
    code, budget = figures["region"]["code"], figures["budget"]
    return {(code, row["question"]): row["state"] for row in budget["lamps"]} if budget else {}


_ROWS = (
    ("prevalensi", _of_regions("prevalensi_pct")),
    ("cakupan", _of_services("cakupan_pct")),
    ("target", _of_services("target_pct")),
    ("masalah", _problems),
    ("anggaran", _lamps),
)
