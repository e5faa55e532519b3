"""The year's assessment: what a region was classed as, by us and officially, and what was asked."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment

RESULT_KINDS = ("simulasi", "resmi")
CLASSES = ("tumbuh", "berkembang", "berdaya")


class HasilPenilaian(Base):
    """One result of a region's year: our simulation as it was shown, or the official one.

    `frozen` holds the simulation's scores, rubric and evidence as the meeting saw them.
    """

    __tablename__ = "hasil_penilaian"
    __table_args__ = (
        CheckConstraint(f"kind IN {RESULT_KINDS!r}", name="kind"),
        CheckConstraint(f"class_name IS NULL OR class_name IN {CLASSES!r}", name="class_name"),
        UniqueConstraint("wilayah_code", "year", "kind", name="uq_hasil_penilaian_jenis"),
        {"comment": "Hasil penilaian aksi konvergensi: simulasi kami dan hasil resmi"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor hasil")
    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode kecamatan, kabupaten/kota, atau provinsi"
    )
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    kind: Mapped[str] = mapped_column(String(10), comment="simulasi atau resmi")
    class_name: Mapped[str | None] = mapped_column(
        String(12), comment="tumbuh, berkembang, berdaya; kosong bila belum dapat ditetapkan"
    )
    score: Mapped[float | None] = mapped_column(comment="Nilai 0-100; kosong bila tidak ada")
    source: Mapped[str | None] = mapped_column(Text, comment="Sumber hasil resmi")
    dated_on: Mapped[date | None] = mapped_column(comment="Tanggal dokumen hasil resmi")
    frozen: Mapped[dict[str, Any] | None] = mapped_column(
        JSON, comment="Nilai, rubrik, dan bukti saat hasil disimpan; kosong untuk hasil resmi"
    )
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class KlarifikasiPenilaian(Base):
    """What a participant asked or corrected when the scores were read out, and the answer."""

    __tablename__ = "klarifikasi_penilaian"
    __table_args__ = (
        Index("ix_klarifikasi_penilaian_tahun", "wilayah_code", "year"),
        {"comment": "Klarifikasi peserta atas hasil penilaian"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor klarifikasi")
    wilayah_code: Mapped[str] = mapped_column(ForeignKey("wilayah.code"), comment="Kode wilayah")
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    component: Mapped[str] = mapped_column(String(20), comment="Komponen yang ditanyakan")
    asked_by: Mapped[str] = mapped_column(String(160), comment="Peserta yang menyampaikan")
    statement: Mapped[str] = mapped_column(Text, comment="Isi klarifikasi")
    answer: Mapped[str | None] = mapped_column(Text, comment="Jawaban atau tindak lanjut")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class PenahananPublikasi(Base):
    """Bappeda withholds a region's year from the public page, and says why; else it is shown."""

    __tablename__ = "penahanan_publikasi"
    __table_args__ = ({"comment": "Tahun yang ditahan dari halaman publik, dengan alasannya"},)

    wilayah_code: Mapped[str] = mapped_column(CODE, primary_key=True, comment="Kode wilayah")
    year: Mapped[int] = mapped_column(primary_key=True, comment="Tahun siklus")
    reason: Mapped[str] = mapped_column(Text, comment="Alasan ditahan")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")
