"""Saving tags and what stands in the way: one press, one token; somebody else's changes."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from app import entry_loaders, loaders
from app.access import Account
from app.actions.penandaan import LineTags, Snapshot, TagConflict, store_tags
from app.components.tagging_lines import forget_chosen
from app.components.tagging_messages import end_with, keep_message
from app.format import escape_markdown, format_count
from app.stage_words import write_moment
from app.tagging_drafts import Plan, rebase_lines
from app.tagging_words import write_tags
from app.text import penandaan as text
from app.text.screens import DASH

_PENDING = "_penandaan_bentrok"
_TOKEN = "_penandaan_token"  # noqa: S105 - stands for a form, opens nothing


@dataclass(frozen=True, slots=True)
class Saver:
    """Who saves into which agency's lines of which budget; words for the lines."""

    person: Account
    snapshot: Snapshot
    owner_code: str
    descriptions: Mapping[int, str]
    places: Mapping[str, str]

    def save(self, plan: Plan, done: str) -> None:
        """Store a plan and draw everything anew, or keep the conflicts for the person to settle."""
        _store(self, plan.lines, done)


@dataclass(slots=True)
class _Pending:
    snapshot: Snapshot
    owner_code: str
    lines: tuple[LineTags, ...]
    conflicts: tuple[TagConflict, ...]
    done: str
    descriptions: Mapping[int, str] = field(default_factory=dict)


def _store(saver: Saver, lines: tuple[LineTags, ...], done: str) -> None:
    token = st.session_state.setdefault(_TOKEN, secrets.token_hex(8))
    forget_chosen()

    result = end_with(
        lambda: store_tags(loaders.load_engine(), saver.person, saver.snapshot, lines, token),
        saver.owner_code,
        done,
        saver.descriptions,
    )
    if result is not None:
        st.session_state[_PENDING] = _Pending(
            saver.snapshot,
            saver.owner_code,
            lines,
            result.outcome.conflicts,
            done,
            saver.descriptions,
        )
        st.rerun()


def draw_pending(saver_of: Callable[[Mapping[int, str]], Saver], owner_code: str) -> bool:
    """Draw lines that somebody else changed meanwhile with the choice; tells whether there are."""
    pending: _Pending | None = st.session_state.get(_PENDING)
    if pending is None or pending.owner_code != owner_code:
        return False
    saver = saver_of(pending.descriptions)
    if saver.snapshot != pending.snapshot:
        return False
    count = format_count(len(pending.conflicts))
    st.warning(text.CONFLICT_TITLE.format(count=count), icon=":material/sync_problem:")
    st.text(text.CONFLICT_INTRO)
    st.dataframe(
        _tabulate(pending, saver.places), hide_index=True, width="stretch", placeholder=DASH
    )
    _draw_choice(saver, pending)
    return True


def _tabulate(pending: _Pending, places: Mapping[str, str]) -> pd.DataFrame:
    names, columns = entry_loaders.load_person_names(), text.CONFLICT_COLUMNS
    rows = [
        {
            columns["description"]: pending.descriptions.get(
                each.ours.line_id, text.NO_DESCRIPTION
            ),
            columns["theirs"]: write_tags(each.theirs, places) or text.STATES[each.status],
            columns["ours"]: write_tags(each.ours.tags, places) or text.STATES[each.ours.status],
            columns["who"]: names.get(each.who or "", each.who) or text.CONFLICT_WHO_UNKNOWN,
            columns["when"]: write_moment(each.at, pending.owner_code) if each.at else None,
        }
        for each in pending.conflicts
    ]
    return pd.DataFrame(rows)


def _draw_choice(saver: Saver, pending: _Pending) -> None:
    moved = {each.ours.line_id: each.version for each in pending.conflicts}
    rest = tuple(line for line in pending.lines if line.line_id not in moved)
    label = text.CONFLICT_THEIRS
    if rest:
        label = text.CONFLICT_THEIRS_REST.format(count=format_count(len(rest)))
    with st.container(horizontal=True):
        if st.button(text.CONFLICT_OURS, key="penandaan_pakai_saya", type="primary"):
            del st.session_state[_PENDING]
            _store(saver, rebase_lines(pending.lines, moved), pending.done)
        if st.button(escape_markdown(label), key="penandaan_pakai_mereka"):
            del st.session_state[_PENDING]
            if rest:
                _store(saver, rest, pending.done)
            keep_message("info", text.CONFLICT_KEPT)
            st.rerun()
