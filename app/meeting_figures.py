"""The figures of a meeting as tables and sentences, from a snapshot alone."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.budget_lamps import Lamp
from analysis.problem_settings import ProblemSettings
from app.budget_words import write_sentence
from app.coverage_words import name_service
from app.format import MISSING, format_count, format_number, format_pct, format_points
from app.meeting_budget import lamp_from
from app.meeting_changes import SnapshotChange
from app.problem_figures import settings_from
from app.problem_sentences import describe_periods, write_settings
from app.text import anggaran as budget_text
from app.text import cakupan as coverage_text
from app.text import lokasi as problem_text
from app.text import rembuk as text
from app.text import tahapan as stage_text

Figures = Mapping[str, Any]
_PERCENT = frozenset({"prevalensi", "cakupan", "target"})


def describe_basis(figures: Figures) -> list[str]:
    """Which periods, how far approved, by which settings: for the screen and every document."""
    lines = []
    if figures["period"] is not None:
        source = figures["source"] or ""
        lines.append(describe_periods(figures["period"], source, figures["measured"]))
    marks = [text.MARKS[m["subject"]].format(words=_write_mark(m)) for m in figures["marks"]]
    lines += [" · ".join(marks)] if marks else []
    settings = read_settings(figures)
    if settings is not None:
        origin = _write_origin(figures)
        lines.append(text.SETTINGS.format(settings=write_settings(settings), origin=origin))
    return lines


def read_settings(figures: Figures) -> ProblemSettings | None:
    """The settings that a snapshot was made with, None for those of an older form."""
    return settings_from(figures["settings"]["values"])


def tabulate_places(figures: Figures) -> pd.DataFrame:
    """Prevalence of the region and of those one level down, in words."""
    columns = text.PLACES_COLUMNS
    return pd.DataFrame(
        [
            {
                columns["name"]: name_place(figures, row["code"]),
                columns["prevalence"]: format_pct(row["prevalensi_pct"]),
                columns["stunted"]: format_count(row["pembilang_jiwa"]),
                columns["measured"]: format_count(row["penyebut_jiwa"]),
            }
            for row in figures["prevalence"]
        ]
    )


def tabulate_services(figures: Figures, code: str) -> pd.DataFrame:
    """The services of one region, in words."""
    columns = text.SERVICES_COLUMNS
    return pd.DataFrame(
        [
            {
                columns["service"]: name_service(row["item_code"]),
                columns["coverage"]: format_pct(row["cakupan_pct"]),
                columns["target"]: format_pct(row["target_pct"], missing="-"),
                columns["status"]: coverage_text.STATUS_WORDS[row["status"]],
                columns["need"]: format_count(row["perlu_dijangkau"], missing="-"),
            }
            for row in figures["coverage"]
            if row["code"] == code
        ]
    )


def list_problems(figures: Figures) -> list[str]:
    """Problem places with their reasons, a sentence each."""
    return [
        text.PROBLEM_LINE.format(
            type=problem_text.TYPES_SHORT[row["type"]],
            place=name_place(figures, row["code"]),
            reason=row["reason"],
        )
        for row in figures["problems"]
    ]


def list_lagging(figures: Figures) -> list[str]:
    """The services of the region that lag, the worst first, a sentence each."""
    return [
        text.LAGGING_LINE.format(
            service=name_service(row["item_code"]),
            coverage=format_pct(row["cakupan_pct"]),
            target=format_pct(row["target_pct"]),
            points=format_points(row["selisih_poin"], 1),
        )
        for row in figures["lagging"]
    ]


def name_budget(budget: Figures) -> str:
    """The budget that the lamps are about: "APBD murni 2026"."""
    pattern = budget_text.KINDS_OF_SNAPSHOT[budget["kind"]]
    return pattern.format(year=budget["year"])


def list_lamps(budget: Figures) -> list[str]:
    """The three answers on the budget, a sentence each."""
    return [_write_lamp(lamp_from(row)) for row in budget["lamps"]]


def tabulate_changes(
    changes: Sequence[SnapshotChange], frozen: Figures, now: Figures
) -> pd.DataFrame:
    """What has changed since the figures were frozen, in words."""
    columns = text.CHANGE_COLUMNS
    names = {"names": {**now["names"], **frozen["names"]}}
    return pd.DataFrame(
        [
            {
                columns["subject"]: text.CHANGE_SUBJECTS[each.subject],
                columns["place"]: name_place(names, each.code),
                columns["item"]: _name_item(each),
                columns["old"]: _write_value(each, each.old),
                columns["new"]: _write_value(each, each.new),
            }
            for each in changes
        ]
    )


def name_place(figures: Figures, code: str) -> str:
    """A region by the name that it had."""
    return str(figures["names"].get(code, code))


def _write_lamp(lamp: Lamp) -> str:
    question, sentence = budget_text.QUESTIONS[lamp.question], write_sentence(lamp)
    if lamp.reason:
        return text.LAMP_DARK.format(question=question, sentence=sentence)
    word = budget_text.LAMP_WORDS[lamp.question][lamp.state]
    return text.LAMP.format(question=question, word=word, sentence=sentence)


def _write_mark(mark: Figures) -> str:
    if mark["state"] is not None:
        return stage_text.STATES[mark["state"]]
    done, total = format_count(mark["done"]), format_count(mark["total"])
    return text.MARK_SHARE.format(done=done, total=total)


def _write_origin(figures: Figures) -> str:
    settings = figures["settings"]
    if settings["origin"] == "bawaan":
        return text.ORIGIN_DEFAULT
    return text.ORIGIN_OWN.format(
        name=name_place(figures, settings["owner"]), reason=settings["reason"]
    )


def _name_item(change: SnapshotChange) -> str:
    if change.subject == "setelan":
        return text.SETTING_NAMES.get(change.item, change.item)
    if change.subject == "persetujuan":
        return text.MARK_NAMES[change.item]
    if change.subject == "anggaran":
        return budget_text.QUESTIONS[change.item]
    return name_service(change.item) if change.item else ""


def _write_value(change: SnapshotChange, value: Any) -> str:
    if change.subject == "masalah":
        return problem_text.TYPES_SHORT[value] if value else text.NO_PROBLEM
    if value is None:
        return MISSING if change.subject in _PERCENT else text.NOTHING
    if change.subject == "persetujuan":
        return stage_text.STATES.get(value, str(value))
    if change.subject in _PERCENT:
        return format_pct(value, 2 if change.subject != "target" else 1)
    if change.subject == "anggaran":
        return budget_text.LAMP_WORDS[change.item][value]
    return _write_setting(change.item, value)


def _write_setting(item: str, value: Any) -> str:
    if item == "high":
        rule = problem_text.HIGH_RULES[value]
        return str(value) if "{" in rule else rule
    if item == "low":
        return problem_text.LOW_RULES[value]
    if isinstance(value, list):
        return "; ".join(format_number(each) for each in value)
    return format_number(value) if isinstance(value, int | float) else str(value)
