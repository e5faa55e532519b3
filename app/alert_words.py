"""Alerts as sentences, and the page and selection on which each is mended."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from analysis.alerts import (
    COMMITMENT,
    CONTRADICTION,
    FALL,
    LATE,
    RISE,
    UNFUNDED,
    Alert,
    count_severities,
)
from app.coverage_words import name_period
from app.format import format_count, format_date, format_pct, format_period, format_points
from app.items import find_entry_stage, find_item
from app.text import peringatan as text
from app.text.cakupan import SHORT_NAMES
from app.text.narrative import join_names
from app.text.tahapan import ROLES
from data_access.reads.stage_definitions import read_stages

NameAgency = Callable[[str, str], str]
_REGION, _YEAR, _STAGE, _PERIOD = "wilayah", "tahun", "tahapan", "periode_layanan"
_SNAPSHOT, _MONTH, _COMPARE = "potret", "periode", "banding"
_KECAMATAN_LENGTH = 8
_MONTH_KINDS = (RISE,)


@dataclass(frozen=True, slots=True)
class AlertLink:
    """Where an alert is mended: a page by its name, and what its address says."""

    page: str
    query: dict[str, str]


def write_alert(alert: Alert, name_agency: NameAgency) -> str:
    """One alert as a sentence. `name_agency`: an agency's name by its code and region."""
    figures = {name: _write_figure(name, value) for name, value in alert.figures.items()}
    names = [name for _, name in alert.regions]
    words = {
        "names": join_names(names, text.PLACES_SHOWN),
        "stage": _name_stage(alert),
        "year": alert.words.get("year", ""),
        "level": text.LEVELS.get(alert.words.get("level", ""), ""),
        "awaited": _name_awaited(alert, name_agency),
        "period": _name_periods(alert),
        "compare": _name_period(alert, alert.words.get("compare", "")),
        "worst": _name_items(alert.words.get("worst", "")),
        "snapshot": alert.words.get("snapshot", ""),
        "statement": _shorten(alert.words.get("statement", "")),
        "office": _write_office(alert.words.get("office", "")),
    }
    return text.SENTENCES[alert.kind, alert.code].format(**words, **figures)


def write_since(alert: Alert) -> str:
    """Since when: a day, a period, or "" where nobody knows."""
    since = alert.since
    if since is None:
        return ""
    if is_day(since):
        return format_date(date.fromisoformat(since))
    if alert.kind == UNFUNDED:
        return alert.words.get("snapshot", since)
    return _name_period(alert, since)


def write_counts(alerts: list[Alert]) -> str:
    """How many alerts of each severity: "2 mendesak, 5 perlu perhatian."."""
    counts = [
        text.COUNT.format(count=format_count(count), severity=text.SEVERITIES[severity])
        for severity, count in count_severities(alerts).items()
        if count
    ]
    return text.COUNTS.format(counts=", ".join(counts))


def find_link(alert: Alert, pages: Collection[str]) -> AlertLink:
    """The page and the selection that mend an alert, for somebody who has these pages."""
    place = {_REGION: alert.region_code}
    words = alert.words
    if alert.kind == LATE:
        query = {_YEAR: words["year"], _STAGE: _name_stage(alert)}
        single = len(alert.regions) == 1
        return AlertLink("tahapan" if single else "kesiapan", place | query)
    if alert.kind == COMMITMENT:
        return AlertLink("rembuk", place | {_YEAR: words["year"]})
    if alert.kind == UNFUNDED:
        return AlertLink("anggaran", _choose_budget(alert))
    if alert.kind == FALL:
        return AlertLink("cakupan", place | {_PERIOD: name_period(words["period"])})
    if alert.kind == CONTRADICTION and alert.code != "diukur":
        return _link_entry(alert, enters="isian" in pages)
    query = {_MONTH: format_period(words["period"])}
    if words.get("compare"):
        query |= {_COMPARE: format_period(words["compare"])}
    return AlertLink("peta", place | query)


def _choose_budget(alert: Alert) -> dict[str, str]:
    """The budget that an alert is of; of several kabupaten the one that is named first."""
    if alert.code == "bawahan":
        return {_REGION: alert.regions[0][0]}
    return {_REGION: alert.region_code, _SNAPSHOT: alert.words["snapshot"]}


def _link_entry(alert: Alert, *, enters: bool) -> AlertLink:
    """The cells of the kecamatan where the first contradicting figure stands, or their coverage.

    A province is led to the coverage of the kabupaten.
    """
    period, place = alert.words["period"], alert.regions[0][0][:_KECAMATAN_LENGTH]
    found = find_entry_stage(period)
    if found is None or not enters or len(place) < _KECAMATAN_LENGTH:
        return AlertLink("cakupan", {_REGION: place, _PERIOD: name_period(period)})
    stage, year = found
    return AlertLink("isian", {_REGION: place, _YEAR: str(year), _STAGE: stage.name})


def _name_stage(alert: Alert) -> str:
    stage = read_stages().get(alert.words.get("stage", ""))
    return stage.name if stage else ""


def _name_awaited(alert: Alert, name_agency: NameAgency) -> str:
    """Who is waited for in the first place: "verifikator Puskesmas dan verifikator PLKB"."""
    region = alert.regions[0][0] if alert.regions else alert.region_code
    pairs = [each.split(":") for each in alert.words.get("awaited", "").split(",") if each]
    names = [
        text.AWAITED.format(role=ROLES[role], agency=name_agency(agency, region))
        for role, agency in pairs
    ]
    return join_names(names, text.PLACES_SHOWN)


def _name_period(alert: Alert, period: str) -> str:
    if not period:
        return ""
    is_month = alert.kind in _MONTH_KINDS or alert.code == "diukur"
    return format_period(period) if is_month else name_period(period)


def _name_periods(alert: Alert) -> str:
    periods = alert.words.get("periods") or alert.words.get("period", "")
    return ", ".join(_name_period(alert, each) for each in periods.split(",") if each)


def _name_items(codes: str) -> str:
    found = (find_item(code) for code in codes.split("+") if code)
    return " + ".join(SHORT_NAMES.get(item.code, item.short) for item in found if item)


def _shorten(statement: str) -> str:
    words = " ".join(statement.split()).rstrip(".")
    longest = text.STATEMENT_LENGTH
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def _write_office(office: str) -> str:
    return text.OFFICE.format(office=office) if office else ""


def _write_figure(name: str, value: float) -> str:
    if name.endswith("_pct"):
        return format_pct(value)
    return format_points(value, 1) if name == "poin" else format_count(value)


def is_day(since: str | None) -> bool:
    """Tell whether it is an ISO day; a period stands in the sentence itself."""
    return since is not None and len(since) == len("2026-01-15")
