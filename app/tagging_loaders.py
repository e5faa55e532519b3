"""Cached questions about tagging; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it. Only the lines of
the sub kegiatan that somebody works on are read, since a whole budget has tens of thousands.
"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from analysis.budget_suggestions import join_texts, suggest_activities, suggest_items, suggest_kinds
from app.actions.penandaan import Snapshot
from app.budget_loaders import load_snapshots
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from app.tagging_drafts import to_drafts
from app.tagging_reuse import Before
from data_access import reference
from data_access.reads import anggaran, penandaan, penandaan_sebelumnya

__all__ = ["Snapshot", "load_snapshots"]


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _activities(key: Key, snapshot: Snapshot) -> pd.DataFrame:
    return read_tagging_activities(load_engine(), snapshot)


def read_tagging_activities(engine: Engine, snapshot: Snapshot) -> pd.DataFrame:
    """See `load_activities`."""
    rows = anggaran.read_activities(engine, snapshot)
    sums = penandaan.read_tagged_sums(engine, snapshot)
    joined = rows.merge(sums, how="left", on="subkegiatan_id")
    counts = {name: joined[name].fillna(0).astype("int64") for name in ("tagged_idr", "tag_count")}
    reasons = suggest_activities(rows, reference.read_table("saran_layanan"))
    marked = joined["is_marked"].map(lambda value: None if pd.isna(value) else bool(value))
    wanted = [
        mark is True or count > 0 or (mark is not False and bool(why))
        for mark, count, why in zip(marked, joined["tagged_count"], reasons, strict=True)
    ]
    return joined.assign(
        **counts, reasons=reasons.to_list(), is_marked=marked.astype(object), is_offered=wanted
    )


def load_activities(snapshot: Snapshot) -> pd.DataFrame:
    """The sub kegiatan of a snapshot, see `read_activities`, and what is proposed of them.

    Added: tagged_idr, tag_count, reasons (codes of `suggest_activities`), is_offered (proposed and
    not refused, chosen, or with tags).
    """
    return _activities(topic_key("anggaran"), snapshot)


@st.cache_resource(max_entries=SMALL // 4, show_spinner=False)
def _lines(key: Key, snapshot: Snapshot, ids: tuple[int, ...]) -> pd.DataFrame:
    rows = anggaran.read_lines(load_engine(), snapshot, subkegiatan_ids=ids)
    texts = join_texts(rows, ["description", "subkegiatan_name"])
    services = suggest_items(texts, reference.read_table("saran_layanan"))
    by_line = services.groupby("at", sort=False)["item_code"].agg(tuple).to_dict()
    kinds = suggest_kinds(rows["account_code"], reference.read_table("jenis_belanja"))
    tags = to_drafts(_tags(key, snapshot, ids))
    carried = set(_tags(key, snapshot, ids).dropna(subset=["carried_from_id"])["line_id"])
    return rows.assign(
        items=[by_line.get(label, ()) for label in rows.index],
        account_kind=kinds["kind"],
        account_reason=kinds["reason"],
        tags=[tags.get(number, ()) for number in rows["line_id"]],
        is_carried=rows["line_id"].isin(carried),
    )


def load_lines(snapshot: Snapshot, ids: tuple[int, ...]) -> pd.DataFrame:
    """The lines of some sub kegiatan, see `read_lines`, with what is proposed and tagged.

    Added: items (codes of proposed services), account_kind, account_reason (the kind that the
    account proposes, "" where none), tags (drafts), is_carried (tags came from the budget before).
    """
    return _lines(topic_key("anggaran"), snapshot, ids)


@st.cache_resource(max_entries=SMALL // 4, show_spinner=False)
def _tags(key: Key, snapshot: Snapshot, ids: tuple[int, ...]) -> pd.DataFrame:
    return penandaan.read_tags_of_activities(load_engine(), snapshot, ids)


@st.cache_resource(max_entries=SMALL // 4, show_spinner=False)
def _before(key: Key, snapshot: Snapshot, ids: tuple[int, ...]) -> dict[int, Before]:
    earlier = load_earlier(snapshot)
    if earlier is None:
        return {}
    engine = load_engine()
    lines = penandaan_sebelumnya.read_earlier_lines(engine, snapshot, earlier, ids)
    tags = to_drafts(
        penandaan_sebelumnya.read_earlier_tags(engine, list(lines["before_id"])), "before_id"
    )
    return {
        int(row["line_id"]): Before(
            int(row["before_total_idr"]),
            None if pd.isna(row["before_volume"]) else float(row["before_volume"]),
            tags.get(int(row["before_id"]), ()),
        )
        for row in lines.to_dict("records")
    }


def load_before(snapshot: Snapshot, ids: tuple[int, ...]) -> Mapping[int, Before]:
    """What the earlier snapshot said of the same lines, by line; new lines are not there."""
    return _before(topic_key("anggaran"), snapshot, ids)


def load_earlier(snapshot: Snapshot) -> Snapshot | None:
    """The snapshot with which one is compared, None where there is none."""
    return penandaan_sebelumnya.find_earlier(load_snapshots(snapshot.wilayah_code), snapshot)
