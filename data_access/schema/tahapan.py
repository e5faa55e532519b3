"""The stages of a region's year: their states, who moved them, and what Bappeda decided."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment

STATES = ("draf", "diajukan", "terverifikasi", "disetujui", "dikembalikan")


class Tahapan(Base):
    """One part of a stage, of one region and year; without a row it is "belum mulai"."""

    __tablename__ = "tahapan"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES!r}", name="state"),
        UniqueConstraint("wilayah_code", "year", "stage", "part", name="uq_tahapan_bagian"),
        {"comment": "Keadaan tiap bagian tahapan menurut wilayah dan tahun"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor bagian tahapan")
    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode kecamatan, kabupaten/kota, atau provinsi"
    )
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    stage: Mapped[str] = mapped_column(String(40), comment="Tahapan, menurut acuan tahapan")
    part: Mapped[str] = mapped_column(String(20), comment="Perangkat yang mengisi bagian ini")
    state: Mapped[str] = mapped_column(String(16), comment="Keadaan")
    note: Mapped[str | None] = mapped_column(Text, comment="Catatan pengembalian atau pembukaan")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class LangkahTahapan(Base):
    """One step of a part from state to state: who, when, and why where a reason is asked."""

    __tablename__ = "langkah_tahapan"
    __table_args__ = ({"comment": "Langkah tiap bagian tahapan: siapa, kapan, mengapa"},)

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor langkah")
    tahapan_id: Mapped[int] = mapped_column(
        ForeignKey("tahapan.id"), index=True, comment="Bagian tahapan"
    )
    from_state: Mapped[str] = mapped_column(String(16), comment="Dari keadaan")
    to_state: Mapped[str] = mapped_column(String(16), comment="Ke keadaan")
    note: Mapped[str | None] = mapped_column(Text, comment="Catatan atau alasan")
    actor: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    at: Mapped[Moment] = mapped_column(comment="Waktu (UTC)")


class PengecualianGerbang(Base):
    """Bappeda lets a stage go on although regions below are not done, and says why."""

    __tablename__ = "pengecualian_gerbang"
    __table_args__ = (
        Index("ix_pengecualian_gerbang_tahap", "wilayah_code", "year", "stage"),
        {"comment": "Tahapan yang diizinkan jalan sebelum wilayah di bawahnya selesai"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor")
    wilayah_code: Mapped[str] = mapped_column(ForeignKey("wilayah.code"), comment="Kode wilayah")
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    stage: Mapped[str] = mapped_column(String(40), comment="Tahapan")
    reason: Mapped[str] = mapped_column(Text, comment="Alasan")
    actor: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    at: Mapped[Moment] = mapped_column(comment="Waktu (UTC)")


class Pernyataan(Base):
    """Bappeda states that the data from below are the region's official data."""

    __tablename__ = "pernyataan"
    __table_args__ = (
        Index("ix_pernyataan_tahun", "wilayah_code", "year"),
        {"comment": "Pernyataan Bappeda bahwa data dari bawah menjadi data resmi"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor")
    wilayah_code: Mapped[str] = mapped_column(ForeignKey("wilayah.code"), comment="Kode wilayah")
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    text: Mapped[str] = mapped_column(Text, comment="Bunyi pernyataan")
    actor: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    at: Mapped[Moment] = mapped_column(comment="Waktu (UTC)")


class Pengaturan(Base):
    """A value that a region sets in place of the reference data's default, with its reason."""

    __tablename__ = "pengaturan"
    __table_args__ = ({"comment": "Nilai yang diubah daerah dari acuan: tenggat, penyetuju, ..."},)

    wilayah_code: Mapped[str] = mapped_column(CODE, primary_key=True, comment="Kode wilayah")
    key: Mapped[str] = mapped_column(
        String(60), primary_key=True, comment="Nama nilai, mis. tenggat.kecamatan.ansit"
    )
    value: Mapped[dict[str, Any]] = mapped_column(JSON, comment="Nilai")
    reason: Mapped[str] = mapped_column(Text, comment="Alasan atau dasar")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")
