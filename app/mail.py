"""E-mail through the configured server: one message, text and HTML, with files."""

import re
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from app.settings import MailSettings

SECONDS = 30
_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes along: its name, what it is ("application/pdf"), its bytes."""

    name: str
    mime: str
    content: bytes


def is_address(address: str) -> bool:
    """Tell whether a text is one e-mail address, without a name beside it."""
    return _ADDRESS.fullmatch(address) is not None


def make_message(
    sender: str, recipients: Sequence[str], subject: str, plain: str, html: str
) -> EmailMessage:
    """A message in text and HTML; recipients do not see each other.

    Raises ValueError where a header holds a line end.
    """
    message = EmailMessage()
    message["Subject"], message["From"] = subject, sender
    message["To"] = recipients[0] if len(recipients) == 1 else sender
    message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid()
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return message


def attach(message: EmailMessage, files: Sequence[File]) -> None:
    """Let files go along with a message."""
    for file in files:
        main, _, sub = file.mime.partition("/")
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)


def send(settings: MailSettings, message: EmailMessage, recipients: Sequence[str]) -> None:
    """Send a message; raises OSError or smtplib.SMTPException where the server does not take it."""
    host = str(settings.host)
    context = ssl.create_default_context()
    if settings.tls == "ssl":
        with smtplib.SMTP_SSL(host, settings.port, timeout=SECONDS, context=context) as server:
            _hand_over(server, settings, message, recipients)
        return
    with smtplib.SMTP(host, settings.port, timeout=SECONDS) as server:
        if settings.tls == "starttls":
            server.starttls(context=context)
        _hand_over(server, settings, message, recipients)


def _hand_over(
    server: smtplib.SMTP,
    settings: MailSettings,
    message: EmailMessage,
    recipients: Sequence[str],
) -> None:
    if settings.user and settings.password:
        server.login(settings.user, settings.password.get_secret_value())
    server.send_message(message, to_addrs=list(recipients))
