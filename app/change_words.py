"""A row of history in words: which table, which row, what it was and what it became."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.actions.riwayat import HistoryRow
from app.change_subjects import NAMED, NameRegion, name_subject
from app.format import format_count, format_number
from app.text import riwayat as text
from app.text import tahapan as stage_text
from app.text.accounts import ROLE_NAMES
from data_access.reads.riwayat import read_field_words
from data_access.reads.stage_definitions import read_agency_names

Content = Mapping[str, Any]
# Of no use to a reader: numbers of rows, stamps that the row's own line repeats, checksums.
_HIDDEN = frozenset(
    {
        *("id", "version", "updated_by", "updated_at", "uploaded_by", "uploaded_at", "at"),
        *("actor", "batch_id", "content_sha256", "file_sha256", "report", "options", "media_type"),
        *("pengguna_id", "tahapan_id", "imported_by", "imported_at", "replaced_by_id"),
        *("header_sha256", "is_demo", "geometry"),
    }
)


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One row of history for a reader; `before` and `after` hold what differs, or the whole row."""

    table: str
    subject: str
    action: str
    before: str
    after: str


def describe_row(row: HistoryRow, name_region: NameRegion) -> ChangeWords:
    """Write one row of history; `name_region` gives a region's name for its code."""
    names = _list_fields(row)
    return ChangeWords(
        text.TABLES.get(row.table, row.table),
        name_subject(row, name_region),
        text.ACTIONS[row.action],
        _write_fields(row, row.before, names),
        _write_fields(row, row.after, names),
    )


def _list_fields(row: HistoryRow) -> list[str]:
    """The columns that tell something: those that differ, or all that are not the subject's."""
    if row.before is None or row.after is None:
        content = row.after or row.before or {}
        hidden = _HIDDEN | NAMED.get(row.table, frozenset())
        return [name for name, value in content.items() if name not in hidden and value is not None]
    return [
        name
        for name in row.after
        if name not in _HIDDEN and row.before.get(name) != row.after[name]
    ]


def _write_fields(row: HistoryRow, content: Content | None, names: list[str]) -> str:
    if content is None:
        return ""
    if row.table == "isian":
        value = content["value"]
        return text.EMPTY_CELL if value is None else format_count(value)
    if not names:
        return text.UNCHANGED
    return text.JOIN.join(
        text.FIELD.format(name=_name_field(row.table, name), value=_write(name, content.get(name)))
        for name in names
    )


def _name_field(table: str, name: str) -> str:
    return text.FIELDS.get(name) or _schema_words(table).get(name, name)


@cache
def _schema_words(table: str) -> Mapping[str, str]:
    """The schema's own words for columns, up to their first comma or semicolon."""
    return {
        name: comment.split(";")[0].split(",")[0].lower()
        for name, comment in read_field_words(table).items()
    }


def _write(name: str, value: Any) -> str:
    if value is None or value == "":
        return text.EMPTY
    if isinstance(value, bool) or name in {"active", "must_change"}:
        return text.YES if value else text.NO
    if isinstance(value, int) and name != "year":
        return format_count(value)
    if isinstance(value, float):
        return format_number(value)
    if isinstance(value, dict):
        return text.JOIN.join(
            text.FIELD.format(name=text.FIELDS.get(key, key), value=each)
            for key, each in value.items()
        )
    return str(_words_for(name).get(str(value), value))


def _words_for(name: str) -> Mapping[str, str]:
    """The words for a column's codes, none where it holds plain text."""
    if name == "role":
        return ROLE_NAMES
    if name == "agency":
        return read_agency_names()
    return stage_text.STATES if name == "state" else {}
