from sqlalchemy import Engine, inspect, text

from data_access.database import make_engine
from data_access.schema import Base
from data_access.schema.views import VIEWS
from data_access.upgrade import downgrade_schema, is_current, upgrade_schema


def test_migrations_make_exactly_the_tables_of_the_schema(engine: Engine) -> None:
    made = set(inspect(engine).get_table_names()) - {"alembic_version"}
    assert made == set(Base.metadata.tables)


def test_migrated_columns_are_those_of_the_schema(engine: Engine) -> None:
    for table in Base.metadata.sorted_tables:
        made = {column["name"] for column in inspect(engine).get_columns(table.name)}
        assert made == set(table.columns.keys()), table.name


def test_views_answer_on_a_fresh_database(engine: Engine) -> None:
    with engine.connect() as connection:
        for name in VIEWS:
            assert connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() == 0


def test_schema_goes_down_and_up_again(empty_url: str) -> None:
    engine = make_engine(empty_url)
    upgrade_schema(engine)
    downgrade_schema(engine, "base")
    assert not is_current(engine)
    upgrade_schema(engine)
    assert is_current(engine)
    engine.dispose()
