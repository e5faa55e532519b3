"""History by database triggers: whatever writes, by whatever way, is recorded or refused.

Generated from the schema for every table but `UNRECORDED`; migrations drop and re-make them.
A table with a `batch_id` records its rows' first storing once, as the batch's own row; every
change and deletion is recorded row by row. A change that alters nothing is none.
"""

from dataclasses import dataclass

from sqlalchemy import JSON, Connection, LargeBinary, Table, text

from data_access.schema import Base

# Technical tables: none holds what an official said.
UNRECORDED = frozenset(
    {
        "riwayat",  # is the history
        "pelaku_transaksi",  # lives for a transaction
        "versi_topik",  # moves with every write
        "sesi",  # a log of its own
        "percobaan_masuk",  # a log of its own
        "kunci_simpan",  # a log of its own
        "lapisan_peta",  # derived from the boundaries
    }
)
SECRET = frozenset({"password_hash"})
# Tens of kilobytes each, and never changed once made.
LARGE = frozenset({"frozen"})
REFUSAL = "tulisan tanpa pelaku ditolak"
FIXED = "riwayat tidak dapat diubah"
_REGION_COLUMNS = ("wilayah_code", "unit_code", "kabupaten_code", "scope_code", "puskesmas_code")
_PREFIX = "riwayat_"


@dataclass(frozen=True, slots=True)
class Recorded:
    """How one table is recorded."""

    table: Table
    key: tuple[str, ...]
    region: str | None
    left_out: frozenset[str]
    in_batches: bool


def recorded_tables() -> list[Recorded]:
    """Every table whose changes are history."""
    tables = Base.metadata.sorted_tables
    return [_describe(table) for table in tables if table.name not in UNRECORDED]


def _describe(table: Table) -> Recorded:
    names = list(table.columns.keys())
    region = "code" if table.name == "wilayah" else None
    region = region or next((name for name in _REGION_COLUMNS if name in names), None)
    blobs = {c.name for c in table.columns if isinstance(c.type, LargeBinary)}
    return Recorded(
        table,
        tuple(column.name for column in table.primary_key.columns),
        region,
        frozenset(blobs | ((SECRET | LARGE) & set(names))),
        "batch_id" in names,
    )


def expected_triggers() -> set[str]:
    """Names of the triggers that a whole database has, as (table, trigger) joined by a dot."""
    kinds = ("tambah", "ubah", "hapus")
    names = {
        f"{r.table.name}.{_PREFIX}{r.table.name}_{k}" for r in recorded_tables() for k in kinds
    }
    return names | {f"riwayat.{_PREFIX}tetap_{kind}" for kind in ("ubah", "hapus")}


def read_triggers(connection: Connection) -> set[str]:
    """Names of the history triggers that a database has, as in `expected_triggers`."""
    if connection.dialect.name == "sqlite":
        question = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
    else:
        question = (
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND n.nspname = current_schema()"
        )
    rows = connection.execute(text(question))
    return {f"{table}.{name}" for table, name in rows if str(name).startswith(_PREFIX)}


def drop_triggers(connection: Connection) -> None:
    """Drop every history trigger, so that a migration may rebuild tables."""
    for name in sorted(read_triggers(connection)):
        table, trigger = name.split(".")
        on_table = "" if connection.dialect.name == "sqlite" else f" ON {table}"
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}{on_table}")


def make_triggers(connection: Connection) -> None:
    """Make every history trigger anew."""
    drop_triggers(connection)
    postgresql = connection.dialect.name != "sqlite"
    if postgresql:
        for function in (_PG_RECORD, _PG_DEMAND, _PG_FIX):
            connection.exec_driver_sql(function)
    for recorded in recorded_tables():
        make = _postgresql_triggers if postgresql else _sqlite_triggers
        for statement in make(recorded):
            connection.exec_driver_sql(statement)
    for statement in _PG_FIXED if postgresql else _SQLITE_FIXED:
        connection.exec_driver_sql(statement)


# --- SQLite -------------------------------------------------------------------------------------

_SQLITE_DEMAND = (
    f"SELECT RAISE(ABORT, '{REFUSAL}') WHERE NOT EXISTS (SELECT 1 FROM pelaku_transaksi);"
)
_SQLITE_FIXED = tuple(
    f"CREATE TRIGGER {_PREFIX}tetap_{kind} BEFORE {event} ON riwayat "
    f"BEGIN SELECT RAISE(ABORT, '{FIXED}'); END"
    for kind, event in (("ubah", "UPDATE"), ("hapus", "DELETE"))
)


def _sqlite_triggers(recorded: Recorded) -> list[str]:
    name = recorded.table.name
    kinds = (("tambah", "INSERT"), ("ubah", "UPDATE"), ("hapus", "DELETE"))
    return [
        f"CREATE TRIGGER {_PREFIX}{name}_{kind} AFTER {event} ON {name} FOR EACH ROW "
        f"{_sqlite_when(recorded, kind)} BEGIN {_SQLITE_DEMAND} "
        f"{_sqlite_record(recorded, kind)} END"
        for kind, event in kinds
    ]


def _sqlite_when(recorded: Recorded, kind: str) -> str:
    if kind != "ubah":
        return ""
    names = [column.name for column in recorded.table.columns]
    changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in names)
    return f"WHEN {changed}"


def _sqlite_record(recorded: Recorded, kind: str) -> str:
    row = "OLD" if kind == "hapus" else "NEW"
    key = " || '|' || ".join(f'CAST({row}."{each}" AS TEXT)' for each in recorded.key)
    region = f'{row}."{recorded.region}"' if recorded.region else "NULL"
    before = "NULL" if kind == "tambah" else _sqlite_json(recorded, "OLD")
    after = "NULL" if kind == "hapus" else _sqlite_json(recorded, "NEW")
    # Rows that a batch brings stand in the batch; only the demand for an actor is left.
    condition = " WHERE NEW.batch_id IS NULL" if kind == "tambah" and recorded.in_batches else ""
    return (
        "INSERT INTO riwayat (at, actor, change_id, table_name, row_key, wilayah_code, action, "
        f'"before", "after") SELECT at, actor, change_id, \'{recorded.table.name}\', {key}, '
        f"{region}, '{kind}', {before}, {after} FROM pelaku_transaksi{condition};"
    )


def _sqlite_json(recorded: Recorded, row: str) -> str:
    parts = []
    for column in recorded.table.columns:
        if column.name not in recorded.left_out:
            value = f'{row}."{column.name}"'
            parts.append(
                f"'{column.name}', "
                + (f"json({value})" if isinstance(column.type, JSON) else value)
            )
    return f"json_object({', '.join(parts)})"


# --- PostgreSQL ---------------------------------------------------------------------------------

# The owner's right to write history, not the caller's: the application's role has none.
_PG_RECORD = f"""
CREATE OR REPLACE FUNCTION catat_riwayat() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path FROM CURRENT AS $body$
DECLARE
  lama jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) - TG_ARGV[2]::text[] END;
  baru jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) - TG_ARGV[2]::text[] END;
  isi jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  pelaku text := NULLIF(current_setting('konvergensi.pelaku', true), '');
BEGIN
  IF pelaku IS NULL THEN RAISE EXCEPTION '{REFUSAL}'; END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) = to_jsonb(NEW) THEN RETURN NULL; END IF;
  INSERT INTO riwayat (at, actor, change_id, table_name, row_key, wilayah_code, action, before,
                       after)
  VALUES (transaction_timestamp(), pelaku, current_setting('konvergensi.urusan', true),
          TG_TABLE_NAME,
          (SELECT string_agg(isi ->> k, '|' ORDER BY i)
             FROM unnest(TG_ARGV[0]::text[]) WITH ORDINALITY AS u(k, i)),
          isi ->> NULLIF(TG_ARGV[1], ''),
          CASE TG_OP WHEN 'INSERT' THEN 'tambah' WHEN 'UPDATE' THEN 'ubah' ELSE 'hapus' END,
          lama, baru);
  RETURN NULL;
END $body$
"""
_PG_DEMAND = f"""
CREATE OR REPLACE FUNCTION minta_pelaku() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF NULLIF(current_setting('konvergensi.pelaku', true), '') IS NULL THEN
    RAISE EXCEPTION '{REFUSAL}';
  END IF;
  RETURN NULL;
END $body$
"""
_PG_FIX = f"""
CREATE OR REPLACE FUNCTION tetapkan_riwayat() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN RAISE EXCEPTION '{FIXED}'; END $body$
"""
_PG_FIXED = (
    f"CREATE TRIGGER {_PREFIX}tetap_ubah BEFORE UPDATE ON riwayat "
    "FOR EACH STATEMENT EXECUTE FUNCTION tetapkan_riwayat()",
    f"CREATE TRIGGER {_PREFIX}tetap_hapus BEFORE DELETE OR TRUNCATE ON riwayat "
    "FOR EACH STATEMENT EXECUTE FUNCTION tetapkan_riwayat()",
)


def _postgresql_triggers(recorded: Recorded) -> list[str]:
    name = recorded.table.name
    arguments = ", ".join(
        f"'{each}'"
        for each in (
            _pg_array(recorded.key),
            recorded.region or "",
            _pg_array(sorted(recorded.left_out)),
        )
    )
    first = "WHEN (NEW.batch_id IS NULL) " if recorded.in_batches else ""
    statements = [
        f"CREATE TRIGGER {_PREFIX}{name}_{kind} AFTER {event} ON {name} FOR EACH ROW "
        f"{first if kind == 'tambah' else ''}EXECUTE FUNCTION catat_riwayat({arguments})"
        for kind, event in (("tambah", "INSERT"), ("ubah", "UPDATE"), ("hapus", "DELETE"))
    ]
    return [
        *statements,
        f"CREATE TRIGGER {_PREFIX}{name}_pelaku BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE "
        f"ON {name} FOR EACH STATEMENT EXECUTE FUNCTION minta_pelaku()",
    ]


def _pg_array(names: tuple[str, ...] | list[str]) -> str:
    return "{" + ",".join(names) + "}"
