"""The transaction that stores the demonstration's evidence of the assessment."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert

from data_access.database import open_write
from data_access.demo.assessment import DemoAssessment, DemoPaper, DemoSupport
from data_access.demo.year import LAST_YEAR, THIS_YEAR
from data_access.schema import HasilPenilaian, KlarifikasiPenilaian, Lampiran, Publikasi, Regulasi
from data_access.writes.batches import move_version
from data_access.writes.tahapan import note_entry

_TOPICS = ("penilaian", "dukungan", "lampiran")
_TABLES: Mapping[str, type[Regulasi | Publikasi]] = {"regulasi": Regulasi, "publikasi": Publikasi}
_WORDS = "Contoh dokumen demonstrasi, bukan dokumen resmi"


def save_demo_assessment(engine: Engine, actor: str, made: DemoAssessment) -> None:
    """Store papers, regulations, publications, official results and clarifications.

    The years' stages must stand: this year's regulations and publications make drafts of theirs.
    """
    with open_write(engine, actor) as connection:
        papers = [_attach_paper(each, actor) for each in made.papers]
        papers += [row for each in made.support if (row := _save_support(connection, each, actor))]
        connection.execute(insert(Lampiran), papers)
        for table, rows in (
            (HasilPenilaian, made.official),
            (KlarifikasiPenilaian, made.clarifications),
        ):
            stamped = [dict(row) | _stamp(int(row["year"]), actor) for row in rows]
            connection.execute(insert(table), stamped)
        for topic in _TOPICS:
            move_version(connection, topic)


def _attach_paper(paper: DemoPaper, actor: str) -> dict[str, Any]:
    subject = f"isian:{paper.stage}:{paper.year}:{paper.wilayah_code}:{paper.part}"
    return _attach(paper.wilayah_code, paper.year, subject, paper.file_name, actor)


def _save_support(connection: Connection, each: DemoSupport, actor: str) -> dict[str, Any] | None:
    """Store one regulation or publication; the row of its file, None where it has a link."""
    code, year = str(each.values["wilayah_code"]), int(each.values["year"])
    level, part = ("kecamatan", "setcam") if len(code) == 8 else ("kabupaten", "bappeda")
    if year == THIS_YEAR:  # last year's were approved long ago
        note_entry(
            connection,
            wilayah_code=code,
            year=year,
            stage=f"{level}.{each.kind}",
            part=part,
            actor=actor,
        )
    table = _TABLES[each.kind]
    row = dict(each.values) | _stamp(year, actor)
    number = connection.scalars(insert(table).values(**row).returning(table.id)).one()
    if each.file_name is None:
        return None
    return _attach(code, year, f"{each.kind}:{number}:{code}:{part}", each.file_name, actor)


def _attach(code: str, year: int, subject: str, name: str, actor: str) -> dict[str, Any]:
    content = _make_pdf(_WORDS)
    return {
        "wilayah_code": code,
        "subject": subject,
        "file_name": name,
        "media_type": "application/pdf",
        "size_bytes": len(content),
        "content_sha256": hashlib.sha256(content).hexdigest(),
        "content": content,
        "uploaded_by": actor,
        "uploaded_at": _moment(year),
    }


def _stamp(year: int, actor: str) -> dict[str, Any]:
    return {"version": 1, "updated_by": actor, "updated_at": _moment(year)}


def _moment(year: int) -> datetime:
    """Last year's papers came with its closing, this year's in spring."""
    month, day = (12, 20) if year <= LAST_YEAR else (3, 20)
    return datetime(year, month, day, 3, 15, tzinfo=UTC)


def _make_pdf(words: str) -> bytes:
    """A page that says what it is: the smallest file that any reader opens."""
    drawn = f"BT /F1 14 Tf 60 760 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return written + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        count,
        start,
    )
