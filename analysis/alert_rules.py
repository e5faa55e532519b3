"""Alerts from dates: stages that are late, commitments past their day or due soon.

No guideline fixes the cut-offs (`AlertRules`): they are dated defaults of ours.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.alerts import ATTENTION, COMMITMENT, LATE, NOTICE, URGENT, Alert
from analysis.readiness import StageStatus
from analysis.tasks import Duty, group_late


@dataclass(frozen=True, slots=True)
class AlertRules:
    """The cut-offs in force: days, percentage points, and the part of rises that may be chance."""

    urgent_late_days: int
    rise_points: float
    own_rise_points: float
    false_rises: float
    fall_points: float
    commitment_days: int


def find_late(
    board: Sequence[StageStatus], scope: str, duties: Collection[Duty], rules: AlertRules
) -> list[Alert]:
    """Late stages: the region's own one by one, those below it together by stage.

    Urgent where somebody with these duties is waited for, or once it is late for long.
    """
    found = []
    own = [status for status in board if status.place.code == scope]
    below = [status for status in board if status.place.code != scope]
    for code, groups in (("tahapan_sendiri", group_late(own)), ("tahapan", group_late(below))):
        found += [_tell_late(code, group, scope, duties, rules) for _, group in groups]
    return found


def _tell_late(
    code: str,
    group: Sequence[StageStatus],
    scope: str,
    duties: Collection[Duty],
    rules: AlertRules,
) -> Alert:
    ordered = sorted(group, key=lambda status: status.days_left or 0)
    first = ordered[0]
    days = -(first.days_left or 0)
    mine = any(
        (each.role, status.place.code, each.agency) in duties
        for status in group
        for each in status.waiting
    )
    awaited = dict.fromkeys(f"{each.role}:{each.agency}" for each in first.waiting)
    return Alert(
        LATE,
        URGENT if mine or days >= rules.urgent_late_days else ATTENTION,
        code,
        first.place.code if len(group) == 1 else scope,
        tuple((status.place.code, status.place.name) for status in ordered),
        {"hari": float(days), "banyak": float(len(group))},
        {
            "stage": first.stage.code,
            "year": str(first.year),
            "level": first.stage.level,
            "awaited": ",".join(awaited),
        },
        first.deadline.due.isoformat() if first.deadline else None,
        mine,
    )


def find_due(commitments: pd.DataFrame, scope: str, today: date, rules: AlertRules) -> list[Alert]:
    """Commitments past their day, and those due soon: the region's own, those below together.

    `commitments`: wilayah_code, name (of the region), year, office, statement, due_on (date), the
    oldest day first.
    """
    days = pd.Series([(today - due).days for due in commitments["due_on"]], commitments.index)
    own = commitments["wilayah_code"] == scope
    when = {"lewat": days > 0, "segera": (days <= 0) & (days >= -rules.commitment_days)}
    return [
        _tell_due(code, group, scope, today, rules)
        for code, due in when.items()
        for rows in (commitments[due & own], commitments[due & ~own])
        for _, group in rows.groupby("year", sort=True)
    ]


def _tell_due(code: str, group: pd.DataFrame, scope: str, today: date, rules: AlertRules) -> Alert:
    first = group.iloc[0]
    late = (today - first["due_on"]).days
    once = group.drop_duplicates("wilayah_code")
    places = tuple(zip(once["wilayah_code"].astype(str), once["name"].astype(str), strict=True))
    region = places[0][0] if len(places) == 1 else scope
    severity = URGENT if late >= rules.urgent_late_days else ATTENTION
    words = {
        "year": str(first["year"]),
        "place": "own" if places[0][0] == scope else "below",
        "office": str(first["office"] or ""),
        "statement": str(first["statement"]),
    }
    return Alert(
        COMMITMENT,
        NOTICE if code == "segera" else severity,
        code,
        region,
        places,
        {"banyak": float(len(group)), "hari": float(abs(late))},
        words,
        None if code == "segera" else first["due_on"].isoformat(),
    )
