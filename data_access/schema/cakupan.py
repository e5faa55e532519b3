"""What coverage is held against, what the analysis found: targets, problems, lokus."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment

DOCUMENTS = ("RPJPD", "RPJMD", "RKPD", "Renja", "nasional-lama")
ASPECTS = ("permintaan", "penyediaan", "dukungan")
FACTORS = ("sosial", "ekonomi", "budaya", "pola asuh", "lainnya")


class Target(Base):
    """What a region means to reach in a year, as one of its planning documents says."""

    __tablename__ = "target"
    __table_args__ = (
        CheckConstraint("target_pct BETWEEN 0 AND 100", name="persen"),
        CheckConstraint(f"document IN {DOCUMENTS!r}", name="document"),
        Index("ix_target_butir", "item_code", "year"),
        {"comment": "Target prevalensi dan cakupan menurut wilayah, tahun, dan dokumen"},
    )

    wilayah_code: Mapped[str] = mapped_column(CODE, primary_key=True, comment="Kode wilayah")
    year: Mapped[int] = mapped_column(primary_key=True, comment="Tahun target")
    item_code: Mapped[str] = mapped_column(
        String(10), primary_key=True, comment="Kode indikator I01.., atau PREV (prevalensi)"
    )
    document: Mapped[str] = mapped_column(
        String(20), primary_key=True, comment="RPJPD, RPJMD, RKPD, Renja, atau nasional-lama"
    )
    target_pct: Mapped[float] = mapped_column(comment="Target, persen")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("batch.id"), comment="Impor asal; kosong bila diketik"
    )


class Masalah(Base):
    """One problem that the situation analysis found, with cause, recommendation and proposal."""

    __tablename__ = "masalah"
    __table_args__ = (
        CheckConstraint(f"aspect IN {ASPECTS!r}", name="aspect"),
        CheckConstraint(f"factor IS NULL OR factor IN {FACTORS!r}", name="factor"),
        Index("ix_masalah_tahap", "wilayah_code", "year", "stage"),
        {"comment": "Masalah layanan dengan penyebab, rekomendasi, dan usulan kegiatan"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor masalah")
    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode kecamatan atau kabupaten/kota yang mencatat"
    )
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    stage: Mapped[str] = mapped_column(String(40), comment="Tahapan")
    part: Mapped[str] = mapped_column(String(20), comment="Perangkat yang mencatat")
    item_code: Mapped[str | None] = mapped_column(
        String(4), comment="Layanan yang bermasalah; kosong bila umum"
    )
    place_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode desa, kecamatan, atau kabupaten/kota tempatnya"
    )
    aspect: Mapped[str] = mapped_column(String(12), comment="permintaan, penyediaan, atau dukungan")
    factor: Mapped[str | None] = mapped_column(
        String(12), comment="sosial, ekonomi, budaya, pola asuh, lainnya"
    )
    problem: Mapped[str] = mapped_column(Text, comment="Masalah atau kendala")
    cause: Mapped[str | None] = mapped_column(Text, comment="Penyebab")
    recommendation: Mapped[str | None] = mapped_column(Text, comment="Rekomendasi perbaikan")
    proposal: Mapped[str | None] = mapped_column(Text, comment="Usulan kegiatan")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class Lokus(Base):
    """A desa that the region chose as priority for a year, by decree."""

    __tablename__ = "lokus"
    __table_args__ = ({"comment": "Desa/kelurahan lokus prioritas menurut SK"},)

    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), primary_key=True, comment="Kode desa/kelurahan"
    )
    year: Mapped[int] = mapped_column(primary_key=True, comment="Tahun lokus")
    sk_number: Mapped[str] = mapped_column(String(120), comment="Nomor SK")
    sk_date: Mapped[date | None] = mapped_column(comment="Tanggal SK")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
