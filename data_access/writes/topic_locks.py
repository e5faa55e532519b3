"""One import of a topic at a time: what a write looks at first must still hold when it writes."""

from sqlalchemy import Connection, text


def lock_topic(connection: Connection, topic: str) -> None:
    """Wait until no other transaction writes this topic, and keep others waiting until the end.

    Three clicks on "Simpan" then find what the first one stored. SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        statement = text("SELECT pg_advisory_xact_lock(hashtext(:name))")
        connection.execute(statement, {"name": f"konvergensi.{topic}"})
