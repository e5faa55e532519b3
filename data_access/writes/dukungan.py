"""The transactions that add, change and withdraw regulations and publications."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from analysis.support import PUBLICATION, REGULATION, find_support_part
from data_access.database import open_write
from data_access.reads.dukungan import TABLES, Publication, Regulation, Support, find_support
from data_access.schema import Lampiran
from data_access.writes.batches import move_version
from data_access.writes.isian import StagePart
from data_access.writes.lampiran import TOPIC as ATTACHMENTS
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.tahapan import note_entry

TOPIC = "dukungan"


@dataclass(frozen=True, slots=True)
class RegulationDraft:
    """What a person says of one regulation; `stage` a short name of a stage, or "semua"."""

    kind: str
    number: str
    dated_on: date | None
    subject: str
    stage: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it one regulation of its region and year."""
        return self.kind, self.number.casefold(), self.stage


@dataclass(frozen=True, slots=True)
class PublicationDraft:
    """What a person says of one publication; `link` None where a file stands for it."""

    kind: str
    title: str
    published_on: date | None
    link: str | None
    stage: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it one publication of its region and year."""
        link = (self.link or "").casefold()
        return self.kind, self.title.casefold(), str(self.published_on), link, self.stage


Draft = RegulationDraft | PublicationDraft
_RECORDS: dict[type[Draft], type[Support]] = {
    RegulationDraft: Regulation,
    PublicationDraft: Publication,
}
_KINDS: dict[type[Support], str] = {Regulation: REGULATION, Publication: PUBLICATION}


@dataclass(frozen=True, slots=True)
class SupportOutcome:
    """What came of a write: the row's number, or why nothing was written.

    `theirs`: somebody changed it meanwhile; `is_gone`: withdrew it; `is_double`: the region has
    the same one already.
    """

    number: int | None = None
    theirs: Support | None = None
    is_gone: bool = False
    is_double: bool = False


class _UnwrittenError(Exception):
    """Ends the transaction with nothing written, and says why."""

    def __init__(self, outcome: SupportOutcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def kind_of_support(subject: Support | Draft) -> str:
    """Which of the two a row or a draft is: "regulasi" or "publikasi"."""
    is_draft = isinstance(subject, RegulationDraft | PublicationDraft)
    return _KINDS[_RECORDS[type(subject)] if is_draft else type(subject)]  # type: ignore[index]


def part_of(row: Support) -> StagePart:
    """The part of a stage in which a stored row is entered."""
    return find_part(row.wilayah_code, row.year, kind_of_support(row))


def find_part(wilayah_code: str, year: int, kind: str) -> StagePart:
    """`analysis.support.find_support_part` as the writes of entries know it."""
    found = find_support_part(wilayah_code, year, kind)
    return StagePart(found.wilayah_code, found.year, found.stage, found.part)


def to_draft(row: Support) -> Draft:
    """What a stored row says."""
    shape = RegulationDraft if isinstance(row, Regulation) else PublicationDraft
    return shape(*(getattr(row, name) for name in shape.__annotations__))


def make_subject(row: Support) -> str:
    """The subject of a row's attachments: "regulasi:12:63.11.01:setcam"."""
    part = part_of(row)
    return f"{kind_of_support(row)}:{row.id}:{part.wilayah_code}:{part.part}"


def add_support(
    engine: Engine, actor: str, draft: Draft, wilayah_code: str, year: int, *, key: str
) -> SupportOutcome:
    """Store a new row; the same `key` again gives the first one's number.

    Raises StageLockedError where its part was handed in, KeyReusedError for a key of another
    content, and ValueError for a region without such stages.
    """
    part = find_part(wilayah_code, year, kind_of_support(draft))
    digest = hash_content([_plain(draft), asdict(part)])
    try:
        with open_write(engine, actor) as connection:
            done = claim_key(connection, key, digest, actor)
            if done is not None:
                return SupportOutcome(int(done["id"]))
            note_entry(connection, **asdict(part), actor=actor)
            _demand_single(connection, draft, wilayah_code, year)
            table: Any = TABLES[_RECORDS[type(draft)]]
            row = {"wilayah_code": wilayah_code, "year": year, "version": 1} | stamp(actor)
            statement = insert(table).values(**asdict(draft), **row).returning(table.id)
            number = int(connection.scalars(statement).one())
            move_version(connection, TOPIC)
            keep_result(connection, key, {"id": number})
            return SupportOutcome(number)
    except _UnwrittenError as error:
        return error.outcome


def change_support(engine: Engine, actor: str, base: Support, draft: Draft) -> SupportOutcome:
    """Change a row on the version that the person saw; else theirs comes back, unchanged.

    One that says so already is not written again. Raises StageLockedError.
    """
    try:
        with open_write(engine, actor) as connection:
            _hold(connection, base, actor, lambda now: to_draft(now) == draft)
            _demand_single(connection, draft, base.wilayah_code, base.year, base.id)
            table: Any = TABLES[type(base)]
            values = asdict(draft) | {"version": base.version + 1} | stamp(actor)
            connection.execute(update(table).where(table.id == base.id).values(**values))
            move_version(connection, TOPIC)
            return SupportOutcome(base.id)
    except _UnwrittenError as error:
        return error.outcome


def withdraw_support(engine: Engine, actor: str, base: Support) -> SupportOutcome:
    """Withdraw a row and its attachments as the person saw it; history keeps what they said.

    Raises StageLockedError.
    """
    try:
        with open_write(engine, actor) as connection:
            _hold(connection, base, actor, lambda _: False)
            table: Any = TABLES[type(base)]
            files = delete(Lampiran).where(Lampiran.subject == make_subject(base))
            if connection.execute(files).rowcount:
                move_version(connection, ATTACHMENTS)
            connection.execute(delete(table).where(table.id == base.id))
            move_version(connection, TOPIC)
            return SupportOutcome(base.id)
    except _UnwrittenError as error:
        return error.outcome


def stamp(actor: str) -> dict[str, object]:
    """Who wrote a row and when."""
    return {"updated_by": actor, "updated_at": datetime.now(UTC)}


def _plain(draft: Draft) -> dict[str, str | None]:
    return {name: None if value is None else str(value) for name, value in asdict(draft).items()}


def _demand_single(
    connection: Connection, draft: Draft, wilayah_code: str, year: int, own_id: int | None = None
) -> None:
    table: Any = TABLES[_RECORDS[type(draft)]]
    columns = [getattr(table, name) for name in type(draft).__annotations__]
    question = select(table.id, *columns).where(
        table.wilayah_code == wilayah_code, table.year == year, table.id != (own_id or 0)
    )
    for _, *values in connection.execute(question):
        if type(draft)(*values).identity == draft.identity:
            raise _UnwrittenError(SupportOutcome(is_double=True))


def _hold(
    connection: Connection, base: Support, actor: str, is_done: Callable[[Support], bool]
) -> None:
    """Keep other writers of the part away, and make sure that the row is as it was seen."""
    note_entry(connection, **asdict(part_of(base)), actor=actor)
    now = find_support(connection, type(base), base.id)
    if now is None:
        raise _UnwrittenError(SupportOutcome(is_gone=True))
    if is_done(now):
        raise _UnwrittenError(SupportOutcome(now.id))
    if now.version != base.version:
        raise _UnwrittenError(SupportOutcome(theirs=now))
