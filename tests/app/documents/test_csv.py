import csv
from math import nan

import pandas as pd
import pytest

from app.documents.columns import Column
from app.documents.csv import guard_text, write_csv

COLUMNS = [Column("name", "nama"), Column("n", "balita", "count"), Column("p", "poin", "poin")]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_is_defused(start: str) -> None:
    assert guard_text(f"{start}1+1") == f"'{start}1+1"


def test_names_and_figures_survive_the_way_out() -> None:
    table = pd.DataFrame(
        {"name": ['Soka"an', "=1+1", "a,b\nc"], "n": [12.0, nan, 0.0], "p": [-2.7, nan, 1.25]}
    )
    content = write_csv(table, COLUMNS)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))
    assert rows[0] == ["nama", "balita", "poin"]
    assert rows[1] == ['Soka"an', "12", "-2.7"]
    assert rows[2] == ["'=1+1", "", ""]
    assert rows[3] == ["a,b\nc", "0", "1.25"]
