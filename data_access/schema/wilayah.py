"""Regions, working areas of puskesmas, boundaries and the map layers prepared from them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base

LEVELS = ("provinsi", "kabupaten", "kecamatan", "desa", "puskesmas")


class Wilayah(Base):
    """A region by its Kemendagri code; its ancestors are the code's own beginnings.

    A puskesmas stands here too, under its kecamatan ("32.08.22.P01"), so that a fact of any
    grain refers to one table and rolls up by the beginning of its code.
    """

    __tablename__ = "wilayah"
    __table_args__ = (
        CheckConstraint(f"level IN {LEVELS!r}", name="level"),
        Index("ix_wilayah_level_code", "level", "code"),
        {"comment": "Wilayah administrasi dan puskesmas menurut kode Kemendagri"},
    )

    code: Mapped[str] = mapped_column(CODE, primary_key=True, comment="Kode Kemendagri bertitik")
    name: Mapped[str] = mapped_column(String(120), comment="Nama resmi")
    level: Mapped[str] = mapped_column(String(12), comment="Tingkat")
    kind: Mapped[str] = mapped_column(
        String(20), comment="Jenis: desa, kelurahan, desa adat, kabupaten, kota, ..."
    )
    parent_code: Mapped[str] = mapped_column(CODE, index=True, comment="Kode wilayah di atasnya")
    bps_code: Mapped[str | None] = mapped_column(
        String(12), index=True, comment="Kode BPS, hanya dari tabel padanan"
    )
    time_zone: Mapped[str | None] = mapped_column(String(4), comment="WIB, WITA, atau WIT")
    valid_from: Mapped[date | None] = mapped_column(comment="Berlaku sejak")
    valid_until: Mapped[date | None] = mapped_column(comment="Berlaku sampai, bila sudah berakhir")
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"), comment="Impor asal")


class WilayahKerja(Base):
    """Which desa a puskesmas serves; they may lie in more than one kecamatan."""

    __tablename__ = "wilayah_kerja"
    __table_args__ = ({"comment": "Desa yang dilayani tiap puskesmas"},)

    puskesmas_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), primary_key=True, comment="Kode puskesmas"
    )
    desa_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), primary_key=True, index=True, comment="Kode desa"
    )
    valid_from: Mapped[date | None] = mapped_column(comment="Berlaku sejak")
    valid_until: Mapped[date | None] = mapped_column(comment="Berlaku sampai")


class Batas(Base):
    """A region's boundary, repaired and cleaned once at import (WGS 84)."""

    __tablename__ = "batas"
    __table_args__ = ({"comment": "Batas wilayah yang sudah diperbaiki saat impor (WGS 84)"},)

    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), primary_key=True, comment="Kode wilayah"
    )
    geometry: Mapped[bytes] = mapped_column(LargeBinary, comment="Geometri WKB penuh")
    area_km2: Mapped[float] = mapped_column(comment="Luas, kilometer persegi")
    batch_id: Mapped[int] = mapped_column(
        ForeignKey("batch.id"), index=True, comment="Impor asal: sumber dan tanggal"
    )


class LapisanPeta(Base):
    """Geometry made ready for the browser: simplified, quantised, compressed, named by its hash."""

    __tablename__ = "lapisan_peta"
    __table_args__ = ({"comment": "Geometri siap kirim ke peramban, satu baris satu lapisan"},)

    scope_code: Mapped[str] = mapped_column(
        CODE, primary_key=True, comment="Kabupaten, provinsi, atau ID yang digambar"
    )
    level: Mapped[str] = mapped_column(
        String(12), primary_key=True, comment="Tingkat wilayah di dalamnya"
    )
    content_hash: Mapped[str] = mapped_column(
        String(64), index=True, comment="Sidik isi, bagian dari alamatnya"
    )
    content: Mapped[bytes] = mapped_column(LargeBinary, comment="JSON ringkas, gzip")
    codes: Mapped[str] = mapped_column(comment="Kode wilayah menurut urutan gambar, dipisah koma")


class PemetaanNama(Base):
    """A file's name for a region, confirmed once by a person and used from then on."""

    __tablename__ = "pemetaan_nama"
    __table_args__ = ({"comment": "Ejaan berkas yang sudah dipastikan orang"},)

    scope_code: Mapped[str] = mapped_column(CODE, primary_key=True, comment="Kode kabupaten")
    parent_name: Mapped[str] = mapped_column(
        String(120), primary_key=True, comment="Nama kecamatan menurut berkas"
    )
    name: Mapped[str] = mapped_column(
        String(120), primary_key=True, comment="Nama wilayah menurut berkas"
    )
    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode wilayah yang dimaksud"
    )
    batch_id: Mapped[int] = mapped_column(
        ForeignKey("batch.id"), comment="Impor yang membawa kepastian ini"
    )
