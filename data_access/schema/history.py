"""History: who changed which row when, before and after, written by the database itself."""

from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment


class Riwayat(Base):
    """One change of one row. Rows of a batch are not repeated here when they are first stored."""

    __tablename__ = "riwayat"
    __table_args__ = (
        Index("ix_riwayat_baris", "table_name", "row_key"),
        Index("ix_riwayat_urusan", "change_id"),
        Index("ix_riwayat_wilayah", "wilayah_code", "id"),
        Index("ix_riwayat_pelaku", "actor", "id"),
        {"comment": "Setiap perubahan baris: siapa, kapan, sebelum, sesudah"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor urut")
    at: Mapped[Moment] = mapped_column(comment="Waktu transaksi (UTC)")
    actor: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    change_id: Mapped[str] = mapped_column(String(32), comment="Satu urusan, satu transaksi")
    table_name: Mapped[str] = mapped_column(String(40), comment="Tabel")
    row_key: Mapped[str] = mapped_column(String(200), comment="Kunci baris, dipisah |")
    wilayah_code: Mapped[str | None] = mapped_column(CODE, comment="Kode wilayah baris itu")
    action: Mapped[str] = mapped_column(String(8), comment="tambah, ubah, atau hapus")
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON, comment="Isi sebelum")
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON, comment="Isi sesudah")


class PelakuTransaksi(Base):
    """Who writes, for the length of one transaction; always empty outside (SQLite only)."""

    __tablename__ = "pelaku_transaksi"
    __table_args__ = ({"comment": "Pelaku transaksi yang sedang berjalan; selalu kosong di luar"},)

    id: Mapped[int] = mapped_column(primary_key=True, comment="Selalu 1")
    actor: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    change_id: Mapped[str] = mapped_column(String(32), comment="Urusan")
    at: Mapped[Moment] = mapped_column(comment="Waktu (UTC)")
