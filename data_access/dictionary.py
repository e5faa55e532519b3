"""The data dictionary, made from the schema: `python -m data_access.dictionary` prints it."""

import sys

from sqlalchemy import Column, Table, make_url

from data_access.schema import Base
from data_access.schema.views import VIEWS

_POSTGRESQL = make_url("postgresql+psycopg://").get_dialect()()
_HEAD = """\
# Kamus data

Dibuat dari susunan basis data (`python -m data_access.dictionary`); jangan disunting langsung.
Program lain sebaiknya membaca tampilan (*view*), yang tidak berubah tanpa pemberitahuan:
{views}. Jumlah (`_jiwa`) kosong bila tidak diketahui, tidak pernah 0. Persentase selalu dihitung
dari jumlah; jangan merata-ratakan persentase.
"""


def describe_schema() -> str:
    """The dictionary as Markdown: every table with its columns, types and meanings."""
    views = ", ".join(f"`{name}`" for name in sorted(VIEWS))
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    return "\n".join([_HEAD.format(views=views), *(_describe_table(table) for table in tables)])


def _describe_table(table: Table) -> str:
    lines = [
        f"## {table.name}",
        "",
        f"{table.comment}.",
        "",
        "| Kolom | Tipe | Kunci | Boleh kosong | Arti |",
        "|---|---|---|---|---|",
        *(_describe_column(column) for column in table.columns),
        "",
    ]
    return "\n".join(lines)


def _describe_column(column: Column[object]) -> str:
    kind = column.type.compile(dialect=_POSTGRESQL).split(" COLLATE")[0]
    keys = ["utama"] if column.primary_key else []
    keys += [f"ke {key.target_fullname}" for key in column.foreign_keys]
    empty = "ya" if column.nullable else "tidak"
    return f"| `{column.name}` | {kind} | {', '.join(keys)} | {empty} | {column.comment or ''} |"


if __name__ == "__main__":
    sys.stdout.write(describe_schema())
