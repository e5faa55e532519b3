"""The transactions that add, change and remove programmes of desa and partners."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data_access.database import open_write
from data_access.reads.program_mitra import Program, find_program
from data_access.reads.scope import within
from data_access.schema import ProgramMitra
from data_access.writes.batches import move_version
from data_access.writes.isian import StagePart
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.tahapan import note_entry

TOPIC = "program"
INVENTORY_STAGE, PART = "kecamatan.ansit", "setcam"
"""Where the inventory of programmes is entered (pedoman 2024, Bab II, analisis situasi)."""
WAITING = "menunggu"
_KECAMATAN_LENGTH = 8
Identity = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """What a person says of one programme; `wilayah_code` is the desa, the amount whole rupiah."""

    wilayah_code: str
    source: str
    partner: str | None
    activity: str
    item_code: str | None
    volume: float | None
    unit: str | None
    amount_idr: int

    @property
    def identity(self) -> Identity:
        """What makes it one programme of its year: desa, source, partner and activity."""
        partner, activity = (self.partner or "").casefold(), self.activity.casefold()
        return self.wilayah_code, self.source, partner, activity


@dataclass(frozen=True, slots=True)
class ProgramOutcome:
    """What came of a write: the programme's number, or why nothing was written.

    `theirs`: somebody changed it meanwhile; `is_gone`: removed it; `is_double`: the desa has the
    same programme already.
    """

    number: int | None = None
    theirs: Program | None = None
    is_gone: bool = False
    is_double: bool = False


class _UnwrittenError(Exception):
    """Ends the transaction with nothing written, and says why."""

    def __init__(self, outcome: ProgramOutcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def to_draft(program: Program) -> ProgramDraft:
    """What a stored programme says."""
    return ProgramDraft(*(getattr(program, name) for name in ProgramDraft.__annotations__))


def find_part(wilayah_code: str, year: int) -> StagePart:
    """The part of the stage in which the programmes of a desa's kecamatan are entered."""
    return StagePart(wilayah_code[:_KECAMATAN_LENGTH], year, INVENTORY_STAGE, PART)


def add_program(
    engine: Engine, actor: str, draft: ProgramDraft, year: int, *, key: str
) -> ProgramOutcome:
    """Store a new programme, to be reviewed; the same `key` again gives the first one's number.

    Raises StageLockedError where the inventory is submitted or further, KeyReusedError for a key
    of another content.
    """
    digest = hash_content([asdict(draft), year])
    try:
        with open_write(engine, actor) as connection:
            done = claim_key(connection, key, digest, actor)
            if done is not None:
                return ProgramOutcome(int(done["id"]))
            note_entry(connection, **asdict(find_part(draft.wilayah_code, year)), actor=actor)
            _demand_single(connection, draft, year)
            number = insert_program(connection, actor, draft, year)
            move_version(connection, TOPIC)
            keep_result(connection, key, {"id": number})
            return ProgramOutcome(number)
    except _UnwrittenError as error:
        return error.outcome


def change_program(
    engine: Engine, actor: str, base: Program, draft: ProgramDraft
) -> ProgramOutcome:
    """Change a programme on the version that the person saw; else theirs comes back, unchanged.

    It is to be reviewed again. One that says so already is not written again. Raises
    StageLockedError.
    """
    try:
        with open_write(engine, actor) as connection:
            _hold(connection, base, actor, lambda now: to_draft(now) == draft)
            _demand_single(connection, draft, base.year, base.id)
            update_program(connection, actor, base, draft)
            move_version(connection, TOPIC)
            return ProgramOutcome(base.id)
    except _UnwrittenError as error:
        return error.outcome


def remove_program(engine: Engine, actor: str, base: Program) -> ProgramOutcome:
    """Remove a programme as the person saw it; history keeps it. Raises StageLockedError."""
    try:
        with open_write(engine, actor) as connection:
            _hold(connection, base, actor, lambda _: False)
            connection.execute(delete(ProgramMitra).where(ProgramMitra.id == base.id))
            move_version(connection, TOPIC)
            return ProgramOutcome(base.id)
    except _UnwrittenError as error:
        return error.outcome


def insert_program(
    connection: Connection, actor: str, draft: ProgramDraft, year: int, batch_id: int | None = None
) -> int:
    """Store a new programme inside another write and give its number."""
    state = {"year": year, "review": WAITING, "version": 1, "batch_id": batch_id}
    row = asdict(draft) | state | stamp(actor)
    return connection.scalars(insert(ProgramMitra).values(**row).returning(ProgramMitra.id)).one()


def update_program(
    connection: Connection,
    actor: str,
    base: Program,
    draft: ProgramDraft,
    batch_id: int | None = None,
) -> None:
    """Store what a programme says now; the camat has to look at it again."""
    state = {"review": WAITING, "version": base.version + 1, "batch_id": batch_id}
    values = asdict(draft) | state | stamp(actor)
    connection.execute(update(ProgramMitra).where(ProgramMitra.id == base.id).values(**values))


def read_identities(connection: Connection, kecamatan_code: str, year: int) -> dict[Identity, int]:
    """The number of every programme of a kecamatan and year, by what makes it one."""
    columns = (
        ProgramMitra.id,
        ProgramMitra.wilayah_code,
        ProgramMitra.source,
        ProgramMitra.partner,
        ProgramMitra.activity,
    )
    inside = within(ProgramMitra.wilayah_code, kecamatan_code)
    rows = connection.execute(select(*columns).where(inside, ProgramMitra.year == year))
    return {(r[1], r[2], (r[3] or "").casefold(), r[4].casefold()): r[0] for r in rows}


def stamp(actor: str) -> dict[str, object]:
    """Who changes a programme, and when."""
    return {"updated_by": actor, "updated_at": datetime.now(UTC)}


def _demand_single(
    connection: Connection, draft: ProgramDraft, year: int, own_id: int | None = None
) -> None:
    kecamatan = draft.wilayah_code[:_KECAMATAN_LENGTH]
    there = read_identities(connection, kecamatan, year).get(draft.identity)
    if there is not None and there != own_id:
        raise _UnwrittenError(ProgramOutcome(is_double=True))


def _hold(
    connection: Connection, base: Program, actor: str, is_done: Callable[[Program], bool]
) -> None:
    """Keep other writers of the part away, and make sure that the programme is as it was seen."""
    part = find_part(base.wilayah_code, base.year)
    note_entry(connection, **asdict(part), actor=actor)
    # The camat's review and the realisation are written without that part.
    held = select(ProgramMitra.id).where(ProgramMitra.id == base.id).with_for_update()
    connection.execute(held)
    now = find_program(connection, base.id)
    if now is None:
        raise _UnwrittenError(ProgramOutcome(is_gone=True))
    if is_done(now):
        raise _UnwrittenError(ProgramOutcome(now.id))
    if now.version != base.version:
        raise _UnwrittenError(ProgramOutcome(theirs=now))
