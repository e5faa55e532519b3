"""Where data came from: one row an import, and what each data set is recorded at."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Code, Moment

BATCH_KINDS = (
    "wilayah",
    "pengukuran",
    "survei",
    "padanan",
    "demo",
    "isian",
    "pengguna",
    "anggaran",
    "program",
    "tematik",
    "akun",
    "fasilitas",
)
BATCH_STATES = ("berlaku", "sebagian digantikan", "digantikan", "ditarik")


class Batch(Base):
    """One import, kept for ever: which file, by whom, when, with which counts and remarks."""

    __tablename__ = "batch"
    __table_args__ = (
        CheckConstraint(f"status IN {BATCH_STATES!r}", name="status"),
        CheckConstraint(f"kind IN {BATCH_KINDS!r}", name="kind"),
        {"comment": "Satu baris satu impor: berkas, pelaku, waktu, jumlah, status"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor impor")
    kind: Mapped[str] = mapped_column(String(20), comment="Jenis isi berkas")
    file_name: Mapped[str] = mapped_column(String(255), comment="Nama berkas tanpa folder")
    file_sha256: Mapped[str] = mapped_column(String(64), index=True, comment="Sidik isi berkas")
    options: Mapped[dict[str, Any]] = mapped_column(JSON, comment="Pilihan saat impor")
    report: Mapped[dict[str, Any]] = mapped_column(JSON, comment="Temuan dan jumlahnya")
    row_count: Mapped[int] = mapped_column(comment="Baris data yang disimpan")
    status: Mapped[str] = mapped_column(String(24), comment="Berlaku atau sudah digantikan")
    replaced_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("batch.id"), comment="Impor yang menggantikan"
    )
    imported_by: Mapped[str] = mapped_column(String(120), comment="Pelaku")
    imported_at: Mapped[Moment] = mapped_column(comment="Waktu simpan (UTC)")


class Kumpulan(Base):
    """One data set: source x period x what, of one kabupaten, recorded at one grain."""

    __tablename__ = "kumpulan_data"
    __table_args__ = ({"comment": "Tingkat pencatatan tiap sumber x periode x kabupaten"},)

    topic: Mapped[str] = mapped_column(String(20), primary_key=True, comment="Jenis data")
    source: Mapped[str] = mapped_column(
        ForeignKey("sumber.name"), primary_key=True, comment="Sumber data"
    )
    period: Mapped[str] = mapped_column(
        ForeignKey("periode.label"), primary_key=True, comment="Periode"
    )
    kabupaten_code: Mapped[str] = mapped_column(
        CODE, primary_key=True, comment="Kode kabupaten/kota"
    )
    grain: Mapped[str] = mapped_column(
        String(12), comment="Tingkat terkecil yang dicatat: desa, puskesmas, kecamatan, kabupaten"
    )
    data_date: Mapped[str | None] = mapped_column(
        String(40), comment="Tanggal tarikan data menurut berkas"
    )


class Sumber(Base):
    """A source of figures; sources are never mixed in one series."""

    __tablename__ = "sumber"
    __table_args__ = ({"comment": "Sumber data; satu deret tidak pernah mencampur sumber"},)

    name: Mapped[str] = mapped_column(String(60), primary_key=True, comment="Nama sumber")
    kind: Mapped[str] = mapped_column(String(12), comment="rutin atau survei")


class Periode(Base):
    """A period with its kind; its last day is the cut-off date that documents print."""

    __tablename__ = "periode"
    __table_args__ = ({"comment": "Periode beserta jenis dan tanggal batas datanya"},)

    label: Mapped[str] = mapped_column(
        String(12), primary_key=True, comment="2025-08, 2025 (ansit), 2025-S1"
    )
    kind: Mapped[str] = mapped_column(
        String(12), comment="pengukuran, ansit, semester, atau survei"
    )
    first_day: Mapped[str] = mapped_column(String(10), comment="Hari pertama, TTTT-BB-HH")
    last_day: Mapped[str] = mapped_column(String(10), comment="Tanggal batas data, TTTT-BB-HH")


class VersiTopik(Base):
    """A number per topic that moves with every write; caches are keyed by it."""

    __tablename__ = "versi_topik"
    __table_args__ = ({"comment": "Nomor versi tiap topik, naik pada setiap perubahan"},)

    topic: Mapped[str] = mapped_column(String(20), primary_key=True, comment="Topik")
    version: Mapped[int] = mapped_column(comment="Nomor versi")


class Identitas(Base):
    """What this database is: demonstration or real, and since when."""

    __tablename__ = "identitas"
    __table_args__ = ({"comment": "Jati diri basis data ini: demo atau nyata"},)

    key: Mapped[str] = mapped_column(String(40), primary_key=True, comment="Nama butir")
    value: Mapped[str] = mapped_column(String(255), comment="Isi butir")


__all__ = ["Batch", "Code", "Identitas", "Kumpulan", "Periode", "Sumber", "VersiTopik"]
