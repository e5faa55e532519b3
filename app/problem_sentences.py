"""Sentences on problem places: why a place is what it is, and which settings said so."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from analysis.problem_figures import ProblemFigures, ServiceFigure
from analysis.problem_locations import FEW_CHILDREN, FEW_SERVICES, NO_COMPARISON, UNKNOWN
from analysis.problem_settings import BELOW_CUTOFF, UPPER_THIRD, WHO_HIGH, ProblemSettings
from app.format import format_count, format_date, format_number, format_pct, format_period
from app.items import find_item
from app.text import isian as entry_text
from app.text import lokasi as text
from app.text import lokus as lokus_text
from app.text.cakupan import SHORT_NAMES


def write_reason(figures: ProblemFigures, settings: ProblemSettings, parent_name: str) -> str:
    """Why a place has its type, in one sentence that names the figures.

    `parent_name`: the selected region, which a prevalence may be held against.
    """
    if figures.type == UNKNOWN:
        return _write_unknown(figures, settings, parent_name)
    prevalence = text.PREVALENCE_KNOWN.format(
        pct=format_pct(figures.prevalence_pct),
        stunted=format_count(figures.stunted),
        measured=format_count(figures.measured),
    )
    sentence = text.SENTENCE.format(
        prevalence=prevalence,
        compared=_write_comparison(figures, parent_name),
        services=_write_services(figures, settings),
        worst=_write_worst(figures.worst),
    )
    return sentence + (text.UNCERTAIN if figures.uncertain else "")


def _write_comparison(figures: ProblemFigures, parent_name: str) -> str:
    above, below = text.COMPARED[figures.high_rule]
    pattern = above if _is_high(figures) else below
    # Two decimals where one would make both figures look the same.
    shown = format_pct(figures.comparison_pct)
    if shown == format_pct(figures.prevalence_pct):
        shown = format_pct(figures.comparison_pct, 2)
    return pattern.format(parent=parent_name, pct=shown)


def _is_high(figures: ProblemFigures) -> bool:
    share, bound = figures.prevalence_pct or 0.0, figures.comparison_pct or 0.0
    at_least = figures.high_rule in {WHO_HIGH, UPPER_THIRD}
    return share >= bound if at_least else share > bound


def _write_services(figures: ProblemFigures, settings: ProblemSettings) -> str:
    pattern = (text.LOW_SERVICES if figures.low else text.ALL_GOOD)[settings.low]
    return pattern.format(
        low=format_count(figures.low),
        assessed=format_count(figures.assessed),
        cutoff=format_number(settings.cutoff_pct),
    )


def _write_worst(worst: Sequence[ServiceFigure]) -> str:
    return text.WORST.format(services=", ".join(map(_write_service, worst))) if worst else ""


def _write_service(service: ServiceFigure) -> str:
    words = {"service": name_item(service.item_code), "coverage": format_pct(service.coverage_pct)}
    if service.target_pct is None:
        return text.WORST_SERVICE_PLAIN.format(**words)
    target = f"{format_number(service.target_pct)} %"
    return text.WORST_SERVICE.format(**words, target=target)


def _write_unknown(figures: ProblemFigures, settings: ProblemSettings, parent_name: str) -> str:
    if figures.reason == NO_COMPARISON:
        return text.UNKNOWN_COMPARISON[figures.high_rule].format(parent=parent_name)
    pattern = text.UNKNOWN[figures.reason]
    if figures.reason == FEW_CHILDREN:
        minimum = format_count(settings.minimum_measured)
        return pattern.format(measured=format_count(figures.measured), minimum=minimum)
    if figures.reason == FEW_SERVICES:
        minimum, why = format_count(settings.minimum_services), _write_why_not(figures.unassessed)
        assessed = format_count(figures.assessed)
        return pattern.format(assessed=assessed, minimum=minimum, why=why)
    return pattern


def _write_why_not(unassessed: Mapping[str, int]) -> str:
    parts = [
        text.WHY_NOT_PARTS[reason].format(count=format_count(count))
        for reason, count in unassessed.items()
    ]
    return text.WHY_NOT.format(parts=", ".join(parts)) if parts else ""


def name_item(item_code: str) -> str:
    """A service or other item in short."""
    item = find_item(item_code)
    return item.short if item is not None else item_code


def write_needs(needs: Sequence[tuple[str, int]]) -> str:
    """People still to reach in a place's lowest services, one beside the other."""
    return text.JOIN.join(map(_write_need, needs)) if needs else text.NEED_NONE


def _name_short(item_code: str) -> str:
    return SHORT_NAMES.get(item_code) or name_item(item_code)


def _write_need(need: tuple[str, int]) -> str:
    item_code, count = need
    item = find_item(item_code)
    unit = item.unit if item is not None else ""
    words = text.NEED.format(service=_name_short(item_code), count=format_count(count), unit=unit)
    return words.strip()


def rests_on_few(firmness: str) -> bool:
    """Tell whether words of `write_firmness` say that a place has too few children."""
    return firmness.startswith(text.FIRM_FEW)


def write_firmness(changing: int, few: bool, steps: int) -> str:
    """How firm a place's type is."""
    parts = [text.FIRM_FEW] if few else []
    if changing:
        counted = {"count": format_count(changing), "steps": format_count(steps)}
        parts.append(text.FIRM_MOVED.format(**counted))
    return text.JOIN.join(parts) or text.FIRM


def write_high_rule(rule: str, settings: ProblemSettings) -> str:
    """What "tinggi" means, in words."""
    return text.HIGH_RULES[rule].format(pct=format_number(settings.who_high_pct))


def write_low_rule(settings: ProblemSettings) -> str:
    """What "rendah" means, with its cut-off where it has one."""
    if settings.low == BELOW_CUTOFF:
        return text.LOW_CUTOFF.format(pct=format_number(settings.cutoff_pct))
    return text.LOW_RULES[settings.low]


def write_settings(settings: ProblemSettings) -> str:
    """All settings in one line, for every print and export."""
    return text.SETTINGS_LINE.format(
        high=write_high_rule(settings.high, settings),
        low=write_low_rule(settings),
        most=format_pct(100 * settings.most_share, 0),
        services=format_count(settings.minimum_services),
        children=format_count(settings.minimum_measured),
    )


def write_step(field: str, value: object, settings: ProblemSettings) -> str:
    """One setting moved by one step, in words."""
    if field == "high":
        shown = write_high_rule(str(value), settings)
    elif field == "low":
        shown = text.LOW_RULES[str(value)]
    else:
        number = float(str(value))
        shown = format_number(100 * number, 0) if field == "most_share" else format_number(number)
    return text.FIELDS[field].format(value=shown)


def write_decree(sk_number: str, sk_date: date | None) -> str:
    """A decree by its number, and its date where it is stated."""
    if sk_date is None or sk_date is pd.NaT:
        return lokus_text.LOKUS_BY_SK.format(sk=sk_number)
    return lokus_text.LOKUS_BY_SK_DATE.format(sk=sk_number, date=format_date(sk_date))


def write_service_period(period: str) -> str:
    """A period of services in short: "Analisis situasi 2026", "Semester I 2026"."""
    year, _, half = period.partition("-")
    return entry_text.PERIODS_SHORT[half or "ansit"].format(year=year)


def describe_periods(period: str, source: str | None, measured: str | None) -> str:
    """Both periods in one line: of the services and of the prevalence beside them."""
    words = {"period": write_service_period(period)}
    if measured is None:
        return text.PAIRED_NONE.format(**words)
    return text.PAIRED.format(**words, source=source, measured=format_period(measured))
