"""Twenty of the bad files at the doors of an office on PostgreSQL: nothing is written there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from app.settings import read_settings
from data_access.database import make_engine, open_read
from data_access.schema import Base
from tests.data_access.conftest import make_postgres_database
from tests.endurance.bad_case import BadFile
from tests.endurance.bad_door import refuse_command, refuse_upload
from tests.endurance.bad_files import choose
from tests.endurance.bad_office import fill_office

_TABLE = "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {name} t"


@pytest.fixture(scope="module")
def office(postgres_url: str) -> Iterator[Engine]:
    with make_postgres_database(postgres_url) as url:
        engine = make_engine(url)
        fill_office(engine)
        yield engine
        engine.dispose()


def digests(engine: Engine) -> dict[str, str]:
    """A mark of the rows of every table."""
    with open_read(engine) as connection:
        return {
            table.name: str(connection.scalar(text(_TABLE.format(name=table.name))))
            for table in Base.metadata.sorted_tables
        }


@pytest.mark.parametrize("case", choose(20), ids=str)
def test_a_bad_file_changes_no_table_on_postgresql(
    office: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: BadFile
) -> None:
    path = tmp_path / case.file
    case.make(path)
    before = digests(office)
    refuse_upload(office, case, path)
    url = office.url.render_as_string(hide_password=False)
    monkeypatch.setenv("KONVERGENSI_DATABASE_URL", url)
    monkeypatch.setenv("KONVERGENSI_ACTOR", "penguji")
    read_settings.cache_clear()
    refuse_command(case, path)
    read_settings.cache_clear()
    assert digests(office) == before
