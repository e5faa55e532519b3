"""What the tagging page's tables show of lines: their states, their tags, what is to be saved."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.budget_suggestions import join_texts
from app.actions.penandaan import LineTags
from app.tagging_drafts import OPEN, TAGGED, Line
from app.tagging_reuse import Before
from app.tagging_words import label_service, name_place, name_service, write_tags
from app.text import penandaan as text

CHANGED, CARRIED = "berubah", "terbawa"


def add_states(lines: pd.DataFrame, before: Mapping[int, Before]) -> pd.DataFrame:
    """Lines with `state`: their status, or that a tagged line of the earlier budget changed.

    Also `old_tags` and `before_idr` of such lines: what the earlier budget said.
    """
    rows = zip(lines["line_id"], lines["status"], strict=True)
    states = [
        CHANGED if status == OPEN and number in before and before[number].tags else status
        for number, status in rows
    ]
    changed = [
        before[number] if state == CHANGED else None
        for number, state in zip(lines["line_id"], states, strict=True)
    ]
    totals = [each.total_idr if each else None for each in changed]
    return lines.assign(
        state=states,
        old_tags=[each.tags if each else () for each in changed],
        before_idr=pd.Series(totals, index=lines.index, dtype="Int64"),
    )


def filter_lines(lines: pd.DataFrame, words: str, state: str | None, kind: str) -> pd.DataFrame:
    """Lines whose text holds every word, of one state (None: all) and proposed kind ("": all)."""
    kept = pd.Series(True, index=lines.index)
    if state is not None:
        kept &= lines["state"] == state
    if kind:
        kept &= lines["account_kind"] == (kind if kind in text.KINDS else "")
    if words.strip():
        names = ["description", "account_code", "account_name", "fund", "subkegiatan_name"]
        joined = join_texts(lines, names).str.casefold()
        for word in words.casefold().split():
            kept &= joined.str.contains(word, regex=False)
    return lines[kept].reset_index(drop=True)


def tabulate_lines(lines: pd.DataFrame, places: Mapping[str, str]) -> pd.DataFrame:
    """Lines in words, by the keys of `text.LINE_COLUMNS`; columns without content are left out."""
    rows = list(lines.itertuples(index=False))
    accounts = zip(lines["account_code"], lines["account_name"], strict=True)
    table = pd.DataFrame(
        {
            "state": [_name_state(row) for row in rows],
            "description": lines["description"].fillna(text.NO_DESCRIPTION),
            "total_idr": lines["total_idr"],
            "before_idr": lines["before_idr"].astype("float64"),
            "tags": [_write_tags(row, places) for row in rows],
            "proposal": [_write_proposal(row) for row in rows],
            "coefficient": lines["coefficient"],
            "unit_price_idr": lines["unit_price_idr"].astype("float64"),
            "account": [
                text.ACCOUNT.format(code=code, name=name or "").strip() for code, name in accounts
            ],
            "activity": lines["subkegiatan_name"],
            "fund": lines["fund"],
        }
    )
    is_idle = {
        "activity": lines["subkegiatan_id"].nunique() <= 1,
        "before_idr": bool(lines["before_idr"].isna().all()),
    }
    return table.drop(columns=[name for name, idle in is_idle.items() if idle])


def _name_state(row: Any) -> str:
    return text.STATES[CARRIED if row.state == TAGGED and row.is_carried else row.state]


def _write_tags(row: Any, places: Mapping[str, str]) -> str | None:
    if row.old_tags:
        return text.TAG_OLD.format(tags=write_tags(row.old_tags, places))
    return write_tags(row.tags, places) or None


def _write_proposal(row: Any) -> str | None:
    named = [label_service(item) for item in row.items]
    kind = [text.KINDS[row.account_kind]] if row.account_kind else []
    return " · ".join([*named, *kind]) or None


def to_lines(rows: pd.DataFrame) -> tuple[Line, ...]:
    """Rows of `app.tagging_loaders.load_lines` as lines to tag."""
    return tuple(
        Line(
            int(row["line_id"]),
            int(row["version"]),
            str(row["status"]),
            int(row["total_idr"]),
            None if pd.isna(row["volume"]) else float(row["volume"]),
            row["items"],
            str(row["account_kind"]),
            row["tags"],
        )
        for row in rows.to_dict("records")
    )


def describe_lines(rows: pd.DataFrame) -> dict[int, str]:
    """What each line is called in sentences, by its number."""
    described = rows["description"].fillna(text.NO_DESCRIPTION)
    return {
        int(number): str(words) for number, words in zip(rows["line_id"], described, strict=True)
    }


def tabulate_plan(
    lines: Iterable[LineTags], descriptions: Mapping[int, str], places: Mapping[str, str], most: int
) -> pd.DataFrame:
    """The first tags that a save would store, by the keys of `text.PREVIEW_COLUMNS`."""
    rows = [
        {
            "description": descriptions.get(line.line_id, text.NO_DESCRIPTION),
            "service": name_service(tag.item_code),
            "group": tag.target_group or text.NO_GROUP,
            "place": name_place(tag.place_code, places),
            "kind": text.KINDS[tag.kind],
            "amount_idr": tag.amount_idr,
            "note": text.TAG_DIVIDED if tag.is_divided else None,
        }
        for line in lines
        for tag in line.tags
    ]
    return pd.DataFrame(rows[:most], columns=list(text.PREVIEW_COLUMNS))
