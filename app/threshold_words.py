"""A cut-off as a sentence: its value and unit, whose it is, since when, and why."""

from typing import Any

from app.format import format_number, format_period
from app.text import bagaimana as text
from data_access import reference


def describe_threshold(name: str) -> str:
    """One row of `reference/ambang.toml` in words; raises KeyError for an unknown name."""
    entry = reference.read_threshold_row(name)
    official = reference.read_citation(entry["sumber"])["resmi"]
    return text.THRESHOLD.format(
        value=_write_value(entry["nilai"]),
        unit=entry["satuan"],
        source=text.OFFICIAL if official else text.OURS,
        since=format_period(entry["berlaku_sejak"]),
        reason=entry["alasan"],
    )


def _write_value(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    return "; ".join(each if isinstance(each, str) else format_number(each) for each in values)
