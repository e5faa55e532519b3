"""Anggaran, penandaan, biaya satuan, dan program mitra."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KINDS = ("wilayah", "pengukuran", "survei", "padanan", "demo", "isian", "pengguna")
NEW_KINDS = ("anggaran", "program", "tematik", "akun")
TABLES = (
    "biaya_satuan",
    "skpd",
    "akun_belanja",
    "subkegiatan_tematik",
    "potret_anggaran",
    "program_mitra",
    "subkegiatan",
    "belanja",
    "penandaan",
)


def upgrade() -> None:
    """Bring the schema forward."""
    _allow_kinds((*KINDS, *NEW_KINDS))
    _create_biaya_satuan()
    _create_skpd()
    _create_akun_belanja()
    _create_subkegiatan_tematik()
    _create_potret_anggaran()
    _create_program_mitra()
    _create_subkegiatan()
    _create_belanja()
    _create_penandaan()


def downgrade() -> None:
    """Take the schema back; imports of kinds that are unknown then lose their mark of it."""
    for table in reversed(TABLES):
        op.drop_table(table)
    op.execute(f"UPDATE batch SET kind = 'demo' WHERE kind IN {NEW_KINDS!r}")
    _allow_kinds(KINDS)


def _allow_kinds(kinds: tuple[str, ...]) -> None:
    with op.batch_alter_table("batch") as batch_op:
        batch_op.drop_constraint(op.f("ck_batch_kind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_batch_kind"), f"kind IN {kinds!r}")


def _create_biaya_satuan() -> None:
    op.create_table(
        "biaya_satuan",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("item_code", sa.String(length=4), nullable=False, comment="Kode layanan"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun harga"),
        sa.Column(
            "cost_idr", sa.BigInteger(), nullable=False, comment="Biaya per orang (desa), rupiah"
        ),
        sa.Column(
            "source", sa.String(length=300), nullable=False, comment="Sumber angka, mis. SSH 2026"
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint("cost_idr > 0", name=op.f("ck_biaya_satuan_positif")),
        sa.PrimaryKeyConstraint("wilayah_code", "item_code", "year", name=op.f("pk_biaya_satuan")),
        comment="Biaya satuan layanan menurut daerah, beserta sumber dan tahunnya",
    )


def _create_skpd() -> None:
    op.create_table(
        "skpd",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor SKPD"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode pemilik anggaran",
        ),
        sa.Column("name", sa.String(length=200), nullable=False, comment="Nama menurut SIPD"),
        sa.Column("code", sa.String(length=40), nullable=True, comment="Kode menurut SIPD"),
        sa.Column(
            "owner_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=True,
            comment="Kode wilayah perangkat: kabupaten, atau kecamatan; kosong bila belum dipasang",
        ),
        sa.Column(
            "agency",
            sa.String(length=20),
            nullable=True,
            comment="Singkatan perangkat: dinkes, ..., setcam; kosong bila belum dipasang",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skpd")),
        sa.UniqueConstraint("wilayah_code", "name", name="uq_skpd_nama"),
        comment="SKPD menurut SIPD dan perangkat yang menandai belanjanya",
    )


def _create_akun_belanja() -> None:
    op.create_table(
        "akun_belanja",
        sa.Column("code", sa.String(length=24), nullable=False, comment="Kode rekening"),
        sa.Column("level", sa.Integer(), nullable=False, comment="Tingkat 1 sampai 6"),
        sa.Column("name", sa.Text(), nullable=False, comment="Nama rekening"),
        sa.Column("batch_id", sa.Integer(), nullable=True, comment="Impor asal"),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_akun_belanja_batch_id_batch")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_akun_belanja")),
        comment="Kode rekening belanja dan namanya",
    )


def _create_subkegiatan_tematik() -> None:
    op.create_table(
        "subkegiatan_tematik",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="ID bagi daftar nasional; kode daerah bagi tambahannya",
        ),
        sa.Column("level", sa.String(length=10), nullable=False, comment="provinsi atau kabupaten"),
        sa.Column(
            "nomenclature",
            sa.String(length=40),
            nullable=False,
            comment="Versi daftar atau nomenklatur",
        ),
        sa.Column("code", sa.String(length=24), nullable=False, comment="Kode subkegiatan"),
        sa.Column("name", sa.Text(), nullable=False, comment="Nama subkegiatan"),
        sa.Column(
            "batch_id",
            sa.Integer(),
            nullable=True,
            comment="Impor asal; kosong bila ditambah tangan",
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_subkegiatan_tematik_batch_id_batch")
        ),
        sa.PrimaryKeyConstraint(
            "wilayah_code", "level", "nomenclature", "code", name=op.f("pk_subkegiatan_tematik")
        ),
        comment="Daftar subkegiatan bertema stunting: nasional dan daerah",
    )


def _create_potret_anggaran() -> None:
    op.create_table(
        "potret_anggaran",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor potret"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kabupaten/kota atau provinsi pemilik anggaran",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun anggaran"),
        sa.Column(
            "kind", sa.String(length=10), nullable=False, comment="rencana, murni, atau perubahan"
        ),
        sa.Column(
            "nomenclature",
            sa.String(length=40),
            nullable=True,
            comment="Versi nomenklatur, mis. 900.1-861/2026; kosong bila tak disebut",
        ),
        sa.CheckConstraint(
            "kind IN ('rencana', 'murni', 'perubahan')", name=op.f("ck_potret_anggaran_kind")
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_potret_anggaran_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_potret_anggaran")),
        sa.UniqueConstraint("wilayah_code", "year", "kind", name="uq_potret_anggaran_sama"),
        comment="Potret anggaran: rencana, APBD murni, APBD perubahan",
    )


def _create_program_mitra() -> None:
    op.create_table(
        "program_mitra",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor program"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode desa/kelurahan",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun anggaran"),
        sa.Column(
            "source", sa.String(length=10), nullable=False, comment="apbdes, swasta, atau swadaya"
        ),
        sa.Column(
            "partner",
            sa.String(length=200),
            nullable=True,
            comment="Nama perusahaan, lembaga, atau kelompok; kosong bagi APBDes",
        ),
        sa.Column("activity", sa.Text(), nullable=False, comment="Nama kegiatan"),
        sa.Column(
            "item_code",
            sa.String(length=4),
            nullable=True,
            comment="Layanan I01..I31; kosong bila tidak menyasar satu layanan",
        ),
        sa.Column("volume", sa.Double(), nullable=True, comment="Volume"),
        sa.Column("unit", sa.String(length=100), nullable=True, comment="Satuan"),
        sa.Column("amount_idr", sa.BigInteger(), nullable=False, comment="Anggaran, rupiah penuh"),
        sa.Column(
            "realisation_june_idr",
            sa.BigInteger(),
            nullable=True,
            comment="Realisasi sampai dengan Juni, rupiah penuh",
        ),
        sa.Column(
            "realisation_december_idr",
            sa.BigInteger(),
            nullable=True,
            comment="Realisasi sampai dengan Desember, rupiah penuh",
        ),
        sa.Column(
            "review",
            sa.String(length=14),
            nullable=False,
            comment="Reviu camat: menunggu, disetujui, dikembalikan",
        ),
        sa.Column("review_note", sa.Text(), nullable=True, comment="Catatan camat"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.Column(
            "batch_id", sa.Integer(), nullable=True, comment="Impor asal; kosong bila diketik"
        ),
        sa.CheckConstraint(
            "review IN ('menunggu', 'disetujui', 'dikembalikan')",
            name=op.f("ck_program_mitra_review"),
        ),
        sa.CheckConstraint(
            "source IN ('apbdes', 'swasta', 'swadaya')", name=op.f("ck_program_mitra_source")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_program_mitra_batch_id_batch")
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_program_mitra_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_program_mitra")),
        comment="Program APBDes, swasta, dan swadaya di tiap desa",
    )
    with op.batch_alter_table("program_mitra", schema=None) as batch_op:
        batch_op.create_index("ix_program_mitra_desa", ["wilayah_code", "year"], unique=False)


def _create_subkegiatan() -> None:
    op.create_table(
        "subkegiatan",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor subkegiatan"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode pemilik anggaran",
        ),
        sa.Column("potret_id", sa.Integer(), nullable=False, comment="Potret anggaran"),
        sa.Column("skpd_id", sa.Integer(), nullable=False, comment="SKPD"),
        sa.Column("sub_unit", sa.String(length=200), nullable=True, comment="Nama sub unit"),
        sa.Column(
            "code",
            sa.String(length=24),
            nullable=False,
            comment="Kode subkegiatan x.xx.xx.x.xx.xxxx",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="Nama subkegiatan"),
        sa.Column("kegiatan_code", sa.String(length=20), nullable=True, comment="Kode kegiatan"),
        sa.Column("kegiatan_name", sa.Text(), nullable=True, comment="Nama kegiatan"),
        sa.Column("program_code", sa.String(length=16), nullable=True, comment="Kode program"),
        sa.Column("program_name", sa.Text(), nullable=True, comment="Nama program"),
        sa.Column(
            "is_marked",
            sa.Boolean(),
            nullable=True,
            comment="Dipilih (atau ditolak) operator sebagai terkait stunting; kosong bila belum",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("batch_id", sa.Integer(), nullable=True, comment="Impor asal"),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_subkegiatan_batch_id_batch")
        ),
        sa.ForeignKeyConstraint(
            ["potret_id"],
            ["potret_anggaran.id"],
            name=op.f("fk_subkegiatan_potret_id_potret_anggaran"),
        ),
        sa.ForeignKeyConstraint(["skpd_id"], ["skpd.id"], name=op.f("fk_subkegiatan_skpd_id_skpd")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subkegiatan")),
        comment="Subkegiatan tiap SKPD dalam suatu potret anggaran",
    )
    with op.batch_alter_table("subkegiatan", schema=None) as batch_op:
        batch_op.create_index("ix_subkegiatan_potret", ["potret_id", "skpd_id"], unique=False)


def _create_belanja() -> None:
    op.create_table(
        "belanja",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor baris belanja"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode pemilik anggaran",
        ),
        sa.Column("subkegiatan_id", sa.Integer(), nullable=False, comment="Subkegiatan"),
        sa.Column(
            "line_key",
            sa.String(length=64),
            nullable=False,
            comment="Sidik pengenal baris: sama di setiap potret bila baris yang sama",
        ),
        sa.Column(
            "account_code",
            sa.String(length=24),
            nullable=False,
            comment="Kode rekening 5.1.02.01.01.0052",
        ),
        sa.Column("account_name", sa.Text(), nullable=True, comment="Nama rekening"),
        sa.Column("fund", sa.String(length=200), nullable=True, comment="Sumber dana"),
        sa.Column("description", sa.Text(), nullable=True, comment="Uraian belanja"),
        sa.Column(
            "coefficient",
            sa.String(length=200),
            nullable=True,
            comment="Koefisien sebagaimana tertulis: 245 Orang / Kali",
        ),
        sa.Column("volume", sa.Double(), nullable=True, comment="Volume, hasil kali koefisien"),
        sa.Column("unit", sa.String(length=100), nullable=True, comment="Satuan"),
        sa.Column("unit_price_idr", sa.Double(), nullable=True, comment="Harga satuan, rupiah"),
        sa.Column("total_idr", sa.BigInteger(), nullable=False, comment="Jumlah, rupiah penuh"),
        sa.Column(
            "realisation_idr",
            sa.BigInteger(),
            nullable=True,
            comment="Realisasi, rupiah penuh; kosong bila tidak disebut",
        ),
        sa.Column(
            "status",
            sa.String(length=10),
            nullable=False,
            comment="belum, bertanda, atau bukan (stunting)",
        ),
        sa.Column(
            "version",
            sa.Integer(),
            nullable=False,
            comment="Nomor perubahan baris ini beserta tandanya",
        ),
        sa.Column("row_number", sa.Integer(), nullable=True, comment="Baris di berkas asal"),
        sa.Column("batch_id", sa.Integer(), nullable=True, comment="Impor asal"),
        sa.CheckConstraint(
            "status IN ('belum', 'bertanda', 'bukan')", name=op.f("ck_belanja_status")
        ),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_belanja_batch_id_batch")),
        sa.ForeignKeyConstraint(
            ["subkegiatan_id"],
            ["subkegiatan.id"],
            name=op.f("fk_belanja_subkegiatan_id_subkegiatan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belanja")),
        sa.UniqueConstraint("subkegiatan_id", "line_key", name="uq_belanja_kunci"),
        comment="Rincian belanja menurut SIPD",
    )
    with op.batch_alter_table("belanja", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_belanja_batch_id"), ["batch_id"], unique=False)


def _create_penandaan() -> None:
    op.create_table(
        "penandaan",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor tanda"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode pemilik anggaran",
        ),
        sa.Column("belanja_id", sa.Integer(), nullable=False, comment="Baris belanja"),
        sa.Column(
            "item_code",
            sa.String(length=4),
            nullable=True,
            comment="Layanan I01..I31; kosong bila tidak menyasar satu layanan",
        ),
        sa.Column(
            "target_group",
            sa.String(length=80),
            nullable=True,
            comment="Kelompok sasaran menurut daftar indikator; kosong bila tidak disebut",
        ),
        sa.Column(
            "place_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=True,
            comment="Kode desa, kecamatan, atau seluruh wilayah; kosong bila tidak disebut",
        ),
        sa.Column(
            "kind",
            sa.String(length=12),
            nullable=False,
            comment="sasaran, layanan, bimbingan (pengawasan), atau administrasi",
        ),
        sa.Column(
            "amount_idr", sa.BigInteger(), nullable=False, comment="Bagian dari baris, rupiah penuh"
        ),
        sa.Column(
            "basis",
            sa.String(length=10),
            nullable=False,
            comment="Cara bagian dinyatakan: seluruhnya, persen, volume, atau rupiah",
        ),
        sa.Column(
            "basis_value",
            sa.Double(),
            nullable=True,
            comment="Persen, volume, atau rupiah yang dinyatakan; kosong bila seluruhnya",
        ),
        sa.Column(
            "is_divided",
            sa.Boolean(),
            nullable=False,
            comment="Jumlahnya hasil bagi rata atas beberapa layanan atau tempat, bukan dinyatakan",
        ),
        sa.Column(
            "carried_from_id",
            sa.Integer(),
            nullable=True,
            comment="Nomor tanda pada potret sebelumnya yang terbawa",
        ),
        sa.CheckConstraint(
            "basis IN ('seluruhnya', 'persen', 'volume', 'rupiah')", name=op.f("ck_penandaan_basis")
        ),
        sa.CheckConstraint(
            "kind IN ('sasaran', 'layanan', 'bimbingan', 'administrasi')",
            name=op.f("ck_penandaan_kind"),
        ),
        sa.CheckConstraint("amount_idr >= 0", name=op.f("ck_penandaan_tak_negatif")),
        sa.ForeignKeyConstraint(
            ["belanja_id"], ["belanja.id"], name=op.f("fk_penandaan_belanja_id_belanja")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penandaan")),
        comment="Tanda belanja: bagian untuk satu layanan, kelompok sasaran, dan tempat",
    )
    with op.batch_alter_table("penandaan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penandaan_belanja_id"), ["belanja_id"], unique=False)
        batch_op.create_index("ix_penandaan_tempat", ["place_code"], unique=False)
