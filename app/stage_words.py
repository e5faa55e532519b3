"""Sentences about stages from their states: deadlines, who is waited for, results of a step."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from analysis.completeness import Fill
from analysis.gates import Gate
from analysis.readiness import StageStatus
from app import stage_loaders
from app.actions.stage_results import Refusal, Result, StageConflict
from app.format import format_count, format_date, format_share
from app.text import tahapan as text

RoleNames = Mapping[tuple[str, str, str], Sequence[str]]
NAMES_SHOWN = 3


def name_agency(code: str, region_code: str) -> str:
    """An agency's name: the region's own for it, else the guideline's, else its code."""
    own = stage_loaders.load_own_agency_names(region_code).get(code)
    if own is not None:
        return own
    return stage_loaders.load_agency_names().get(code, code)


def write_moment(moment: datetime, region_code: str) -> str:
    """A moment by the region's clocks: "5 Februari 2026 14.05"."""
    local = stage_loaders.to_local(region_code, moment)
    return f"{format_date(local.date())} {local:%H.%M}"


def write_days(days_left: int | None, *, final: bool = False) -> str:
    """Days left or late in words; "" once it is done or where there is no deadline."""
    if days_left is None or final:
        return ""
    if days_left == 0:
        return text.DUE_TODAY
    pattern = text.DAYS_LEFT if days_left > 0 else text.DAYS_LATE
    return pattern.format(days=format_count(abs(days_left)))


def write_due(status: StageStatus) -> str:
    """The deadline with what is left of it: "batas 15 Januari 2026, 12 hari lagi"."""
    if status.deadline is None:
        return text.NO_DEADLINE
    due, days = format_date(status.deadline.due), write_days_of(status)
    return text.DUE_WITH_DAYS.format(date=due, days=days) if days else text.DUE.format(date=due)


def write_days_of(status: StageStatus) -> str:
    """Days left or late of a stage, "" once it is done."""
    return write_days(status.days_left, final=status.is_final)


def write_waiting(status: StageStatus, names: RoleNames) -> str:
    """Who is waited for: role, agency, and the persons who hold it; "" once it is done."""
    code = status.place.code
    return "; ".join(
        _write_holder(
            text.ROLES[each.role],
            name_agency(each.agency, code),
            names.get((code, each.role, each.agency), ()),
        )
        for each in status.waiting
    )


def _write_holder(role: str, agency: str, names: Sequence[str]) -> str:
    if not names:
        return text.WAITING_UNNAMED.format(role=role, agency=agency)
    return text.WAITING_NAMED.format(role=role, agency=agency, names=join_names(names))


def join_names(names: Sequence[str], shown: int = NAMES_SHOWN) -> str:
    """A few names, and how many more."""
    listed = list(names[:shown])
    if len(names) > shown:
        listed.append(text.AND_MORE.format(count=format_count(len(names) - shown)))
    return ", ".join(listed)


def write_fill(fill: Fill | None) -> str:
    """The share filled with its counts, "" where nothing is to be filled."""
    if fill is None or fill.share_pct is None:
        return ""
    return text.FILL.format(
        share=format_share(fill.filled, fill.cells),
        filled=format_count(fill.filled),
        cells=format_count(fill.cells),
    )


def write_gate(gate: Gate, names: Mapping[str, str], total: int) -> str:
    """One condition that is not met, its regions by name."""
    stage = stage_loaders.load_stages()[gate.stage]
    if gate.kind == "sama":
        return text.GATE_SAME.format(stage=stage.name, state=text.STATES[gate.missing[0][1]])
    named = [
        text.NAMED_STATE.format(name=names.get(code, code), state=text.STATES[state])
        for code, state in gate.missing
    ]
    return text.GATE_BELOW.format(
        stage=stage.name,
        count=format_count(len(named)),
        total=format_count(total),
        level=text.LEVEL_WORDS[stage.level],
        names=", ".join(named),
    )


def write_result(kind: str, result: Result) -> list[tuple[str, str]]:
    """What a step came to, as (severity, sentence)."""
    if result.is_done:
        return [("success", text.DONE[kind])]
    refused = [("error", _write_refusal(refusal)) for refusal in result.refusals]
    stale = [("warning", _write_conflict(each)) for each in result.outcome.conflicts]
    settings = [
        ("warning", text.SETTING_CONFLICT.format(what=_name_setting(each.what)))
        for each in result.conflicts
    ]
    return [*refused, *stale, *settings]


def _write_refusal(refusal: Refusal) -> str:
    code = refusal.wilayah_code
    parts = ", ".join(name_agency(part, code) for part in refusal.parts)
    named = {place.code: place.name for place in stage_loaders.load_places(code)}
    gates = " ".join(write_gate(gate, named, max(len(named) - 1, 0)) for gate in refusal.gates)
    what = _name_place(code, refusal.stage, refusal.part)
    return text.REFUSALS[refusal.code].format(what=what, parts=parts, gates=gates)


def _write_conflict(conflict: StageConflict) -> str:
    move = conflict.move
    what = _name_place(move.wilayah_code, move.stage, move.part)
    state = text.STATES[conflict.state]
    if conflict.updated_by is None or conflict.updated_at is None:
        return text.CONFLICT_GONE.format(what=what, state=state)
    when = write_moment(conflict.updated_at, move.wilayah_code)
    return text.CONFLICT.format(what=what, state=state, who=conflict.updated_by, when=when)


def _name_setting(key: str) -> str:
    """A stage for a setting of its own ("tenggat.kecamatan.ansit"), else the key: an item."""
    stage = stage_loaders.load_stages().get(key.partition(".")[2])
    return stage.name if stage else key


def _name_place(code: str, stage: str, part: str) -> str:
    known = stage_loaders.load_stages().get(stage)
    places = stage_loaders.load_places(code)
    parts = [known.name if known else stage, places[0].name if places else code]
    return " · ".join([*parts, name_agency(part, code)] if part else parts)
