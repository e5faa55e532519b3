"""From what is known of a region to the alerts of one person, or of a digest: each thing once."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from analysis.alert_places import Named
from analysis.alert_prevalence import find_overcounted, find_rises
from analysis.alert_rules import AlertRules, find_due, find_late
from analysis.alert_services import (
    find_contradictions,
    find_falls,
    find_unfunded,
    find_unfunded_below,
)
from analysis.alerts import Alert, order_alerts
from analysis.readiness import StageStatus
from analysis.tasks import Duty
from app.access import Account
from app.alert_figures import ServiceGround
from app.budget_words import name_snapshot
from app.problem_figures import is_inside
from data_access import reference
from data_access.reads.stage_definitions import read_items_of_parties

_KECAMATAN_LENGTH = 8
_RECORDERS = frozenset({"setcam", "bappeda"})


@dataclass(frozen=True, slots=True)
class Viewer:
    """For whom alerts are made.

    `duties`: as in `analysis.tasks`. `agencies`, `items`: what concerns them, None: everything.
    """

    duties: frozenset[Duty] = field(default_factory=frozenset)
    agencies: frozenset[str] | None = None
    items: frozenset[str] | None = None

    @property
    def limits(self) -> tuple[tuple[Hashable, ...] | None, ...]:
        """All that tells one viewer from another, in an order: for the keys of caches."""
        agencies, items = (
            None if each is None else tuple(sorted(each)) for each in (self.agencies, self.items)
        )
        return tuple(sorted(self.duties)), agencies, items


@dataclass(frozen=True, slots=True)
class Measured:
    """A region table of the regions inside a scope, its own figures, and both periods."""

    table: pd.DataFrame
    own: pd.Series | None
    period: str
    compare: str | None


@dataclass(frozen=True, slots=True)
class AlertGround:
    """All that alerts of one region are made from; what is unknown is None or empty."""

    scope: Named
    today: date
    board: Sequence[StageStatus]
    measured: Measured | None
    services: ServiceGround | None
    commitments: pd.DataFrame


def make_viewer(
    person: Account, duties: frozenset[Duty], responsible: Mapping[str, Collection[str]]
) -> Viewer:
    """What a person is told: their own agencies' matters, or all where a role of theirs sees all.

    `responsible`: the items for which each agency of the kabupaten answers.
    """
    own_only = set(reference.read_threshold("peringatan_pihak_sendiri"))
    if not person.grants or any(grant.role not in own_only for grant in person.grants):
        return Viewer(duties)
    agencies = frozenset(grant.agency for grant in person.grants)
    entered = read_items_of_parties()
    items = frozenset(
        item for each in agencies for item in (*entered.get(each, ()), *responsible.get(each, ()))
    )
    # An agency without a service of its own looks at the region as a whole.
    return Viewer(duties, agencies, items or None)


def list_alerts(ground: AlertGround, viewer: Viewer, rules: AlertRules) -> list[Alert]:
    """The alerts of a region for one viewer, each once, the most pressing first."""
    late = list_late(ground.board, ground.scope[0], viewer, rules)
    return order_alerts([*late, *list_found(ground, viewer, rules)])


def list_found(ground: AlertGround, viewer: Viewer, rules: AlertRules) -> list[Alert]:
    """The alerts from figures and commitments, without those from stages, in no order."""
    return [
        *_list_measured(ground, rules),
        *_list_services(ground, viewer, rules),
        *_list_due(ground, viewer, rules),
    ]


def list_late(
    stages: Sequence[StageStatus], scope: str, viewer: Viewer, rules: AlertRules
) -> list[Alert]:
    """The alerts from stages that are late, of those that concern the viewer."""
    board = [
        status
        for status in stages
        if viewer.agencies is None or any(each.agency in viewer.agencies for each in status.waiting)
    ]
    return find_late(board, scope, viewer.duties, rules)


def _list_measured(ground: AlertGround, rules: AlertRules) -> list[Alert]:
    measured, scope = ground.measured, ground.scope
    if measured is None:
        return []
    found = find_overcounted(measured.table, scope[0], measured.period)
    if measured.compare is not None:
        periods = (measured.period, measured.compare)
        found += find_rises(measured.table, measured.own, scope, periods, rules)
    return found


def _list_services(ground: AlertGround, viewer: Viewer, rules: AlertRules) -> list[Alert]:
    services, code = ground.services, ground.scope[0]
    if services is None:
        return []
    found: list[Alert] = []
    if services.before is not None:
        now = _keep_level(_keep(services.now, code, viewer), code)
        periods = (services.period, services.before)
        found += find_falls(now, services.earlier, ground.scope, periods, rules)
    findings = _keep_findings(services.findings, code, viewer)
    mine = _list_own_cells(viewer)
    found += find_contradictions(findings, services.names, code, mine)
    if services.snapshot is not None:
        kept, snapshot = _keep(services.unfunded, code, viewer), services.snapshot
        label = name_snapshot(snapshot)
        found += find_unfunded(kept, services.names, code, snapshot.year, label)
    else:
        kept = _keep(services.unfunded, code, viewer)
        found += find_unfunded_below(kept, services.names, code, ground.today.year)
    return found


def _keep(rows: pd.DataFrame, code: str, viewer: Viewer) -> pd.DataFrame:
    """Rows of a region and of those inside it, of the services that concern the viewer."""
    if rows.empty:
        return rows
    inside = rows["region_code"].map(lambda each: is_inside(each, code))
    if viewer.items is not None:
        inside &= rows["item_code"].isin(viewer.items)
    return rows[inside.astype(bool)]


def _keep_level(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    """The region's own rows and those right below it: a fall is told once, not at every level."""
    below = {2: "kabupaten", 5: "kecamatan", 8: "desa"}[len(code)]
    return rows[(rows["region_code"] == code) | (rows["level"] == below)]


def _keep_findings(findings: pd.DataFrame, code: str, viewer: Viewer) -> pd.DataFrame:
    inside = findings["unit_code"].map(lambda each: is_inside(each, code)).astype(bool)
    kept, items = findings[inside], viewer.items
    if items is None or kept.empty:
        return kept
    touched = (kept["item_code"] + "+" + kept["compared_with"]).str.split("+")
    return kept[[not items.isdisjoint(each) for each in touched]]


def _list_own_cells(viewer: Viewer) -> frozenset[tuple[str, str]]:
    entered = read_items_of_parties()
    return frozenset(
        (region, item)
        for role, region, agency in viewer.duties
        if role == "operator" and len(region) == _KECAMATAN_LENGTH
        for item in entered.get(agency, ())
    )


def _list_due(ground: AlertGround, viewer: Viewer, rules: AlertRules) -> list[Alert]:
    """Commitments are followed up by those who record meetings; who sees all watches them."""
    if viewer.agencies is not None and not viewer.agencies & _RECORDERS:
        return []
    return find_due(ground.commitments, ground.scope[0], ground.today, rules)
