"""Target, masalah, dan lokus."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    _create_target()
    _create_lokus()
    _create_masalah()


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("masalah", schema=None) as batch_op:
        batch_op.drop_index("ix_masalah_tahap")

    op.drop_table("masalah")
    op.drop_table("lokus")
    with op.batch_alter_table("target", schema=None) as batch_op:
        batch_op.drop_index("ix_target_butir")

    op.drop_table("target")


def _create_target() -> None:
    op.create_table(
        "target",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun target"),
        sa.Column(
            "item_code",
            sa.String(length=10),
            nullable=False,
            comment="Kode indikator I01.., atau PREV (prevalensi)",
        ),
        sa.Column(
            "document",
            sa.String(length=20),
            nullable=False,
            comment="RPJPD, RPJMD, RKPD, Renja, atau nasional-lama",
        ),
        sa.Column("target_pct", sa.Double(), nullable=False, comment="Target, persen"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column(
            "batch_id", sa.Integer(), nullable=True, comment="Impor asal; kosong bila diketik"
        ),
        sa.CheckConstraint(
            "document IN ('RPJPD', 'RPJMD', 'RKPD', 'Renja', 'nasional-lama')",
            name=op.f("ck_target_document"),
        ),
        sa.CheckConstraint("target_pct BETWEEN 0 AND 100", name=op.f("ck_target_persen")),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_target_batch_id_batch")),
        sa.PrimaryKeyConstraint(
            "wilayah_code", "year", "item_code", "document", name=op.f("pk_target")
        ),
        comment="Target prevalensi dan cakupan menurut wilayah, tahun, dan dokumen",
    )
    with op.batch_alter_table("target", schema=None) as batch_op:
        batch_op.create_index("ix_target_butir", ["item_code", "year"], unique=False)


def _create_lokus() -> None:
    op.create_table(
        "lokus",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode desa/kelurahan",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun lokus"),
        sa.Column("sk_number", sa.String(length=120), nullable=False, comment="Nomor SK"),
        sa.Column("sk_date", sa.Date(), nullable=True, comment="Tanggal SK"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_lokus_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("wilayah_code", "year", name=op.f("pk_lokus")),
        comment="Desa/kelurahan lokus prioritas menurut SK",
    )


def _create_masalah() -> None:
    op.create_table(
        "masalah",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor masalah"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kecamatan atau kabupaten/kota yang mencatat",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column("stage", sa.String(length=40), nullable=False, comment="Tahapan"),
        sa.Column("part", sa.String(length=20), nullable=False, comment="Perangkat yang mencatat"),
        sa.Column(
            "item_code",
            sa.String(length=4),
            nullable=True,
            comment="Layanan yang bermasalah; kosong bila umum",
        ),
        sa.Column(
            "place_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode desa, kecamatan, atau kabupaten/kota tempatnya",
        ),
        sa.Column(
            "aspect",
            sa.String(length=12),
            nullable=False,
            comment="permintaan, penyediaan, atau dukungan",
        ),
        sa.Column(
            "factor",
            sa.String(length=12),
            nullable=True,
            comment="sosial, ekonomi, budaya, pola asuh, lainnya",
        ),
        sa.Column("problem", sa.Text(), nullable=False, comment="Masalah atau kendala"),
        sa.Column("cause", sa.Text(), nullable=True, comment="Penyebab"),
        sa.Column("recommendation", sa.Text(), nullable=True, comment="Rekomendasi perbaikan"),
        sa.Column("proposal", sa.Text(), nullable=True, comment="Usulan kegiatan"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint(
            "aspect IN ('permintaan', 'penyediaan', 'dukungan')", name=op.f("ck_masalah_aspect")
        ),
        sa.CheckConstraint(
            "factor IS NULL OR factor IN ('sosial', 'ekonomi', 'budaya', 'pola asuh', 'lainnya')",
            name=op.f("ck_masalah_factor"),
        ),
        sa.ForeignKeyConstraint(
            ["place_code"], ["wilayah.code"], name=op.f("fk_masalah_place_code_wilayah")
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_masalah_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_masalah")),
        comment="Masalah layanan dengan penyebab, rekomendasi, dan usulan kegiatan",
    )
    with op.batch_alter_table("masalah", schema=None) as batch_op:
        batch_op.create_index("ix_masalah_tahap", ["wilayah_code", "year", "stage"], unique=False)
