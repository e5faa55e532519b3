"""The digest's files and its e-mail, read only when asked for: what writes them loads slowly."""

import smtplib
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from app.cli.printing import fail, say
from app.digest_figures import Digest, read_digest
from app.documents.digest import make_paper, name_file, write_html, write_subject, write_text
from app.documents.paper_docx import write_docx
from app.documents.paper_pdf import write_pdf
from app.mail import File, attach, is_address, make_message, send
from app.settings import MailSettings
from app.text import peringatan as text
from data_access.reads.wilayah import read_region

_LEVELS = ("kecamatan", "kabupaten", "provinsi")


def make_files(engine: Engine, code: str, out: Path, to: list[str], *, mail: bool) -> None:
    """Write the four files of a region's digest into a folder, and send it where asked for."""
    digest = _read(engine, code)
    paper = make_paper(digest)
    pdf = write_pdf(paper)
    files = {
        "html": write_html(digest).encode(),
        "txt": write_text(digest).encode(),
        "pdf": pdf,
        "docx": write_docx(paper),
    }
    out.mkdir(parents=True, exist_ok=True)
    for form, content in files.items():
        path = out / name_file(digest, form)
        path.write_bytes(content)
        say(text.WRITTEN.format(path=path))
    if mail:
        send_digest(MailSettings(), digest, pdf, to)


def _read(engine: Engine, code: str) -> Digest:
    region = read_region(engine, code)
    if region is None:
        fail(text.UNKNOWN_REGION.format(code=code))
    if region.level not in _LEVELS:
        fail(text.WRONG_LEVEL.format(code=code))
    return read_digest(engine, region, datetime.now(UTC))


def send_digest(settings: MailSettings, digest: Digest, pdf: bytes, to: list[str]) -> None:
    """Send the digest to whom the command or the settings name; says why where it cannot."""
    if not settings.is_complete:
        fail(text.NO_SMTP)
    recipients = to or [each.strip() for each in settings.to.split(",") if each.strip()]
    if not recipients:
        fail(text.NO_RECIPIENT)
    for address in recipients:
        if not is_address(address):
            fail(text.BAD_RECIPIENT.format(address=address))
    message = make_message(
        str(settings.sender),
        recipients,
        write_subject(digest),
        write_text(digest),
        write_html(digest),
    )
    attach(message, [File(name_file(digest, "pdf"), "application/pdf", pdf)])
    try:
        send(settings, message, recipients)
    except (OSError, smtplib.SMTPException) as error:
        fail(text.NOT_SENT.format(reason=type(error).__name__))
    say(text.SENT.format(count=len(recipients)))
