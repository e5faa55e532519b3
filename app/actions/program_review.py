"""The camat's review of programmes, and what they had spent by June and December."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.program import KECAMATAN_LENGTH, PART, check_year
from data_access.database import open_read
from data_access.importers.program_values import ValueFault, read_rupiah
from data_access.reads.program_mitra import Program, find_programs
from data_access.writes.once import hash_content
from data_access.writes.program_realisation import (
    MONTHS,
    SEMESTER_STAGES,
    RealisationChange,
    RealisationConflict,
    RealisationKey,
    RealisationOutcome,
    RealisationRequest,
    save_realisation,
)
from data_access.writes.program_review import Review, ReviewOutcome, review_programs
from data_access.writes.tahapan import StageLockedError
from geo.escape import find_unsafe_characters

__all__ = [
    "APPROVED",
    "MONTHS",
    "RETURNED",
    "SEMESTER_STAGES",
    "RealisationChange",
    "RealisationConflict",
    "RealisationFault",
    "RealisationKey",
    "RealisationOutcome",
    "RealisationResult",
    "ReviewResult",
]

APPROVED, RETURNED = "disetujui", "dikembalikan"
REVIEWER = "camat"
LONGEST_NOTE = 2_000


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """What a review came to: `fault` by code, else what moved meanwhile, else how many."""

    outcome: ReviewOutcome = field(default_factory=ReviewOutcome)
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class RealisationFault:
    """A cell that is no amount: which, why by code, and what it says."""

    key: RealisationKey
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class RealisationResult:
    """What a save came to; `locked_stage` and `locked_state` name a semester handed in."""

    outcome: RealisationOutcome = field(default_factory=RealisationOutcome)
    locked_stage: str | None = None
    locked_state: str | None = None


def review(
    engine: Engine,
    person: Account | None,
    kecamatan_code: str,
    seen: Mapping[int, int],
    state: str,
    note: str = "",
) -> ReviewResult:
    """Approve programmes of a kecamatan, or return them with a note; all of them or none.

    `seen`: the version of each by its number. Raises NotAllowedError, and ValueError for a
    programme of another kecamatan.
    """
    camat = demand(person, "setujui", kecamatan_code, REVIEWER)
    words = note.strip()
    if state == RETURNED and not words:
        return ReviewResult(fault="catatan_kosong")
    if len(words) > LONGEST_NOTE:
        return ReviewResult(fault="catatan_panjang")
    if find_unsafe_characters(words.replace("\n", " ")):
        return ReviewResult(fault="tanda")
    if state not in (APPROVED, RETURNED):
        raise ValueError(f"no review {state}")
    _check_home(engine, kecamatan_code, seen)
    kept = words or None
    reviews = [Review(number, version, state, kept) for number, version in seen.items()]
    return ReviewResult(review_programs(engine, camat.username, reviews))


def parse_realisation(
    texts: Mapping[RealisationKey, str],
) -> tuple[dict[RealisationKey, int | None], tuple[RealisationFault, ...]]:
    """Read typed cells: whole rupiah (None: not known), and every cell that is none, by name."""
    values: dict[RealisationKey, int | None] = {}
    faults = []
    for key, text in texts.items():
        value = read_rupiah(text)
        if isinstance(value, ValueFault):
            faults.append(RealisationFault(key, value.code, value.text))
        else:
            values[key] = value
    return values, tuple(faults)


def store_realisation(
    engine: Engine,
    person: Account | None,
    kecamatan_code: str,
    year: int,
    cells: Sequence[RealisationChange],
    token: str,
) -> RealisationResult:
    """Store changed amounts of a kecamatan's programmes, all or none.

    `token` stands for the snapshot that the person worked on. Raises NotAllowedError, and
    ValueError for cells that are not this kecamatan's and year's.
    """
    author = demand(person, "isi", kecamatan_code, PART)
    check_year(year)
    _check_cells(engine, kecamatan_code, year, cells)
    key = hash_content([token, kecamatan_code, year, [asdict(cell) for cell in cells]])
    request = RealisationRequest(key, kecamatan_code, year, tuple(cells))
    try:
        return RealisationResult(save_realisation(engine, author.username, request))
    except StageLockedError as error:
        return RealisationResult(locked_stage=error.stage, locked_state=error.state)


def _check_cells(
    engine: Engine, kecamatan_code: str, year: int, cells: Sequence[RealisationChange]
) -> None:
    if not cells or len({cell.key for cell in cells}) != len(cells):
        raise ValueError("no cells, or one twice")
    if any(cell.month not in MONTHS or (cell.value or 0) < 0 for cell in cells):
        raise ValueError("no such month or amount")
    stored = _check_home(engine, kecamatan_code, [cell.program_id for cell in cells])
    if any(program.year != year for program in stored.values()):
        raise ValueError(f"programmes of another year than {year}")


def _check_home(
    engine: Engine, kecamatan_code: str, numbers: Mapping[int, int] | Sequence[int]
) -> dict[int, Program]:
    """The programmes that are stored; raises ValueError for one of another kecamatan."""
    with open_read(engine) as connection:
        stored = find_programs(connection, list(numbers))
    foreign = [
        program.id
        for program in stored.values()
        if program.wilayah_code[:KECAMATAN_LENGTH] != kecamatan_code
    ]
    if foreign:
        raise ValueError(f"programmes {foreign} are not of {kecamatan_code}")
    return stored
