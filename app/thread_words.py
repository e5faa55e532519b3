"""Chains and proposals in words: rows of tables and files. No Streamlit here."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.thread_fate import last_decision, name_fate
from app.coverage_words import name_service
from app.format import format_idr
from app.proposal_words import name_agency, name_places
from app.text import anggaran as budget_text
from app.text import benang as text
from app.text import lokasi as problem_text
from app.thread_figures import Deeds, Link, Proposal, find_amount, find_realised
from data_access.reads.tautan import CarriedLine

_KECAMATAN_LENGTH = 8
Names = Mapping[str, str]


def tabulate_words(chains: pd.DataFrame, deeds: Deeds, names: Names) -> pd.DataFrame:
    """Chains in words by the keys of `text.HEADINGS`, figures as numbers; "" where nothing is.

    `names`: places by code. The rows keep the order and the index of `chains`.
    """
    rows = [_write_row(row, deeds, names) for row in chains.to_dict("records")]
    table = pd.DataFrame(rows, columns=list(text.HEADINGS), index=chains.index)
    figures = {"cakupan_pct": "float64", "target_pct": "float64", "rise": "float64"}
    money = {"budget_idr": "Int64", "realised_idr": "Int64"}
    return table.astype(figures | money)


def write_service(item_code: object) -> str:
    """A service with its label, or that none lags."""
    return name_service(item_code) if isinstance(item_code, str) else text.NO_SERVICE


def write_decision(own: str, higher: str | None) -> str:
    """The decision of the proposal's own meeting, and the last one above it."""
    words = text.DECISIONS[own]
    if higher is None:
        return words
    return text.DECISION_BOTH.format(own=words, higher=text.DECISIONS[higher])


def name_snapshot(kind: str, year: int) -> str:
    """A snapshot: "APBD murni 2027"."""
    return budget_text.KINDS_OF_SNAPSHOT[kind].format(year=year)


def write_line(link: Link) -> str:
    """The line that a link leads to, with whose budget it is."""
    line, budget = link.linked, name_snapshot(link.kind, link.year)
    if line is None:
        return text.LINE_GONE.format(budget=budget)
    return text.LINE_WHERE.format(line=_name_line(link, line), skpd=line.skpd_name, budget=budget)


def list_line_notes(link: Link) -> list[str]:
    """Its rupiah, how it stands in the newest budget, and what was spent of it."""
    line, newest = link.linked, link.newest
    notes = [] if line is None else [_write_amount(link, line)]
    words = name_snapshot(link.newest_kind, link.year)
    if line is not None and newest is None:
        notes.append(text.LINE_DROPPED.format(newest=words))
    elif line is not None and newest is not None and newest.total_idr != line.total_idr:
        total = format_idr(newest.total_idr)
        notes.append(text.LINE_CHANGED.format(newest=words, total=total))
    told = link.told
    if told is not None:
        budget = name_snapshot(told.kind, link.year)
        amount = format_idr(told.realisation_idr)
        notes.append(text.LINE_SPENT.format(amount=amount, budget=budget))
    return notes


def find_fate(proposal: Proposal, deeds: Deeds) -> str:
    """How far a proposal has come: a key of `text.FATES`."""
    return name_fate(proposal.decision, find_higher(proposal, deeds), proposal.fate)


def find_higher(proposal: Proposal, deeds: Deeds) -> str | None:
    """The last decision of a meeting above the proposal's own; None: none has spoken."""
    return last_decision(each.decision for each in deeds.discussions.get(proposal.id, ()))


def sum_known(values: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [each for each in values if each is not None]
    return sum(known) if known else None


def _name_line(link: Link, line: CarriedLine) -> str:
    if link.ref.line_key is None:
        return text.LINE_WHOLE.format(name=line.subkegiatan_name, count=line.line_count)
    said = line.description or text.LINE_NO_DESCRIPTION
    return text.LINE.format(account=line.account_code or "", description=said).strip()


def _write_amount(link: Link, line: CarriedLine) -> str:
    total = format_idr(line.total_idr)
    if link.amount_idr is None:
        return text.LINE_TOTAL.format(total=total)
    return text.LINE_AMOUNT.format(amount=format_idr(link.amount_idr), total=total)


def _write_row(row: Mapping[Any, Any], deeds: Deeds, names: Names) -> dict[str, Any]:
    code = str(row["region_code"])
    parent = code[:_KECAMATAN_LENGTH] if len(code) > _KECAMATAN_LENGTH else ""
    said: dict[str, Any] = {
        "code": code,
        "place": names.get(code, code),
        "parent": names.get(parent, parent),
        "type": problem_text.TYPES_SHORT[row["tipe"]],
        "item": row["item_code"] if isinstance(row["item_code"], str) else "",
        "service": write_service(row["item_code"]),
        "lagging": text.YES if row["tertinggal"] else text.NO,
        "cakupan_pct": row["cakupan_pct"],
        "target_pct": row["target_pct"],
        "causes": text.JOIN.join(row["penyebab"]),
        "rise": row["kenaikan_poin"],
        "broken": text.BREAKS[row["putus_di"]],
    }
    empty: dict[str, Any] = dict.fromkeys(text.HEADINGS, "")
    missing = dict.fromkeys(("budget_idr", "realised_idr"), pd.NA)
    number = row["usulan_id"]
    if pd.isna(number):
        return empty | missing | said
    return empty | said | _write_proposal(deeds.proposals[int(number)], deeds, row["jangkauan"])


def _write_proposal(proposal: Proposal, deeds: Deeds, reach: str) -> dict[str, Any]:
    promises = deeds.promises.get(proposal.id, ())
    higher = find_higher(proposal, deeds)
    return {
        "number": proposal.number,
        "activity": proposal.activity,
        "reach": text.REACHES[reach],
        "agency": name_agency(proposal.agency, deeds.agencies),
        "decision": text.DECISIONS[proposal.decision],
        "higher": text.DECISIONS[higher] if higher is not None else "",
        "promises": text.JOIN.join(each.statement for each in promises),
        **_write_fate(proposal, deeds),
    }


def _write_fate(proposal: Proposal, deeds: Deeds) -> dict[str, Any]:
    links = deeds.links.get(proposal.id, ())
    amount = sum_known(find_amount(each) for each in links)
    realised = sum_known(find_realised(each) for each in links if each.newest is not None)
    return {
        "fate": text.FATES[find_fate(proposal, deeds)],
        "fate_reason": proposal.fate_reason or "",
        "lines": text.JOIN.join(write_line(each) for each in links),
        "budget_idr": pd.NA if amount is None else amount,
        "realised_idr": pd.NA if realised is None else realised,
    }


def tabulate_fates(proposals: Iterable[Proposal], deeds: Deeds, names: Names) -> pd.DataFrame:
    """Proposals with what became of each, by the keys of `text.FATE_HEADINGS`, and usulan_id."""
    rows = [_write_fate_row(each, deeds, names) for each in proposals]
    columns = ["usulan_id", *text.FATE_HEADINGS]
    money = dict.fromkeys(("amount_idr", "budget_idr", "realised_idr"), "Int64")
    return pd.DataFrame(rows, columns=columns).astype(money)


def _write_fate_row(proposal: Proposal, deeds: Deeds, names: Names) -> dict[str, Any]:
    discussed = deeds.discussions.get(proposal.id, ())
    higher = find_higher(proposal, deeds)
    reasons = [each.reason for each in discussed if each.reason]
    return {
        "usulan_id": proposal.id,
        "number": proposal.number,
        "region": names.get(proposal.wilayah_code, proposal.wilayah_code),
        "activity": proposal.activity,
        "places": name_places(proposal.places, names),
        "agency": name_agency(proposal.agency, deeds.agencies),
        "amount_idr": pd.NA if proposal.amount_idr is None else proposal.amount_idr,
        "own": text.DECISIONS[proposal.decision],
        "own_reason": proposal.decision_reason or "",
        "higher": text.DECISIONS[higher] if higher is not None else text.NOT_DISCUSSED,
        "higher_reason": reasons[-1] if reasons else "",
        **_write_fate(proposal, deeds),
    }
