"""Moving stages: whether this person may, whether the rules allow it, then one transaction.

Screens hand over the parts as the person saw them (`PartState`); whatever has changed since
comes back as a conflict and nothing is written.
"""

from collections.abc import Sequence

from sqlalchemy import Engine

from analysis.stages import VERIFIED, PartState
from app.access import Account, demand, may
from app.actions.stage_checks import (
    approver_of,
    check_approval,
    check_place,
    check_step,
    check_words,
    check_year,
    level_at,
)
from app.actions.stage_results import Refusal, Result, join_refusals, refuse
from app.stage_board import read_board_today
from data_access.writes.tahapan import StageMove, move_parts, save_exception, save_statement


def submit_part(engine: Engine, person: Account, seen: PartState) -> Result:
    """Hand a part over to its verifikator."""
    demand(person, "ajukan", seen.wilayah_code, seen.part)
    return _move(engine, person, "ajukan", [seen])


def withdraw_part(engine: Engine, person: Account, seen: PartState) -> Result:
    """Take a submitted part back to go on with it."""
    demand(person, "ajukan", seen.wilayah_code, seen.part)
    return _move(engine, person, "tarik", [seen])


def verify_parts(engine: Engine, person: Account, seen: Sequence[PartState]) -> Result:
    """Verify submitted parts, all or none."""
    for part in seen:
        demand(person, "verifikasi", part.wilayah_code, part.part)
    return _move(engine, person, "verifikasi", seen)


def return_parts(engine: Engine, person: Account, seen: Sequence[PartState], note: str) -> Result:
    """Give parts back to their operators with a note; what is verified also by the penyetuju."""
    for part in seen:
        is_verifier = may(person, "verifikasi", part.wilayah_code, part.part)
        if part.state == VERIFIED and not is_verifier:
            demand(person, "setujui", part.wilayah_code, approver_of(engine, part))
        else:
            demand(person, "verifikasi", part.wilayah_code, part.part)
    return _move(engine, person, "kembalikan", seen, note)


def approve_stages(engine: Engine, person: Account, seen: Sequence[PartState]) -> Result:
    """Approve stages as wholes, all or none: `seen` holds their verified parts.

    Every part must be verified and nothing below may be waited for, unless Bappeda let the stage
    go on; those that cannot be approved are named.
    """
    for part in seen:
        demand(person, "setujui", part.wilayah_code, approver_of(engine, part))
    boards = {
        key: read_board_today(engine, *key)
        for key in {(part.wilayah_code, part.year) for part in seen}
    }
    wanted = {(part.wilayah_code, part.year, part.stage) for part in seen}
    refusals = [
        refusal
        for code, year, stage in sorted(wanted)
        for refusal in check_approval(engine, boards[code, year], code, stage, seen)
    ]
    return join_refusals(refusals) or _move(engine, person, "setujui", seen)


def reopen_stage(engine: Engine, person: Account, seen: Sequence[PartState], reason: str) -> Result:
    """Open approved parts again, with the reason; they go back to their operators."""
    for part in seen:
        demand(person, "buka", part.wilayah_code, approver_of(engine, part))
    return _move(engine, person, "buka", seen, reason)


def override_gate(
    engine: Engine, person: Account, *, region_code: str, year: int, stage: str, reason: str
) -> Result:
    """Let a stage be approved although regions below have not finished, and say why."""
    demand(person, "lewati_gerbang", region_code)
    faults = [*check_place(region_code, year, stage), *check_words(reason)]
    if faults:
        return refuse(*faults)
    save_exception(
        engine,
        person.username,
        wilayah_code=region_code,
        year=year,
        stage=stage,
        reason=reason.strip(),
    )
    return Result()


def state_official(
    engine: Engine, person: Account, *, region_code: str, year: int, text: str
) -> Result:
    """Record Bappeda's statement that the data from below are the official ones."""
    demand(person, "nyatakan", region_code)
    faults = [*check_year(year), *check_words(text)]
    if level_at(region_code) not in {"kabupaten", "provinsi"}:
        faults.append(Refusal("tingkat", region_code))
    if faults:
        return refuse(*faults)
    save_statement(engine, person.username, wilayah_code=region_code, year=year, text=text.strip())
    return Result()


def _move(
    engine: Engine, person: Account, kind: str, seen: Sequence[PartState], note: str | None = None
) -> Result:
    """Check the steps against the rules, then take them."""
    faults = [fault for part in seen for fault in check_step(engine, kind, part)]
    if note is not None:
        faults += check_words(note)
    if faults or not seen:
        return refuse(*(faults or [Refusal("kosong")]))
    moves = [
        StageMove(
            kind,
            part.wilayah_code,
            part.year,
            part.stage,
            part.part,
            part.state,
            part.version,
            note.strip() if note else None,
        )
        for part in seen
    ]
    return Result(move_parts(engine, person.username, moves))
