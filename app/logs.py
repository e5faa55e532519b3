"""Logs: one line of JSON an event."""

import logging
import secrets
import sys
from pathlib import Path

import structlog

from app.settings import read_settings


def configure_logs(log_file: Path | None = None) -> None:
    """Set the level, the form and the place of the log once a process.

    A server logs to standard error; the command line to a file, since a trace says nothing to
    the person who typed.
    """
    if log_file is not None:
        log_file.parent.mkdir(parents=True, exist_ok=True)
    stream = sys.stderr if log_file is None else log_file.open("a", encoding="utf-8")
    level = logging.getLevelNamesMapping().get(read_settings().log_level.upper(), logging.INFO)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=stream),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )


def log_unexpected(error: BaseException) -> str:
    """Log an error nobody foresaw and return the reference number that the screen shows."""
    reference = secrets.token_hex(4).upper()
    structlog.get_logger().error("unexpected", reference=reference, exc_info=error)
    return reference
