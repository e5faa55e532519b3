"""History is written by the database itself, whatever writes, and nobody alters it."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Connection, Engine, create_engine, make_url, select, text
from sqlalchemy.exc import DatabaseError

from data_access.backup import check_database
from data_access.database import make_engine, open_read, open_write
from data_access.grants import grant_application_role
from data_access.periods import parse_month
from data_access.schema import COUNTS, Base, Pengguna, Riwayat
from data_access.triggers import UNRECORDED, expected_triggers, read_triggers, recorded_tables
from data_access.upgrade import downgrade_schema, upgrade_schema
from data_access.writes.batches import set_identity
from data_access.writes.pengukuran import MeasurementSet, save_measurements
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

DESA = ["63.11.01.2001", "63.11.01.2002", "63.11.02.2001"]


def history(engine: Engine) -> list[tuple[str, str, str, object, object]]:
    columns = (Riwayat.actor, Riwayat.table_name, Riwayat.action, Riwayat.before, Riwayat.after)
    with open_read(engine) as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(Riwayat.id))]


def add_account(connection: Connection) -> None:
    connection.execute(
        Pengguna.__table__.insert().values(
            username="a",
            name="A",
            password_hash="rahasia",
            must_change=False,
            active=True,
            is_demo=False,
        )
    )


def test_each_change_stands_once_with_who_before_and_after(engine: Engine) -> None:
    for value in ("nyata", "nyata", "demo"):
        with open_write(engine, "andi") as connection:
            set_identity(connection, "jenis", value)
    with open_write(engine, "budi") as connection:
        connection.execute(text("DELETE FROM identitas"))
    first, second = {"key": "jenis", "value": "nyata"}, {"key": "jenis", "value": "demo"}
    assert history(engine) == [
        ("andi", "identitas", "tambah", None, first),
        ("andi", "identitas", "ubah", first, second),
        ("budi", "identitas", "hapus", second, None),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO identitas VALUES ('x', 'y')",
        "UPDATE identitas SET value = 'lain'",
        "DELETE FROM identitas",
    ],
)
def test_a_write_without_an_actor_is_refused(engine: Engine, statement: str) -> None:
    with open_write(engine, "andi") as connection:
        set_identity(connection, "jenis", "nyata")
    with pytest.raises(DatabaseError, match="tulisan tanpa pelaku"), engine.begin() as connection:
        connection.execute(text(statement))
    assert len(history(engine)) == 1


def test_rows_of_a_batch_without_an_actor_are_refused_too(engine: Engine) -> None:
    save_batch(engine)
    statement = "INSERT INTO wilayah SELECT '99.99', name, level, kind, parent_code, NULL, NULL,"
    statement += " NULL, NULL, batch_id FROM wilayah WHERE code = '99'"
    with open_read(engine) as connection:
        code = connection.scalar(text("SELECT max(code) FROM wilayah"))
    statement = statement.replace("'99'", f"'{code}'")
    with pytest.raises(DatabaseError, match="tulisan tanpa pelaku"), engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("actor", ["", "  "])
def test_an_actor_is_never_empty(engine: Engine, actor: str) -> None:
    with pytest.raises(ValueError, match="actor"), open_write(engine, actor):
        pass


def save_batch(engine: Engine) -> None:
    save_regions(engine, make_place(DESA), make_info("a"))


def save_august(engine: Engine, digest: str) -> None:
    period = parse_month("2025-08")
    assert period is not None
    rows = pd.DataFrame(dict.fromkeys(COUNTS, 0.0), index=range(3)).assign(unit_code=DESA)
    data = MeasurementSet("e-PPGBM", "rutin", period, "desa", rows)
    save_measurements(engine, data, make_info(digest, "pengukuran"))


def test_the_rows_of_a_batch_are_recorded_once_as_the_batch(engine: Engine) -> None:
    save_batch(engine)
    kinds = [(table, action) for _, table, action, _, _ in history(engine)]
    assert ("batch", "tambah") in kinds
    assert not [kind for kind in kinds if kind[0] in {"wilayah", "batas"}]


def test_what_a_new_file_replaces_is_recorded_row_by_row(engine: Engine) -> None:
    save_batch(engine)
    save_august(engine, "b")
    save_august(engine, "c")
    deleted = [
        before["unit_code"]
        for _, table, action, before, _ in history(engine)
        if table == "pengukuran" and action == "hapus"
    ]
    assert sorted(deleted) == sorted(DESA)


def test_one_transaction_is_one_change(engine: Engine) -> None:
    with open_write(engine, "andi") as connection:
        set_identity(connection, "a", "1")
        set_identity(connection, "b", "2")
    with open_write(engine, "andi") as connection:
        set_identity(connection, "c", "3")
    with open_read(engine) as connection:
        changes = connection.scalars(select(Riwayat.change_id).order_by(Riwayat.id)).all()
    assert changes[0] == changes[1] != changes[2]


def test_passwords_never_reach_the_history(engine: Engine) -> None:
    with open_write(engine, "andi") as connection:
        add_account(connection)
        connection.execute(text("UPDATE pengguna SET name = 'B', password_hash = 'lain'"))
    assert "rahasia" not in repr(history(engine))
    assert "password_hash" not in repr(history(engine))
    assert len(history(engine)) == 2


@pytest.mark.parametrize("statement", ["DELETE FROM riwayat", "UPDATE riwayat SET actor = 'x'"])
def test_history_cannot_be_altered(engine: Engine, statement: str) -> None:
    with open_write(engine, "andi") as connection:
        set_identity(connection, "jenis", "nyata")
    with (
        pytest.raises(DatabaseError, match="riwayat tidak dapat diubah"),
        open_write(engine, "andi") as connection,
    ):
        connection.execute(text(statement))


def test_every_table_but_the_technical_ones_is_recorded() -> None:
    names = {recorded.table.name for recorded in recorded_tables()}
    assert names | UNRECORDED == set(Base.metadata.tables)


def test_the_check_names_a_table_that_lost_its_trigger(engine: Engine) -> None:
    assert check_database(engine).problems == ()
    on_table = "" if engine.dialect.name == "sqlite" else " ON survei"
    with engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER riwayat_survei_ubah{on_table}"))
    assert check_database(engine).problems == ("pemicu survei.riwayat_survei_ubah",)


def test_an_upgrade_of_a_filled_database_keeps_rows_and_triggers(engine: Engine) -> None:
    save_batch(engine)
    downgrade_schema(engine, "0001")
    upgrade_schema(engine)
    with open_read(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM wilayah")) >= len(DESA)
        assert expected_triggers() <= read_triggers(connection)
    assert check_database(engine).problems == ()


def test_a_restored_backup_still_records(sqlite_template: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan.db"
    shutil.copy(sqlite_template, copy)
    engine = make_engine(f"sqlite:///{copy}")
    with pytest.raises(DatabaseError), engine.begin() as connection:
        connection.execute(text("INSERT INTO identitas VALUES ('x', 'y')"))
    engine.dispose()


@pytest.mark.parametrize("kind", ["postgresql"])
def test_the_applications_role_writes_but_cannot_touch_history(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP ROLE IF EXISTS aplikasi_uji"))
        connection.execute(text("CREATE ROLE aplikasi_uji LOGIN PASSWORD 'x'"))
    grant_application_role(engine, "aplikasi_uji")
    url = make_url(engine.url).set(username="aplikasi_uji", password="x")
    application = create_engine(url)
    with open_write(application, "andi") as connection:
        set_identity(connection, "jenis", "nyata")
    assert history(engine)[-1][0] == "andi"
    for statement in (
        "DELETE FROM riwayat",
        "INSERT INTO riwayat SELECT * FROM riwayat",
        "ALTER TABLE identitas DISABLE TRIGGER ALL",
        "DROP TRIGGER riwayat_identitas_ubah ON identitas",
        "TRUNCATE identitas",
    ):
        with (
            pytest.raises(DatabaseError),
            open_write(application, "andi") as connection,
        ):
            connection.execute(text(statement))
    application.dispose()
    with engine.begin() as connection:
        connection.execute(text("DROP OWNED BY aplikasi_uji"))
        connection.execute(text("DROP ROLE aplikasi_uji"))
