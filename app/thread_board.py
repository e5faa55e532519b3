"""The chains as they are narrowed and shown: filters, counts, the painted table. No Streamlit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.thread import count_breaks, list_unconnected
from app.budget_words import name_item
from app.format import format_count, format_idr_short, format_number
from app.painted import keep_painted
from app.problem_figures import is_inside
from app.problem_palette import style_cell
from app.proposal_words import name_agency
from app.text import benang as text
from app.thread_figures import Deeds, frame_proposals
from app.thread_words import Names, tabulate_words, write_decision, write_service

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

_KECAMATAN_LENGTH = 8
_MONEY = ("amount_idr", "budget_idr", "realised_idr")
_WHOLE, _BROKEN = "#2166ac", "#fddbc7"


@dataclass(frozen=True, slots=True)
class ChainFilter:
    """One thing that chains are narrowed by: its label, names by code, the code of each chain."""

    label: str
    names: Mapping[str, str]
    codes: np.ndarray


@dataclass(frozen=True, slots=True)
class ChainBoard:
    """The chains, those with a proposal first, since the others have nothing to be read along.

    `counts`: by where they break. `unconnected`: proposals of the region that are in no chain.
    """

    chains: pd.DataFrame
    filters: Mapping[str, ChainFilter]
    counts: Mapping[str, int]
    unconnected: int


def arrange_chains(chains: pd.DataFrame, deeds: Deeds, names: Names, code: str) -> ChainBoard:
    """What is shown of the chains below a region. `names`: places by code."""
    ordered = chains.iloc[chains["usulan_id"].isna().to_numpy().argsort(kind="stable")]
    own = [each for each in deeds.proposals.values() if is_inside(each.wilayah_code, code)]
    unconnected = len(list_unconnected(frame_proposals(own), chains))
    return ChainBoard(
        ordered, _list_filters(ordered, deeds, names), count_breaks(chains), unconnected
    )


def _list_filters(chains: pd.DataFrame, deeds: Deeds, names: Names) -> dict[str, ChainFilter]:
    agencies = [
        None if pd.isna(number) else deeds.proposals[int(number)].agency
        for number in chains["usulan_id"].tolist()
    ]
    items = [each if isinstance(each, str) else None for each in chains["item_code"].tolist()]
    known = {each: name_agency(each, deeds.agencies) for each in agencies if each}
    services = {each: write_service(each) for each in items if each}
    places = [code[:_KECAMATAN_LENGTH] for code in chains["region_code"].tolist()]
    return {
        "kecamatan": _make_filter(text.FILTER_KECAMATAN, places, names),
        "opd": _make_filter(text.FILTER_AGENCY, agencies, known),
        "layanan": _make_filter(text.FILTER_SERVICE, items, services),
        "putus": _make_filter(text.FILTER_BREAK, chains["putus_di"].tolist(), text.BREAKS),
    }


def _make_filter(label: str, codes: list[str | None], names: Mapping[str, str]) -> ChainFilter:
    present = sorted({code for code in codes if code is not None})
    named = {code: names.get(code, code) for code in present}
    return ChainFilter(label, named, np.array(codes, dtype=object))


def paint_chains(shown: pd.DataFrame, deeds: Deeds, names: Names) -> "Styler":
    """The table of some chains, where each breaks in colour."""
    frame, columns = _to_frame(shown, deeds, names), text.COLUMNS
    whole, broken = style_cell(_WHOLE), style_cell(_BROKEN)
    colors = [whole if code == "utuh" else broken for code in shown["putus_di"].tolist()]
    styler = frame.style.format(
        {
            columns["coverage"]: lambda value: format_number(value, 1),
            columns["rise"]: lambda value: format_number(value, 1),
            columns["budget_idr"]: format_idr_short,
            columns["realised_idr"]: format_idr_short,
        },
        na_rep=text.NO_VALUE,
    )
    return keep_painted(styler.apply(lambda _: colors, subset=[columns["broken"]]))


def paint_fates(table: pd.DataFrame) -> "Styler":
    """Rows of `tabulate_fates` under their headings, money in short."""
    money = table.astype(dict.fromkeys(_MONEY, "float64"))
    frame = money[list(text.FATE_COLUMNS)].rename(columns=text.FATE_COLUMNS)
    headings = [text.FATE_COLUMNS[key] for key in _MONEY]
    written = dict.fromkeys(headings, format_idr_short)
    return keep_painted(frame.style.format(written, na_rep=text.NO_VALUE))


def _to_frame(shown: pd.DataFrame, deeds: Deeds, names: Names) -> pd.DataFrame:
    words = tabulate_words(shown, deeds, names)
    short = [
        name_item(code) if isinstance(code, str) else None for code in shown["item_code"].tolist()
    ]
    several = words["parent"].nunique() > 1
    proposals = [
        text.PROPOSAL.format(number=number, activity=activity) if number else ""
        for number, activity in zip(
            words["number"].tolist(), words["activity"].tolist(), strict=True
        )
    ]
    decisions = [
        write_decision(own, higher if isinstance(higher, str) else None)
        if isinstance(own, str)
        else ""
        for own, higher in zip(
            shown["keputusan"].tolist(), shown["keputusan_atas"].tolist(), strict=True
        )
    ]
    columns = words.assign(
        service=words["service"].where([each is None for each in short], short),
        coverage=words["cakupan_pct"],
        proposal=proposals,
        decision=decisions,
        budget_idr=words["budget_idr"].astype("float64"),
        realised_idr=words["realised_idr"].astype("float64"),
        promises=[
            text.PROMISE_COUNT.format(count=format_count(count)) if count else ""
            for count in shown["komitmen"].tolist()
        ],
    )
    kept = [key for key in text.COLUMNS if key != "parent" or several]
    return columns[kept].rename(columns=text.COLUMNS).reset_index(drop=True)
