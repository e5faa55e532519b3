"""A PostgreSQL that stopped taking writes: do not hold on to connections that will never take one.

A server that becomes a standby, or is set read-only for a while, leaves sessions that stay
read-only for as long as they live. Given up, the next one finds the server as it is by then; with
several hosts and target_session_attrs=read-write in the URL, the one that takes writes.
"""

from sqlalchemy import Engine, ExceptionContext, event

from data_access.faults import name_fault


def leave_read_only_sessions(engine: Engine) -> None:
    """Drop an engine's pooled connections once one of them refused a write as read-only."""

    @event.listens_for(engine, "handle_error")
    def look(context: ExceptionContext) -> None:
        if name_fault(context.original_exception) == "hanya_baca":
            context.is_disconnect = True
