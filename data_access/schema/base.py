"""What every table shares: metadata, names of constraints, column types of the field."""

from datetime import datetime
from typing import Annotated

from sqlalchemy import DateTime, MetaData, String
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# Codes sort and compare by byte everywhere, so that "63.11." to "63.11/" is a range of an index.
CODE = String(16).with_variant(String(16, collation="C"), "postgresql")

Code = Annotated[str, mapped_column(CODE)]
Moment = Annotated[datetime, mapped_column(DateTime(timezone=True))]


class Base(DeclarativeBase):
    """The root of all tables; `Base.metadata` is the schema that migrations aim at."""

    metadata = MetaData(naming_convention=NAMING)
