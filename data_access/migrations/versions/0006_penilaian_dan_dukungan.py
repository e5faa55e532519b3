"""Penilaian, regulasi, publikasi, fasilitas, dan naskah presentasi."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KINDS = (
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
)
TABLES = (
    "penahanan_publikasi",
    "fasilitas",
    "hasil_penilaian",
    "klarifikasi_penilaian",
    "naskah_presentasi",
    "publikasi",
    "regulasi",
)


def upgrade() -> None:
    """Bring the schema forward."""
    _allow_kinds((*KINDS, "fasilitas"))
    _create_penahanan_publikasi()
    _create_fasilitas()
    _create_hasil_penilaian()
    _create_klarifikasi_penilaian()
    _create_naskah_presentasi()
    _create_publikasi()
    _create_regulasi()


def downgrade() -> None:
    """Take the schema back; imports of facilities then lose their mark of it."""
    for table in reversed(TABLES):
        op.drop_table(table)
    op.execute("UPDATE batch SET kind = 'demo' WHERE kind = 'fasilitas'")
    _allow_kinds(KINDS)


def _allow_kinds(kinds: tuple[str, ...]) -> None:
    with op.batch_alter_table("batch") as batch_op:
        batch_op.drop_constraint(op.f("ck_batch_kind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_batch_kind"), f"kind IN {kinds!r}")


def _create_penahanan_publikasi() -> None:
    op.create_table(
        "penahanan_publikasi",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column("reason", sa.Text(), nullable=False, comment="Alasan ditahan"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.PrimaryKeyConstraint("wilayah_code", "year", name=op.f("pk_penahanan_publikasi")),
        comment="Tahun yang ditahan dari halaman publik, dengan alasannya",
    )


def _create_fasilitas() -> None:
    op.create_table(
        "fasilitas",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode desa, atau kecamatan bila desanya tidak disebut",
        ),
        sa.Column("kind", sa.String(length=10), nullable=False, comment="Jenis fasilitas"),
        sa.Column("name", sa.String(length=160), nullable=False, comment="Nama fasilitas"),
        sa.Column("latitude", sa.Double(), nullable=False, comment="Lintang, derajat (WGS 84)"),
        sa.Column("longitude", sa.Double(), nullable=False, comment="Bujur, derajat (WGS 84)"),
        sa.Column("source", sa.String(length=120), nullable=False, comment="Asal data"),
        sa.Column("batch_id", sa.Integer(), nullable=False, comment="Berkas asal"),
        sa.CheckConstraint(
            "kind IN ('posyandu', 'puskesmas', 'pustu')", name=op.f("ck_fasilitas_kind")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_fasilitas_batch_id_batch")
        ),
        sa.PrimaryKeyConstraint("wilayah_code", "kind", "name", name=op.f("pk_fasilitas")),
        comment="Fasilitas kesehatan: posyandu, puskesmas, pustu",
    )


def _create_hasil_penilaian() -> None:
    op.create_table(
        "hasil_penilaian",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor hasil"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kecamatan, kabupaten/kota, atau provinsi",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column("kind", sa.String(length=10), nullable=False, comment="simulasi atau resmi"),
        sa.Column(
            "class_name",
            sa.String(length=12),
            nullable=True,
            comment="tumbuh, berkembang, berdaya; kosong bila belum dapat ditetapkan",
        ),
        sa.Column(
            "score", sa.Double(), nullable=True, comment="Nilai 0-100; kosong bila tidak ada"
        ),
        sa.Column("source", sa.Text(), nullable=True, comment="Sumber hasil resmi"),
        sa.Column("dated_on", sa.Date(), nullable=True, comment="Tanggal dokumen hasil resmi"),
        sa.Column(
            "frozen",
            sa.JSON(),
            nullable=True,
            comment="Nilai, rubrik, dan bukti saat hasil disimpan; kosong untuk hasil resmi",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint(
            "class_name IS NULL OR class_name IN ('tumbuh', 'berkembang', 'berdaya')",
            name=op.f("ck_hasil_penilaian_class_name"),
        ),
        sa.CheckConstraint("kind IN ('simulasi', 'resmi')", name=op.f("ck_hasil_penilaian_kind")),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_hasil_penilaian_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hasil_penilaian")),
        sa.UniqueConstraint("wilayah_code", "year", "kind", name="uq_hasil_penilaian_jenis"),
        comment="Hasil penilaian aksi konvergensi: simulasi kami dan hasil resmi",
    )


def _create_klarifikasi_penilaian() -> None:
    op.create_table(
        "klarifikasi_penilaian",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor klarifikasi"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column(
            "component", sa.String(length=20), nullable=False, comment="Komponen yang ditanyakan"
        ),
        sa.Column(
            "asked_by", sa.String(length=160), nullable=False, comment="Peserta yang menyampaikan"
        ),
        sa.Column("statement", sa.Text(), nullable=False, comment="Isi klarifikasi"),
        sa.Column("answer", sa.Text(), nullable=True, comment="Jawaban atau tindak lanjut"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"],
            ["wilayah.code"],
            name=op.f("fk_klarifikasi_penilaian_wilayah_code_wilayah"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_klarifikasi_penilaian")),
        comment="Klarifikasi peserta atas hasil penilaian",
    )
    with op.batch_alter_table("klarifikasi_penilaian", schema=None) as batch_op:
        batch_op.create_index(
            "ix_klarifikasi_penilaian_tahun", ["wilayah_code", "year"], unique=False
        )


def _create_naskah_presentasi() -> None:
    op.create_table(
        "naskah_presentasi",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor naskah"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column(
            "kind",
            sa.String(length=16),
            nullable=False,
            comment="rapat-ansit, pra-musrenbang, rembuk, penilaian",
        ),
        sa.Column("title", sa.String(length=200), nullable=False, comment="Judul"),
        sa.Column(
            "slides",
            sa.JSON(),
            nullable=False,
            comment="Urutan lembar: jenis, ditampilkan atau tidak, kalimat tambahan",
        ),
        sa.Column(
            "frozen",
            sa.JSON(),
            nullable=True,
            comment="Angka yang ditayangkan; kosong bila belum dibekukan",
        ),
        sa.Column(
            "frozen_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="Waktu angka dibekukan (UTC)",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"],
            ["wilayah.code"],
            name=op.f("fk_naskah_presentasi_wilayah_code_wilayah"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_naskah_presentasi")),
        comment="Naskah presentasi untuk rapat, dengan angka yang dibekukan",
    )
    with op.batch_alter_table("naskah_presentasi", schema=None) as batch_op:
        batch_op.create_index("ix_naskah_presentasi_tahun", ["wilayah_code", "year"], unique=False)


def _create_publikasi() -> None:
    op.create_table(
        "publikasi",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor urut"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="Jenis publikasi"),
        sa.Column("title", sa.Text(), nullable=False, comment="Judul atau kegiatan"),
        sa.Column("published_on", sa.Date(), nullable=True, comment="Tanggal terbit"),
        sa.Column("link", sa.Text(), nullable=True, comment="Alamat tautan; kosong bila berkas"),
        sa.Column(
            "stage",
            sa.String(length=40),
            nullable=False,
            comment="Tahapan yang dipublikasikan: ansit, ..., atau semua",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint(
            "kind IN ('media_sosial', 'televisi', 'radio', 'kampanye', 'laporan_web', 'media_cetak', 'lainnya')",
            name=op.f("ck_publikasi_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_publikasi_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publikasi")),
        comment="Publikasi hasil tahapan aksi konvergensi",
    )
    with op.batch_alter_table("publikasi", schema=None) as batch_op:
        batch_op.create_index("ix_publikasi_tahun", ["wilayah_code", "year"], unique=False)


def _create_regulasi() -> None:
    op.create_table(
        "regulasi",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor urut"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column("kind", sa.String(length=16), nullable=False, comment="Jenis regulasi"),
        sa.Column("number", sa.String(length=120), nullable=False, comment="Nomor regulasi"),
        sa.Column("dated_on", sa.Date(), nullable=True, comment="Tanggal ditetapkan"),
        sa.Column("subject", sa.Text(), nullable=False, comment="Tentang"),
        sa.Column(
            "stage",
            sa.String(length=40),
            nullable=False,
            comment="Tahapan yang didukung: ansit, pra-musrenbang, ..., atau semua",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint(
            "kind IN ('perda', 'perkada', 'keputusan', 'surat_edaran', 'berita_acara', 'perdes', 'lainnya')",
            name=op.f("ck_regulasi_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_regulasi_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulasi")),
        comment="Regulasi yang mendukung tahapan aksi konvergensi",
    )
    with op.batch_alter_table("regulasi", schema=None) as batch_op:
        batch_op.create_index("ix_regulasi_tahun", ["wilayah_code", "year"], unique=False)
