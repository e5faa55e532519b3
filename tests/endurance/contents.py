"""What a database holds, without the numbers and times that two equal runs do not share."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, DateTime, Engine, select

from data_access.database import open_read
from data_access.schema import Base

Contents = Mapping[str, Counter[tuple[str, ...]]]
# Numbers of a run: an aborted one leaves gaps in PostgreSQL's sequences. The history's copies of
# rows hold them, too; who changed what in which table stays compared.
_OF_A_RUN = frozenset({"id", "change_id", "row_key", "before", "after"})


def read_contents(engine: Engine) -> Contents:
    """Every table's rows, counted, as text."""
    with open_read(engine) as connection:
        return {
            table.name: Counter(
                tuple(_write(value) for value in row)
                for row in connection.execute(select(*filter(_is_kept, table.columns)))
            )
            for table in Base.metadata.sorted_tables
        }


def _is_kept(column: Column[Any]) -> bool:
    of_a_run = column.name in _OF_A_RUN or column.name.endswith("_id")
    return not of_a_run and not isinstance(column.type, DateTime)


def _write(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=repr)
