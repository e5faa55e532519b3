"""The older national targets: taken over only on purpose, with a reason that is kept."""

import secrets
from collections.abc import Callable

import streamlit as st

from app import loaders, target_loaders
from app.access import Account, NotAllowedError
from app.actions.target import TargetPlace, TargetResult, adopt_old_targets, drop_old_targets
from app.components.targets_review import keep_message, write_locked
from app.format import format_count
from app.target_items import OLD_NATIONAL, YEARS, OldTarget, list_old_targets, read_target_items
from app.target_words import write_target
from app.text import target as text

_TOKEN = "_kunci_target_lama"  # noqa: S105 - a key of the session, no secret


def draw_old_targets(person: Account, place: TargetPlace) -> None:
    """Offer the comparable older targets, closed until somebody opens it."""
    with st.expander(text.OLD_TITLE):
        st.text(text.OLD_INTRO)
        adopted = _list_adopted(place.wilayah_code)
        if adopted:
            st.text(text.OLD_THERE.format(items="; ".join(adopted)))
        offered = {old.item.code: old for old in list_old_targets()}
        chosen = st.multiselect(
            text.OLD_CHOOSE,
            list(offered),
            format_func=lambda code: _write_option(offered[code]),
            key="target_lama_pilih",
            placeholder=text.CHOOSE,
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            year: int = st.selectbox(
                text.OLD_YEAR,
                YEARS,
                index=YEARS.index(place.year) if place.year in YEARS else 0,
                key="target_lama_tahun",
                placeholder=text.CHOOSE,
                filter_mode=None,
                width=220,
            )
            reason = st.text_input(text.OLD_REASON, key="target_lama_alasan", max_chars=500)
        sure = st.checkbox(text.OLD_CONFIRM, key="target_lama_paham")
        ready = sure and bool(reason.strip())
        _draw_buttons(person, place, chosen, year, reason, ready=ready, adopted=bool(adopted))


def _draw_buttons(
    person: Account,
    place: TargetPlace,
    chosen: list[str],
    year: int,
    reason: str,
    *,
    ready: bool,
    adopted: bool,
) -> None:
    engine = loaders.load_engine()
    with st.container(horizontal=True):
        if st.button(text.OLD_TAKE, key="target_lama_ambil", disabled=not (ready and chosen)):
            token = st.session_state.setdefault(_TOKEN, secrets.token_hex(8))
            _finish(
                place,
                text.OLD_TAKEN,
                lambda: adopt_old_targets(
                    engine, person, place, chosen, year=year, reason=reason, token=token
                ),
            )
        if adopted and st.button(text.OLD_DROP, key="target_lama_lepas", disabled=not ready):
            token = st.session_state.setdefault(_TOKEN, secrets.token_hex(8))
            _finish(
                place,
                text.OLD_DROPPED,
                lambda: drop_old_targets(engine, person, place, reason, token),
            )


def _finish(place: TargetPlace, done: str, act: Callable[[], TargetResult]) -> None:
    """Do it, keep what came of it for the next run, and draw everything anew."""
    try:
        result = act()
    except NotAllowedError:
        keep_message("error", text.NOT_SAVED_FORBIDDEN)
        st.rerun()
    st.session_state.pop(_TOKEN, None)
    if result.locked_state is not None:
        keep_message("error", write_locked(result, place.wilayah_code))
    elif result.outcome.conflicts or not result.outcome.saved:
        keep_message("info", text.OLD_NOTHING)
    else:
        keep_message("success", done.format(count=format_count(result.outcome.saved)))
    st.rerun()


def _list_adopted(code: str) -> list[str]:
    rows = target_loaders.load_targets(code)
    own = rows[(rows["wilayah_code"] == code) & (rows["document"] == OLD_NATIONAL)]
    items = read_target_items()
    return [
        text.OLD_THERE_ITEM.format(
            label=items[row.item_code].label, year=row.year, target=write_target(row.target_pct)
        )
        for row in own.itertuples(index=False)
    ]


def _write_option(old: OldTarget) -> str:
    pattern = text.OLD_OPTION if old.is_certain else text.OLD_OPTION_UNCLEAR
    return pattern.format(
        label=old.item.label,
        name=old.item.name,
        target=write_target(old.target_pct),
        old=old.old_code,
    )
