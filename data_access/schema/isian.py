"""What people enter: figures per desa and item, attachments, and what keeps entry safe."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment


class Isian(Base):
    """One count of one unit in one period: 16 sasaran, 31 indikator, 13 data dukung."""

    __tablename__ = "isian"
    __table_args__ = (
        CheckConstraint("value IS NULL OR value >= 0", name="tak_negatif"),
        Index("ix_isian_unit", "unit_code", "period"),
        {"comment": "Jumlah sasaran, capaian, dan data dukung tiap desa dan periode"},
    )

    period: Mapped[str] = mapped_column(
        ForeignKey("periode.label"), primary_key=True, comment="2025 (ansit), 2025-S1, 2025-S2"
    )
    unit_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), primary_key=True, comment="Kode desa atau unit yang mencatat"
    )
    item_code: Mapped[str] = mapped_column(
        String(4), primary_key=True, comment="Kode butir: S01, I01, D01, ..."
    )
    value: Mapped[int | None] = mapped_column(
        comment="Jumlah menurut satuan butir; kosong bila dikosongkan kembali"
    )
    version: Mapped[int] = mapped_column(comment="Nomor perubahan sel ini")
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("batch.id"), index=True, comment="Impor asal; kosong bila diketik"
    )


class Lampiran(Base):
    """An attachment, kept in the database so that backups hold it too."""

    __tablename__ = "lampiran"
    __table_args__ = (
        Index("ix_lampiran_pokok", "subject"),
        {"comment": "Lampiran (PDF, JPG, PNG, DOCX, XLSX) beserta sidiknya"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor lampiran")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode wilayah pemilik")
    subject: Mapped[str] = mapped_column(String(80), comment="Pokok, mis. tahapan:12")
    file_name: Mapped[str] = mapped_column(String(200), comment="Nama berkas")
    media_type: Mapped[str] = mapped_column(String(100), comment="Jenis isi menurut tanda awalnya")
    size_bytes: Mapped[int] = mapped_column(comment="Besar berkas, bita")
    content_sha256: Mapped[str] = mapped_column(String(64), comment="Sidik isi")
    content: Mapped[bytes] = mapped_column(LargeBinary, comment="Isi berkas")
    uploaded_by: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    uploaded_at: Mapped[Moment] = mapped_column(comment="Waktu (UTC)")


class KunciSimpan(Base):
    """A save that was done: the same click again finds its result instead of writing twice."""

    __tablename__ = "kunci_simpan"
    __table_args__ = ({"comment": "Kunci tiap simpanan, supaya klik ganda tidak menulis dua kali"},)

    key: Mapped[str] = mapped_column(String(64), primary_key=True, comment="Kunci formulir")
    content_sha256: Mapped[str] = mapped_column(String(64), comment="Sidik isi yang disimpan")
    result: Mapped[dict[str, Any]] = mapped_column(JSON, comment="Hasil simpan")
    actor: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    at: Mapped[Moment] = mapped_column(comment="Waktu (UTC)")


class TataLetak(Base):
    """Which column of a file means what, as a person said once for files of these headers."""

    __tablename__ = "tata_letak"
    __table_args__ = ({"comment": "Pemetaan kolom berkas yang dipastikan orang"},)

    kind: Mapped[str] = mapped_column(String(20), primary_key=True, comment="Jenis isi berkas")
    header_sha256: Mapped[str] = mapped_column(
        String(64), primary_key=True, comment="Sidik deretan judul kolom"
    )
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON, comment="Judul kolom ke arti")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")
