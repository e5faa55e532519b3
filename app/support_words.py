"""Words about regulations and publications: names of stages, of a row, tables to be read."""

from collections.abc import Iterable

import pandas as pd

from analysis.support import EVERY_STAGE, find_unsupported
from app.actions.dukungan import Draft, RegulationDraft, Support, list_stages
from app.format import format_date
from app.text import dukungan as text
from app.text.tahapan import SHORT_NAMES

_DATES = {"regulasi": "dated_on", "publikasi": "published_on"}


def name_stage(short: str) -> str:
    """A stage by its short name; "semua" is all of them."""
    return text.ALL_STAGES if short == EVERY_STAGE else SHORT_NAMES.get(short, short)


def name_row(kind: str, row: Support | Draft) -> str:
    """A regulation or publication in a list: its kind, and its number or title."""
    name = getattr(row, "number", None) or getattr(row, "title", "")
    return text.PICK_OPTION.format(kind=text.KINDS[kind].get(row.kind, row.kind), name=name)


def name_draft(draft: Draft) -> str:
    """What a regulation is about, or the publication's link, in its card's second line."""
    return draft.subject if isinstance(draft, RegulationDraft) else draft.link or text.NO_LINK


def tabulate_list(kind: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a region in words, in the columns of the page's table."""
    columns = text.LIST_COLUMNS[kind]
    date_column = _DATES[kind]
    words = rows.assign(
        kind=rows["kind"].map(text.KINDS[kind]),
        stage=[name_stage(stage) for stage in rows["stage"]],
        file_count=rows["file_count"].astype("Int64").replace(0, pd.NA),
        **{date_column: [format_date(day, text.NO_VALUE) for day in rows[date_column]]},
    )
    return words[list(columns)].rename(columns=columns)


def find_uncovered(stages: Iterable[str], region_code: str) -> tuple[str, ...]:
    """Names of a region's stages that none of some rows supports."""
    missing = find_unsupported(set(stages), list_stages(region_code))
    return tuple(name_stage(stage) for stage in missing)


def count_unproven(kind: str, rows: pd.DataFrame) -> int:
    """How many rows have no file yet; a publication's link proves it as well."""
    bare = rows["file_count"] == 0
    return int((bare & rows["link"].isna()).sum() if kind == "publikasi" else bare.sum())
