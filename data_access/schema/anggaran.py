"""The regional budget as SIPD gives it: snapshots, sub kegiatan, lines of spending."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base

SNAPSHOTS = ("rencana", "murni", "perubahan")
"""In the order in which one budget year's snapshots are made."""
LINE_STATES = ("belum", "bertanda", "bukan")


class Potret(Base):
    """One snapshot of a region's budget: the plan, the budget, or the budget as changed."""

    __tablename__ = "potret_anggaran"
    __table_args__ = (
        CheckConstraint(f"kind IN {SNAPSHOTS!r}", name="kind"),
        UniqueConstraint("wilayah_code", "year", "kind", name="uq_potret_anggaran_sama"),
        {"comment": "Potret anggaran: rencana, APBD murni, APBD perubahan"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor potret")
    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode kabupaten/kota atau provinsi pemilik anggaran"
    )
    year: Mapped[int] = mapped_column(comment="Tahun anggaran")
    kind: Mapped[str] = mapped_column(String(10), comment="rencana, murni, atau perubahan")
    nomenclature: Mapped[str | None] = mapped_column(
        String(40), comment="Versi nomenklatur, mis. 900.1-861/2026; kosong bila tak disebut"
    )


class Skpd(Base):
    """An agency as SIPD names it, and who tags its lines here."""

    __tablename__ = "skpd"
    __table_args__ = (
        UniqueConstraint("wilayah_code", "name", name="uq_skpd_nama"),
        {"comment": "SKPD menurut SIPD dan perangkat yang menandai belanjanya"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor SKPD")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode pemilik anggaran")
    name: Mapped[str] = mapped_column(String(200), comment="Nama menurut SIPD")
    code: Mapped[str | None] = mapped_column(String(40), comment="Kode menurut SIPD")
    owner_code: Mapped[str | None] = mapped_column(
        CODE,
        comment="Kode wilayah perangkat: kabupaten, atau kecamatan; kosong bila belum dipasang",
    )
    agency: Mapped[str | None] = mapped_column(
        String(20), comment="Singkatan perangkat: dinkes, ..., setcam; kosong bila belum dipasang"
    )
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")


class Subkegiatan(Base):
    """One sub kegiatan of one agency in a snapshot, with what it belongs to."""

    __tablename__ = "subkegiatan"
    __table_args__ = (
        Index("ix_subkegiatan_potret", "potret_id", "skpd_id"),
        {"comment": "Subkegiatan tiap SKPD dalam suatu potret anggaran"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor subkegiatan")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode pemilik anggaran")
    potret_id: Mapped[int] = mapped_column(
        ForeignKey("potret_anggaran.id"), comment="Potret anggaran"
    )
    skpd_id: Mapped[int] = mapped_column(ForeignKey("skpd.id"), comment="SKPD")
    sub_unit: Mapped[str | None] = mapped_column(String(200), comment="Nama sub unit")
    code: Mapped[str] = mapped_column(String(24), comment="Kode subkegiatan x.xx.xx.x.xx.xxxx")
    name: Mapped[str] = mapped_column(Text, comment="Nama subkegiatan")
    kegiatan_code: Mapped[str | None] = mapped_column(String(20), comment="Kode kegiatan")
    kegiatan_name: Mapped[str | None] = mapped_column(Text, comment="Nama kegiatan")
    program_code: Mapped[str | None] = mapped_column(String(16), comment="Kode program")
    program_name: Mapped[str | None] = mapped_column(Text, comment="Nama program")
    is_marked: Mapped[bool | None] = mapped_column(
        comment="Dipilih (atau ditolak) operator sebagai terkait stunting; kosong bila belum"
    )
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"), comment="Impor asal")


class Belanja(Base):
    """One line of spending under a sub kegiatan, as the file gives it."""

    __tablename__ = "belanja"
    __table_args__ = (
        CheckConstraint(f"status IN {LINE_STATES!r}", name="status"),
        UniqueConstraint("subkegiatan_id", "line_key", name="uq_belanja_kunci"),
        {"comment": "Rincian belanja menurut SIPD"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor baris belanja")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode pemilik anggaran")
    subkegiatan_id: Mapped[int] = mapped_column(ForeignKey("subkegiatan.id"), comment="Subkegiatan")
    line_key: Mapped[str] = mapped_column(
        String(64), comment="Sidik pengenal baris: sama di setiap potret bila baris yang sama"
    )
    account_code: Mapped[str] = mapped_column(String(24), comment="Kode rekening 5.1.02.01.01.0052")
    account_name: Mapped[str | None] = mapped_column(Text, comment="Nama rekening")
    fund: Mapped[str | None] = mapped_column(String(200), comment="Sumber dana")
    description: Mapped[str | None] = mapped_column(Text, comment="Uraian belanja")
    coefficient: Mapped[str | None] = mapped_column(
        String(200), comment="Koefisien sebagaimana tertulis: 245 Orang / Kali"
    )
    volume: Mapped[float | None] = mapped_column(comment="Volume, hasil kali koefisien")
    unit: Mapped[str | None] = mapped_column(String(100), comment="Satuan")
    unit_price_idr: Mapped[float | None] = mapped_column(comment="Harga satuan, rupiah")
    total_idr: Mapped[int] = mapped_column(BigInteger, comment="Jumlah, rupiah penuh")
    realisation_idr: Mapped[int | None] = mapped_column(
        BigInteger, comment="Realisasi, rupiah penuh; kosong bila tidak disebut"
    )
    status: Mapped[str] = mapped_column(
        String(10), comment="belum, bertanda, atau bukan (stunting)"
    )
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini beserta tandanya")
    row_number: Mapped[int | None] = mapped_column(comment="Baris di berkas asal")
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("batch.id"), index=True, comment="Impor asal"
    )
