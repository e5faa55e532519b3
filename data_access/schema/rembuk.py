"""Meetings: rembuk, pra-musrenbang, meetings of the analysis, and what was agreed there."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment

MEETING_KINDS = ("rembuk", "pra-musrenbang", "rapat-ansit")
MEETING_STATES = ("dibuka", "ditutup")
PARTIES = ("kepala_daerah", "dprd", "opd", "camat", "kepala_desa", "lainnya")
COMMITMENT_STATES = ("belum", "berjalan", "selesai", "batal")


class Rembuk(Base):
    """One meeting of a region; `frozen` holds the figures that were shown in it, for ever."""

    __tablename__ = "rembuk"
    __table_args__ = (
        CheckConstraint(f"kind IN {MEETING_KINDS!r}", name="kind"),
        CheckConstraint(f"state IN {MEETING_STATES!r}", name="state"),
        Index("ix_rembuk_wilayah", "wilayah_code", "year"),
        {"comment": "Rapat: rembuk stunting, pra-musrenbang, rapat analisis situasi"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor rapat")
    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode kecamatan, kabupaten/kota, atau provinsi"
    )
    year: Mapped[int] = mapped_column(comment="Tahun siklus")
    kind: Mapped[str] = mapped_column(String(16), comment="rembuk, pra-musrenbang, rapat-ansit")
    state: Mapped[str] = mapped_column(String(10), comment="dibuka atau ditutup")
    held_on: Mapped[date | None] = mapped_column(comment="Tanggal rapat")
    place: Mapped[str | None] = mapped_column(String(200), comment="Tempat rapat")
    chair_name: Mapped[str | None] = mapped_column(String(120), comment="Nama pimpinan rapat")
    chair_office: Mapped[str | None] = mapped_column(String(160), comment="Jabatan pimpinan rapat")
    participant_count: Mapped[int | None] = mapped_column(comment="Jumlah peserta yang hadir")
    agenda: Mapped[str | None] = mapped_column(Text, comment="Agenda")
    document_number: Mapped[str | None] = mapped_column(
        String(120), comment="Nomor berita acara menurut daerah"
    )
    frozen: Mapped[dict[str, Any] | None] = mapped_column(
        JSON, comment="Potret angka yang ditayangkan; kosong bila belum dibekukan"
    )
    frozen_at: Mapped[Moment | None] = mapped_column(comment="Waktu potret dibekukan (UTC)")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class PesertaRembuk(Base):
    """One participant, or one element with nobody named yet."""

    __tablename__ = "peserta_rembuk"
    __table_args__ = ({"comment": "Peserta rapat menurut unsurnya"},)

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor peserta")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode wilayah rapat")
    rembuk_id: Mapped[int] = mapped_column(ForeignKey("rembuk.id"), index=True, comment="Rapat")
    element: Mapped[str] = mapped_column(String(120), comment="Unsur: camat, kepala desa, ...")
    name: Mapped[str | None] = mapped_column(String(120), comment="Nama")
    office: Mapped[str | None] = mapped_column(String(160), comment="Jabatan atau instansi")
    is_present: Mapped[bool | None] = mapped_column(comment="Hadir; kosong bila belum dicatat")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")


class PrioritasRembuk(Base):
    """A service that a meeting agreed to be a priority."""

    __tablename__ = "prioritas_rembuk"
    __table_args__ = ({"comment": "Layanan prioritas yang disepakati rapat"},)

    rembuk_id: Mapped[int] = mapped_column(
        ForeignKey("rembuk.id"), primary_key=True, comment="Rapat"
    )
    item_code: Mapped[str] = mapped_column(String(4), primary_key=True, comment="Kode layanan")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode wilayah rapat")
    note: Mapped[str | None] = mapped_column(Text, comment="Catatan kesepakatan")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")


class Komitmen(Base):
    """What a party promised in a meeting, until when, and what came of it."""

    __tablename__ = "komitmen"
    __table_args__ = (
        CheckConstraint(f"party IN {PARTIES!r}", name="party"),
        CheckConstraint(f"state IN {COMMITMENT_STATES!r}", name="state"),
        Index("ix_komitmen_wilayah", "wilayah_code", "state"),
        {"comment": "Komitmen pihak-pihak dalam rapat dan tindak lanjutnya"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor komitmen")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode wilayah rapat")
    rembuk_id: Mapped[int] = mapped_column(ForeignKey("rembuk.id"), index=True, comment="Rapat")
    usulan_id: Mapped[int | None] = mapped_column(
        ForeignKey("usulan.id"), comment="Usulan yang dijanjikan; kosong bila umum"
    )
    party: Mapped[str] = mapped_column(String(16), comment="Pihak: kepala_daerah, dprd, opd, ...")
    office: Mapped[str | None] = mapped_column(String(160), comment="Jabatan atau instansi")
    name: Mapped[str | None] = mapped_column(String(120), comment="Nama penanda tangan")
    statement: Mapped[str] = mapped_column(Text, comment="Isi komitmen")
    due_on: Mapped[date | None] = mapped_column(comment="Tenggat")
    state: Mapped[str] = mapped_column(String(10), comment="belum, berjalan, selesai, batal")
    evidence: Mapped[str | None] = mapped_column(Text, comment="Bukti atau keterangan")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class Apresiasi(Base):
    """Who was honoured in a meeting, and for what."""

    __tablename__ = "apresiasi"
    __table_args__ = ({"comment": "Apresiasi bagi perangkat, lembaga, atau pelaku"},)

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor apresiasi")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode wilayah rapat")
    rembuk_id: Mapped[int] = mapped_column(ForeignKey("rembuk.id"), index=True, comment="Rapat")
    receiver: Mapped[str] = mapped_column(String(200), comment="Penerima")
    reason: Mapped[str] = mapped_column(Text, comment="Alasan")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")


class KoreksiRapat(Base):
    """A figure corrected in a meeting: what it was, what it is, who asked, on what evidence.

    The cell itself changes at once, and its part of the stage waits for verification again.
    """

    __tablename__ = "koreksi_rapat"
    __table_args__ = (
        UniqueConstraint(
            "rembuk_id", "period", "unit_code", "item_code", name="uq_koreksi_rapat_sel"
        ),
        {"comment": "Perbaikan angka dalam rapat"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor koreksi")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode wilayah rapat")
    rembuk_id: Mapped[int] = mapped_column(ForeignKey("rembuk.id"), comment="Rapat")
    period: Mapped[str] = mapped_column(ForeignKey("periode.label"), comment="Periode angka")
    unit_code: Mapped[str] = mapped_column(ForeignKey("wilayah.code"), comment="Kode desa")
    item_code: Mapped[str] = mapped_column(String(4), comment="Kode butir")
    old_value: Mapped[int | None] = mapped_column(comment="Angka semula; kosong bila belum ada")
    new_value: Mapped[int] = mapped_column(comment="Angka sesudah dikoreksi")
    asked_by: Mapped[str] = mapped_column(String(160), comment="Yang meminta koreksi")
    evidence: Mapped[str] = mapped_column(Text, comment="Bukti atau dasar")
    corrected_by: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    corrected_at: Mapped[Moment] = mapped_column(comment="Waktu (UTC)")
