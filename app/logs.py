"""Logs of the server: one line of JSON an event, to standard error."""

import logging
import secrets
import sys

import structlog

from app.settings import read_settings


def configure_logs() -> None:
    """Set the level and the form of the log once a process."""
    level = logging.getLevelNamesMapping().get(read_settings().log_level.upper(), logging.INFO)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )


def log_unexpected(error: BaseException) -> str:
    """Log an error nobody foresaw and return the reference number that the screen shows."""
    reference = secrets.token_hex(4).upper()
    structlog.get_logger().error("unexpected", reference=reference, exc_info=error)
    return reference
