"""What tagging says of the lines, and the money beside the regional budget."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment

SPENDING_KINDS = ("sasaran", "layanan", "bimbingan", "administrasi")
SHARE_BASES = ("seluruhnya", "persen", "volume", "rupiah")
PARTNER_SOURCES = ("apbdes", "swasta", "swadaya")
REVIEW_STATES = ("menunggu", "disetujui", "dikembalikan")


class Penandaan(Base):
    """One share of a line for one service, target group and place; shares never exceed the line."""

    __tablename__ = "penandaan"
    __table_args__ = (
        CheckConstraint(f"kind IN {SPENDING_KINDS!r}", name="kind"),
        CheckConstraint(f"basis IN {SHARE_BASES!r}", name="basis"),
        CheckConstraint("amount_idr >= 0", name="tak_negatif"),
        Index("ix_penandaan_tempat", "place_code"),
        {"comment": "Tanda belanja: bagian untuk satu layanan, kelompok sasaran, dan tempat"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor tanda")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode pemilik anggaran")
    belanja_id: Mapped[int] = mapped_column(
        ForeignKey("belanja.id"), index=True, comment="Baris belanja"
    )
    item_code: Mapped[str | None] = mapped_column(
        String(4), comment="Layanan I01..I31; kosong bila tidak menyasar satu layanan"
    )
    target_group: Mapped[str | None] = mapped_column(
        String(80), comment="Kelompok sasaran menurut daftar indikator; kosong bila tidak disebut"
    )
    place_code: Mapped[str | None] = mapped_column(
        CODE, comment="Kode desa, kecamatan, atau seluruh wilayah; kosong bila tidak disebut"
    )
    kind: Mapped[str] = mapped_column(
        String(12), comment="sasaran, layanan, bimbingan (pengawasan), atau administrasi"
    )
    amount_idr: Mapped[int] = mapped_column(BigInteger, comment="Bagian dari baris, rupiah penuh")
    basis: Mapped[str] = mapped_column(
        String(10), comment="Cara bagian dinyatakan: seluruhnya, persen, volume, atau rupiah"
    )
    basis_value: Mapped[float | None] = mapped_column(
        comment="Persen, volume, atau rupiah yang dinyatakan; kosong bila seluruhnya"
    )
    is_divided: Mapped[bool] = mapped_column(
        comment="Jumlahnya hasil bagi rata atas beberapa layanan atau tempat, bukan dinyatakan"
    )
    carried_from_id: Mapped[int | None] = mapped_column(
        comment="Nomor tanda pada potret sebelumnya yang terbawa"
    )


class BiayaSatuan(Base):
    """What reaching one more person with a service costs in a region, as the region says."""

    __tablename__ = "biaya_satuan"
    __table_args__ = (
        CheckConstraint("cost_idr > 0", name="positif"),
        {"comment": "Biaya satuan layanan menurut daerah, beserta sumber dan tahunnya"},
    )

    wilayah_code: Mapped[str] = mapped_column(CODE, primary_key=True, comment="Kode wilayah")
    item_code: Mapped[str] = mapped_column(String(4), primary_key=True, comment="Kode layanan")
    year: Mapped[int] = mapped_column(primary_key=True, comment="Tahun harga")
    cost_idr: Mapped[int] = mapped_column(BigInteger, comment="Biaya per orang (desa), rupiah")
    source: Mapped[str] = mapped_column(String(300), comment="Sumber angka, mis. SSH 2026")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")


class ProgramMitra(Base):
    """A programme of a desa that the regional budget does not pay: village, private, self-help."""

    __tablename__ = "program_mitra"
    __table_args__ = (
        CheckConstraint(f"source IN {PARTNER_SOURCES!r}", name="source"),
        CheckConstraint(f"review IN {REVIEW_STATES!r}", name="review"),
        Index("ix_program_mitra_desa", "wilayah_code", "year"),
        {"comment": "Program APBDes, swasta, dan swadaya di tiap desa"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor program")
    wilayah_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"), comment="Kode desa/kelurahan"
    )
    year: Mapped[int] = mapped_column(comment="Tahun anggaran")
    source: Mapped[str] = mapped_column(String(10), comment="apbdes, swasta, atau swadaya")
    partner: Mapped[str | None] = mapped_column(
        String(200), comment="Nama perusahaan, lembaga, atau kelompok; kosong bagi APBDes"
    )
    activity: Mapped[str] = mapped_column(Text, comment="Nama kegiatan")
    item_code: Mapped[str | None] = mapped_column(
        String(4), comment="Layanan I01..I31; kosong bila tidak menyasar satu layanan"
    )
    volume: Mapped[float | None] = mapped_column(comment="Volume")
    unit: Mapped[str | None] = mapped_column(String(100), comment="Satuan")
    amount_idr: Mapped[int] = mapped_column(BigInteger, comment="Anggaran, rupiah penuh")
    realisation_june_idr: Mapped[int | None] = mapped_column(
        BigInteger, comment="Realisasi sampai dengan Juni, rupiah penuh"
    )
    realisation_december_idr: Mapped[int | None] = mapped_column(
        BigInteger, comment="Realisasi sampai dengan Desember, rupiah penuh"
    )
    review: Mapped[str] = mapped_column(
        String(14), comment="Reviu camat: menunggu, disetujui, dikembalikan"
    )
    review_note: Mapped[str | None] = mapped_column(Text, comment="Catatan camat")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
    updated_by: Mapped[str] = mapped_column(String(120), comment="Pelaku terakhir")
    updated_at: Mapped[Moment] = mapped_column(comment="Waktu terakhir (UTC)")
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("batch.id"), comment="Impor asal; kosong bila diketik"
    )


class SubkegiatanTematik(Base):
    """A sub kegiatan that a list marks as about stunting; a region may add its own."""

    __tablename__ = "subkegiatan_tematik"
    __table_args__ = ({"comment": "Daftar subkegiatan bertema stunting: nasional dan daerah"},)

    wilayah_code: Mapped[str] = mapped_column(
        CODE, primary_key=True, comment="ID bagi daftar nasional; kode daerah bagi tambahannya"
    )
    level: Mapped[str] = mapped_column(
        String(10), primary_key=True, comment="provinsi atau kabupaten"
    )
    nomenclature: Mapped[str] = mapped_column(
        String(40), primary_key=True, comment="Versi daftar atau nomenklatur"
    )
    code: Mapped[str] = mapped_column(String(24), primary_key=True, comment="Kode subkegiatan")
    name: Mapped[str] = mapped_column(Text, comment="Nama subkegiatan")
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("batch.id"), comment="Impor asal; kosong bila ditambah tangan"
    )


class AkunBelanja(Base):
    """An account of spending with its official name."""

    __tablename__ = "akun_belanja"
    __table_args__ = ({"comment": "Kode rekening belanja dan namanya"},)

    code: Mapped[str] = mapped_column(String(24), primary_key=True, comment="Kode rekening")
    level: Mapped[int] = mapped_column(comment="Tingkat 1 sampai 6")
    name: Mapped[str] = mapped_column(Text, comment="Nama rekening")
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"), comment="Impor asal")
