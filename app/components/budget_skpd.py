"""Pairing SKPD as SIPD names them with who tags their lines: unpaired ones first."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from app.access import Account, NotAllowedError, may
from app.actions.anggaran import owners_for
from app.actions.anggaran_skpd import PairResult, set_pair
from app.budget_intake_loaders import Pair, load_owners, load_skpd
from app.components.acknowledged import draw_sentence, say_next, take_said
from app.components.table_height import fit_height
from app.format import format_count
from app.loaders import load_engine, load_region
from app.text import anggaran_masuk as text
from app.text.findings import describe
from app.text.screens import DASH

_MESSAGES = "_pasangan_pesan"


def draw_pairs(person: Account) -> None:
    """The table of SKPD of each region whose Bappeda the person is."""
    for code in owners_for(person):
        if may(person, "atur_penanggung_jawab", code):
            _draw_region(person, code)


def _draw_region(person: Account, wilayah_code: str) -> None:
    table = load_skpd(wilayah_code)
    if table.empty:
        return
    open_count = int(table["agency"].isna().sum())
    region = load_region(wilayah_code)
    st.subheader(
        text.PAIRS_TITLE.format(name=region.name if region else wilayah_code), anchor=False
    )
    st.text(text.PAIRS_INTRO)
    for severity, sentence in take_said(_MESSAGES) or ():
        draw_sentence(severity, sentence)
    if open_count:
        count = format_count(open_count)
        st.warning(text.PAIRS_OPEN.format(count=count), icon=":material/link_off:")
    ordered = table.sort_values("agency", key=lambda each: each.notna(), kind="stable")
    labels = label_owners(load_owners(wilayah_code))
    edited = _edit(ordered, labels, wilayah_code)
    changes = find_pair_changes(ordered, edited, labels)
    words = text.PAIRS_SAVE.format(count=format_count(len(changes)))
    key = f"pasangan_simpan_{wilayah_code}"
    if st.button(words, type="primary", disabled=not changes, key=key):
        _save(person, wilayah_code, changes)


def label_owners(owners: Mapping[Pair, str]) -> dict[str, Pair]:
    """Names to choose from, each standing for one pair; a kecamatan says so, with its code."""
    return {
        (
            text.PAIR_DISTRICT.format(name=name, code=code)
            if agency == "setcam"
            else text.PAIR_AGENCY.format(name=name, code=agency)
        ): (code, agency)
        for (code, agency), name in owners.items()
    }


def find_pair_changes(
    table: pd.DataFrame, chosen: pd.Series, labels: Mapping[str, Pair]
) -> list[tuple[str, Pair | None, int]]:
    """SKPD whose pair is another than stored: name, pair (None: taken apart), version seen."""
    changes: list[tuple[str, Pair | None, int]] = []
    for row, label in zip(table.itertuples(index=False), chosen, strict=True):
        now = (row.owner_code, row.agency) if isinstance(row.agency, str) else None
        wanted = labels.get(label) if isinstance(label, str) else None
        if wanted != now:
            changes.append((str(row.name), wanted, int(row.version)))
    return changes


def _edit(table: pd.DataFrame, labels: Mapping[str, Pair], wilayah_code: str) -> pd.Series:
    """The table with one column to choose in; another state of the table starts another editor."""
    names = {pair: label for label, pair in labels.items()}
    name, agency = text.PAIR_COLUMNS["name"], text.PAIR_COLUMNS["agency"]
    pairs = zip(table["owner_code"], table["agency"], strict=True)
    shown = pd.DataFrame({name: table["name"], agency: [names.get(pair) for pair in pairs]})
    edited = st.data_editor(
        shown,
        hide_index=True,
        width="stretch",
        height=fit_height(len(shown), 10),
        placeholder=DASH,
        disabled=[name],
        column_config={
            agency: st.column_config.SelectboxColumn(options=list(labels), width="large")
        },
        key=f"pasangan_{wilayah_code}_{len(table)}_{int(table['version'].sum())}",
    )
    return edited[agency]


def _save(person: Account, wilayah_code: str, changes: list[tuple[str, Pair | None, int]]) -> None:
    messages: list[tuple[str, str]] = []
    saved = 0
    for name, pair, version in changes:
        try:
            result = set_pair(
                load_engine(),
                person,
                wilayah_code=wilayah_code,
                name=name,
                pair=pair,
                base_version=version,
            )
        except NotAllowedError:
            messages.append(("error", text.PAIRS_REFUSED))
            break
        saved += result.is_done
        messages += _explain(name, result)
    if saved:
        messages.insert(0, ("success", text.PAIRS_SAVED.format(count=format_count(saved))))
    say_next(_MESSAGES, messages)
    st.rerun()


def _explain(name: str, result: PairResult) -> list[tuple[str, str]]:
    if result.refusal is not None:
        return [("error", describe(result.refusal))]
    if result.conflict is not None:
        return [("error", text.PAIR_CONFLICT.format(name=name))]
    return []
