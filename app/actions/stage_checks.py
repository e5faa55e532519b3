"""Whether the rules allow a step on the stages: asked before anything is written."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine

from analysis.readiness import StageStatus
from analysis.stages import APPROVED, NOT_STARTED, VERIFIED, PartState, can_move, list_parts
from app.actions.stage_results import Refusal
from app.stage_board import find_open_gates
from data_access.reads.pengaturan import pick_approvers, read_agencies, read_settings
from data_access.reads.scope import CODE_LENGTH
from data_access.reads.stage_definitions import read_stages
from data_access.reads.tahapan import read_exceptions

FIRST_YEAR = 2024
MAX_WORDS = 2000
_LEVEL_BY_LENGTH = {length: level for level, length in CODE_LENGTH.items()}


def level_at(code: str) -> str:
    """The level that a region's code tells, "" for what is no such code."""
    return _LEVEL_BY_LENGTH.get(len(code), "")


def check_approval(
    engine: Engine,
    board: Sequence[StageStatus],
    code: str,
    stage_code: str,
    seen: Sequence[PartState],
) -> list[Refusal]:
    """Why a stage cannot be approved as a whole, on the board as it stands now."""
    status = next((s for s in board if (s.place.code, s.stage.code) == (code, stage_code)), None)
    if status is None:
        return [Refusal("tahapan_asing", code, stage_code)]
    offered = {part.part for part in seen if (part.wilayah_code, part.stage) == (code, stage_code)}
    open_parts = tuple(
        part.part
        for part in status.parts
        if part.state not in {VERIFIED, APPROVED}
        or (part.state == VERIFIED and part.part not in offered)
    )
    if open_parts:
        return [Refusal("bagian_belum", code, stage_code, parts=open_parts)]
    let_on = read_exceptions(engine, code, status.year)
    gates = find_open_gates(board, let_on, code, status.stage)
    blocking = tuple(gate for gate in gates if gate.blocks)
    return [Refusal("gerbang", code, stage_code, gates=blocking)] if blocking else []


def check_step(engine: Engine, kind: str, part: PartState) -> list[Refusal]:
    """Why a kind of step does not fit a part as the person saw it."""
    place = (part.wilayah_code, part.stage, part.part)
    faults = check_place(part.wilayah_code, part.year, part.stage)
    if faults:
        return faults
    stage = read_stages()[part.stage]
    if not can_move(kind, stage, part.state):
        empty = kind == "ajukan" and part.state == NOT_STARTED
        return [Refusal("belum_diisi" if empty else "langkah", *place)]
    if part.version == 0 and part.part not in list_parts(stage, _agencies(engine, part)):
        return [Refusal("bagian_asing", *place)]
    return []


def check_place(region_code: str, year: int, stage: str) -> list[Refusal]:
    """Why there is no such stage at this place and in this year."""
    known = read_stages().get(stage)
    if known is None or level_at(region_code) != known.level:
        return [Refusal("tahapan_asing", region_code, stage)]
    return check_year(year)


def check_year(year: int) -> list[Refusal]:
    """Why a year is none of the cycle: before 2024 or after the next one."""
    in_range = FIRST_YEAR <= year <= datetime.now(UTC).year + 1
    return [] if in_range else [Refusal("tahun")]


def check_words(words: str) -> list[Refusal]:
    """Why a note or reason will not do: empty, or too long to be one."""
    if not words.strip():
        return [Refusal("catatan_kosong")]
    return [Refusal("catatan_panjang")] if len(words) > MAX_WORDS else []


def approver_of(engine: Engine, part: PartState) -> str:
    """The agency whose penyetuju approves; a province may set another than the default."""
    stage = read_stages().get(part.stage)
    if stage is None:
        return ""
    if stage.level != "provinsi":
        return stage.approver
    chosen = pick_approvers(read_settings(engine, part.wilayah_code))
    return chosen.get((part.wilayah_code, part.stage), stage.approver)


def _agencies(engine: Engine, part: PartState) -> list[str]:
    registered = read_agencies(engine, part.wilayah_code)
    return list(registered.loc[registered["wilayah_code"] == part.wilayah_code, "code"])
