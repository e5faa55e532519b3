"""One chain as steps one below the other: what is there, where it breaks. No Streamlit here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.thread import (
    DECLINED,
    NO_BUDGET,
    NO_CAUSE,
    NO_COMMITMENT,
    NO_PROPOSAL,
    NOT_RISEN,
    NOT_SPENT,
    UNDECIDED,
)
from app.coverage_words import name_service
from app.format import format_change, format_count, format_date, format_idr, format_pct
from app.proposal_words import name_agency, name_places
from app.text import benang as text
from app.text import lokasi as problem_text
from app.text import rembuk as meeting_text
from app.thread_figures import Deeds, Promise, Proposal
from app.thread_words import Names, find_fate, list_line_notes, write_line

_BROKEN_STEP = {
    NO_CAUSE: "penyebab",
    NO_PROPOSAL: "usulan",
    UNDECIDED: "keputusan",
    DECLINED: "keputusan",
    NO_BUDGET: "anggaran",
    NO_COMMITMENT: "komitmen",
    NOT_SPENT: "realisasi",
    NOT_RISEN: "cakupan",
}
Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: its code, how it stands ("ada", "putus", "tiada"), its sentences."""

    code: str
    state: str
    lines: tuple[str, ...]


def list_steps(row: Row, deeds: Deeds, names: Names, reason: str = "") -> tuple[Step, ...]:
    """A row of the chains as its nine steps.

    `reason`: why the place is a problem. A step that is not there is "putus" where it is the
    first such, "tiada" after it.
    """
    number = row["usulan_id"]
    proposal = None if pd.isna(number) else deeds.proposals[int(number)]
    sentences = {
        "lokasi": [problem_text.TYPES_SHORT[row["tipe"]], *([reason] if reason else [])],
        "layanan": _write_service(row),
        "penyebab": list(row["penyebab"]) or [text.STEP_NO_CAUSE],
        "usulan": _write_proposal(proposal, row, deeds, names),
        "keputusan": write_decisions(proposal, deeds, names) if proposal else [],
        "anggaran": write_budget(proposal, deeds) if proposal else [],
        "komitmen": write_promises(proposal, deeds) if proposal else [],
        "realisasi": [_write_spent(row)] if proposal else [],
        "cakupan": [_write_rise(row)],
    }
    there = _find_there(row)
    broken = _BROKEN_STEP.get(row["putus_di"])
    return tuple(
        Step(code, _name_state(code, there[code], broken), tuple(lines))
        for code, lines in sentences.items()
    )


def _find_there(row: Row) -> dict[str, bool]:
    declined = {row["keputusan"], row["keputusan_atas"]} & {"ditunda", "ditolak"}
    return {
        "lokasi": True,
        "layanan": True,
        "penyebab": bool(row["penyebab"]),
        "usulan": not pd.isna(row["usulan_id"]),
        "keputusan": row["keputusan"] == "disepakati" and not declined,
        "anggaran": row["baris"] > 0 and row["nasib"] != "tidak",
        "komitmen": row["komitmen"] > 0,
        "realisasi": not pd.isna(row["realisasi_idr"]) and row["realisasi_idr"] > 0,
        "cakupan": row["kenaikan_poin"] > 0,
    }


def _name_state(code: str, is_there: bool, broken: str | None) -> str:
    if code == broken:
        return "putus"
    return "ada" if is_there else "tiada"


def _write_service(row: Row) -> list[str]:
    if not isinstance(row["item_code"], str):
        return [text.STEP_NO_SERVICE]
    figures = text.STEP_COVERAGE.format(
        coverage=format_pct(row["cakupan_pct"]),
        target=format_pct(row["target_pct"]),
        need=format_count(row["perlu_dijangkau"]),
    )
    lowest = [] if row["tertinggal"] else [text.STEP_LOWEST]
    return [name_service(row["item_code"]), figures, *lowest]


def _write_proposal(proposal: Proposal | None, row: Row, deeds: Deeds, names: Names) -> list[str]:
    if proposal is None:
        return [text.STEP_NO_PROPOSAL]
    words = {
        "number": proposal.number,
        "activity": proposal.activity,
        "reach": text.REACHES[row["jangkauan"]],
    }
    return [text.PROPOSAL_REACH.format(**words), write_frame(proposal, deeds, names)]


def write_frame(proposal: Proposal, deeds: Deeds, names: Names) -> str:
    """For which places, by whom and for how much a proposal is."""
    return text.STEP_PLACES.format(
        places=name_places(proposal.places, names) or text.NO_PLACE,
        agency=name_agency(proposal.agency, deeds.agencies) or text.NO_AGENCY,
        amount=format_idr(proposal.amount_idr, text.NO_AMOUNT),
    )


def write_decisions(proposal: Proposal, deeds: Deeds, names: Names) -> list[str]:
    """What its own meeting and those above decided, with their reasons."""
    own = text.STEP_OWN_DECISION.format(
        region=names.get(proposal.wilayah_code, proposal.wilayah_code),
        decision=text.DECISIONS[proposal.decision],
    )
    lines = [_add_reason(own, proposal.decision_reason)]
    for each in deeds.discussions.get(proposal.id, ()):
        words = {
            "region": names.get(each.wilayah_code, each.wilayah_code),
            "decision": text.DECISIONS[each.decision],
        }
        lines.append(_add_reason(text.STEP_HIGHER_DECISION.format(**words), each.reason))
    return lines if len(lines) > 1 else [*lines, text.STEP_NOT_DISCUSSED]


def write_budget(proposal: Proposal, deeds: Deeds) -> list[str]:
    """Its fate, and the lines that carry it with what became of each."""
    fate = text.STEP_FATE.format(fate=text.FATES[find_fate(proposal, deeds)].lower())
    lines = [_add_reason(fate, proposal.fate_reason)]
    for link in deeds.links.get(proposal.id, ()):
        lines += [write_line(link), *list_line_notes(link)]
    return lines if len(lines) > 1 else [*lines, text.STEP_NO_LINE]


def write_promises(proposal: Proposal, deeds: Deeds) -> list[str]:
    """What was promised for it."""
    promises = deeds.promises.get(proposal.id, ())
    return [_write_promise(each) for each in promises] or [text.STEP_NO_PROMISE]


def _write_promise(promise: Promise) -> str:
    named = [meeting_text.PARTIES[promise.party], promise.name, promise.office]
    due = (
        "" if promise.due_on is None else text.PROMISE_DUE.format(date=format_date(promise.due_on))
    )
    return text.PROMISE.format(
        who=", ".join(each for each in named if each),
        statement=promise.statement,
        state=text.PROMISE_STATES[promise.state],
        due=due,
    )


def _write_spent(row: Row) -> str:
    if pd.isna(row["realisasi_idr"]):
        return text.STEP_SPENT_NONE
    return text.STEP_SPENT.format(amount=format_idr(row["realisasi_idr"]))


def _write_rise(row: Row) -> str:
    if pd.isna(row["kenaikan_poin"]):
        return text.STEP_RISE_NONE
    change = format_change(row["kenaikan_poin"])
    return text.STEP_RISE.format(change=change[:1].upper() + change[1:])


def _add_reason(sentence: str, reason: str | None) -> str:
    return text.STEP_REASON.format(sentence=sentence, reason=reason) if reason else sentence
