"""Answers of the database as tables: what pandas makes of them, and empty ones with names."""

import pandas as pd
from sqlalchemy import create_engine, text

from data_access.reads.frames import make_frame

QUESTION = "SELECT '99.01' AS code, 3 AS value UNION ALL SELECT '99.02', NULL"


def test_rows_become_the_table_that_pandas_makes_of_them() -> None:
    with create_engine("sqlite://").connect() as connection:
        rows = connection.execute(text(QUESTION)).all()
    pd.testing.assert_frame_equal(
        make_frame(rows, ["code", "value"]), pd.DataFrame(rows, columns=["code", "value"])
    )


def test_an_empty_answer_keeps_its_columns() -> None:
    assert list(make_frame([], ["code", "value"]).columns) == ["code", "value"]
