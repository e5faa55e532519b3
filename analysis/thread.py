"""Benang merah: from a problem place and its lagging service to what came of it, a row a chain.

Joined by code: a proposal, and a cause, belong to a place where they name it, a region around it
(a proposal for the whole kecamatan counts for each of its desa), or a region inside it; and to a
service that they name. Source of the order of the links: guideline of 2024, Bab II and III, from
the analysis in January over the meetings and the tagging in July to the realisation.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.thread_fate import DECLINING
from analysis.thread_places import PlaceFinder

NO_CAUSE = "tanpa_penyebab"
NO_PROPOSAL = "tanpa_usulan"
UNDECIDED = "belum_diputuskan"
DECLINED = "ditunda_ditolak"
NO_BUDGET = "tanpa_anggaran"
NO_COMMITMENT = "tanpa_komitmen"
NOT_SPENT = "belum_terealisasi"
NOT_RISEN = "cakupan_belum_naik"
WHOLE = "utuh"
BREAKS = (
    NO_CAUSE,
    NO_PROPOSAL,
    UNDECIDED,
    DECLINED,
    NO_BUDGET,
    NO_COMMITMENT,
    NOT_SPENT,
    NOT_RISEN,
    WHOLE,
)
"""Where a chain breaks first, in the order of its links; the last one: nowhere."""

_AGREED, _NOT_YET, _REFUSED, _DROPPED = "disepakati", "belum", "tidak", "batal"
_KEY = ["region_code", "item_code"]


def build_chains(
    needs: pd.DataFrame,
    causes: pd.DataFrame,
    proposals: pd.DataFrame,
    decisions: pd.DataFrame,
    commitments: pd.DataFrame,
    budgets: pd.DataFrame,
    since: pd.DataFrame,
) -> pd.DataFrame:
    """A row a chain: each problem place x service x proposal for it, or without any.

    `needs`: region_code, item_code (None: a place where no service lags), and whatever else stays
    on the row. `causes`: masalah_id, place_code, item_code, cause. `proposals`: usulan_id, places
    (tuple of codes), items (tuple of service codes, (None,) for none), masalah_id, cause,
    decision, fate. `decisions`: usulan_id, decision, of higher meetings, the lowest first.
    `commitments`: usulan_id, state. `budgets`: usulan_id, amount_idr, realised_idr, a row a line
    that stands in the newest budget. `since`: region_code, item_code, kenaikan_poin.

    Adds masalah (tuple of masalah_id), penyebab (tuple of texts), usulan_id (Int64), jangkauan
    (how the proposal reaches the place: see `analysis.thread_places`; "" without one),
    keputusan (of the proposal's own meeting), keputusan_atas (the last higher decision, None:
    none), nasib, baris, anggaran_idr and realisasi_idr (Int64, NA unknown), komitmen (not given
    up), kenaikan_poin (NaN unknown) and putus_di (of `BREAKS`).
    """
    rows = _join_proposals(needs, proposals)
    rows = _join_causes(rows, causes, proposals)
    rows = rows.merge(_tally(proposals, decisions, commitments, budgets), "left", on="usulan_id")
    rows = rows.merge(since, "left", on=_KEY)
    return rows.assign(
        usulan_id=rows["usulan_id"].astype("Int64"),
        baris=rows["baris"].fillna(0).astype("int64"),
        komitmen=rows["komitmen"].fillna(0).astype("int64"),
        kenaikan_poin=rows["kenaikan_poin"].astype("float64"),
    ).assign(putus_di=_find_break)


def list_unconnected(proposals: pd.DataFrame, chains: pd.DataFrame) -> tuple[int, ...]:
    """Proposals that answer none of the problem places and services, by their numbers."""
    used = set(chains["usulan_id"].dropna().astype(int))
    return tuple(int(each) for each in proposals["usulan_id"] if int(each) not in used)


def count_breaks(chains: pd.DataFrame) -> dict[str, int]:
    """How many chains break where, every one of `BREAKS`, 0 where none."""
    counts = chains["putus_di"].value_counts()
    return {each: int(counts.get(each, 0)) for each in BREAKS}


def _join_proposals(needs: pd.DataFrame, proposals: pd.DataFrame) -> pd.DataFrame:
    columns = (proposals["usulan_id"], proposals["places"], proposals["items"])
    finder = PlaceFinder(zip(*columns, strict=True))
    positions: list[int] = []
    numbers: list[int | None] = []
    words: list[str] = []
    for position, (code, item) in enumerate(_pairs(needs)):
        found = finder.find(code, item)
        positions += [position] * max(len(found), 1)
        numbers += [number for number, _ in found] or [None]
        words += [word for _, word in found] or [""]
    rows = needs.iloc[positions].reset_index(drop=True)
    return rows.assign(usulan_id=pd.array(numbers, dtype="Int64"), jangkauan=words)


def _join_causes(rows: pd.DataFrame, causes: pd.DataFrame, proposals: pd.DataFrame) -> pd.DataFrame:
    """Causes recorded for the place and service, then those that the proposal itself names."""
    stated = causes[causes["cause"].map(_said).astype(bool)]
    numbers = [int(each) for each in stated["masalah_id"]]
    texts = dict(zip(numbers, map(_said, stated["cause"]), strict=True))
    places = ((place,) for place in stated["place_code"])
    items = ((_plain(item),) for item in stated["item_code"])
    finder = PlaceFinder(zip(numbers, places, items, strict=True))
    own = {
        int(number): (None if pd.isna(problem) else int(problem), _said(cause))
        for number, problem, cause in zip(
            proposals["usulan_id"], proposals["masalah_id"], proposals["cause"], strict=True
        )
    }
    problems, answers = [], []
    for (code, item), number in zip(_pairs(rows), rows["usulan_id"], strict=True):
        found = [each for each, _ in finder.find(code, item)]
        problem, cause = (None, "") if pd.isna(number) else own[int(number)]
        if problem in texts and problem not in found:
            found.append(problem)
        said = [texts[each] for each in found] + ([cause] if cause else [])
        problems.append(tuple(found))
        answers.append(tuple(dict.fromkeys(said)))
    return rows.assign(
        masalah=pd.Series(problems, index=rows.index, dtype=object),
        penyebab=pd.Series(answers, index=rows.index, dtype=object),
    )


def _tally(
    proposals: pd.DataFrame,
    decisions: pd.DataFrame,
    commitments: pd.DataFrame,
    budgets: pd.DataFrame,
) -> pd.DataFrame:
    """A row a proposal: its decisions, fate, money and commitments."""
    made = decisions[decisions["decision"] != _NOT_YET].groupby("usulan_id")["decision"].last()
    kept = commitments[commitments["state"] != _DROPPED].groupby("usulan_id").size()
    money = budgets.astype({"amount_idr": "Int64", "realised_idr": "Int64"}).groupby("usulan_id")
    sums = money[["amount_idr", "realised_idr"]].sum(min_count=1)
    ids = proposals["usulan_id"].astype("Int64")
    return pd.DataFrame(
        {
            "usulan_id": ids,
            "keputusan": proposals["decision"],
            "keputusan_atas": _look_up(made, ids, object),
            "nasib": proposals["fate"],
            "baris": _look_up(money.size(), ids, "Int64"),
            "anggaran_idr": _look_up(sums["amount_idr"], ids, "Int64"),
            "realisasi_idr": _look_up(sums["realised_idr"], ids, "Int64"),
            "komitmen": _look_up(kept, ids, "Int64"),
        }
    )


def _look_up(values: pd.Series, ids: pd.Series, kind: object) -> pd.Series:
    known = values.to_dict()
    found = [known.get(each) for each in ids]
    return pd.Series(found, index=ids.index, dtype=kind)


def _find_break(table: pd.DataFrame) -> np.ndarray:
    own, higher = table["keputusan"], table["keputusan_atas"]
    cases = [
        (~table["penyebab"].astype(bool), NO_CAUSE),
        (table["usulan_id"].isna(), NO_PROPOSAL),
        (own.isin(DECLINING) | higher.isin(DECLINING), DECLINED),
        (own != _AGREED, UNDECIDED),
        ((table["baris"] == 0) | (table["nasib"] == _REFUSED), NO_BUDGET),
        (table["komitmen"] == 0, NO_COMMITMENT),
        (~(table["realisasi_idr"].fillna(0) > 0), NOT_SPENT),
        (~(table["kenaikan_poin"] > 0), NOT_RISEN),
    ]
    found = np.full(len(table), WHOLE, dtype=object)
    for when, word in reversed(cases):
        found[when.to_numpy(dtype=bool)] = word
    return found


def _pairs(rows: pd.DataFrame) -> Iterator[tuple[str, str | None]]:
    for code, item in zip(rows["region_code"], rows["item_code"], strict=True):
        yield str(code), _plain(item)


def _plain(item: object) -> str | None:
    return item if isinstance(item, str) else None


def _said(words: object) -> str:
    return words.strip() if isinstance(words, str) else ""
