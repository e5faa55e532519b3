"""People, what they may do and where, and the sessions in which they are signed in."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_access.schema.base import CODE, Base, Moment

ROLES = (
    "pimpinan",
    "anggota_tpps",
    "operator",
    "verifikator",
    "penyetuju",
    "bappeda",
    "admin",
)


class Pengguna(Base):
    """A person's account: one a person, never shared."""

    __tablename__ = "pengguna"
    __table_args__ = ({"comment": "Akun, satu untuk satu orang"},)

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor akun")
    username: Mapped[str] = mapped_column(String(60), unique=True, comment="Nama akun")
    name: Mapped[str] = mapped_column(String(120), comment="Nama orang")
    position: Mapped[str | None] = mapped_column(String(120), comment="Jabatan")
    password_hash: Mapped[str | None] = mapped_column(
        String(200), comment="Sidik sandi (argon2); tidak ikut dalam riwayat"
    )
    must_change: Mapped[bool] = mapped_column(comment="Sandi harus diganti saat masuk")
    active: Mapped[bool] = mapped_column(comment="Boleh masuk")
    is_demo: Mapped[bool] = mapped_column(comment="Akun demonstrasi, hanya dari komputer ini")


class PeranPengguna(Base):
    """What a person may do, where, and for which agency; a person may hold several."""

    __tablename__ = "peran_pengguna"
    __table_args__ = (
        CheckConstraint(f"role IN {ROLES!r}", name="role"),
        UniqueConstraint(
            "pengguna_id", "role", "wilayah_code", "agency", name="uq_peran_pengguna_sama"
        ),
        {"comment": "Peran orang di suatu wilayah, bagi suatu perangkat"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor peran")
    pengguna_id: Mapped[int] = mapped_column(
        ForeignKey("pengguna.id"), index=True, comment="Akun yang memegang"
    )
    role: Mapped[str] = mapped_column(String(20), comment="Peran")
    wilayah_code: Mapped[str] = mapped_column(CODE, comment="Kode wilayah tugas; ID seluruhnya")
    agency: Mapped[str] = mapped_column(
        String(20), comment="Perangkat: setcam, puskesmas, plkb, dinkes, ...; kosong bila tak perlu"
    )
    sk_number: Mapped[str | None] = mapped_column(String(120), comment="Nomor SK penetapan")
    sk_date: Mapped[date | None] = mapped_column(comment="Tanggal SK penetapan")


class Sesi(Base):
    """One sign-in; only a hash of its token is kept."""

    __tablename__ = "sesi"
    __table_args__ = ({"comment": "Sesi masuk; hanya sidik tokennya yang disimpan"},)

    token_hash: Mapped[str] = mapped_column(
        String(64), primary_key=True, comment="Sidik SHA-256 token"
    )
    pengguna_id: Mapped[int] = mapped_column(
        ForeignKey("pengguna.id"), index=True, comment="Akun yang masuk"
    )
    created_at: Mapped[Moment] = mapped_column(comment="Waktu masuk (UTC)")
    expires_at: Mapped[Moment] = mapped_column(comment="Waktu habis (UTC)")
    ended_at: Mapped[Moment | None] = mapped_column(comment="Waktu keluar (UTC)")


class PercobaanMasuk(Base):
    """One attempt to sign in; five failures in a quarter of an hour lock the account as long."""

    __tablename__ = "percobaan_masuk"
    __table_args__ = (
        Index("ix_percobaan_masuk_akun", "username", "at"),
        {"comment": "Percobaan masuk, untuk mengunci akun yang dicoba-coba"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, comment="Nomor percobaan")
    username: Mapped[str] = mapped_column(String(60), comment="Nama akun yang dicoba")
    at: Mapped[Moment] = mapped_column(comment="Waktu (UTC)")
    succeeded: Mapped[bool] = mapped_column(comment="Berhasil")


class PerangkatDaerah(Base):
    """An agency of a kabupaten or province, as the region names it."""

    __tablename__ = "perangkat_daerah"
    __table_args__ = ({"comment": "Perangkat daerah (OPD) menurut daerahnya"},)

    wilayah_code: Mapped[str] = mapped_column(
        CODE, primary_key=True, comment="Kode kabupaten/kota atau provinsi"
    )
    code: Mapped[str] = mapped_column(String(20), primary_key=True, comment="Singkatan: dinkes")
    name: Mapped[str] = mapped_column(String(120), comment="Nama lengkap")


class PenanggungJawab(Base):
    """Which agency answers for which item in a region; the region edits it."""

    __tablename__ = "penanggung_jawab"
    __table_args__ = ({"comment": "Perangkat yang menjawab tiap sasaran, indikator, data dukung"},)

    wilayah_code: Mapped[str] = mapped_column(
        CODE, primary_key=True, comment="Kode kabupaten/kota atau provinsi"
    )
    item_code: Mapped[str] = mapped_column(
        String(4), primary_key=True, comment="Kode butir: S01, I01, D01, ..."
    )
    agency: Mapped[str] = mapped_column(String(20), comment="Singkatan perangkat daerah")
    version: Mapped[int] = mapped_column(comment="Nomor perubahan baris ini")
