"""Facts: children measured by height-for-age class, and what surveys estimated."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base

COUNTS = (
    "sasaran_jiwa",
    "sangat_pendek_jiwa",
    "pendek_jiwa",
    "normal_jiwa",
    "tinggi_jiwa",
    "outlier_jiwa",
    "stunting_jiwa",
    "diukur_jiwa",
)


class Pengukuran(Base):
    """Children of one unit in one measurement month, by one source. Unknown is NULL, never 0."""

    __tablename__ = "pengukuran"
    __table_args__ = (
        CheckConstraint(
            " AND ".join(f"({name} IS NULL OR {name} >= 0)" for name in COUNTS), "tak_negatif"
        ),
        CheckConstraint(
            "sangat_pendek_jiwa IS NULL OR pendek_jiwa IS NULL"
            " OR stunting_jiwa = sangat_pendek_jiwa + pendek_jiwa",
            "stunting_jumlah_kelas",
        ),
        CheckConstraint(
            "sangat_pendek_jiwa IS NULL OR pendek_jiwa IS NULL OR normal_jiwa IS NULL"
            " OR tinggi_jiwa IS NULL"
            " OR diukur_jiwa = sangat_pendek_jiwa + pendek_jiwa + normal_jiwa + tinggi_jiwa",
            "diukur_jumlah_kelas",
        ),
        Index("ix_pengukuran_unit", "unit_code", "source", "period"),
        {"comment": "Balita diukur menurut tinggi badan menurut umur; pencilan tidak ikut diukur"},
    )

    source: Mapped[str] = mapped_column(
        ForeignKey("sumber.name"), primary_key=True, comment="Sumber data"
    )
    period: Mapped[str] = mapped_column(
        ForeignKey("periode.label"), primary_key=True, comment="Bulan pengukuran, TTTT-BB"
    )
    unit_code: Mapped[str] = mapped_column(
        ForeignKey("wilayah.code"),
        primary_key=True,
        comment="Kode desa, puskesmas, kecamatan, atau kabupaten yang mencatat",
    )
    sasaran_jiwa: Mapped[int | None] = mapped_column(comment="Balita sasaran pengukuran")
    sangat_pendek_jiwa: Mapped[int | None] = mapped_column(comment="TB/U sangat pendek")
    pendek_jiwa: Mapped[int | None] = mapped_column(comment="TB/U pendek")
    normal_jiwa: Mapped[int | None] = mapped_column(comment="TB/U normal")
    tinggi_jiwa: Mapped[int | None] = mapped_column(comment="TB/U tinggi")
    outlier_jiwa: Mapped[int | None] = mapped_column(comment="TB/U pencilan, di luar hitungan")
    stunting_jiwa: Mapped[int | None] = mapped_column(comment="Sangat pendek + pendek")
    diukur_jiwa: Mapped[int | None] = mapped_column(
        comment="Empat kelas tanpa pencilan; kosong bila sumber tak mencatatnya"
    )
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"), index=True, comment="Impor asal")


class Survei(Base):
    """A survey's estimate for one region and year; a percentage, since no counts are published."""

    __tablename__ = "survei"
    __table_args__ = (
        CheckConstraint("prevalensi_pct BETWEEN 0 AND 100", "persen"),
        CheckConstraint("bawah_pct IS NULL OR bawah_pct <= prevalensi_pct", "batas_bawah"),
        CheckConstraint("atas_pct IS NULL OR atas_pct >= prevalensi_pct", "batas_atas"),
        {"comment": "Perkiraan survei (SSGI, SKI, Riskesdas) per wilayah dan tahun"},
    )

    source: Mapped[str] = mapped_column(
        ForeignKey("sumber.name"), primary_key=True, comment="Nama survei"
    )
    year: Mapped[int] = mapped_column(primary_key=True, comment="Tahun survei")
    wilayah_code: Mapped[str] = mapped_column(
        CODE, primary_key=True, comment="Kode wilayah, ID untuk seluruh Indonesia"
    )
    prevalensi_pct: Mapped[float] = mapped_column(comment="Prevalensi stunting, persen")
    bawah_pct: Mapped[float | None] = mapped_column(comment="Batas bawah selang 95 %, persen")
    atas_pct: Mapped[float | None] = mapped_column(comment="Batas atas selang 95 %, persen")
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"), comment="Impor asal")
