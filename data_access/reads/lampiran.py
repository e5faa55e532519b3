"""Questions about attachments."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.schema import Lampiran


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment with its content, as it is sent to whoever asks for it."""

    id: int
    wilayah_code: str
    subject: str
    file_name: str
    media_type: str
    content: bytes


_COLUMNS = (
    Lampiran.id,
    Lampiran.file_name,
    Lampiran.media_type,
    Lampiran.size_bytes,
    Lampiran.uploaded_by,
    Lampiran.uploaded_at,
)


def read_attachment(engine: Engine, attachment_id: int) -> Attachment | None:
    """One attachment by its number, None where there is none (any more)."""
    question = select(
        Lampiran.id,
        Lampiran.wilayah_code,
        Lampiran.subject,
        Lampiran.file_name,
        Lampiran.media_type,
        Lampiran.content,
    ).where(Lampiran.id == attachment_id)
    with open_read(engine) as connection:
        row = connection.execute(question).first()
    return None if row is None else Attachment(*row)


def list_attachments(engine: Engine, subject: str) -> pd.DataFrame:
    """Attachments of a subject, oldest first, without their content.

    Columns: id, file_name, media_type, size_bytes, uploaded_by, uploaded_at (UTC).
    """
    question = select(*_COLUMNS).where(Lampiran.subject == subject).order_by(Lampiran.id)
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=[column.key for column in _COLUMNS])


def read_attachment_place(engine: Engine, attachment_id: int) -> tuple[str, str] | None:
    """Region and subject of an attachment, None where there is none (any more)."""
    question = select(Lampiran.wilayah_code, Lampiran.subject).where(Lampiran.id == attachment_id)
    with open_read(engine) as connection:
        row = connection.execute(question).first()
    return None if row is None else (row[0], row[1])
