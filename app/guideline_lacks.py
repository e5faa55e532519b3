"""What keeps a document a draft: stages not done, desa and items not filled, papers not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.readiness import StageStatus
from analysis.stages import NOT_STARTED, period_of
from app.format import format_count, format_date
from app.guideline_case import GuidelineCase
from app.guideline_list import GuidelineDocument
from app.items import find_item
from app.stage_board import find_open_gates
from app.text import dokumen as text
from app.text import tahapan as stage_text
from data_access.reads.stage_definitions import read_items_of_parties, read_stages

_NAMED = 12


@dataclass(frozen=True, slots=True)
class DesaGap:
    """Desa in which the same items of a party are empty; `is_all`: all that the party fills.

    `desa_total`: how many desa there are.
    """

    party: str
    desa: tuple[str, ...]
    items: tuple[str, ...]
    desa_total: int
    is_all: bool


@dataclass(frozen=True, slots=True)
class Lacks:
    """Why a document is a draft: sentences, and the desa with their empty items.

    `remarks`: what is not there although whoever approved the stage did so all the same.
    """

    sentences: tuple[str, ...] = ()
    gaps: tuple[DesaGap, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_final(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.sentences and not self.gaps


@dataclass(frozen=True, slots=True)
class OwnLacks:
    """What a document lacks besides its stages, in sentences.

    Without what is `needed` it is a draft; what is `wished` no longer counts once the stage is
    approved: then it is told as a remark.
    """

    needed: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()


def combine(stage: Lacks, own: OwnLacks) -> Lacks:
    """What a document lacks in all."""
    if stage.is_final:
        return Lacks(own.needed, (), own.wished)
    return Lacks((*stage.sentences, *own.needed, *own.wished), stage.gaps)


def find_lacks(case: GuidelineCase, document: GuidelineDocument) -> Lacks:
    """What the stages behind a document still lack; nothing once they are done."""
    found = case.statuses(document.stage)
    undone = [status for status in found if not status.is_final]
    if found and not undone:
        return Lacks()
    if not found:
        return Lacks((text.LACK_NO_STAGE,))
    if len(found) > 1 or found[0].place.code != case.code:
        return Lacks((_write_share(undone, len(found)),))
    return Lacks(
        (*_write_parts(case, undone[0]), *_write_gates(case, undone[0])),
        _find_gaps(case, undone[0]),
    )


def describe_states(case: GuidelineCase, document: GuidelineDocument) -> str:
    """How far the stages behind a document are: "disetujui 5 Februari 2026", "3 dari 12 ..."."""
    found = case.statuses(document.stage)
    if not found:
        return text.STATE_NONE
    name = found[0].stage.name
    if len(found) > 1 or found[0].place.code != case.code:
        return _describe_share(found)
    state = stage_text.STATES[found[0].state]
    approval = find_approval(case, document)
    if approval is None:
        return text.STATE.format(stage=name, state=state)
    return text.STATE_SINCE.format(stage=name, state=state, date=format_date(approval[1]))


def describe_needs(case: GuidelineCase, document: GuidelineDocument) -> str:
    """How far the stages are that a document's own stage rests on; "" where there is none."""
    own = next((s for s in case.statuses(document.stage) if s.place.code == case.code), None)
    lines = []
    for need in own.stage.needs if own is not None else ():
        kind, short = need.split(":")
        below = kind == "turunan"
        found = [
            status
            for status in case.board
            if status.stage.short == short and (status.place.code != case.code) == below
        ]
        if below and found:
            lines.append(_describe_share(found))
        elif found:
            state = stage_text.STATES[found[0].state]
            lines.append(text.STATE.format(stage=found[0].stage.name, state=state))
    return "; ".join(lines)


def _describe_share(found: Sequence[StageStatus]) -> str:
    return text.STATE_SHARE.format(
        stage=found[0].stage.name,
        done=format_count(sum(status.is_final for status in found)),
        total=format_count(len(found)),
        level=stage_text.LEVEL_WORDS[found[0].place.level],
    )


def find_approval(case: GuidelineCase, document: GuidelineDocument) -> tuple[str, date] | None:
    """Who brought the region's own stage to its end, and when; None while it is not done."""
    status = next((s for s in case.statuses(document.stage) if s.place.code == case.code), None)
    if status is None or not status.is_final:
        return None
    steps = case.steps
    mine = steps[(steps["stage"] == status.stage.code) & (steps["to_state"] == status.state)]
    if mine.empty:
        return None
    last = mine.iloc[0]
    name = "" if pd.isna(last["name"]) else str(last["name"])
    return name, case.to_day(last["at"])


def _write_parts(case: GuidelineCase, status: StageStatus) -> list[str]:
    names = case.agency_names
    parts = [
        stage_text.PART_STATE.format(
            agency=names.get(part.part, part.part), state=stage_text.STATES[part.state]
        )
        for part in status.parts
        if not status.stage.is_final(part.state)
    ]
    if all(part.state == NOT_STARTED for part in status.parts) and len(parts) > 1:
        return [text.LACK_NOT_BEGUN.format(stage=status.stage.name)]
    return [text.LACK_STAGE.format(stage=status.stage.name, parts=", ".join(parts))]


def _write_gates(case: GuidelineCase, status: StageStatus) -> list[str]:
    gates = find_open_gates(case.board, case.let_on, case.code, status.stage)
    names = {s.place.code: s.place.name for s in case.board}
    total = len(names) - 1
    lines = []
    for gate in gates:
        stage = read_stages()[gate.stage]
        if gate.kind == "sama":
            state = stage_text.STATES[gate.missing[0][1]]
            lines.append(stage_text.GATE_SAME.format(stage=stage.name, state=state))
            continue
        named = [
            stage_text.NAMED_STATE.format(name=names.get(c, c), state=stage_text.STATES[s])
            for c, s in gate.missing
        ]
        lines.append(
            stage_text.GATE_BELOW.format(
                stage=stage.name,
                count=format_count(len(named)),
                total=format_count(total),
                level=stage_text.LEVEL_WORDS[stage.level],
                names=_join(named),
            )
        )
    return lines


def _write_share(undone: list[StageStatus], total: int) -> str:
    named = [
        stage_text.NAMED_STATE.format(name=s.place.name, state=stage_text.STATES[s.state])
        for s in undone
    ]
    return stage_text.GATE_BELOW.format(
        stage=undone[0].stage.name,
        count=format_count(len(undone)),
        total=format_count(total),
        level=stage_text.LEVEL_WORDS[undone[0].place.level],
        names=_join(named),
    )


def _find_gaps(case: GuidelineCase, status: StageStatus) -> tuple[DesaGap, ...]:
    """Desa with empty items of the parties that have not finished; only where desa are entered."""
    period = period_of(status.stage, case.year)
    if period is None or not status.stage.is_entered_here:
        return ()
    cells = case.cells(period).dropna(subset=["value"])
    filled = cells.groupby("unit_code")["item_code"].agg(set).to_dict()
    names = case.agency_names
    gaps = []
    for part in status.parts:
        if status.stage.is_final(part.state):
            continue
        wanted = read_items_of_parties().get(part.part, frozenset())
        alike: dict[tuple[str, ...], list[str]] = {}
        for desa in case.children.itertuples(index=False):
            empty = tuple(sorted(wanted - filled.get(desa.code, set())))
            if empty:
                alike.setdefault(empty, []).append(str(desa.name))
        party = names.get(part.part, part.part)
        gaps += [
            DesaGap(
                party,
                tuple(desa),
                tuple(_name_item(code) for code in empty),
                len(case.children),
                len(empty) == len(wanted),
            )
            for empty, desa in alike.items()
        ]
    return tuple(gaps)


def _name_item(code: str) -> str:
    item = find_item(code)
    return item.short if item is not None else code


def _join(names: list[str]) -> str:
    rest = len(names) - _NAMED
    if rest <= 0:
        return ", ".join(names)
    return text.AND_MORE.format(names=", ".join(names[:_NAMED]), count=format_count(rest))
