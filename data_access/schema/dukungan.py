"""What supports the stages: regulations, publications, facilities; and the stories for meetings."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment

REGULATION_KINDS = (
    "perda",
    "perkada",
    "keputusan",
    "surat_edaran",
    "berita_acara",
    "perdes",
    "lainnya",
)
PUBLICATION_KINDS = (
    "media_sosial",
    "televisi",
    "radio",
    "kampanye",
    "laporan_web",
    "media_cetak",
    "lainnya",
)
FACILITY_KINDS = ("posyandu", "puskesmas", "pustu")


class Regulasi(Base):
    """One regulation that backs a stage; its file is an attachment."""

    __tablename__ = "regulasi"
    __table_args__ = (
        CheckConstraint(f"kind IN {REGULATION_KINDS!r}", name="kind"),
        Index("ix_regulasi_tahun", "wilayah_code", "year"),
        {"comment": "Regulasi yang mendukung tahapan aksi konvergensi"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor urut")
    wilayah_code: Mapped[str] = mapped_column(ForeignKey("wilayah.code"), comment="Kode wilayah")
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    kind: Mapped[str] = mapped_column(String(16), comment="Jenis regulasi")
    number: Mapped[str] = mapped_column(String(120), comment="Nomor regulasi")
    dated_on: Mapped[date | None] = mapped_column(comment="Tanggal ditetapkan")
    subject: Mapped[str] = mapped_column(Text, comment="Tentang")
    stage: Mapped[str] = mapped_column(
        String(40), comment="Tahapan yang didukung: ansit, pra-musrenbang, ..., atau semua"
    )
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class Publikasi(Base):
    """One publication of a stage's results: where, when, with its link or file."""

    __tablename__ = "publikasi"
    __table_args__ = (
        CheckConstraint(f"kind IN {PUBLICATION_KINDS!r}", name="kind"),
        Index("ix_publikasi_tahun", "wilayah_code", "year"),
        {"comment": "Publikasi hasil tahapan aksi konvergensi"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor urut")
    wilayah_code: Mapped[str] = mapped_column(ForeignKey("wilayah.code"), comment="Kode wilayah")
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    kind: Mapped[str] = mapped_column(String(16), comment="Jenis publikasi")
    title: Mapped[str] = mapped_column(Text, comment="Judul atau kegiatan")
    published_on: Mapped[date | None] = mapped_column(comment="Tanggal terbit")
    link: Mapped[str | None] = mapped_column(Text, comment="Alamat tautan; kosong bila berkas")
    stage: Mapped[str] = mapped_column(
        String(40), comment="Tahapan yang dipublikasikan: ansit, ..., atau semua"
    )
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class Fasilitas(Base):
    """A health facility as a point on the map."""

    __tablename__ = "fasilitas"
    __table_args__ = (
        CheckConstraint(f"kind IN {FACILITY_KINDS!r}", name="kind"),
        {"comment": "Fasilitas kesehatan: posyandu, puskesmas, pustu"},
    )

    wilayah_code: Mapped[str] = mapped_column(
        CODE, primary_key=True, comment="Kode desa, atau kecamatan bila desanya tidak disebut"
    )
    kind: Mapped[str] = mapped_column(String(10), primary_key=True, comment="Jenis fasilitas")
    name: Mapped[str] = mapped_column(String(160), primary_key=True, comment="Nama fasilitas")
    latitude: Mapped[float] = mapped_column(comment="Lintang, derajat (WGS 84)")
    longitude: Mapped[float] = mapped_column(comment="Bujur, derajat (WGS 84)")
    source: Mapped[str] = mapped_column(String(120), comment="Asal data")
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"), comment="Berkas asal")


class NaskahPresentasi(Base):
    """A story prepared for a meeting: its slides in order, and the figures frozen for it."""

    __tablename__ = "naskah_presentasi"
    __table_args__ = (
        Index("ix_naskah_presentasi_tahun", "wilayah_code", "year"),
        {"comment": "Naskah presentasi untuk rapat, dengan angka yang dibekukan"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor naskah")
    wilayah_code: Mapped[str] = mapped_column(ForeignKey("wilayah.code"), comment="Kode wilayah")
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    kind: Mapped[str] = mapped_column(
        String(16), comment="rapat-ansit, pra-musrenbang, rembuk, penilaian"
    )
    title: Mapped[str] = mapped_column(String(200), comment="Judul")
    slides: Mapped[list[dict[str, Any]]] = mapped_column(
        JSON, comment="Urutan lembar: jenis, ditampilkan atau tidak, kalimat tambahan"
    )
    frozen: Mapped[dict[str, Any] | None] = mapped_column(
        JSON, comment="Angka yang ditayangkan; kosong bila belum dibekukan"
    )
    frozen_at: Mapped[Moment | None] = mapped_column(comment="Waktu angka dibekukan (UTC)")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")
