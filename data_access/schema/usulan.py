"""Proposals: what a meeting asks for, what became of it, and which budget carries it."""

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment

BIDANG = ("fisik", "sosbud", "ekonomi")
DECISIONS = ("belum", "disepakati", "ditunda", "ditolak")
FATES = ("terakomodir", "sebagian", "tidak")


class Usulan(Base):
    """One proposal; it keeps its number through every meeting."""

    __tablename__ = "usulan"
    __table_args__ = (
        CheckConstraint(f"bidang IS NULL OR bidang IN {BIDANG!r}", name="bidang"),
        CheckConstraint(f"decision IN {DECISIONS!r}", name="decision"),
        CheckConstraint(f"fate IS NULL OR fate IN {FATES!r}", name="fate"),
        Index("ix_usulan_wilayah", "wilayah_code", "year"),
        {"comment": "Usulan kegiatan dari rapat, dengan keputusan dan nasibnya"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor urut dalam basis data")
    number: Mapped[str] = mapped_column(
        String(40), unique=True, comment="Nomor usulan: kode wilayah/tahun/urut"
    )
    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode wilayah yang mengusulkan"
    )
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    rembuk_id: Mapped[int] = mapped_column(
        ForeignKey("rembuk.id"), index=True, comment="Rapat asal"
    )
    masalah_id: Mapped[int | None] = mapped_column(
        comment="Nomor masalah analisis situasi yang dijawab; kosong bila tidak ada"
    )
    activity: Mapped[str] = mapped_column(Text, comment="Uraian kegiatan")
    item_code: Mapped[str | None] = mapped_column(String(4), comment="Layanan yang disasar")
    target_group: Mapped[str | None] = mapped_column(String(80), comment="Kelompok sasaran")
    cause: Mapped[str | None] = mapped_column(Text, comment="Penyebab yang dijawab")
    agency: Mapped[str | None] = mapped_column(String(20), comment="Singkatan perangkat pelaksana")
    volume: Mapped[float | None] = mapped_column(comment="Volume")
    unit: Mapped[str | None] = mapped_column(String(100), comment="Satuan")
    amount_idr: Mapped[int | None] = mapped_column(BigInteger, comment="Anggaran, rupiah penuh")
    fund: Mapped[str | None] = mapped_column(String(120), comment="Sumber dana")
    execution_year: Mapped[int | None] = mapped_column(comment="Tahun pelaksanaan")
    bidang: Mapped[str | None] = mapped_column(
        String(10), comment="fisik (prasarana), sosbud (sosial budaya), ekonomi"
    )
    priority: Mapped[int | None] = mapped_column(comment="Nomor prioritas")
    decision: Mapped[str] = mapped_column(
        String(12), comment="belum, disepakati, ditunda, ditolak (rapat asal)"
    )
    decision_reason: Mapped[str | None] = mapped_column(Text, comment="Alasan keputusan")
    fate: Mapped[str | None] = mapped_column(
        String(12), comment="terakomodir, sebagian, tidak; kosong bila belum dicocokkan"
    )
    fate_reason: Mapped[str | None] = mapped_column(Text, comment="Alasan nasib usulan")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class TempatUsulan(Base):
    """A place that a proposal is for."""

    __tablename__ = "tempat_usulan"
    __table_args__ = ({"comment": "Tempat usulan: desa, atau seluruh kecamatan"},)

    usulan_id: Mapped[int] = mapped_column(
        ForeignKey("usulan.id"), primary_key=True, comment="Usulan"
    )
    wilayah_code: Mapped[str] = mapped_column(CODE, primary_key=True, comment="Kode tempat")


class BahasanUsulan(Base):
    """What a higher meeting decided about a proposal from below."""

    __tablename__ = "bahasan_usulan"
    __table_args__ = (
        CheckConstraint(f"decision IN {DECISIONS!r}", name="decision"),
        {"comment": "Pembahasan usulan di rapat yang lebih tinggi"},
    )

    usulan_id: Mapped[int] = mapped_column(
        ForeignKey("usulan.id"), primary_key=True, comment="Usulan"
    )
    rembuk_id: Mapped[int] = mapped_column(
        ForeignKey("rembuk.id"), primary_key=True, comment="Rapat yang membahas"
    )
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode wilayah rapat")
    decision: Mapped[str] = mapped_column(String(12), comment="belum, disepakati, ditunda, ditolak")
    reason: Mapped[str | None] = mapped_column(Text, comment="Alasan")
    priority: Mapped[int | None] = mapped_column(comment="Nomor prioritas di rapat ini")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")


class TautanUsulan(Base):
    """A line of a budget that carries a proposal, by what stays when the file comes again."""

    __tablename__ = "tautan_usulan"
    __table_args__ = ({"comment": "Belanja yang memuat usulan"},)

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor tautan")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode pemilik anggaran")
    usulan_id: Mapped[int] = mapped_column(ForeignKey("usulan.id"), index=True, comment="Usulan")
    potret_id: Mapped[int] = mapped_column(
        ForeignKey("potret_anggaran.id"), comment="Potret anggaran"
    )
    subkegiatan_code: Mapped[str] = mapped_column(String(24), comment="Kode subkegiatan")
    line_key: Mapped[str | None] = mapped_column(
        String(64), comment="Sidik baris belanja; kosong bila seluruh subkegiatan"
    )
    amount_idr: Mapped[int | None] = mapped_column(
        BigInteger, comment="Bagian baris bagi usulan ini, rupiah; kosong bila tidak dinyatakan"
    )
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
