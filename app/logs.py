"""Logs: one line of JSON an event."""

import contextlib
import logging
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import structlog

from app.settings import read_settings
from data_access.faults import FaultName, name_fault


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something nobody foresaw, as people hear of it.

    `reference`: the number by which its log is found. `fault`: what kept the database from
    working, None where it was something else.
    """

    reference: str
    fault: FaultName | None = None


def configure_logs(log_file: Path | None = None) -> None:
    """Set the level, the form and the place of the log once a process.

    A server logs to standard error; the command line to a file, since a trace says nothing to
    the person who typed.
    """
    level = logging.getLevelNamesMapping().get(read_settings().log_level.upper(), logging.INFO)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=_open_log(log_file)),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )


def _open_log(log_file: Path | None) -> TextIO:
    """The file, or standard error where the disk takes none: a command must work without, too."""
    if log_file is None:
        return sys.stderr
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        # By lines: what is buffered until the end would fail there, after the last word.
        return log_file.open("a", encoding="utf-8", buffering=1)
    except OSError:
        return sys.stderr


def log_unexpected(error: BaseException) -> Trouble:
    """Log an error nobody foresaw and return what the screen shows of it.

    A log that cannot be written (a full disk) must not hide what it was about.
    """
    trouble = Trouble(secrets.token_hex(4).upper(), name_fault(error))
    with contextlib.suppress(OSError):
        structlog.get_logger().error(
            "unexpected", reference=trouble.reference, fault=trouble.fault, exc_info=error
        )
    return trouble
