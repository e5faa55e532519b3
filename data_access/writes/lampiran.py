"""The transactions that add and withdraw attachments."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select

from data_access.database import open_write
from data_access.schema import Lampiran
from data_access.writes.batches import move_version
from data_access.writes.isian import StagePart
from data_access.writes.once import claim_key, keep_result
from data_access.writes.tahapan import note_entry

TOPIC = "lampiran"


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A checked file, ready to store under a subject of a region."""

    wilayah_code: str
    subject: str
    file_name: str
    media_type: str
    content: bytes


def save_attachment(
    engine: Engine, actor: str, new: NewAttachment, *, key: str, entry: StagePart | None = None
) -> int:
    """Store an attachment and return its number; the same file under a subject is stored once.

    `key` stands for this click. `entry` is the part of a stage that the subject belongs to, if
    any. Raises StageLockedError.
    """
    digest = hashlib.sha256(new.content).hexdigest()
    with open_write(engine, actor) as connection:
        done = claim_key(connection, key, digest, actor)
        if done is not None:
            return int(done["id"])
        if entry is not None:
            note_entry(connection, **asdict(entry), actor=actor)
        same = select(Lampiran.id).filter_by(
            subject=new.subject, file_name=new.file_name, content_sha256=digest
        )
        number = connection.scalar(same)
        if number is None:
            row = asdict(new) | {
                "size_bytes": len(new.content),
                "content_sha256": digest,
                "uploaded_by": actor,
                "uploaded_at": datetime.now(UTC),
            }
            statement = insert(Lampiran).values(**row).returning(Lampiran.id)
            number = connection.scalars(statement).one()
            move_version(connection, TOPIC)
        keep_result(connection, key, {"id": number})
        return int(number)


def withdraw_attachment(
    engine: Engine, actor: str, attachment_id: int, *, entry: StagePart | None = None
) -> bool:
    """Delete an attachment, which history keeps by name and hash; False where it was gone already.

    Raises StageLockedError.
    """
    with open_write(engine, actor) as connection:
        if entry is not None:
            note_entry(connection, **asdict(entry), actor=actor)
        gone = connection.execute(delete(Lampiran).where(Lampiran.id == attachment_id))
        if gone.rowcount:
            move_version(connection, TOPIC)
        return bool(gone.rowcount)
