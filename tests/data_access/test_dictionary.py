from pathlib import Path

from data_access.dictionary import describe_schema
from data_access.schema import Base

DICTIONARY = Path(__file__).parents[2] / "docs" / "kamus-data.md"


def test_dictionary_in_docs_is_the_schema_of_today() -> None:
    assert DICTIONARY.read_text("utf-8") == describe_schema()


def test_every_table_and_column_says_what_it_means() -> None:
    for table in Base.metadata.sorted_tables:
        assert table.comment, table.name
        silent = [column.name for column in table.columns if not column.comment]
        assert not silent, table.name
